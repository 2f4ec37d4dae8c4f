#pragma once

#include "analysis/learned/training/matrix.hpp"
#include "analysis/learned/training/random.hpp"

#include <cstddef>
#include <vector>

namespace habari::learned {

/// How the words of a batch stand in the matrices. Sentences are sorted by falling length; words are stored sentence
/// by sentence. A recurrent layer walks them step by step: row `step_start[t] + b` is word t of sentence b.
struct BatchLayout {
  std::vector<std::size_t> lengths;        ///< Falling.
  std::vector<std::size_t> starts;         ///< First row of each sentence.
  std::vector<std::size_t> step_starts;    ///< One for each step, and the total at the end.
  std::vector<std::size_t> forward_rows;   ///< Step order to sentence order.
  std::vector<std::size_t> backward_rows;  ///< The same, each sentence read from its end.

  explicit BatchLayout(std::vector<std::size_t> sentence_lengths);
  std::size_t words() const { return forward_rows.size(); }
};

/// One direction of a long short-term memory layer, with its gradients.
/// Gates in the order input, forget, candidate, output. Dropout masks are one for each sentence (variational).
class Lstm {
 public:
  Parameter input_weight;      ///< input x 4 hidden
  Parameter recurrent_weight;  ///< hidden x 4 hidden
  Parameter bias;              ///< 1 x 4 hidden

  void initialize(std::size_t input, std::size_t hidden, Random& random);

  /// Writes columns [column, column + hidden) of y. `recurrent_dropout` of 0 draws nothing from `random`.
  void forward(const Matrix& x, const BatchLayout& layout, const std::vector<std::size_t>& order, Matrix& y,
               std::size_t column, float recurrent_dropout, Random& random);
  /// Adds to the parameters' gradients and to dx.
  void backward(const BatchLayout& layout, const std::vector<std::size_t>& order, const Matrix& dy, std::size_t column,
                Matrix& dx);

 private:
  std::size_t hidden() const { return recurrent_weight.weight.rows; }

  Matrix x_;
  Matrix gates_;
  Matrix cell_;
  Matrix cell_tanh_;
  Matrix output_;
  Matrix previous_output_;
  Matrix mask_;
};

}  // namespace habari::learned
