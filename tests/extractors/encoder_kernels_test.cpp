#include "analysis/encoder/kernels.hpp"
#include "analysis/learned/training/random.hpp"
#include "analysis/model/kernels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace habari::encoder {
namespace {

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> found;
  for (const char* name : {"portable", "avx2", "avx512", "amx"}) {
    if (const Kernels* kernels = kernels_named(name)) found.push_back(kernels);
  }
  return found;
}

std::vector<float> random_floats(std::size_t count, std::uint64_t seed) {
  learned::Random random(seed);
  std::vector<float> values(count);
  for (float& x : values) x = random.normal();
  return values;
}

/// A product whose factors leave the integer sum: exact in floats.
struct ExactProduct {
  ExactProduct(std::size_t inputs_, std::size_t outputs_, std::size_t rows_)
      : inputs(inputs_), outputs(outputs_), rows(rows_) {
    learned::Random random(3);
    for (auto& x : bytes) x = static_cast<std::uint8_t>(1 + random.below(255));
    for (auto& x : values) x = static_cast<std::int8_t>(static_cast<int>(random.below(127)) - largest_weight);
    // The extremes, which no sum of 16 bits may cut.
    std::fill_n(bytes.begin(), inputs, static_cast<std::uint8_t>(255));
    for (std::size_t k = 0; k < inputs; ++k) {
      values[learned::packed_place(0, k, outputs, inputs)] = largest_weight;
      values[learned::packed_place(1, k, outputs, inputs)] = -largest_weight;
    }
    for (std::size_t n = 0; n < outputs; ++n) {
      for (std::size_t k = 0; k < inputs; ++k) offsets[n] -= 128 * weight(n, k);
    }
  }
  int weight(std::size_t n, std::size_t k) const { return values[learned::packed_place(n, k, outputs, inputs)]; }
  std::vector<float> multiply(const Kernels& kernels) const {
    std::vector<std::uint8_t> scratch(product_scratch(inputs));
    std::vector<float> out(rows * outputs, -1.0F);
    kernels.multiply({bytes.data(), scales.data(), rows},
                     {inputs, outputs, ones.data(), zeros.data(), offsets.data(), values.data()}, scratch.data(),
                     out.data());
    return out;
  }

  std::size_t inputs;
  std::size_t outputs;
  std::size_t rows;
  std::vector<std::uint8_t> bytes = std::vector<std::uint8_t>(rows * inputs);
  std::vector<float> scales = std::vector<float>(rows, 1.0F);
  std::vector<std::int8_t> values = std::vector<std::int8_t>(inputs * outputs);
  std::vector<std::int32_t> offsets = std::vector<std::int32_t>(outputs, 0);
  std::vector<float> ones = std::vector<float>(outputs, 1.0F);
  std::vector<float> zeros = std::vector<float>(outputs, 0.0F);
};

TEST(EncoderKernels, MultiplyBytesExactlyWithEveryInstructionSet) {
  for (const std::size_t rows : {1U, 3U, 9U, 16U, 35U, 50U}) {
    const ExactProduct product(192, 272, rows);
    for (const Kernels* kernels : all_kernels()) {
      const std::vector<float> out = product.multiply(*kernels);
      for (std::size_t m = 0; m < rows; ++m) {
        for (std::size_t n = 0; n < product.outputs; ++n) {
          int expected = 0;
          for (std::size_t k = 0; k < product.inputs; ++k) {
            expected += (product.bytes[m * product.inputs + k] - 128) * product.weight(n, k);
          }
          ASSERT_EQ(out[m * product.outputs + n], static_cast<float>(expected))
              << kernels->name << ", " << rows << " rows, row " << m << " output " << n;
        }
      }
    }
  }
}

TEST(EncoderKernels, ScaleProductsToTheSameBitsWithEveryInstructionSet) {
  ExactProduct product(128, 144, 21);
  product.scales = random_floats(product.rows, 4);
  product.ones = random_floats(product.outputs, 5);
  product.zeros = random_floats(product.outputs, 6);
  const std::vector<float> expected = product.multiply(*kernels_named("portable"));
  for (const Kernels* kernels : all_kernels()) EXPECT_EQ(product.multiply(*kernels), expected) << kernels->name;
}

TEST(EncoderKernels, MultiplyARowAlikeAloneAndAmongOthers) {
  const ExactProduct all(128, 144, 21);
  const std::vector<float> expected = all.multiply(kernels());
  for (std::size_t m = 0; m < all.rows; ++m) {
    ExactProduct one(128, 144, 1);
    one.bytes.assign(all.bytes.begin() + m * 128, all.bytes.begin() + (m + 1) * 128);
    one.values = all.values;
    one.offsets = all.offsets;
    const std::vector<float> row(expected.begin() + m * 144, expected.begin() + (m + 1) * 144);
    EXPECT_EQ(one.multiply(kernels()), row);
  }
}

TEST(EncoderKernels, QuantizeToTheNearestStep) {
  constexpr std::size_t width = 64;
  std::vector<float> x = random_floats(4 * width, 8);
  std::fill_n(x.begin() + width, width, 0.0F);
  x[2 * width + 5] = std::numeric_limits<float>::infinity();
  const auto run = [&](const Kernels& kernels) {
    std::pair<std::vector<std::uint8_t>, std::vector<float>> out{std::vector<std::uint8_t>(x.size()),
                                                                 std::vector<float>(4, -1.0F)};
    kernels.quantize(x.data(), 4, width, out.first.data(), out.second.data());
    return out;
  };
  const auto [bytes, scales] = run(*kernels_named("portable"));
  for (const std::size_t row : {0U, 3U}) {
    for (std::size_t i = 0; i < width; ++i) {
      ASSERT_GE(bytes[row * width + i], 1);
      ASSERT_NEAR(scales[row] * static_cast<float>(bytes[row * width + i] - 128), x[row * width + i],
                  scales[row] * 0.501F);
    }
  }
  for (const std::size_t row : {1U, 2U}) {
    EXPECT_EQ(scales[row], 0.0F);
    for (std::size_t i = 0; i < width; ++i) EXPECT_EQ(bytes[row * width + i], 128);
  }
  for (const Kernels* kernels : all_kernels()) EXPECT_EQ(run(*kernels), std::pair(bytes, scales)) << kernels->name;
}

TEST(EncoderKernels, ActivateToTheSameBitsWithEveryInstructionSet) {
  std::vector<float> x = random_floats(256, 9);
  for (float& value : x) value *= 4;
  x[0] = 1e30F;
  x[1] = -1e30F;
  const auto run = [&](const Kernels& kernels) {
    std::vector<float> out = x;
    kernels.gelu(out.data(), out.size());
    return out;
  };
  const std::vector<float> expected = run(*kernels_named("portable"));
  EXPECT_EQ(expected[0], 1e30F);
  EXPECT_EQ(expected[1], 0.0F);
  for (std::size_t i = 2; i < x.size(); ++i) {
    const double v = x[i];
    const double gelu = 0.5 * v * (1 + std::tanh(std::sqrt(2 / 3.14159265358979) * (v + 0.044715 * v * v * v)));
    EXPECT_NEAR(expected[i], gelu, 2e-6);
  }
  for (const Kernels* kernels : all_kernels()) EXPECT_EQ(run(*kernels), expected) << kernels->name;
}

TEST(EncoderKernels, NormalizeToTheSameBitsWithEveryInstructionSet) {
  constexpr std::size_t width = 192;
  const std::vector<float> x = random_floats(3 * width, 10);
  const std::vector<float> y = random_floats(3 * width, 11);
  const std::vector<float> gain = random_floats(width, 12);
  const std::vector<float> bias = random_floats(width, 13);
  const auto run = [&](const Kernels& kernels) {
    std::vector<float> out = x;
    kernels.add_and_normalize(out.data(), y.data(), 3, width, gain.data(), bias.data());
    return out;
  };
  const std::vector<float> expected = run(*kernels_named("portable"));
  for (std::size_t row = 0; row < 3; ++row) {
    double mean = 0;
    double variance = 0;
    const auto sum = [&](std::size_t i) { return static_cast<double>(x[row * width + i]) + y[row * width + i]; };
    for (std::size_t i = 0; i < width; ++i) mean += sum(i) / width;
    for (std::size_t i = 0; i < width; ++i) variance += (sum(i) - mean) * (sum(i) - mean) / width;
    for (std::size_t i = 0; i < width; ++i) {
      EXPECT_NEAR(expected[row * width + i], (sum(i) - mean) / std::sqrt(variance) * gain[i] + bias[i], 1e-5);
    }
  }
  for (const Kernels* kernels : all_kernels()) EXPECT_EQ(run(*kernels), expected) << kernels->name;
}

TEST(EncoderKernels, AttendToTheSameBitsWithEveryInstructionSet) {
  constexpr std::size_t heads = 2;
  constexpr std::size_t width = heads * head_width;
  for (const std::size_t count : {1U, 2U, 7U, 16U, 37U}) {
    const std::vector<float> rows = random_floats(count * 3 * width, 14);
    const auto run = [&](const Kernels& kernels) {
      std::vector<float> scratch(attention_scratch(count), std::numeric_limits<float>::quiet_NaN());
      std::vector<float> out(count * width);
      kernels.attend({rows.data(), count, heads}, scratch.data(), out.data());
      return out;
    };
    const std::vector<float> expected = run(*kernels_named("portable"));
    const auto at = [&](std::size_t row, std::size_t part, std::size_t i) -> double {
      return rows[row * 3 * width + part * width + i];
    };
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t head = 0; head < heads; ++head) {
        double total = 0;
        std::vector<double> sums(head_width, 0);
        for (std::size_t j = 0; j < count; ++j) {
          double score = 0;
          for (std::size_t d = head * head_width; d < (head + 1) * head_width; ++d) score += at(i, 0, d) * at(j, 1, d);
          const double weight = std::exp(score / std::sqrt(32.0));
          total += weight;
          for (std::size_t d = 0; d < head_width; ++d) sums[d] += weight * at(j, 2, head * head_width + d);
        }
        for (std::size_t d = 0; d < head_width; ++d) {
          ASSERT_NEAR(expected[i * width + head * head_width + d], sums[d] / total, 1e-5);
        }
      }
    }
    for (const Kernels* kernels : all_kernels()) EXPECT_EQ(run(*kernels), expected) << kernels->name;
  }
}

TEST(EncoderKernels, AddProductsToTheSameBitsWithEveryInstructionSet) {
  const std::vector<float> a = random_floats(128, 15);
  const std::vector<float> b = random_floats(128, 16);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
  const float expected = kernels_named("portable")->dot(a.data(), b.data(), a.size());
  EXPECT_NEAR(expected, sum, 1e-5);
  for (const Kernels* kernels : all_kernels()) EXPECT_EQ(kernels->dot(a.data(), b.data(), a.size()), expected);
}

}  // namespace
}  // namespace habari::encoder
