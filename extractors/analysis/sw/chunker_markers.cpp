#include "analysis/sw/chunker_state.hpp"

#include <algorithm>

namespace habari::swahili {

bool Chunker::multiword() {
  const auto match = syntax_.match(words_, static_cast<std::size_t>(i_));
  if (match.words == 0) return false;
  const int end = i_ + static_cast<int>(match.words);
  // `vijiji vya kaskazini ya ziwa`: inside a noun phrase a direction is a noun.
  const bool inside_phrase =
      i_ > 0 && (kind(i_ - 1) == WordKind::connective || syntax_.is_direction(words_[i_ - 1].form));
  if (inside_phrase && syntax_.is_direction(words_[i_].form)) return false;
  if (match.adverb) {
    for (int j = i_ + 1; j < end; ++j) link(j, i_, Deprel::fixed);
    // mwishoni mwa wiki iliyopita, mwishoni mwa mwaka huu: which one
    const bool dated = in_range(end) && kind(end - 1) == WordKind::noun && reading(end - 1).sort == NounSort::time &&
                       (reading(end - 1).classes & reading(end).relative) != 0 &&
                       syntax_.has_use(reading(end).lemma, SyntaxLexicon::time_relative);
    if (dated) {
      link(end, i_, Deprel::amod);
      words_[end].upos = Upos::adj;
    }
    if (!cases_.empty()) {
      Item governed = open(i_, ItemType::nominal);
      governed.agreement = all_classes;
      governed.reading = words_[i_].reading;
      attach_cases(i_, governed);
      items_.push_back(governed);
      close();
      i_ = end + (dated ? 1 : 0);
      return true;
    }
    Item item = open(i_, ItemType::adverb);
    items_.push_back(item);
    close();
    i_ = end + (dated ? 1 : 0);
    return true;
  }
  if (end >= size_ || kind(end) == WordKind::punctuation || is_subject_noun(i_)) return false;
  // `kukosekana kwa taarifa za …`: after an infinitive, kwa is its connective.
  const bool of_infinitive =
      words_[i_].reading->lemma == "kwa" && !items_.empty() && items_.back().infinitive && items_.back().word == i_ - 1;
  if (of_infinitive) return false;
  for (int j = i_ + 1; j < end; ++j) link(j, i_, Deprel::fixed);
  // `zaidi ya watu 40`: tells how many, and leaves the phrase its place.
  if (match.measure && is_counted(end)) {
    pre_adverbs_.push_back(i_);
    if (first_ < 0) first_ = i_;
    i_ = end;
    return true;
  }
  const bool governs_noun = kind(end - 1) == WordKind::connective || words_[end - 1].form == "na";
  const bool clause_follows = match.before_clause && (!governs_noun || is_finite_verb(end)) && clause_after(end);
  if (clause_follows || (!match.before_noun && !governs_noun)) {
    Item item = open(i_, ItemType::marker);
    item.word = i_;
    items_.push_back(item);
    close();
  } else {
    begin_marker(i_, 0, false);
    clause_marker_ = match.before_clause;
  }
  i_ = end;
  return true;
}

bool Chunker::is_subject_noun(int i) const {
  if (!is_kind(i, WordKind::noun) || !is_kind(i + 1, WordKind::connective) || !cases_.empty()) return false;
  if (reading(i).sort == NounSort::time || reading(i).locative) return false;
  // The noun agrees with the next verb, and no other before it does.
  for (int j = i + 2; j < size_ && kind(j) != WordKind::punctuation; ++j) {
    if (is_finite_verb(j) && reading(j).relative == 0)
      return (reading(j).classes & reading(i).classes & ~animate_classes) != 0;
    if (is_finite_verb(j) || is_kind(j, WordKind::subordinator)) return false;
    const bool nominal = is_noun_like(j) || is_kind(j, WordKind::name);
    if (nominal && (words_[j].agreement & reading(i).classes) != 0) return false;
  }
  return false;
}

bool Chunker::clause_after(int from) const {
  if (is_verb_like(from) && reading(from).verb_form == VerbForm::infinitive) return false;
  for (int j = from; j < size_ && kind(j) != WordKind::punctuation; ++j) {
    if (kind(j) == WordKind::coordinator) return false;
    if (is_finite_verb(j) && reading(j).relative == 0) return true;
    if (is_finite_verb(j) && (reading(j).relative & class_bit(16)) != 0) return true;
  }
  return false;
}

void Chunker::begin_marker(int word, Agreement agreement, bool connective) {
  if (marker_ < 0) {
    marker_ = word;
    marker_agreement_ = agreement;
    connective_ = connective;
    if (first_ < 0) first_ = word;
  }
  cases_.push_back(word);
}

const Reading* Chunker::infinitive_instead(int i) const {
  if (kind(i) != WordKind::adposition || !syntax_.takes_times_only(words_[i].form)) return nullptr;
  const bool before_time = is_kind(i + 1, WordKind::numeral) ||
                           (is_kind(i + 1, WordKind::noun) && reading(i + 1).sort == NounSort::time) ||
                           is_kind(i + 1, WordKind::adverb) || is_kind(i + 1, WordKind::demonstrative);
  if (before_time || !in_range(i + 1)) return nullptr;
  for (const Reading& other : words_[i].info->readings) {
    if (other.verb_form == VerbForm::infinitive) return &other;
  }
  return nullptr;
}

void Chunker::marker() {
  if (const Reading* infinitive = infinitive_instead(i_)) {
    words_[i_].reading = infinitive;
    words_[i_].upos = infinitive->upos;
    verb();
    return;
  }
  const bool connective = kind(i_) == WordKind::connective || kind(i_) == WordKind::having;
  begin_marker(i_, connective ? reading(i_).classes : 0, connective);
  ++i_;
}

void Chunker::coordinator() {
  const std::string_view lemma = reading(i_).lemma;
  const bool with = lemma == "na";
  if (with && is_companion(i_)) {
    begin_marker(i_, 0, false);
    words_[i_].upos = Upos::adp;
  } else {
    coordinators_.push_back(i_);
    if (first_ < 0) first_ = i_;
  }
  ++i_;
}

bool Chunker::is_companion(int i) const {
  if (items_.empty() || comma_ || i == 0 || !in_range(i + 1)) return false;
  if (is_kind(i + 1, WordKind::subordinator)) return false;
  // `na hivyo waliondoka`: joins a clause.
  if (has_kind(i + 1, WordKind::adverb) && !is_noun_like(i + 1) && is_finite_verb(i + 2) &&
      reading(i + 2).relative == 0) {
    return false;
  }
  const Item& last = items_.back();
  std::size_t before = items_.size();
  while (before > 1 && items_[before - 1].type == ItemType::adverb) --before;
  if (before < items_.size() && items_[before - 1].type == ItemType::verb && items_[before - 1].passive &&
      is_noun_like(i + 1)) {
    return true;
  }
  if (is_agent_after_time(i)) return true;
  if (last.type != ItemType::verb || kind(i - 1) == WordKind::punctuation) return false;
  if (is_verb_like(i + 1) && reading(i + 1).verb_form == VerbForm::finite && reading(i + 1).relative == 0) return false;
  if (is_verb_like(i + 1) && reading(i + 1).verb_form == VerbForm::infinitive) {
    return last.passive || reading(last.word).lemma == "wa" || (reading(last.word).voices & voice_reciprocal) != 0;
  }
  if (last.takes_predicate || last.passive || (reading(last.word).voices & voice_reciprocal) != 0 ||
      reading(last.word).lemma.ends_with("ana")) {
    return true;
  }
  // A subject with a verb of its own: a new clause.
  for (int j = i + 1; j < size_ && kind(j) != WordKind::punctuation; ++j) {
    if (!is_finite_verb(j) || reading(j).relative != 0) continue;
    const bool nominal = is_noun_like(i + 1) || is_kind(i + 1, WordKind::quantifier);
    return !(nominal && (words_[i + 1].agreement & reading(j).classes) != 0);
  }
  return true;
}

bool Chunker::is_agent_after_time(int i) const {
  if (!is_kind(i + 1, WordKind::noun) && !is_kind(i + 1, WordKind::name)) return false;
  if (reading(i + 1).sort == NounSort::time) return false;
  const std::size_t count = items_.size();
  if (count < 2 || items_[count - 1].type != ItemType::nominal || items_[count - 1].connective) return false;
  if (reading(items_[count - 1].word).sort != NounSort::time) return false;
  return items_[count - 2].type == ItemType::verb && items_[count - 2].passive;
}

void Chunker::subordinator() {
  // A preposition by another name, or a conjunction that joins.
  const auto& readings = words_[i_].info->readings;
  const bool joins =
      std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.kind == WordKind::coordinator; });
  const bool before_noun =
      std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.kind == WordKind::adposition; });
  if (joins) {
    coordinators_.push_back(i_);
    if (first_ < 0) first_ = i_;
    ++i_;
    return;
  }
  if (before_noun && !clause_after(i_ + 1)) {
    begin_marker(i_, 0, false);
    ++i_;
    return;
  }
  Item item = open(i_, ItemType::marker);
  items_.push_back(item);
  close();
  ++i_;
}

}  // namespace habari::swahili
