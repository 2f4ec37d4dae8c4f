#include "analysis/sw/chunker.hpp"

#include <algorithm>

namespace habari::swahili {
namespace {

bool is_quote(std::string_view form) {
  return form == "\"" || form == "'" || form == "\xE2\x80\x9C" || form == "\xE2\x80\x9D" || form == "\xE2\x80\x98" ||
         form == "\xE2\x80\x99" || form == "\xC2\xAB" || form == "\xC2\xBB" || form == "``" || form == "''";
}
bool is_dash(std::string_view form) { return form == "-" || form == "\xE2\x80\x93" || form == "\xE2\x80\x94"; }

class Chunker {
 public:
  Chunker(std::vector<Word>& words, const MultiwordMarkers& markers)
      : words_(words), markers_(markers), size_(static_cast<int>(words.size())) {}

  std::vector<Item> run() {
    while (i_ < size_) step();
    flush_dangling();
    return std::move(items_);
  }

 private:
  WordKind kind(int i) const { return words_[i].reading->kind; }
  const Reading& reading(int i) const { return *words_[i].reading; }
  bool in_range(int i) const { return i >= 0 && i < size_; }
  bool is_kind(int i, WordKind k) const { return in_range(i) && kind(i) == k; }
  bool is_noun_like(int i) const {
    return in_range(i) && (kind(i) == WordKind::noun || kind(i) == WordKind::name || kind(i) == WordKind::pronoun ||
                           kind(i) == WordKind::interrogative || kind(i) == WordKind::with_pronoun);
  }
  bool is_verb_like(int i) const {
    if (!in_range(i)) return false;
    switch (kind(i)) {
      case WordKind::verb:
      case WordKind::copula:
      case WordKind::focus:
      case WordKind::locative_copula:
      case WordKind::possessive_verb:
      case WordKind::existential:
        return true;
      default:
        return false;
    }
  }
  bool is_finite_verb(int i) const { return is_verb_like(i) && reading(i).verb_form == VerbForm::finite; }
  void link(int child, int head, Deprel deprel, std::string_view subtype = {}) {
    if (child == head) return;
    words_[child].head = head;
    words_[child].deprel = deprel;
    words_[child].subtype = subtype;
  }

  void step() {
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

  void punctuation() {
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

  bool multiword() {
    const auto match = markers_.match(words_, static_cast<std::size_t>(i_));
    if (match.words == 0) return false;
    const int end = i_ + static_cast<int>(match.words);
    if (match.adverb) {
      for (int j = i_ + 1; j < end; ++j) link(j, i_, Deprel::fixed);
      Item item = open(i_, ItemType::adverb);
      items_.push_back(item);
      close();
      i_ = end;
      return true;
    }
    if (end >= size_ || kind(end) == WordKind::punctuation) return false;
    // `kukosekana kwa taarifa za …`: after an infinitive, kwa is its connective.
    const bool of_infinitive = words_[i_].reading->lemma == "kwa" && !items_.empty() && items_.back().infinitive &&
                               items_.back().word == i_ - 1;
    if (of_infinitive) return false;
    for (int j = i_ + 1; j < end; ++j) link(j, i_, Deprel::fixed);
    const bool governs_noun = kind(end - 1) == WordKind::connective || words_[end - 1].form == "na";
    const bool clause_follows = match.before_clause && (!governs_noun || is_finite_verb(end)) && clause_after(end);
    if (clause_follows || (!match.before_noun && !governs_noun)) {
      Item item = open(i_, ItemType::marker);
      item.word = i_;
      items_.push_back(item);
      close();
    } else {
      begin_marker(i_, 0, false);
    }
    i_ = end;
    return true;
  }

  /// Whether a finite verb that is no relative comes before the next punctuation.
  bool clause_after(int from) const {
    if (is_verb_like(from) && reading(from).verb_form == VerbForm::infinitive) return false;
    for (int j = from; j < size_ && kind(j) != WordKind::punctuation; ++j) {
      if (is_finite_verb(j) && reading(j).relative == 0) return true;
      if (is_finite_verb(j) && (reading(j).relative & class_bit(16)) != 0) return true;
    }
    return false;
  }

  void begin_marker(int word, Agreement agreement, bool connective) {
    if (marker_ < 0) {
      marker_ = word;
      marker_agreement_ = agreement;
      connective_ = connective;
      if (first_ < 0) first_ = word;
    }
    cases_.push_back(word);
  }

  void marker() {
    const bool connective = kind(i_) == WordKind::connective || kind(i_) == WordKind::having;
    begin_marker(i_, connective ? reading(i_).classes : 0, connective);
    ++i_;
  }

  void coordinator() {
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

  /// `na` straight after a verb is "with" or "by", unless a clause or another verb follows.
  bool is_companion(int i) const {
    if (items_.empty() || comma_ || i == 0 || !in_range(i + 1)) return false;
    const Item& last = items_.back();
    if (last.type == ItemType::adverb && items_.size() > 1 && items_[items_.size() - 2].type == ItemType::verb &&
        items_[items_.size() - 2].passive && is_noun_like(i + 1)) {
      return true;
    }
    if (last.type != ItemType::verb || kind(i - 1) == WordKind::punctuation) return false;
    if (is_verb_like(i + 1) && reading(i + 1).verb_form == VerbForm::finite && reading(i + 1).relative == 0)
      return false;
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
      return !(is_noun_like(i + 1) && (words_[i + 1].agreement & reading(j).classes) != 0);
    }
    return true;
  }

  void subordinator() {
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

  void relative_pronoun() {
    Item item = open(i_, ItemType::relative_pronoun);
    item.agreement = reading(i_).classes;
    items_.push_back(item);
    close();
    ++i_;
  }

  bool has_kind(int i, WordKind k) const {
    const auto& readings = words_[i].info->readings;
    return std::any_of(readings.begin(), readings.end(), [k](const Reading& r) { return r.kind == k; });
  }

  void adverb() {
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
    // `karibu watu 27`, `takriban 30`: belongs to what it measures.
    const int next = i_ + 1;
    if (in_range(next) && kind(i_) == WordKind::adverb) {
      const bool measured =
          is_kind(next, WordKind::numeral) || (is_kind(next, WordKind::noun) && is_kind(next + 1, WordKind::numeral));
      if (measured && !reading(i_).locative) {
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

  bool is_place_adverb(int i) const {
    const auto& readings = words_[i].info->readings;
    return std::any_of(readings.begin(), readings.end(), [](const Reading& r) {
      return r.kind == WordKind::demonstrative && (r.classes & place_classes) != 0;
    });
  }

  // ---- verbs ----

  void verb() {
    Item item = open(i_, ItemType::verb);
    const int start = i_;
    const Reading& r = reading(start);
    item.reading = &r;
    item.agreement = r.classes;
    item.relative = r.relative;
    item.finite = r.verb_form != VerbForm::infinitive;
    item.infinitive = r.verb_form == VerbForm::infinitive;
    item.situative = r.situative;
    item.subjunctive = r.subjunctive;
    item.consecutive = r.consecutive;
    item.takes_predicate = kind(start) == WordKind::copula || kind(start) == WordKind::focus ||
                           kind(start) == WordKind::locative_copula || kind(start) == WordKind::existential ||
                           (kind(start) == WordKind::verb && r.lemma == "wa");
    int main = start;
    std::vector<int> helpers;
    std::vector<int> between;
    while (true) {
      int next = main + 1;
      std::vector<int> adverbs;
      while (in_range(next) && kind(next) == WordKind::adverb && adverbs.size() < 2) adverbs.push_back(next++);
      if (!in_range(next) || kind(next) != WordKind::verb) break;
      const Reading& m = reading(main);
      const Reading& n = reading(next);
      const bool compound = kind(main) == WordKind::verb && m.lemma == "wa" && n.verb_form == VerbForm::finite &&
                            n.relative == 0 && (m.verb_form == VerbForm::infinitive || (m.classes & n.classes) != 0);
      const bool modal = kind(main) == WordKind::verb && m.lemma == "weza" && m.voices == 0 &&
                         (n.verb_form == VerbForm::infinitive || (n.subjunctive && (m.classes & n.classes) != 0));
      const bool focused = kind(main) == WordKind::focus && n.verb_form == VerbForm::finite && adverbs.empty();
      if (!compound && !modal && !focused) break;
      helpers.push_back(main);
      between.insert(between.end(), adverbs.begin(), adverbs.end());
      if (compound) item.agreement &= n.classes | (m.verb_form == VerbForm::infinitive ? item.agreement : 0);
      main = next;
      item.takes_predicate = n.lemma == "wa";
    }
    for (const int helper : helpers) {
      link(helper, main, Deprel::aux);
    }
    for (const int word : between) link(word, main, Deprel::advmod);
    item.word = main;
    item.passive = (reading(main).voices & voice_passive) != 0 || (reading(main).traits & trait_passive) != 0;
    attach_cases(main, item);
    // `wajibu wa kutunza`: behind a connective the infinitive is a noun by its tag.
    if (item.connective && item.infinitive && main == start) words_[main].upos = Upos::noun;
    items_.push_back(item);
    close();
    i_ = main + 1;
  }

  // ---- nominals ----

  void nominal() {
    Item item = open(i_, ItemType::nominal);
    int head = i_;
    std::vector<int> before;
    // What may stand before its noun: huyo jamaa, kila siku.
    while (in_range(head + 1) && (kind(head) == WordKind::demonstrative || kind(head) == WordKind::quantifier) &&
           (is_kind(head + 1, WordKind::noun) || is_kind(head + 1, WordKind::quantifier)) &&
           ((words_[head].agreement & words_[head + 1].agreement) != 0)) {
      before.push_back(head++);
    }
    for (const int word : before) link(word, head, Deprel::det);
    if (kind(head) == WordKind::name)
      name(head, item);
    else
      base_phrase(head, item);
    for (const int word : pre_adverbs_) link(word, numeral_ >= 0 ? numeral_ : head, Deprel::advmod);
    pre_adverbs_.clear();
    numeral_ = -1;
    item.word = head;
    item.agreement = words_[head].agreement;
    item.reading = words_[head].reading;
    attach_cases(head, item);
    items_.push_back(item);
    close();
  }

  /// Consecutive names are one name; `Wolde - mariam` too.
  void name(int head, Item&) {
    int end = head + 1;
    while (in_range(end)) {
      if (kind(end) == WordKind::name) {
        if (splits_name(head, end)) break;
        link(end, head, Deprel::flat);
        ++end;
        continue;
      }
      // Dar es Salaam, Ahmed al Sharif
      const bool particle = words_[end].info->writing == Writing::lower && words_[end].form.size() <= 3 &&
                            reading(end).guessed && is_kind(end + 1, WordKind::name);
      if (particle) {
        link(end, head, Deprel::flat);
        link(end + 1, head, Deprel::flat);
        end += 2;
        continue;
      }
      const bool hyphen = is_dash(words_[end].form) && in_range(end + 1) && end == head + 1 && is_name_part(end + 1);
      if (hyphen) {
        link(end, head, Deprel::punct);
        link(end + 1, head, Deprel::flat);
        words_[end + 1].upos = Upos::propn;
        end += 2;
        continue;
      }
      break;
    }
    i_ = end;
    if (in_range(i_)) modifiers(head);
  }

  bool is_name_part(int i) const {
    return in_range(i) && (kind(i) == WordKind::name || reading(i).guessed) && kind(i) != WordKind::punctuation;
  }

  /// `wa Urusi Vladimir Putin`: a country that is governed by a connective ends before the person's name.
  bool splits_name(int head, int end) const { return marker_ >= 0 && words_[head].listed_name == end - head; }

  void base_phrase(int head, Item&) {
    i_ = head + 1;
    if (kind(head) == WordKind::numeral) {
      while (in_range(i_) && kind(i_) == WordKind::numeral) {
        link(i_, head, Deprel::flat);
        ++i_;
      }
    }
    modifiers(head);
    // mwezi Januari, tarehe 7 Oktoba, Jumanne jioni
    while (is_kind(i_, WordKind::noun) && reading(i_).sort == NounSort::time && reading(head).sort == NounSort::time &&
           kind(head) == WordKind::noun && !reading(i_).locative) {
      const int inner = i_;
      link(inner, head, Deprel::nmod);
      i_ = inner + 1;
      modifiers(inner);
    }
    // A name straight after its noun: Rais Putin, mjini Khartoum, mto Nile.
    if (is_kind(i_, WordKind::name) && kind(head) == WordKind::noun) {
      const int name_head = i_;
      Item ignored;
      name(name_head, ignored);
      const bool same = reading(head).sort != NounSort::time && !reading(head).locative;
      link(name_head, head, same ? Deprel::appos : Deprel::nmod);
      modifiers(head);
    }
  }

  /// What follows the noun and agrees with it.
  void modifiers(int head) {
    int last_adjective = -1;
    while (in_range(i_)) {
      const Reading& r = reading(i_);
      const bool agrees = (words_[head].agreement & r.classes) != 0;
      switch (r.kind) {
        case WordKind::possessive:
          if (!agrees && (r.classes & place_classes) != 0 && !reading(head).locative) return;
          link(i_, head, Deprel::nmod, "poss");
          narrow(head, r.classes);
          break;
        case WordKind::demonstrative:
          if (!agrees) return;
          link(i_, head, Deprel::det);
          narrow(head, r.classes);
          break;
        case WordKind::quantifier:
          if (!agrees || (is_kind(i_ + 1, WordKind::noun) && r.lemma == "kila")) return;
          link(i_, head, r.upos == Upos::adj ? Deprel::amod : Deprel::det);
          narrow(head, r.classes);
          break;
        case WordKind::adjective:
          if (kind(head) == WordKind::numeral && !r.invariable) return;
          if (!agrees && !r.invariable) return;
          if (kind(head) == WordKind::pronoun && reading(head).sort == NounSort::person) return;
          if (last_adjective >= 0 && (r.lemma == "sana" || r.lemma == "zaidi" || r.lemma == "mno")) {
            link(i_, last_adjective, Deprel::advmod);
          } else {
            link(i_, head, Deprel::amod);
            last_adjective = i_;
          }
          if (!r.invariable) narrow(head, r.classes);
          break;
        case WordKind::numeral: {
          if (kind(head) == WordKind::numeral) return;
          if (!agrees) return;
          const bool month = kind(head) == WordKind::name;
          link(i_, head, month ? Deprel::flat : Deprel::nummod);
          numeral_ = month ? -1 : i_;
          const int number = i_;
          while (is_kind(i_ + 1, WordKind::numeral)) link(++i_, number, Deprel::flat);
          if (!r.classes || r.classes == all_classes) break;
          narrow(head, r.classes);
          break;
        }
        case WordKind::pronoun:
          if (r.lemma != "enyewe" || !agrees) return;
          link(i_, head, Deprel::det);
          break;
        case WordKind::interrogative:
          return;
        case WordKind::adverb:
          if (r.lemma != "tu" && r.lemma != "pekee" &&
              !(last_adjective >= 0 && (r.lemma == "sana" || r.lemma == "mno" || r.lemma == "zaidi")))
            return;
          link(i_, last_adjective >= 0 ? last_adjective : head, Deprel::advmod);
          break;
        default:
          return;
      }
      ++i_;
    }
  }

  void narrow(int head, Agreement classes) {
    const Agreement both = words_[head].agreement & classes;
    // Animates keep both their own class and that of persons.
    if ((words_[head].agreement & animate_classes) != 0) {
      const bool plural = (classes & plural_classes) == classes;
      if (plural) words_[head].agreement &= plural_classes;
      return;
    }
    if (both != 0) words_[head].agreement = both;
  }

  // ---- what waits for the next phrase ----

  Item open(int word, ItemType type) {
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
    }
    return item;
  }

  void attach_cases(int head, Item& item) {
    for (const int word : cases_) {
      if (kind(word) == WordKind::coordinator) words_[word].upos = Upos::adp;
      const bool before_verb = item.type == ItemType::verb;
      link(word, head, before_verb && !item.connective ? Deprel::mark : Deprel::case_);
    }
    for (std::size_t k = 1; k < coordinators_.size(); ++k) link(coordinators_[k], head, Deprel::cc);
    if (item.coordinator >= 0) link(item.coordinator, head, Deprel::cc);
    coordinators_.clear();
  }

  void close() {
    if (!items_.empty() && items_.back().type != ItemType::nominal && items_.back().type != ItemType::verb) {
      // Adverbs and markers leave prepositions and conjunctions to what follows; the comma is theirs.
      if (!coordinators_.empty()) {
        items_.back().coordinator = -1;
        pending_comma_ = comma_ || pending_comma_;
      }
    } else {
      marker_ = -1;
      connective_ = false;
      marker_agreement_ = 0;
      cases_.clear();
      first_ = -1;
    }
    comma_ = colon_ = quote_ = dash_ = parenthesis_ = false;
  }

  /// Prepositions and conjunctions with nothing after them.
  void flush_dangling() {
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

  std::vector<Word>& words_;
  const MultiwordMarkers& markers_;
  int size_ = 0;
  int i_ = 0;
  std::vector<Item> items_;
  int first_ = -1;
  int marker_ = -1;
  Agreement marker_agreement_ = 0;
  bool connective_ = false;
  std::vector<int> cases_;
  std::vector<int> coordinators_;
  std::vector<int> pre_adverbs_;
  int numeral_ = -1;
  bool comma_ = false, colon_ = false, quote_ = false, dash_ = false, parenthesis_ = false, pending_comma_ = false;
};

}  // namespace

MultiwordMarkers::MultiwordMarkers(const Lexicon& lexicon) {
  for (const auto& [text, entries] : lexicon.markers()) {
    const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
    if (words < 2) continue;
    Match match;
    match.words = words;
    for (const MarkerEntry& entry : entries) {
      (entry.use == MarkerEntry::Use::clause_marker ? match.before_clause : match.before_noun) = true;
    }
    add(text, match);
  }
  // Adverbs of several words, but for those that are phrases of the grammar: a preposition with its noun.
  for (const auto& [text, entry] : lexicon.adverbs()) {
    const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
    if (words < 2 || lexicon.adverb(text.substr(0, text.find(' '))) == nullptr) continue;
    Match match;
    match.words = words;
    match.adverb = true;
    add(text, match);
  }
}

void MultiwordMarkers::add(const std::string& text, const Match& match) {
  std::size_t& longest = longest_[text.substr(0, text.find(' '))];
  longest = std::max(longest, match.words);
  markers_.emplace(text, match);
}

MultiwordMarkers::Match MultiwordMarkers::match(const std::vector<Word>& words, std::size_t position) const {
  std::string text = lower_case(words[position].form);
  const auto beginning = longest_.find(text);
  if (beginning == longest_.end()) return {};
  Match best;
  for (std::size_t count = 2; count <= beginning->second && position + count <= words.size(); ++count) {
    text += ' ';
    text += lower_case(words[position + count - 1].form);
    if (const auto found = markers_.find(text); found != markers_.end()) best = found->second;
  }
  return best;
}

std::vector<Item> chunk(std::vector<Word>& words, const MultiwordMarkers& markers) {
  return Chunker(words, markers).run();
}

}  // namespace habari::swahili
