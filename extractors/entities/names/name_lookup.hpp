#pragma once

#include "gazetteer/gazetteer.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace habari {

/// Looks the marked names of an article up in the tables of the gazetteer. An entry of the name's own kind is taken;
/// one of another kind corrects the name's only where it is the only one of that name.
class NameLookup {
 public:
  NameLookup(const Gazetteer& gazetteer, const NameWords& words, const Vocabulary& vocabulary, std::string_view text,
             std::span<const Piece> pieces)
      : gazetteer_(gazetteer), words_(words), vocabulary_(vocabulary), text_(text), pieces_(pieces) {}

  /// Gives names their entries and groups, and the kinds of these; leaves titles out of persons' names, and words out
  /// that are no names.
  void look_up(std::vector<FoundName>& names);

 private:
  using Index = std::uint32_t;
  using Entry = std::optional<std::uint32_t>;
  /// What the gazetteer has under a name.
  struct Entries {
    std::vector<std::uint32_t> numbers;
    bool is_only = false;  ///< There is one.
  };

  void leave_out_titles(FoundName& name) const;
  Index title_end(Index first, Index last) const;
  void give_entry(FoundName& name) const;
  std::optional<EntityKind> kind_by_its_words(const FoundName& name) const;
  Entry entry_of(const FoundName& name) const;
  Entry with_words_before(const FoundName& name) const;
  Entry known_person_inside(const FoundName& name) const;
  Entry entry_of_kind(Index first, Index last, EntityKind kind) const;
  std::optional<std::uint32_t> group_of(const FoundName& name) const;
  Entries entries(Index first, Index last, EntityKind kind) const;
  bool may_be(const FoundName& name, EntityKind kind) const;
  bool is_personal(const FoundName& name) const;
  bool is_person_again(const FoundName& name) const;
  bool is_common_word(const FoundName& name) const;
  bool is_users(const FoundName& name) const;
  bool is_office(const FoundName& name) const;
  void leave_out_office(FoundName& name) const;
  bool stands_behind_place_word(Index first) const;

  const Gazetteer& gazetteer_;
  const NameWords& words_;
  const Vocabulary& vocabulary_;
  std::string_view text_;
  std::span<const Piece> pieces_;
  std::unordered_set<std::uint64_t> person_words_;  // keys of the words of full names of persons
};

}  // namespace habari
