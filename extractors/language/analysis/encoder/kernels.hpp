#pragma once

#include <cstddef>
#include <cstdint>

namespace habari::encoder {

/// A matrix of byte weights in the order of learned::packed_place, with a factor and a bias for each output.
/// Invariant: weights in [-63, 63], so that AVX2's products of byte pairs cannot saturate; outputs is a multiple of 16,
/// inputs one of 64; offsets[n] is -128 times the sum of output n's weights.
struct Weights {
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  const float* factors = nullptr;
  const float* biases = nullptr;
  const std::int32_t* offsets = nullptr;
  const std::int8_t* values = nullptr;
};
inline constexpr std::int8_t largest_weight = 63;

/// Rows of activations as bytes: value = scale of the row * (byte - 128).
struct ByteRows {
  const std::uint8_t* bytes = nullptr;
  const float* scales = nullptr;
  std::size_t count = 0;
};

/// The queries, keys and values of one sentence, side by side in each row: 3 x heads x head_width floats.
struct AttentionInput {
  const float* rows = nullptr;
  std::size_t count = 0;
  std::size_t heads = 0;
};
inline constexpr std::size_t head_width = 32;
/// Rows of scores that attention keeps at once.
inline constexpr std::size_t attention_rows = 4;
/// Floats that attention over `count` rows needs beside its input.
constexpr std::size_t attention_scratch(std::size_t count) {
  return (count + 15) / 16 * 16 * (2 * head_width + attention_rows);
}

/// Arithmetic whose speed depends on the processor and whose answers do not: integer sums are exact, and float work
/// goes element by element or by sixteen sums that are added in a fixed order, never fused. No row looks at another,
/// but for attention, so a row's answer does not depend on what is read beside it.
struct Kernels {
  const char* name;

  /// out[m][n] = bias[n] + (scale[m] * factor[n]) * sum over k of (a[m][k] - 128) * w[n][k]; `out` is rows x outputs.
  /// `scratch` has product_scratch(inputs) bytes.
  void (*multiply)(const ByteRows& rows, const Weights& weights, std::uint8_t* scratch, float* out);

  /// Rows of floats as bytes in [1, 255]. A row of zeros, or one that overflowed, becomes zeros with scale 0.
  /// Requires: width is a multiple of 16.
  void (*quantize)(const float* x, std::size_t rows, std::size_t width, std::uint8_t* bytes, float* scales);

  /// x = gelu(x), in its tanh form. Requires: count is a multiple of 16.
  void (*gelu)(float* x, std::size_t count);

  /// x = norm(x + y) row by row; y may be nullptr. Requires: width is a multiple of 16.
  void (*add_and_normalize)(float* x, const float* y, std::size_t rows, std::size_t width, const float* gain,
                            const float* bias);

  /// out[i] = sum over j of softmax_j(q_i . k_j / sqrt(head_width)) v_j, head by head; `out` is count x heads x
  /// head_width, `scratch` has attention_scratch(count) floats.
  void (*attend)(const AttentionInput& input, float* scratch, float* out);

  /// Requires: count is a multiple of 16.
  float (*dot)(const float* a, const float* b, std::size_t count);
};

/// Bytes that a product over `inputs` inputs needs beside its operands.
constexpr std::size_t product_scratch(std::size_t inputs) { return 16 * inputs; }

/// The fastest set that this processor runs and that answers a small product like the portable one. Chosen once.
const Kernels& kernels();

/// A named set (`portable`, `avx2`, `avx512`, `amx`), nullptr where this processor cannot run it.
const Kernels* kernels_named(const char* name);

}  // namespace habari::encoder
