#include "entities/name_scene.hpp"

namespace habari {
namespace {

/// How far before a name its head or title is looked for.
constexpr std::uint32_t longest_chain = 9;

}  // namespace

std::pair<EntityKind, Evidence> NameScene::kind_of(Index first, Index end) const {
  const auto before = kind_before(first);
  const bool single = end - first == 1;
  const bool located = before == EntityKind::place || before == EntityKind::facility || before == EntityKind::country;
  // `chama cha Tundu Lissu` is his party, `mji wa Abu Zabad` a town.
  if (has(first, NameRole::given_name) && !located && (!single || before == EntityKind::person || !before)) {
    return {EntityKind::person, Evidence::context};
  }
  if (before) return {*before, Evidence::context};
  if (single && pieces_[first].shape == Shape::upper && !headline_)
    return {EntityKind::organization, Evidence::context};
  if (const auto after = kind_after(first, end)) return {*after, Evidence::context};
  if (has(end - 1, NameRole::surname)) return {EntityKind::person, Evidence::context};
  if (single && pieces_[first].shape == Shape::upper) return {EntityKind::organization, Evidence::shape};
  if (!single && is_quoted(first, end)) return {EntityKind::product, Evidence::shape};
  if (const auto beside = single ? kind_beside(first) : std::nullopt) return {*beside, Evidence::shape};
  return {EntityKind::person, Evidence::shape};
}

/// What stands in a list is of one kind: `Mosul, Erbil na Qaraqosh`.
std::optional<EntityKind> NameScene::kind_beside(Index first) const {
  if (first < 2 || names_.empty() || names_.back().last + 2 != first || !same_sentence(first - 2, first)) {
    return std::nullopt;
  }
  const Piece& between = pieces_[first - 1];
  if (between.mark != ',' && between.upos != Upos::cconj && !has(first - 1, NameRole::joiner)) return std::nullopt;
  const FoundName& name = names_.back();
  if (name.evidence == Evidence::shape) return std::nullopt;
  return name.kind == EntityKind::country ? EntityKind::place : name.kind;
}

/// A name of several words in quotation marks of its own is a title of a work.
bool NameScene::is_quoted(Index first, Index end) const {
  return first > 0 && end < pieces_.size() && pieces_[first - 1].mark == '"' && pieces_[end].mark == '"' &&
         same_sentence(first - 1, end);
}

/// What the words before a name say it is: `mjini`, `Rais`, `kundi la`, `Waziri wa Maji wa Kenya`.
std::optional<EntityKind> NameScene::kind_before(Index at) const {
  if (at == 0 || !same_sentence(at - 1, at)) return std::nullopt;
  Index before = at - 1;
  if (pieces_[before].mark == '"') {
    if (before == 0 || !same_sentence(before - 1, at)) return std::nullopt;
    --before;
  }
  const NameMark& mark = marks_[before];
  if (mark.ends_role && !mark.taken) {
    switch (mark.ended_role) {
      case NameRole::title:
        return EntityKind::person;
      case NameRole::cue:
      case NameRole::head:
      case NameRole::inner_head:
      case NameRole::lower_head:
        return mark.ended_kind;
      default:
        break;
    }
  }
  return kind_of_chain(before);
}

/// Follows the words before a name back to the title or head that it completes.
std::optional<EntityKind> NameScene::kind_of_chain(Index at) const {
  // Behind a connective stands the head's own name (`kundi la CODECO`) but only the office of a title (`Rais wa
  // Kenya`).
  const bool tied = has(at, NameRole::connective);
  for (Index steps = 0, i = at; steps < longest_chain; ++steps, --i) {
    if (!same_sentence(i, at)) return std::nullopt;
    const Piece& piece = pieces_[i];
    const NameMark& mark = marks_[i];
    if (piece.shape == Shape::mark || mark.in_time || piece.upos == Upos::verb || piece.upos == Upos::aux) {
      return std::nullopt;
    }
    if (mark.ends_role && !mark.taken && mark.ended_role == NameRole::title) {
      return tied ? std::nullopt : std::optional(EntityKind::person);
    }
    if (tied && mark.ends_role && !mark.taken &&
        (mark.ended_role == NameRole::head || mark.ended_role == NameRole::lower_head ||
         mark.ended_role == NameRole::common_head || mark.ended_role == NameRole::inner_head)) {
      return mark.ended_kind;
    }
    const bool passes = mark.taken || has(i, NameRole::connective) || has(i, NameRole::joiner) ||
                        has(i, NameRole::modifier) || words_.is_common(piece.word);
    if (!passes || i == 0) return std::nullopt;
  }
  return std::nullopt;
}

/// Who says something is taken for a person; a place stands before the larger place that it lies in.
std::optional<EntityKind> NameScene::kind_after(Index first, Index end) const {
  if (end >= pieces_.size() || !same_sentence(first, end)) return std::nullopt;
  const Sentence& sentence = sentences_[pieces_[end].sentence];
  const VerbEntry* verb = lexicon_.verb(sentence.tokens[pieces_[end].token].lemma);
  if (verb != nullptr && verb->speech) return EntityKind::person;
  const Index next = end + 1;
  if (pieces_[end].mark == ',' && next < pieces_.size() && same_sentence(first, next) && marks_[next].name_end != 0) {
    const EntityKind kind = entry(next).kind;
    if (kind == EntityKind::country || kind == EntityKind::place) return EntityKind::place;
  }
  return std::nullopt;
}

}  // namespace habari
