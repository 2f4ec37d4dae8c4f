#include "analysis/learned/training/matrix.hpp"

#include <algorithm>

namespace habari::learned {
namespace {

constexpr std::size_t panel_width = 32;

}  // namespace

void PackedMatrix::pack(const float* b, std::size_t row_step, std::size_t column_step, std::size_t k,
                        std::size_t columns) {
  k_ = k;
  columns_ = columns;
  const std::size_t panels = (columns + panel_width - 1) / panel_width;
  panels_.resize(panels * k * panel_width);
  for (std::size_t p = 0; p < panels; ++p) {
    const std::size_t first = p * panel_width;
    const std::size_t width = std::min(panel_width, columns - first);
    for (std::size_t i = 0; i < k; ++i) {
      float* out = panels_.data() + (p * k + i) * panel_width;
      for (std::size_t j = width; j < panel_width; ++j) out[j] = 0.0F;
      for (std::size_t j = 0; j < width; ++j) out[j] = b[i * row_step + (first + j) * column_step];
    }
  }
}

void PackedMatrix::multiply(const float* a, std::size_t a_row, std::size_t a_column, std::size_t rows, float* c,
                            std::size_t c_row, bool accumulate) const {
  for (std::size_t first = 0; first < columns_; first += panel_width) {
    kernels().multiply_panel(a, a_row, a_column, rows, k_, panels_.data() + first * k_, c + first, c_row,
                             std::min(panel_width, columns_ - first), accumulate);
  }
}

void Parameter::resize(std::size_t rows, std::size_t columns, bool rows_apart) {
  weight.resize(rows, columns);
  gradient.resize(rows, columns);
  mean.assign(rows * columns, 0.0F);
  variance.assign(rows * columns, 0.0F);
  by_rows = rows_apart;
  is_touched.assign(rows_apart ? rows : 0, 0);
}

void Parameter::touch(std::size_t row) {
  if (is_touched[row] != 0) return;
  is_touched[row] = 1;
  touched.push_back(row);
}

void linear_forward(const Matrix& x, const Parameter& w, const Parameter* bias, Matrix& y) {
  y.reshape(x.rows, w.weight.columns);
  PackedMatrix packed;
  packed.pack(w.weight);
  packed.multiply(x.values.data(), x.columns, 1, x.rows, y.values.data(), y.columns, false);
  if (bias == nullptr) return;
  for (std::size_t r = 0; r < y.rows; ++r) kernels().add_scaled(y.row(r), bias->weight.row(0), 1.0F, y.columns);
}

void linear_backward(const Matrix& x, Parameter& w, Parameter* bias, const Matrix& dy, Matrix* dx, bool accumulate) {
  PackedMatrix packed;
  packed.pack(dy);
  packed.multiply(x.values.data(), 1, x.columns, x.columns, w.gradient.values.data(), w.gradient.columns, true);
  if (bias != nullptr) {
    for (std::size_t r = 0; r < dy.rows; ++r) {
      kernels().add_scaled(bias->gradient.row(0), dy.row(r), 1.0F, dy.columns);
    }
  }
  if (dx == nullptr) return;
  if (!accumulate) dx->reshape(x.rows, x.columns);
  packed.pack_transposed(w.weight);
  packed.multiply(dy.values.data(), dy.columns, 1, dy.rows, dx->values.data(), dx->columns, accumulate);
}

}  // namespace habari::learned
