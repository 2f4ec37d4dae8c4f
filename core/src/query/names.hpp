#pragma once

#include <habari/core/query.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// Entities by folded name and by the words in it.
class EntityNames {
 public:
  explicit EntityNames(const Graph& graph);
  /// Those with the name; else with a name that has its words; else the one with a name that goes on as it begins.
  /// Ascending.
  std::vector<Vertex> find(std::string_view name) const;
  /// Those with a name that has its words, the last of which may go on: with the whole name first, then those with most
  /// mentions.
  std::vector<Vertex> completions(std::string_view name, std::size_t limit) const;
  /// Those with names written nearly so, the nearest first, then those with most mentions.
  std::vector<Vertex> similar(std::string_view name, std::size_t limit) const;

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  using Pairs = std::vector<Pair>;
  std::vector<StringId> containing(const std::string& folded) const;
  std::vector<Vertex> continuing(const std::string& folded) const;
  template <typename Use>
  void for_each_continuing(const std::string& folded, Use use) const;
  void add_savings(std::string_view word, std::vector<std::uint32_t>& saved) const;
  std::vector<std::uint32_t> costs_of_being(std::string_view name) const;
  std::vector<Vertex> entities(const std::vector<StringId>& names) const;

  const Graph& graph_;
  StringTable folded_;
  Pairs vertices_;  ///< Number in folded_, vertex.
  StringTable words_;
  Pairs names_;  ///< Number in words_, number in folded_.
};

}  // namespace habari
