#pragma once

#include "analysis/model/kernels.hpp"

#include <cstddef>
#include <vector>

namespace habari::learned {

/// Dense row-major matrix of floats.
struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<float> values;

  void resize(std::size_t r, std::size_t c) {
    rows = r;
    columns = c;
    values.assign(r * c, 0.0F);
  }
  /// Contents are whatever was there before: for what is then written in full.
  void reshape(std::size_t r, std::size_t c) {
    rows = r;
    columns = c;
    values.resize(r * c);
  }
  float* row(std::size_t r) { return values.data() + r * columns; }
  const float* row(std::size_t r) const { return values.data() + r * columns; }
};

/// A right-hand factor in the order the product kernel reads it: panels of 32 columns, each k x 32.
class PackedMatrix {
 public:
  /// Element (i, j) of the factor is `b[i * row_step + j * column_step]`; swap the steps to transpose.
  void pack(const float* b, std::size_t row_step, std::size_t column_step, std::size_t k, std::size_t columns);
  void pack(const Matrix& b) { pack(b.values.data(), b.columns, 1, b.rows, b.columns); }
  void pack_transposed(const Matrix& b) { pack(b.values.data(), 1, b.columns, b.columns, b.rows); }

  /// c (+)= a * this. Element (m, i) of the left factor is `a[m * a_row + i * a_column]`.
  void multiply(const float* a, std::size_t a_row, std::size_t a_column, std::size_t rows, float* c, std::size_t c_row,
                bool accumulate) const;

 private:
  std::size_t k_ = 0;
  std::size_t columns_ = 0;
  std::vector<float> panels_;
};

/// A trained matrix: weights, gradient and the two moments of Adam.
struct Parameter {
  Matrix weight;
  Matrix gradient;
  std::vector<float> mean;
  std::vector<float> variance;
  bool by_rows = false;  ///< An embedding table: few rows have a gradient, and only those are updated.
  std::vector<std::size_t> touched;
  std::vector<char> is_touched;

  void resize(std::size_t rows, std::size_t columns, bool rows_apart = false);
  void touch(std::size_t row);
};

/// y = x w + bias (bias may be nullptr), for `rows` rows of x.
void linear_forward(const Matrix& x, const Parameter& w, const Parameter* bias, Matrix& y);
/// Adds to the gradients of w and bias; dx (+)= dy w^T where dx is given.
void linear_backward(const Matrix& x, Parameter& w, Parameter* bias, const Matrix& dy, Matrix* dx, bool accumulate);

}  // namespace habari::learned
