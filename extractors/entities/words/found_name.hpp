#pragma once

#include <habari/core/ontology.hpp>
#include <habari/core/text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace habari {

/// A name in an article, before names are joined.
struct FoundName {
  Span span;                ///< In Article::text.
  std::uint32_t first = 0;  ///< Index of its first piece.
  std::uint32_t last = 0;   ///< Index of its last piece.
  EntityKind kind = EntityKind::other;
  std::optional<std::uint32_t> entry;  ///< In the gazetteer.
  std::optional<std::uint32_t> group;  ///< In NameWords: a nationality or faith.
  std::string country;                 ///< Id of the country that the words behind it put a place into: `Mbale, Kenya`.
  bool is_local = false;  ///< Another article's of this name may be another: `High Court`, of whatever country.
};

/// Puts names into others, of which those go that stand in a new one. Both are in text order and do not overlap.
void put_in(const std::vector<FoundName>& more, std::vector<FoundName>& names);

}  // namespace habari
