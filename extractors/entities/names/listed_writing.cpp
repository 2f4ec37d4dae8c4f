// Which words that the gazetteer lists are written as names: part of ListedNames.
#include "names/listed_names.hpp"

#include <algorithm>

namespace habari {
namespace {

/// The shortest acronym that may be written with one capital only, and without any: `Unicef`, `unicef`.
constexpr std::uint32_t shortest_spoken_acronym = 4;
constexpr std::uint32_t shortest_lower_acronym = 5;
/// The shortest acronym that is a name where no reader says so: `US dollars`.
constexpr std::uint32_t shortest_sure_acronym = 3;
/// The shortest name that is recognised without any capital: `tanzania`, `marekani`.
constexpr std::uint32_t shortest_lower_name = 5;

bool is_institution(const GazetteerEntry& entry) {
  return entry.kind == EntityKind::country || entry.kind == EntityKind::organization;
}

}  // namespace

bool ListedNames::is_name(Gazetteer::Alias alias, Index begin, Index end) const {
  const GazetteerEntry& entry = gazetteer_.entry(alias.entry);
  if (entry.kind == EntityKind::language) return false;  // a people's as well
  const Writing writing = writing_of(begin, end);
  const bool is_partly_lower = writing.capitals > 0 && !pieces_[begin].is_capital();
  // `bunge la Kenya`: some parliament, and the country's name; with a capital it is the institution's own name.
  if (is_partly_lower && entry.kind == EntityKind::organization && holds_country(begin + 1, end)) return false;
  if (holds_marked(begin, end)) return is_whole_name(entry, alias, begin, writing);
  if (is_institution(entry) && writing.words > 2) return true;
  if (alias.casing == Casing::acronym) return is_acronym(entry, begin, writing);
  return writing.capitals == 0 ? may_be_lower(entry, begin, writing) : shows_itself(entry, begin, writing);
}

/// Whether words of which some are marked are one name: `Afrika Kusini`, but not `Rais Kagame`.
bool ListedNames::is_whole_name(const GazetteerEntry& entry, Gazetteer::Alias alias, Index begin,
                                const Writing& writing) const {
  if (writing.words < 2 || alias.casing == Casing::acronym || !pieces_[begin].is_capital()) return false;
  return entry.kind != EntityKind::person || !is_title(begin);
}

bool ListedNames::is_acronym(const GazetteerEntry& entry, Index begin, const Writing& writing) const {
  const Piece& first = pieces_[begin];
  if (writing.all_upper) {
    return source_ == NameSource::gazetteer ||
           (entry.kind == EntityKind::organization && first.span.size() >= shortest_sure_acronym);
  }
  const bool is_lower = writing.capitals == 0;
  if (writing.words != 1 || words_.is_common(first.word) || (!is_lower && source_ == NameSource::reader)) return false;
  return first.span.size() >= (is_lower ? shortest_lower_acronym : shortest_spoken_acronym);
}

/// Whether a name of one or two words is one without capitals: only a country's.
bool ListedNames::may_be_lower(const GazetteerEntry& entry, Index begin, const Writing& writing) const {
  const Piece& first = pieces_[begin];
  if (entry.kind != EntityKind::country || (writing.words == 1 && first.span.size() < shortest_lower_name))
    return false;
  return !words_.is_common(first.word) || words_.noun_kind(first.word) == EntityKind::country;
}

/// Whether capitals show that the words are the entry's name.
bool ListedNames::shows_itself(const GazetteerEntry& entry, Index begin, const Writing& writing) const {
  const Piece& first = pieces_[begin];
  if (!first.is_capital()) return false;
  // Lexicons list the names of some countries among the nouns.
  const bool is_common = words_.is_common(first.word) &&
                         !(entry.kind == EntityKind::country && words_.noun_kind(first.word) == EntityKind::country);
  if (source_ == NameSource::reader) return entry.kind == EntityKind::country && !is_common;
  if (entry.kind == EntityKind::person && writing.words > 1) return writing.capitals + 1 >= writing.words;
  // The capital of a sentence's first word says nothing: `Mali ya umma`, `The economist`.
  if (!first.starts || !is_common) return true;
  if (writing.words == 1) return first.upos == Upos::propn;
  return writing.words > 2 || writing.capitals > 1;
}

/// Whether a word for a people is meant so; beside a reader's names only where it is no language (`Kifaransa`).
bool ListedNames::is_group(Index begin, Index end) const {
  if (source_ == NameSource::gazetteer) return true;
  const auto& names = gazetteer_.names();
  auto node = names.root;
  for (Index i = begin; i < end && node != names.none; ++i) node = names.next(node, pieces_[i].word);
  if (node == names.none) return true;
  const auto& aliases = names.values(node);
  return std::none_of(aliases.begin(), aliases.end(), [&](const Gazetteer::Alias& alias) {
    return gazetteer_.entry(alias.entry).kind == EntityKind::language;
  });
}

bool ListedNames::is_title(Index at) const {
  const WordId word = pieces_[at].word;
  return words_.has(word, NameRole::title) || words_.noun_kind(word) == EntityKind::person;
}

bool ListedNames::holds_country(Index begin, Index end) const {
  for (Index i = begin; i < end; ++i) {
    if (!pieces_[i].is_capital()) continue;
    const auto node = gazetteer_.names().next(gazetteer_.names().root, pieces_[i].word);
    if (node == gazetteer_.names().none) continue;
    for (const Gazetteer::Alias& alias : gazetteer_.names().values(node)) {
      if (gazetteer_.entry(alias.entry).kind == EntityKind::country) return true;
    }
  }
  return false;
}

ListedNames::Writing ListedNames::writing_of(Index begin, Index end) const {
  Writing writing;
  for (Index i = begin; i < end; ++i) {
    const Piece& piece = pieces_[i];
    if (!piece.is_word()) continue;
    ++writing.words;
    if (piece.is_capital()) ++writing.capitals;
    writing.all_upper &= piece.shape == Shape::upper;
  }
  return writing;
}

}  // namespace habari
