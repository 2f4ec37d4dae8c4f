#include "analysis/learned/training/optimizer.hpp"

#include <cmath>

namespace habari::learned {
namespace {

double square_length(const float* values, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(values[i]) * values[i];
  return sum;
}

}  // namespace

void Optimizer::step(float rate) {
  constexpr float beta1 = 0.9F;
  constexpr float beta2 = 0.98F;
  constexpr double longest_gradient = 5.0;
  ++steps_;
  double square = 0;
  for (const Parameter* p : parameters_) {
    if (!p->by_rows) square += square_length(p->gradient.values.data(), p->gradient.values.size());
    for (const std::size_t row : p->touched) square += square_length(p->gradient.row(row), p->gradient.columns);
  }
  const double length = std::sqrt(square);
  const auto scale = static_cast<float>(length > longest_gradient ? longest_gradient / length : 1.0);
  const auto steps = static_cast<double>(steps_);
  const auto corrected = static_cast<float>(rate * std::sqrt(1 - std::pow(static_cast<double>(beta2), steps)) /
                                            (1 - std::pow(static_cast<double>(beta1), steps)));
  for (Parameter* p : parameters_) {
    const auto update = [&](std::size_t first, std::size_t count) {
      kernels().adam(p->weight.values.data() + first, p->gradient.values.data() + first, p->mean.data() + first,
                     p->variance.data() + first, count, corrected, beta1, beta2, scale);
    };
    if (!p->by_rows) {
      update(0, p->weight.values.size());
      continue;
    }
    for (const std::size_t row : p->touched) {
      update(row * p->weight.columns, p->weight.columns);
      p->is_touched[row] = 0;
    }
    p->touched.clear();
  }
}

}  // namespace habari::learned
