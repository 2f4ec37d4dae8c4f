#pragma once

#include "entities/gazetteer.hpp"
#include "entities/name_words.hpp"
#include "entities/pieces.hpp"
#include "lexicon/lexicon.hpp"

#include <habari/core/ontology.hpp>
#include <habari/core/sentence.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace habari {

/// How sure a name's kind is; the surer mention of a name in an article decides for the others.
enum class Evidence : std::uint8_t {
  shape,      ///< nothing but how it is written
  context,    ///< a title, head, cue or given name
  gazetteer,  ///< the gazetteer has it
};

/// A name in an article, before names are joined.
struct FoundName {
  std::uint32_t first = 0;  ///< Index of its first piece.
  std::uint32_t last = 0;   ///< Index of its last piece.
  EntityKind kind = EntityKind::thing;
  Evidence evidence = Evidence::shape;
  std::optional<std::uint32_t> entry;  ///< In the gazetteer.
  std::optional<std::uint32_t> group;  ///< In NameWords: a nationality or faith.
  std::string country;                 ///< Id of the country that the words behind it put a place into: `Mbale, Kenya`.
  bool is_local = false;  ///< Another article's of this name may be another: `High Court`, of whatever country.
};

/// What is known of one piece before names are put together.
struct NameMark {
  std::uint32_t name_end = 0;  ///< A gazetteer name begins here and ends before that piece. 0: none.
  std::uint32_t entry = 0;
  std::uint32_t role_end = 0;  ///< A phrase of NameWords begins here and ends before that piece. 0: none.
  NameRole role = NameRole::common;
  EntityKind role_kind = EntityKind::thing;
  bool ends_role = false;  ///< Such a phrase ends with this piece.
  NameRole ended_role = NameRole::common;
  EntityKind ended_kind = EntityKind::thing;
  bool in_title = false;
  bool in_time = false;
  bool taken = false;  ///< Belongs to a name already.
};

/// Finds names and their kinds by gazetteer, capitals, titles, heads and context.
class NameFinder {
 public:
  NameFinder(const Gazetteer& gazetteer, const NameWords& words, const Lexicon& lexicon)
      : gazetteer_(gazetteer), words_(words), lexicon_(lexicon) {}

  /// Names in text order, not overlapping. `times` are ranges of pieces (first, one past the last) that are times.
  std::vector<FoundName> find(std::span<const Sentence> sentences, std::span<const Piece> pieces,
                              std::span<const std::pair<std::uint32_t, std::uint32_t>> times) const;

 private:
  const Gazetteer& gazetteer_;
  const NameWords& words_;
  const Lexicon& lexicon_;
};

}  // namespace habari
