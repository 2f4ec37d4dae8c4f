#include "entities/name_scene.hpp"

namespace habari {
namespace {

/// Capital letters of an acronym that no table knows: `MINUSCA`, but not a word of a line in capitals.
constexpr std::uint32_t longest_acronym = 8;

}  // namespace

bool NameScene::is_location(Index at) const {
  if (marks_[at].name_end == 0) return false;
  const EntityKind kind = entry(at).kind;
  return kind == EntityKind::country || kind == EntityKind::place;
}

/// Whether the capital of a sentence's first word tells a name.
bool NameScene::is_certain_start(Index at, Index end) const {
  const Piece& piece = pieces_[at];
  if (capital_inside_.contains(piece.key) && !headline_) return true;
  const bool next_is_name = at + 1 < end && pieces_[at + 1].is_capital() && !marks_[at + 1].in_title &&
                            !marks_[at + 1].in_time && !words_.is_common(pieces_[at + 1].word) &&
                            !is_location(at + 1);  // `Alihama Marekani`: a verb before a place
  if (has(at, NameRole::given_name) || has(at, NameRole::surname)) {
    return next_is_name || !words_.is_common(piece.word) || piece.upos == Upos::propn;
  }
  if (words_.is_common(piece.word)) return false;
  switch (piece.upos) {
    case Upos::propn:
      return true;
    case Upos::x:
    case Upos::noun:
      return (piece.shape == Shape::upper && !headline_) || next_is_name;
    default:
      return false;
  }
}

/// Whether a word that the gazetteer does not know belongs to a name.
bool NameScene::is_nameable(Index at, Index end) const {
  const Piece& piece = pieces_[at];
  const NameMark& mark = marks_[at];
  if (!piece.is_capital() || mark.in_time || mark.in_title || mark.taken || is_handle(at)) return false;
  if (words_.groups().next(words_.groups().root, piece.word) != words_.groups().none) return false;
  if (headline_ && piece.shape == Shape::upper && piece.span.size() > longest_acronym) return false;
  const bool personal = has(at, NameRole::given_name) || has(at, NameRole::surname);
  if (has(at, NameRole::common) && (!personal || piece.starts || !stands_by_name(at, end))) return false;
  if (piece.starts || headline_) return is_certain_start(at, end);
  if (words_.is_common(piece.word)) {
    if (personal && stands_by_name(at, end)) return true;
    // A tagger that calls a common word a name is believed where it may be one: `Asha Juma`, `KTN`.
    const bool after_given_name = at > 0 && same_sentence(at - 1, at) && has(at - 1, NameRole::given_name);
    return piece.upos == Upos::propn && (personal || after_given_name || piece.shape == Shape::upper);
  }
  return may_name(at) || stands_by_name(at, end);
}

/// `@someone`, `#some`, `http://some`: an account, a tag or an address, whoever or whatever it is.
bool NameScene::is_handle(Index at) const {
  if (at == 0 || !pieces_[at].tight || !same_sentence(at - 1, at)) return false;
  const char mark = pieces_[at - 1].mark;
  if (mark == '/') return at > 1 && pieces_[at - 1].tight && pieces_[at - 2].mark == '/';
  return mark == '@' || mark == '#' || mark == '_';
}

/// Whether a name or title stands right before or behind: then `Amani` and `Baraka` are names.
bool NameScene::stands_by_name(Index at, Index end) const {
  const auto is_name = [&](Index i) {
    return pieces_[i].is_capital() && !marks_[i].in_title && !marks_[i].in_time && !words_.is_common(pieces_[i].word);
  };
  if (at + 1 < end && is_name(at + 1)) return true;
  if (at == 0 || !same_sentence(at - 1, at)) return false;
  return marks_[at - 1].in_title || has(at - 1, NameRole::given_name);
}

/// Whether the analyzer's tag leaves room for a name: it tells verbs and function words, capital or not.
bool NameScene::may_name(Index at) const {
  const Piece& piece = pieces_[at];
  switch (piece.upos) {
    case Upos::propn:
    case Upos::x:
    case Upos::intj:
    case Upos::num:
    case Upos::sym:
      return true;
    case Upos::noun:
      return sentences_[piece.sentence].tokens[piece.token].feature("VerbForm").empty();
    default:
      return piece.shape == Shape::upper;
  }
}

/// A capital word, or a particle before one: `al-Sisi`.
bool NameScene::is_name_start(Index at, Index end) const {
  if (is_nameable(at, end)) return true;
  if (!has(at, NameRole::particle) || at + 2 >= end || pieces_[at + 1].mark != '-') return false;
  return pieces_[at + 2].is_capital();
}

}  // namespace habari
