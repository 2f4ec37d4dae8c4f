#include "analysis/sw/chunker_state.hpp"

#include <algorithm>

namespace habari::swahili {

namespace {

bool is_quote(std::string_view form) {
  return form == "\"" || form == "'" || form == "\xE2\x80\x9C" || form == "\xE2\x80\x9D" || form == "\xE2\x80\x98" ||
         form == "\xE2\x80\x99" || form == "\xC2\xAB" || form == "\xC2\xBB" || form == "``" || form == "''";
}

}  // namespace

bool is_dash(std::string_view form) { return form == "-" || form == "\xE2\x80\x93" || form == "\xE2\x80\x94"; }

std::vector<Item> Chunker::run() {
  while (i_ < size_) step();
  flush_dangling();
  return std::move(items_);
}

void Chunker::step() {
  if (kind(i_) == WordKind::punctuation || kind(i_) == WordKind::symbol) {
    punctuation();
    return;
  }
  if (multiword()) return;
  switch (kind(i_)) {
    case WordKind::coordinator:
      coordinator();
      return;
    case WordKind::adposition:
    case WordKind::connective:
    case WordKind::having:
      marker();
      return;
    case WordKind::subordinator:
      subordinator();
      return;
    case WordKind::relative_pronoun:
      relative_pronoun();
      return;
    case WordKind::adjective:
      // `sana`, `zaidi`: without a noun before them to modify they tell how.
      if (reading(i_).invariable && has_kind(i_, WordKind::adverb) && cases_.empty())
        adverb();
      else
        nominal();
      return;
    case WordKind::interrogative:
      // nini and nani stand for nouns; wapi, lini, vipi for adverbs.
      if (reading(i_).own != 0 || !cases_.empty())
        nominal();
      else
        adverb();
      return;
    case WordKind::adverb:
    case WordKind::interjection:
      adverb();
      return;
    case WordKind::verb:
    case WordKind::copula:
    case WordKind::focus:
    case WordKind::locative_copula:
    case WordKind::possessive_verb:
    case WordKind::existential:
      verb();
      return;
    default:
      nominal();
      return;
  }
}

void Chunker::punctuation() {
  const std::string_view form = words_[i_].form;
  if (form == "," || form == ";")
    comma_ = true;
  else if (form == ":")
    colon_ = true;
  else if (is_quote(form))
    quote_ = true;
  else if (is_dash(form) || form == "/")
    dash_ = true;
  else if (form == "(" || form == "[")
    parenthesis_ = true;
  else
    comma_ = true;
  ++i_;
}

void Chunker::relative_pronoun() {
  Item item = open(i_, ItemType::relative_pronoun);
  item.agreement = reading(i_).classes;
  items_.push_back(item);
  close();
  ++i_;
}

void Chunker::adverb() {
  // `kama`: "if" before a clause, "like" before a noun.
  if (kind(i_) == WordKind::adverb && has_kind(i_, WordKind::subordinator) && has_kind(i_, WordKind::adposition)) {
    if (clause_after(i_ + 1)) {
      words_[i_].upos = Upos::sconj;
      items_.push_back(open(i_, ItemType::marker));
      close();
      ++i_;
      return;
    }
    if (is_noun_like(i_ + 1) || is_kind(i_ + 1, WordKind::demonstrative) || is_kind(i_ + 1, WordKind::quantifier)) {
      begin_marker(i_, 0, false);
      ++i_;
      return;
    }
  }
  // `huku watu wakikimbia`: an adverb that also joins clauses does so before one.
  if (kind(i_) == WordKind::adverb && has_kind(i_, WordKind::subordinator) && cases_.empty() &&
      !has_kind(i_, WordKind::adposition) && (comma_ || i_ == 0 || is_finite_verb(i_ + 1)) && clause_after(i_ + 1)) {
    items_.push_back(open(i_, ItemType::marker));
    close();
    ++i_;
    return;
  }
  const int next = i_ + 1;
  const std::string& lemma = reading(i_).lemma;
  if (syntax_.has_use(lemma, SyntaxLexicon::case_marker) && in_range(next) && kind(next) != WordKind::punctuation) {
    begin_marker(i_, 0, false);
    ++i_;
    return;
  }
  if (syntax_.has_use(lemma, SyntaxLexicon::focus) && in_range(next) && kind(next) != WordKind::punctuation &&
      kind(next) != WordKind::relative_pronoun && kind(next) != WordKind::subordinator) {
    pre_adverbs_.push_back(i_);
    if (first_ < 0) first_ = i_;
    ++i_;
    return;
  }
  if (syntax_.has_use(lemma, SyntaxLexicon::counted) && cases_.empty() && is_kind(next, WordKind::numeral)) {
    Item item = open(i_, ItemType::adverb);
    items_.push_back(item);
    close();
    link(next, i_, Deprel::nummod);
    i_ = next + 1;
    return;
  }
  // `karibu watu 27`, `takriban 30`: belongs to what it measures.
  if (in_range(next) && kind(i_) == WordKind::adverb) {
    // dola za Kimarekani milioni 4: a word with a capital is what the connective governs
    const bool governed = connective_ && words_[i_].info->writing == Writing::capitalised;
    const bool measured = !governed && is_counted(next);
    if (measured && !reading(i_).locative && !reading(i_).derived) {
      pre_adverbs_.push_back(i_);
      if (first_ < 0) first_ = i_;
      ++i_;
      return;
    }
    // `huko Goma`: the adverb of place introduces the name.
    if (is_place_adverb(i_) &&
        (is_kind(next, WordKind::name) || (is_kind(next, WordKind::noun) && reading(next).sort == NounSort::place))) {
      begin_marker(i_, 0, false);
      ++i_;
      return;
    }
  }
  if (marker_ >= 0 || !cases_.empty()) {
    // `ya kisiasa`, `kwa hiyo`: the adverb is what the preposition governs.
    nominal();
    return;
  }
  Item item = open(i_, ItemType::adverb);
  items_.push_back(item);
  close();
  ++i_;
  // `hata hivyo`, `hivi karibuni`: adverbs in a row lean on the first.
}

bool Chunker::is_counted(int i) const {
  if (is_kind(i, WordKind::numeral)) return true;
  if (!is_kind(i, WordKind::noun)) return false;
  for (int j = i + 1; j < size_ && j <= i + 4; ++j) {
    if (kind(j) == WordKind::numeral) return true;
    // watu mashuhuri wapatao mia tano: a relative that leads to the figure
    if (is_finite_verb(j) && reading(j).relative != 0 && is_kind(j + 1, WordKind::numeral)) return true;
    if (kind(j) != WordKind::connective && kind(j) != WordKind::name && kind(j) != WordKind::noun &&
        kind(j) != WordKind::adverb && kind(j) != WordKind::adjective) {
      return false;
    }
  }
  return false;
}

bool Chunker::is_place_adverb(int i) const {
  const auto& readings = words_[i].info->readings;
  return std::any_of(readings.begin(), readings.end(), [](const Reading& r) {
    return r.kind == WordKind::demonstrative && (r.classes & place_classes) != 0;
  });
}

Item Chunker::open(int word, ItemType type) {
  Item item;
  item.word = word;
  item.first = first_ >= 0 ? first_ : word;
  item.type = type;
  item.comma = comma_;
  item.colon = colon_;
  item.quote = quote_;
  item.dash = dash_;
  item.parenthesis = parenthesis_;
  if (!coordinators_.empty()) item.coordinator = coordinators_.front();
  if (type == ItemType::nominal || type == ItemType::verb) {
    item.marker = marker_;
    item.marker_agreement = marker_agreement_;
    item.connective = connective_;
    item.clause_marker = clause_marker_;
  }
  return item;
}

void Chunker::attach_cases(int head, Item& item) {
  for (const int word : cases_) {
    if (kind(word) == WordKind::coordinator) words_[word].upos = Upos::adp;
    const bool before_verb = item.type == ItemType::verb;
    link(word, head, before_verb && !item.connective ? Deprel::mark : Deprel::case_);
  }
  for (std::size_t k = 1; k < coordinators_.size(); ++k) link(coordinators_[k], head, Deprel::cc);
  if (item.coordinator >= 0) link(item.coordinator, head, Deprel::cc);
  coordinators_.clear();
}

void Chunker::close() {
  if (!items_.empty() && items_.back().type != ItemType::nominal && items_.back().type != ItemType::verb) {
    // Adverbs and markers leave prepositions and conjunctions to what follows; the comma is theirs.
    Item& last = items_.back();
    if (last.type == ItemType::marker) {
      for (const int word : coordinators_) link(word, last.word, Deprel::cc);
      coordinators_.clear();
    } else {
      last.coordinator = -1;
    }
  } else {
    marker_ = -1;
    connective_ = false;
    clause_marker_ = false;
    marker_agreement_ = 0;
    cases_.clear();
    first_ = -1;
  }
  comma_ = colon_ = quote_ = dash_ = parenthesis_ = false;
}

void Chunker::flush_dangling() {
  std::vector<int> rest = cases_;
  rest.insert(rest.end(), coordinators_.begin(), coordinators_.end());
  rest.insert(rest.end(), pre_adverbs_.begin(), pre_adverbs_.end());
  for (const int word : rest) {
    Item item;
    item.word = item.first = word;
    item.type = ItemType::adverb;
    items_.push_back(item);
  }
}

std::vector<Item> chunk(std::vector<Word>& words, const SyntaxLexicon& syntax) { return Chunker(words, syntax).run(); }

}  // namespace habari::swahili
