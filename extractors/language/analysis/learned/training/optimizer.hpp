#pragma once

#include "analysis/learned/training/matrix.hpp"

#include <cstdint>
#include <vector>

namespace habari::learned {

/// Adam over a set of parameters: rows of embedding tables that have no gradient are left alone; a gradient longer than
/// a limit is shortened. Source: Kingma and Ba 2015.
class Optimizer {
 public:
  explicit Optimizer(std::vector<Parameter*> parameters) : parameters_(std::move(parameters)) {}

  /// Takes one step and clears the gradients.
  void step(float rate);

 private:
  std::vector<Parameter*> parameters_;
  std::uint64_t steps_ = 0;
};

}  // namespace habari::learned
