#pragma once

#include <cstddef>
#include <cstdint>

namespace habari::learned {

/// Where weight (output n, input k) of `outputs` x `inputs` lies: in groups of up to 128 outputs, by four inputs.
/// Requires: outputs is a multiple of 16, inputs one of 4.
constexpr std::size_t packed_place(std::size_t n, std::size_t k, std::size_t outputs, std::size_t inputs) {
  const std::size_t first = n / 128 * 128;
  const std::size_t width = outputs - first < 128 ? outputs - first : 128;
  return first * inputs + k / 4 * width * 4 + (n - first) * 4 + k % 4;
}

/// Arithmetic whose speed depends on the processor. The integer and element-wise functions give the same bits on every
/// instruction set: integer sums are exact, and the others round each element by itself, never fused.
/// The `float` product is for training; it may differ between instruction sets in the last bit.
struct Kernels {
  const char* name;

  /// out[m][n] = sum over k of (a[m][k] - 128) * w[n][k], for `w` in the order of packed_place.
  /// Shapes: a is rows x (4 * k4), out is rows x (16 * n16); `offset` has 16 * n16 entries: -128 * row sums of w.
  void (*multiply_u8_s8)(const std::uint8_t* a, std::size_t rows, std::size_t k4, const std::int8_t* w,
                         const std::int32_t* offset, std::size_t n16, std::int32_t* out);

  /// One step of an LSTM over `hidden` cells. Gates in the order input, forget, candidate, output:
  /// gate = from_input + scale * recurrent. Writes the new cell state and the output as 128 + round(127 * h).
  void (*lstm_step)(const float* from_input, const std::int32_t* recurrent, const float* scale, std::size_t hidden,
                    float* cell, std::uint8_t* output);

  /// out[m][n] = sum over k of x[m][k] * w[k][n], in the order of k. Rows lie `x_row`, `columns` and `columns` apart.
  /// Requires: columns is a multiple of 16.
  void (*multiply_floats)(const float* x, std::size_t x_row, std::size_t rows, std::size_t k, const float* w,
                          std::size_t columns, float* out);

  /// out[j] = 128 + the sum of two vectors, each with its factor, rounded and cut to [-127, 127].
  void (*quantize_sum)(const std::int32_t* a, float a_factor, const std::int32_t* b, float b_factor, std::size_t count,
                       std::uint8_t* out);

  /// out[j] += row[j]
  void (*add_bytes)(const std::int8_t* row, std::size_t count, std::int32_t* out);

  /// out[j] = bias[j] + scale[j] * sums[j]
  void (*rescale)(const std::int32_t* sums, const float* scale, const float* bias, std::size_t count, float* out);

  /// c[m][n] (+)= sum over k of a[m * a_row + k * a_column] * b, for one panel of 32 columns packed as k x 32.
  void (*multiply_panel)(const float* a, std::size_t a_row, std::size_t a_column, std::size_t rows, std::size_t k,
                         const float* panel, float* c, std::size_t c_row, std::size_t columns, bool accumulate);

  /// Training's forward step of one row: gates in place to their activations, cell from the previous one, its tanh,
  /// the output.
  void (*lstm_forward)(float* gates, std::size_t hidden, const float* previous_cell, float* cell, float* cell_tanh,
                       float* output);

  /// Training's backward step of one row. Takes the activations that lstm_forward left, the gradients of the output and
  /// of the cell from the next step; writes the gates' gradients and the previous cell's (nullptr at a sentence's
  /// start).
  void (*lstm_backward)(const float* gates, std::size_t hidden, const float* previous_cell, const float* cell_tanh,
                        const float* output_gradient, const float* cell_gradient, float* gate_gradients,
                        float* previous_cell_gradient);

  /// Multiplies each value by a mask of 0 (with probability limit / 2^32) or `keep`, drawn from `seed`; keeps the mask.
  void (*drop)(float* values, float* mask, std::size_t count, std::uint64_t seed, std::uint64_t limit, float keep);

  /// values[i] = exp(values[i] - highest), to some 1e-7 of itself; returns their sum. Requires: none above `highest`.
  float (*exponentials)(float* values, std::size_t count, float highest);

  /// One Adam step over `count` weights; clears the gradient.
  void (*adam)(float* weight, float* gradient, float* mean, float* variance, std::size_t count, float rate, float beta1,
               float beta2, float gradient_scale);

  /// values[i] += factor * other[i]
  void (*add_scaled)(float* values, const float* other, float factor, std::size_t count);
};

/// The fastest set this processor can run. The choice is made once.
const Kernels& kernels();

/// A named set (`portable`, `avx2`, `avx512`), nullptr where this processor cannot run it.
const Kernels* kernels_named(const char* name);

}  // namespace habari::learned
