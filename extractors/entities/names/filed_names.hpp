#pragma once

#include "gazetteer/gazetteer.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace habari {

/// Looks names that the tables lack up in the gazetteer files. What a file has of a name's own kind is evidence on who
/// or what it is; it makes no name, and changes no kind but one sort of place for another. Namesakes among places are
/// told apart by the countries of the article and by their size; where neither decides, the name stays without entry.
class FiledNames {
 public:
  FiledNames(const Gazetteer& gazetteer, const NameWords& words, std::string_view text, std::span<const Piece> pieces)
      : gazetteer_(gazetteer), words_(words), text_(text), pieces_(pieces) {}

  /// Requires: the kinds of all names are settled.
  void look_up(std::vector<FoundName>& names);
  /// Gives places that the article puts into a country (FoundName::country) the entry that lies there, and so the same
  /// name elsewhere in the article.
  void move_places(std::vector<FoundName>& names) const;

 private:
  using Index = std::uint32_t;
  using Entry = std::optional<std::uint32_t>;
  using Filed = Gazetteer::Filed;

  void count_countries(const std::vector<FoundName>& names);
  std::vector<Filed> find(Index first, Index last) const;
  std::vector<Filed> find_places(const FoundName& name) const;
  void give_entry(FoundName& name) const;
  Entry users_own(Index first, Index last, EntityKind kind) const;
  Entry with_words_before(const FoundName& name) const;
  Entry person_inside(const FoundName& name) const;
  Entry place_meant(const FoundName& name) const;
  Entry place_in_context(const std::vector<Filed>& found) const;
  Entry place_in(const FoundName& name, std::string_view country) const;
  int mentions_of_country(const Filed& place) const;

  const Gazetteer& gazetteer_;
  const NameWords& words_;
  std::string_view text_;
  std::span<const Piece> pieces_;
  std::map<std::string, int, std::less<>> countries_;  // how often the article speaks of each
};

}  // namespace habari
