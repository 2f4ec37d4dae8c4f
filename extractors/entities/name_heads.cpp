#include "entities/name_scene.hpp"

namespace habari {

/// A name that begins with the word for what it names: `Chuo Kikuu cha Pretoria`, `mto Nile`.
bool NameScene::take_headed_name(Index at, Index end) {
  const NameMark& mark = marks_[at];
  if (mark.role_end == 0) return false;
  const bool capital = pieces_[at].is_capital();
  if (take_introduced_name(at, end)) return true;
  Index stop = 0;
  if (mark.role == NameRole::lower_head || (mark.role == NameRole::inner_head && capital)) {
    stop = headed_name_end(at, mark.role_end, end);
  } else if (mark.role == NameRole::common_head && capital) {
    const Index word = mark.role_end + 1;
    if (word < end && has(mark.role_end, NameRole::connective) && pieces_[word].is_capital() &&
        marks_[word].name_end == 0 && words_.is_common(pieces_[word].word)) {
      stop = headed_name_end(at, mark.role_end, end);
    }
  }
  if (stop <= mark.role_end || stop < mark.name_end) return false;
  if (mark.role == NameRole::inner_head && mark.name_end == 0 && only_introduces(mark.role_end, stop)) return false;
  if (mark.name_end == stop) {
    add(at, stop, entry(at).kind, Evidence::gazetteer, mark.entry);
  } else {
    add(at, stop, mark.role_kind, Evidence::context);
  }
  return true;
}

/// `shirika la Haki Ardhi`: behind a head in lower case, common words in capitals are an organization's name where
/// there are two of them; one alone may be a branch or a subject (`shirika la Afya`).
bool NameScene::take_introduced_name(Index at, Index end) {
  const NameMark& mark = marks_[at];
  const bool introduces = mark.role == NameRole::head || mark.role == NameRole::common_head;
  if (!introduces || mark.role_kind != EntityKind::organization || pieces_[at].is_capital() || headline_) return false;
  const Index first = mark.role_end + 1;
  if (first >= end || !has(mark.role_end, NameRole::connective) || !words_.is_common(pieces_[first].word)) return false;
  Index stop = first;
  while (stop < end && pieces_[stop].is_capital() && pieces_[stop].is_word() && marks_[stop].name_end == 0 &&
         !marks_[stop].in_title && !marks_[stop].in_time && !has(stop, NameRole::given_name)) {
    ++stop;
  }
  if (stop < first + 2 || mark.name_end > first) return false;
  add(first, stop, mark.role_kind, Evidence::context);
  return true;
}

/// Whether the complement of a head is an organization's own name already: `Jumuiya ya IGAD`, `Benki ya CRDB`.
bool NameScene::only_introduces(Index complement, Index end) const {
  if (has(complement, NameRole::connective)) ++complement;  // something stands behind it: the name ends later
  const NameMark& mark = marks_[complement];
  if (mark.name_end != 0) return mark.name_end == end && entry(complement).kind == EntityKind::organization;
  return complement + 1 == end && pieces_[complement].shape == Shape::upper;
}

NameScene::Index NameScene::headed_name_end(Index at, Index complement, Index end) const {
  Index stop = complement;
  const bool head_is_capital = pieces_[at].is_capital();
  bool first = true;
  for (Index i = complement; i < end;) {
    Index word = i;
    bool joined = false;
    if (has(i, NameRole::connective)) {
      word = i + 1;
    } else if (!first && has(i, NameRole::joiner)) {
      joined = true;
      word = i + 1;
    }
    const bool adjacent = word == i;
    if (word >= end || marks_[word].in_time || !pieces_[word].is_capital()) break;
    if (adjacent && marks_[word].in_title) break;  // `Wizara ya Afya Dk. Ali`, but `Umoja wa Walimu`
    const bool common = words_.is_common(pieces_[word].word) && marks_[word].name_end == 0;
    if (adjacent && first && !common && marks_[at].role != NameRole::lower_head &&
        marks_[at].role_kind != EntityKind::place && !has(complement - 1, NameRole::connective)) {
      break;
    }
    if (joined && (!common || !words_.is_common(pieces_[i - 1].word))) break;
    if (adjacent && !first && !common) break;
    // A lower-case head takes one proper name and no more: `mto Nile`, `bandari ya Tanga nchini Tanzania`.
    if (!head_is_capital && (!first || common)) break;
    stop = complement_end(word, end);
    i = stop;
    first = false;
  }
  return stop;
}

/// End of the words that belong together from `at`: a gazetteer name, or capitals in a row.
NameScene::Index NameScene::complement_end(Index at, Index end) const {
  if (marks_[at].name_end != 0) return marks_[at].name_end;
  const bool common = words_.is_common(pieces_[at].word);
  Index i = at + 1;
  while (i < end) {
    const bool hyphen = pieces_[i].mark == '-' && pieces_[i].tight && i + 1 < end && pieces_[i + 1].tight;
    const Index word = hyphen ? i + 1 : i;
    if (marks_[word].in_time || marks_[word].in_title || pieces_[word].shape == Shape::mark) break;
    if (marks_[word].role_end != 0 && marks_[word].role == NameRole::cue) break;
    if (!hyphen && (!pieces_[word].is_capital() || marks_[word].name_end != 0)) break;
    if (!hyphen && common != words_.is_common(pieces_[word].word)) break;
    i = word + 1;
  }
  return i;
}

}  // namespace habari
