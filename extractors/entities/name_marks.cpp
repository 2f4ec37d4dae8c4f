#include "entities/name_scene.hpp"

#include <array>

namespace habari {
namespace {

/// The shortest acronym that may be written with one capital only: `Unicef`, `Chadema`.
constexpr std::uint32_t shortest_spoken_acronym = 4;
/// The shortest name that is recognised without any capital: `tanzania`, `marekani`.
constexpr std::uint32_t shortest_lower_name = 5;

}  // namespace

NameScene::NameScene(const Gazetteer& gazetteer, const NameWords& words, const Lexicon& lexicon,
                     std::span<const Sentence> sentences, std::span<const Piece> pieces,
                     std::span<const std::pair<std::uint32_t, std::uint32_t>> times)
    : gazetteer_(gazetteer),
      words_(words),
      lexicon_(lexicon),
      sentences_(sentences),
      pieces_(pieces),
      marks_(pieces.size()) {
  for (const auto& [begin, end] : times) {
    for (Index i = begin; i < end; ++i) marks_[i].in_time = true;
  }
  count_capitals();
}

void NameScene::count_capitals() {
  for (const Piece& piece : pieces_) {
    if (piece.is_capital() && !piece.starts) capital_inside_.emplace(piece.key, true);
  }
}

/// A line whose capitals say nothing: all letters are capitals, or common words have them too.
bool NameScene::is_headline(Index begin, Index end) const {
  int capital = 0;
  int upper = 0;
  int common = 0;
  for (Index i = begin; i < end; ++i) {
    const Piece& piece = pieces_[i];
    if (!piece.is_word() || piece.span.size() < 4) continue;
    if (!piece.is_capital()) return false;
    ++capital;
    if (piece.shape == Shape::upper) ++upper;
    if (words_.is_common(piece.word) && !has(i, NameRole::given_name)) ++common;
  }
  return common >= 3 || (upper >= 2 && upper == capital);
}

void NameScene::mark_sentence(Index begin, Index end) {
  headline_ = is_headline(begin, end);
  for (Index i = begin; i < end; ++i) {
    if (pieces_[i].word != unknown_word) {
      mark_role(i, end);
      mark_gazetteer_name(i, end);
      if (pieces_[i].is_capital()) mark_institution(i, end);
    }
    if (gazetteer_.has_file() && pieces_[i].is_capital()) mark_filed_name(i, end);
  }
}

void NameScene::mark_role(Index at, Index end) {
  const auto& phrases = words_.phrases();
  auto node = phrases.root;
  NameMark& mark = marks_[at];
  for (Index i = at; i < end; ++i) {
    if (pieces_[i].shape == Shape::mark) {
      if (i > at && pieces_[i].mark == '-' && pieces_[i].tight) continue;
      break;
    }
    node = phrases.next(node, pieces_[i].word);
    if (node == phrases.none) break;
    if (phrases.values(node).empty()) continue;
    const NameCue cue = phrases.values(node).front();
    mark.role_end = i + 1;
    mark.role = cue.role;
    mark.role_kind = cue.kind;
  }
  if (mark.role_end == 0) {
    const auto kind = words_.noun_kind(pieces_[at].word);
    if (!kind || has(at, NameRole::given_name)) return;
    const bool heads = *kind == EntityKind::organization || *kind == EntityKind::place ||
                       *kind == EntityKind::facility || *kind == EntityKind::country || *kind == EntityKind::group;
    if (*kind != EntityKind::person && !heads) return;
    mark.role_end = at + 1;
    mark.role = heads ? NameRole::head : NameRole::title;
    mark.role_kind = *kind;
  }
  NameMark& last = marks_[mark.role_end - 1];
  last.ends_role = true;
  last.ended_role = mark.role;
  last.ended_kind = mark.role_kind;
  if (mark.role == NameRole::title) {
    for (Index i = at; i < mark.role_end; ++i) marks_[i].in_title = true;
  }
}

void NameScene::mark_gazetteer_name(Index at, Index end) {
  const auto& names = gazetteer_.names();
  auto node = names.root;
  NameMark& mark = marks_[at];
  if (is_handle(at)) return;
  for (Index i = at; i < end; ++i) {
    if (pieces_[i].mark == '-' && i > at) continue;
    if (pieces_[i].shape == Shape::mark) break;
    node = names.next(node, pieces_[i].word);
    if (node == names.none) break;
    std::optional<std::uint32_t> chosen;
    for (const Gazetteer::Alias& alias : names.values(node)) {
      if (!is_written_as(alias, at, i + 1)) continue;
      // Under a shared name the words before decide: `Rais Masisi`, `mji wa Masisi`.
      if (!chosen)
        chosen = alias.entry;
      else if (kind_before(at) == gazetteer_.entry(alias.entry).kind)
        chosen = alias.entry;
    }
    if (chosen) {
      mark.name_end = i + 1;
      mark.entry = *chosen;
    }
  }
}

/// `Mahakama Kuu ya Tanzania`, where it is longer than a name of the tables.
void NameScene::mark_institution(Index at, Index end) {
  constexpr Index most_words = 12;
  NameMark& mark = marks_[at];
  std::array<WordId, most_words> words{};
  Index count = 0;
  while (at + count < end && count < most_words && pieces_[at + count].shape != Shape::mark) {
    words[count] = pieces_[at + count].word;
    ++count;
  }
  const Gazetteer::InstitutionName found = gazetteer_.institution_at(std::span(words).first(count));
  const auto stop = at + static_cast<Index>(found.words);
  if (found.words == 0 || stop <= mark.name_end || !is_written_as({found.entry, Casing::capitals}, at, stop)) return;
  mark.name_end = stop;
  mark.entry = found.entry;
}

/// The longest name of the gazetteer file that begins here, where it is longer than one of the tables.
void NameScene::mark_filed_name(Index at, Index end) {
  constexpr std::uint32_t most_words = 8;
  NameMark& mark = marks_[at];
  NameHash hash;
  std::uint32_t words = 0;
  for (Index i = at; i < end && words < most_words; ++i) {
    if (pieces_[i].mark == '-' && i > at) continue;
    if (pieces_[i].shape == Shape::mark) break;
    hash.add(pieces_[i].key);
    ++words;
    if (i + 1 <= mark.name_end || !(pieces_[i].is_capital() || pieces_[i].shape == Shape::number)) continue;
    const Gazetteer::Filed filed = gazetteer_.find_filed(hash.value());
    std::optional<std::uint32_t> chosen;
    for (const Gazetteer::Alias& alias : filed.aliases) {
      const bool fits = kind_before(at) == gazetteer_.entry(alias.entry).kind;
      const bool is_best = filed.is_clear && alias.entry == filed.aliases.front().entry;
      if (is_written_as(alias, at, i + 1) && (is_best || fits) && !chosen) chosen = alias.entry;
    }
    if (!chosen) continue;
    mark.name_end = i + 1;
    mark.entry = *chosen;
  }
}

/// `bunge la Kenya`: some parliament, and the country's name; with a capital it is the institution's own name.
bool NameScene::holds_country(Index begin, Index end) const {
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

bool NameScene::is_written_as(Gazetteer::Alias alias, Index begin, Index end) const {
  Index words = 0;
  Index capitals = 0;
  bool all_upper = true;
  for (Index i = begin; i < end; ++i) {
    const Piece& piece = pieces_[i];
    if (!piece.is_word()) continue;
    ++words;
    if (piece.is_capital()) ++capitals;
    all_upper &= piece.shape == Shape::upper;
  }
  const Piece& first = pieces_[begin];
  const bool single = words == 1;
  const EntityKind kind = gazetteer_.entry(alias.entry).kind;
  // Lexicons list the names of some countries among the nouns.
  const bool common = words_.is_common(first.word) &&
                      !(kind == EntityKind::country && words_.noun_kind(first.word) == EntityKind::country);
  if (alias.casing == Casing::acronym) {
    if (all_upper) return true;
    return single && first.span.size() >= shortest_spoken_acronym && !common &&
           (capitals == 1 || first.span.size() > shortest_spoken_acronym);
  }
  if (capitals > 0 && (first.is_capital() || words > 2)) {
    if (!first.is_capital() && kind == EntityKind::organization && holds_country(begin + 1, end)) return false;
    if (kind == EntityKind::person && capitals < words && !single) {
      // `Rais Salva kiir` is one; `Abdel Fattah el-Sisi` has a particle; `Kim jana` is none
      return capitals + 1 >= words;
    }
    // `The economist` at a sentence's beginning is no newspaper: its capital says nothing.
    const bool is_capital_by_place = !single && words == 2 && capitals == 1 && first.starts && common;
    if (is_capital_by_place && kind != EntityKind::country) return false;
    if (!single || !common || (!headline_ && !first.starts)) return true;
    return first.upos == Upos::propn || (capital_inside_.contains(first.key) && !headline_);
  }
  const bool institution = kind == EntityKind::country || kind == EntityKind::organization;
  if (capitals > 0 || !institution) return false;
  if (words > 2) return true;
  return first.span.size() >= shortest_lower_name && !common;
}

}  // namespace habari
