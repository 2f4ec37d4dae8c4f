#pragma once

#include "identity/named_entities.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace habari {

/// Articles of neighbouring days that speak of the same things as context of the names in them.
class StoryContext {
 public:
  StoryContext(BuilderRows& rows, const NamedEntities& named);

  /// Points for the pair of articles, one of each side, that has most in common. Articles by their place in the order
  /// of identifiers, ascending.
  int points(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;

 private:
  std::unordered_map<std::uint64_t, int> points_;  ///< By two places; looked up, never iterated.
};

}  // namespace habari
