#include "analysis/learned/training/random.hpp"
#include "analysis/model/kernels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace habari::learned {
namespace {

/// The sets of instructions that this processor can run besides the portable one.
std::vector<const Kernels*> others() {
  std::vector<const Kernels*> found;
  for (const char* name : {"avx2", "avx512"}) {
    if (const Kernels* kernels = kernels_named(name)) found.push_back(kernels);
  }
  return found;
}

TEST(LearnedKernels, MultiplyBytesExactlyWithEveryInstructionSet) {
  constexpr std::size_t rows = 7;
  constexpr std::size_t k4 = 12;
  constexpr std::size_t n16 = 11;
  Random random(3);
  std::vector<std::uint8_t> a(rows * k4 * 4);
  std::vector<std::int8_t> w(n16 * k4 * 64);
  std::vector<std::int32_t> offset(n16 * 16, 0);
  for (auto& x : a) x = static_cast<std::uint8_t>(random.below(256));
  for (auto& x : w) x = static_cast<std::int8_t>(static_cast<int>(random.below(256)) - 128);
  const auto weight = [&](std::size_t n, std::size_t k) { return w[packed_place(n, k, n16 * 16, k4 * 4)]; };
  for (std::size_t n = 0; n < n16 * 16; ++n) {
    for (std::size_t k = 0; k < k4 * 4; ++k) offset[n] -= 128 * weight(n, k);
  }
  std::vector<const Kernels*> all = others();
  all.push_back(kernels_named("portable"));
  for (const Kernels* kernels : all) {
    std::vector<std::int32_t> out(rows * n16 * 16, -1);
    kernels->multiply_u8_s8(a.data(), rows, k4, w.data(), offset.data(), n16, out.data());
    for (std::size_t m = 0; m < rows; ++m) {
      for (std::size_t n = 0; n < n16 * 16; ++n) {
        std::int32_t expected = 0;
        for (std::size_t k = 0; k < k4 * 4; ++k) expected += (a[m * k4 * 4 + k] - 128) * weight(n, k);
        ASSERT_EQ(out[m * n16 * 16 + n], expected) << kernels->name << " row " << m << " output " << n;
      }
    }
  }
}

TEST(LearnedKernels, StepAnLstmToTheSameBitsWithEveryInstructionSet) {
  constexpr std::size_t hidden = 48;
  Random random(5);
  std::vector<float> input(4 * hidden);
  std::vector<float> scale(4 * hidden);
  std::vector<std::int32_t> recurrent(4 * hidden);
  for (float& x : input) x = random.normal() * 3;
  for (float& x : scale) x = random.uniform() * 1e-3F;
  for (auto& x : recurrent) x = static_cast<std::int32_t>(random.below(20000)) - 10000;
  const auto run = [&](const Kernels& kernels) {
    std::vector<float> cell(hidden, 0.25F);
    std::vector<std::uint8_t> output(hidden);
    kernels.lstm_step(input.data(), recurrent.data(), scale.data(), hidden, cell.data(), output.data());
    return std::pair(cell, output);
  };
  const auto expected = run(*kernels_named("portable"));
  for (std::size_t j = 0; j < hidden; ++j) {
    const auto gate = [&](std::size_t block) {
      const std::size_t at = block * hidden + j;
      return static_cast<double>(input[at] + scale[at] * static_cast<float>(recurrent[at]));
    };
    const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
    const double cell = logistic(gate(1)) * 0.25 + logistic(gate(0)) * std::tanh(gate(2));
    EXPECT_NEAR(expected.first[j], cell, 1e-5);
    EXPECT_NEAR(expected.second[j], 128 + 127 * logistic(gate(3)) * std::tanh(cell), 0.51);
  }
  for (const Kernels* kernels : others()) EXPECT_EQ(run(*kernels), expected) << kernels->name;
}

TEST(LearnedKernels, MultiplyAndRoundFloatsToTheSameBitsWithEveryInstructionSet) {
  Random random(9);
  constexpr std::size_t rows = 7;
  constexpr std::size_t k = 24;
  constexpr std::size_t columns = 48;
  std::vector<float> x(rows * k);
  std::vector<float> w(k * columns);
  for (float& v : x) v = random.normal();
  for (float& v : w) v = random.normal();
  std::vector<std::int32_t> a(columns);
  for (auto& v : a) v = static_cast<std::int32_t>(random.below(2000)) - 1000;
  const auto run = [&](const Kernels& kernels) {
    std::vector<float> out(rows * columns, -1.0F);
    kernels.multiply_floats(x.data(), k, rows, k, w.data(), columns, out.data());
    std::vector<std::uint8_t> bytes(columns);
    kernels.quantize_sum(a.data(), 0.11F, a.data(), 0.07F, columns, bytes.data());
    return std::pair(out, bytes);
  };
  const auto expected = run(*kernels_named("portable"));
  for (std::size_t at = 0; at < rows * columns; ++at) {
    double sum = 0;
    for (std::size_t i = 0; i < k; ++i) {
      sum += static_cast<double>(x[at / columns * k + i]) * w[i * columns + at % columns];
    }
    EXPECT_NEAR(expected.first[at], sum, 1e-4);
  }
  for (std::size_t j = 0; j < columns; ++j) {
    EXPECT_NEAR(expected.second[j], 128 + std::round(std::clamp(0.18 * a[j], -127.0, 127.0)), 1.0);
  }
  for (const Kernels* kernels : others()) EXPECT_EQ(run(*kernels), expected) << kernels->name;
}

TEST(LearnedKernels, MultiplyFloatsInEveryShape) {
  Random random(13);
  constexpr std::size_t k = 19;
  std::vector<const Kernels*> all = others();
  all.push_back(kernels_named("portable"));
  for (const std::size_t rows : {1U, 2U, 7U, 8U, 17U}) {
    for (const std::size_t columns : {1U, 31U, 32U}) {
      std::vector<float> a(rows * k);
      std::vector<float> panel(k * 32, 0.0F);
      for (float& v : a) v = random.normal();
      for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < columns; ++j) panel[i * 32 + j] = random.normal();
      }
      for (const Kernels* kernels : all) {
        std::vector<float> c(rows * columns, 2.0F);
        kernels->multiply_panel(a.data(), k, 1, rows, k, panel.data(), c.data(), columns, columns, true);
        for (std::size_t m = 0; m < rows; ++m) {
          for (std::size_t n = 0; n < columns; ++n) {
            double sum = 2;
            for (std::size_t i = 0; i < k; ++i) sum += static_cast<double>(a[m * k + i]) * panel[i * 32 + n];
            ASSERT_NEAR(c[m * columns + n], sum, 1e-4) << kernels->name;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace habari::learned
