#pragma once

#include "analysis/model/model_file.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace habari::learned {

/// A yes-or-no decision by the sum of hashed features' weights, one byte each.
class LinearModel {
 public:
  LinearModel() = default;
  /// Keeps a view into `file`. Errors: Error where the section is missing or its size is no power of two.
  LinearModel(const ModelFile& file, const std::string& name) : weights_(file.values<std::int8_t>(name)) {
    if (weights_.empty() || (weights_.size() & (weights_.size() - 1)) != 0)
      file.fail("model is damaged: section " + name);
  }

  bool decide(std::span<const std::uint64_t> features) const {
    std::int32_t sum = 0;
    for (const std::uint64_t feature : features) sum += weights_[feature & (weights_.size() - 1)];
    return sum > 0;
  }

 private:
  std::span<const std::int8_t> weights_;
};

}  // namespace habari::learned
