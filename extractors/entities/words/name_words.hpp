#pragma once

#include "lexicon/lexicon.hpp"
#include "words/pieces.hpp"
#include "words/vocabulary.hpp"

#include <habari/core/ontology.hpp>
#include <habari/extractors/data_directory.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// What a word does beside or in a name. One row of `names/words.tsv` each; format: docs/entities.md.
enum class NameRole : std::uint8_t {
  title,       ///< stands before a person's name and is no part of it: `Rais`, `Dk`
  head,        ///< first word of a name of this kind: `Hospitali`, `Mkoa`
  suffix,      ///< last word of a name of this kind: `Square`, `River`
  connective,  ///< ties a word for what is named to the name: `ya`, `of`
  joiner,      ///< coordinates: `na`, `and`, `&`
  cue,         ///< what follows is a name of this kind: `nchini`, `mjini`
  plural,      ///< how a noun without a plural of its own forms it: `y/ies`, `/s`
  given_name,
  surname,
};

/// A title, head, suffix or cue of one or more words.
struct NameCue {
  NameRole role;
  EntityKind kind;  ///< Of the name in or beside which it stands.
};

/// People called after a country or a faith: `Warusi`, `Russian`, `Wakristo`.
struct GroupName {
  std::string entity;  ///< Of the country where the word means its people, else of the group.
  std::string name;
};

/// What a language's words, and given names and surnames of all languages, say about names.
class NameWords {
 public:
  /// Errors: Error names the table's file and line.
  NameWords(std::string_view language, const DataDirectory& data, const Lexicon& lexicon, Vocabulary& vocabulary);

  bool has(WordId word, NameRole role) const {
    return word < roles_.size() && (roles_[word] & 1U << static_cast<unsigned>(role)) != 0;
  }
  /// Whether the lexicon knows the word as one that begins no name by itself.
  bool is_common(WordId word) const { return word < common_.size() && common_[word]; }
  /// What a thing called by this noun is.
  std::optional<EntityKind> noun_kind(WordId word) const;
  /// Titles, heads, suffixes and cues of one or more words.
  const PhraseTrie<NameCue>& phrases() const { return phrases_; }
  const PhraseTrie<std::uint32_t>& groups() const { return group_words_; }
  const GroupName& group(std::uint32_t number) const { return groups_[number]; }
  /// All words of groups, with their numbers.
  const std::vector<std::pair<std::string, std::uint32_t>>& group_forms() const { return group_forms_; }
  /// A noun's plural; empty where it is the singular's.
  std::string plural_of(const NounEntry& noun) const;

 private:
  void load_roles(const std::filesystem::path& file, Vocabulary& vocabulary);
  void load_names(const std::filesystem::path& file, NameRole role, Vocabulary& vocabulary);
  void load_groups(const std::filesystem::path& file, Vocabulary& vocabulary);
  void load_lexicon(const Lexicon& lexicon, Vocabulary& vocabulary);
  void load_closed_classes(const std::filesystem::path& file, Vocabulary& vocabulary);
  void add_role(WordId word, NameRole role);
  void add_common(std::string_view phrase, Vocabulary& vocabulary);

  std::vector<std::uint16_t> roles_;
  std::vector<bool> common_;
  std::vector<std::int8_t> noun_kinds_;  // -1: no noun
  PhraseTrie<NameCue> phrases_;
  PhraseTrie<std::uint32_t> group_words_;
  std::vector<GroupName> groups_;
  std::vector<std::pair<std::string, std::uint32_t>> group_forms_;
  std::vector<std::pair<std::string, std::string>> plurals_;  // ending of the singular, of the plural
};

}  // namespace habari
