#pragma once

#include <habari/core/query.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// A name as names are compared: ASCII letters in lower case, its words set apart by one blank each. A name without a
/// word is left as it is.
std::string fold_name(std::string_view name);

/// Entities by folded name and by the words in it.
class EntityNames {
 public:
  explicit EntityNames(const Graph& graph);
  /// Ascending.
  std::vector<Vertex> find(std::string_view name) const;

 private:
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  std::vector<StringId> containing(const std::string& folded) const;

  StringTable folded_;
  Pairs vertices_;  ///< Number in folded_, vertex.
  StringTable words_;
  Pairs names_;  ///< Number in words_, number in folded_.
};

}  // namespace habari
