#include "analysis/learned/training/lstm.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace habari::learned {

BatchLayout::BatchLayout(std::vector<std::size_t> sentence_lengths) : lengths(std::move(sentence_lengths)) {
  std::size_t total = 0;
  for (const std::size_t length : lengths) {
    starts.push_back(total);
    total += length;
  }
  const std::size_t longest = lengths.empty() ? 0 : lengths.front();
  for (std::size_t t = 0; t < longest; ++t) {
    step_starts.push_back(forward_rows.size());
    for (std::size_t b = 0; b < lengths.size() && lengths[b] > t; ++b) {
      forward_rows.push_back(starts[b] + t);
      backward_rows.push_back(starts[b] + lengths[b] - 1 - t);
    }
  }
  step_starts.push_back(total);
}

void Lstm::initialize(std::size_t input, std::size_t hidden, Random& random) {
  input_weight.resize(input, 4 * hidden);
  recurrent_weight.resize(hidden, 4 * hidden);
  bias.resize(1, 4 * hidden);
  const float input_deviation = std::sqrt(2.0F / static_cast<float>(input + hidden));
  for (float& w : input_weight.weight.values) w = random.normal() * input_deviation;
  const float recurrent_deviation = std::sqrt(1.0F / static_cast<float>(hidden));
  for (float& w : recurrent_weight.weight.values) w = random.normal() * recurrent_deviation;
  for (std::size_t j = hidden; j < 2 * hidden; ++j) bias.weight.values[j] = 1.0F;
}

void Lstm::forward(const Matrix& x, const BatchLayout& layout, const std::vector<std::size_t>& order, Matrix& y,
                   std::size_t column, float recurrent_dropout, Random& random) {
  const std::size_t words = layout.words();
  const std::size_t h = hidden();
  x_.reshape(words, x.columns);
  for (std::size_t r = 0; r < words; ++r) std::copy_n(x.row(order[r]), x.columns, x_.row(r));
  mask_.resize(layout.lengths.size(), h);
  for (float& m : mask_.values) {
    m = recurrent_dropout > 0 ? (random.uniform() < recurrent_dropout ? 0.0F : 1.0F / (1.0F - recurrent_dropout))
                              : 1.0F;
  }
  linear_forward(x_, input_weight, &bias, gates_);
  cell_.reshape(words, h);
  cell_tanh_.reshape(words, h);
  output_.reshape(words, h);
  previous_output_.resize(words, h);
  PackedMatrix recurrent;
  recurrent.pack(recurrent_weight.weight);
  const std::vector<float> zero(h, 0.0F);
  for (std::size_t t = 0; t + 1 < layout.step_starts.size(); ++t) {
    const std::size_t first = layout.step_starts[t];
    const std::size_t count = layout.step_starts[t + 1] - first;
    const std::size_t before = t == 0 ? 0 : layout.step_starts[t - 1];
    if (t > 0) {
      for (std::size_t b = 0; b < count; ++b) {
        float* out = previous_output_.row(first + b);
        const float* in = output_.row(before + b);
        const float* m = mask_.row(b);
        for (std::size_t j = 0; j < h; ++j) out[j] = in[j] * m[j];
      }
      recurrent.multiply(previous_output_.row(first), h, 1, count, gates_.row(first), 4 * h, true);
    }
    for (std::size_t b = 0; b < count; ++b) {
      const std::size_t r = first + b;
      kernels().lstm_forward(gates_.row(r), h, t > 0 ? cell_.row(before + b) : zero.data(), cell_.row(r),
                             cell_tanh_.row(r), output_.row(r));
    }
  }
  for (std::size_t r = 0; r < words; ++r) std::copy_n(output_.row(r), h, y.row(order[r]) + column);
}

void Lstm::backward(const BatchLayout& layout, const std::vector<std::size_t>& order, const Matrix& dy,
                    std::size_t column, Matrix& dx) {
  const std::size_t words = layout.words();
  const std::size_t h = hidden();
  Matrix doutput;
  Matrix dcell;
  Matrix dgates;
  doutput.reshape(words, h);
  dcell.resize(words, h);
  dgates.reshape(words, 4 * h);
  for (std::size_t r = 0; r < words; ++r) std::copy_n(dy.row(order[r]) + column, h, doutput.row(r));
  PackedMatrix transposed;
  transposed.pack_transposed(recurrent_weight.weight);
  Matrix back;
  for (std::size_t t = layout.step_starts.size() - 1; t-- > 0;) {
    const std::size_t first = layout.step_starts[t];
    const std::size_t count = layout.step_starts[t + 1] - first;
    const std::size_t before = t == 0 ? 0 : layout.step_starts[t - 1];
    for (std::size_t b = 0; b < count; ++b) {
      const std::size_t r = first + b;
      kernels().lstm_backward(gates_.row(r), h, t > 0 ? cell_.row(before + b) : nullptr, cell_tanh_.row(r),
                              doutput.row(r), dcell.row(r), dgates.row(r), t > 0 ? dcell.row(before + b) : nullptr);
    }
    if (t > 0) {
      back.reshape(count, h);
      transposed.multiply(dgates.row(first), 4 * h, 1, count, back.values.data(), h, false);
      for (std::size_t b = 0; b < count; ++b) {
        float* dh = doutput.row(before + b);
        for (std::size_t j = 0; j < h; ++j) dh[j] += back.row(b)[j] * mask_.row(b)[j];
      }
    }
  }
  linear_backward(previous_output_, recurrent_weight, nullptr, dgates, nullptr, false);
  Matrix dx_step;
  linear_backward(x_, input_weight, &bias, dgates, &dx_step, false);
  for (std::size_t r = 0; r < words; ++r) kernels().add_scaled(dx.row(order[r]), dx_step.row(r), 1.0F, dx.columns);
}

}  // namespace habari::learned
