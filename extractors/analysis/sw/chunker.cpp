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
  Chunker(std::vector<Word>& words, const SyntaxLexicon& syntax)
      : words_(words), syntax_(syntax), size_(static_cast<int>(words.size())) {}

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
    const auto match = syntax_.match(words_, static_cast<std::size_t>(i_));
    if (match.words == 0) return false;
    const int end = i_ + static_cast<int>(match.words);
    // `visiwa vya kusini mashariki ya nchi`: inside a noun phrase a direction is a noun.
    const bool inside_phrase =
        i_ > 0 && (kind(i_ - 1) == WordKind::connective || syntax_.is_direction(words_[i_ - 1].form));
    if (inside_phrase && syntax_.is_direction(words_[i_].form)) return false;
    if (match.adverb) {
      for (int j = i_ + 1; j < end; ++j) link(j, i_, Deprel::fixed);
      if (!cases_.empty()) {
        Item governed = open(i_, ItemType::nominal);
        governed.agreement = all_classes;
        governed.reading = words_[i_].reading;
        attach_cases(i_, governed);
        items_.push_back(governed);
        close();
        i_ = end;
        return true;
      }
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
      clause_marker_ = match.before_clause;
    }
    i_ = end;
    return true;
  }

  /// Whether a finite verb that is no relative comes before the next punctuation.
  bool clause_after(int from) const {
    if (is_verb_like(from) && reading(from).verb_form == VerbForm::infinitive) return false;
    for (int j = from; j < size_ && kind(j) != WordKind::punctuation; ++j) {
      if (kind(j) == WordKind::coordinator) return false;
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

  /// `kupelekea … kufikia makubaliano`: a preposition of time before anything else is the infinitive it looks like.
  const Reading* infinitive_instead(int i) const {
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

  void marker() {
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
    if (is_kind(i + 1, WordKind::subordinator)) return false;
    const Item& last = items_.back();
    if (last.type == ItemType::adverb && items_.size() > 1 && items_[items_.size() - 2].type == ItemType::verb &&
        items_[items_.size() - 2].passive && is_noun_like(i + 1)) {
      return true;
    }
    if (is_agent_after_time(i)) return true;
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

  /// `lilitolewa mwezi Machi na wizara`: between the passive and its agent a time.
  bool is_agent_after_time(int i) const {
    if (!is_kind(i + 1, WordKind::noun) && !is_kind(i + 1, WordKind::name)) return false;
    if (reading(i + 1).sort == NounSort::time) return false;
    const std::size_t count = items_.size();
    if (count < 2 || items_[count - 1].type != ItemType::nominal || items_[count - 1].connective) return false;
    if (reading(items_[count - 1].word).sort != NounSort::time) return false;
    return items_[count - 2].type == ItemType::verb && items_[count - 2].passive;
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
    // `karibu watu 27`, `takriban 30`: belongs to what it measures.
    if (in_range(next) && kind(i_) == WordKind::adverb) {
      const bool measured = is_kind(next, WordKind::numeral) || is_counted(next);
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

  /// A noun phrase with a figure in it: `wanajeshi wa Rwanda 750`.
  bool is_counted(int i) const {
    if (!is_kind(i, WordKind::noun)) return false;
    for (int j = i + 1; j < size_ && j <= i + 3; ++j) {
      if (kind(j) == WordKind::numeral) return true;
      if (kind(j) != WordKind::connective && kind(j) != WordKind::name && kind(j) != WordKind::noun) return false;
    }
    return false;
  }

  bool is_place_adverb(int i) const {
    const auto& readings = words_[i].info->readings;
    return std::any_of(readings.begin(), readings.end(), [](const Reading& r) {
      return r.kind == WordKind::demonstrative && (r.classes & place_classes) != 0;
    });
  }

  // ---- verbs ----

  /// "Be" that needs a predicate; -wepo, -wemo, -weko say where or that something is.
  bool is_plain_be(int i) const {
    const std::string_view form = words_[i].form;
    return reading(i).lemma == "wa" && !form.ends_with("epo") && !form.ends_with("emo") && !form.ends_with("eko");
  }

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
                           (kind(start) == WordKind::verb && is_plain_be(start));
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
      const bool be = kind(main) == WordKind::verb && (m.lemma == "wa" || m.lemma == "kua");
      const bool compound = be && n.verb_form == VerbForm::finite && n.relative == 0 &&
                            (m.verb_form == VerbForm::infinitive || (m.classes & n.classes) != 0);
      const bool modal = kind(main) == WordKind::verb && m.lemma == "weza" && m.voices == 0 &&
                         (n.verb_form == VerbForm::infinitive || (n.subjunctive && (m.classes & n.classes) != 0));
      const bool focused = kind(main) == WordKind::focus && n.verb_form == VerbForm::finite && adverbs.empty();
      // alivyo shughulikia, walio kuwemo: a relative written apart from its verb.
      const bool apart = kind(main) == WordKind::copula && m.relative != 0 && adverbs.empty() &&
                         (n.verb_form == VerbForm::imperative || n.lemma == "wa");
      if (!compound && !modal && !focused && !apart) break;
      if (focused) {
        item.reading = &n;
        item.agreement = n.classes;
        item.relative = n.relative;
      }
      helpers.push_back(main);
      between.insert(between.end(), adverbs.begin(), adverbs.end());
      if (compound) item.agreement &= n.classes | (m.verb_form == VerbForm::infinitive ? item.agreement : 0);
      main = next;
      item.takes_predicate = is_plain_be(next);
    }
    for (const int helper : helpers) {
      link(helper, main, Deprel::aux);
    }
    for (const int word : between) link(word, main, Deprel::advmod);
    item.word = main;
    item.passive = (reading(main).voices & voice_passive) != 0 || (reading(main).traits & trait_passive) != 0;
    for (const int word : pre_adverbs_) link(word, main, Deprel::advmod);
    pre_adverbs_.clear();
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
      const bool foreign =
          words_[end].info->writing == Writing::lower && reading(end).guessed && !is_swahili_shape(words_[end].form);
      if (foreign && kind(end) == WordKind::noun) {
        link(end, head, Deprel::flat);
        ++end;
        continue;
      }
      if (is_hyphen_in_name(head, end)) {
        link(end, head, Deprel::punct);
        link(end + 1, head, Deprel::flat);
        words_[end + 1].upos = Upos::propn;
        end += 2;
        continue;
      }
      // Timor mashariki, Afrika kusini
      if (is_kind(end, WordKind::noun) && syntax_.is_direction(words_[end].form) &&
          !is_kind(end + 1, WordKind::connective)) {
        link(end, head, Deprel::flat);
        ++end;
        continue;
      }
      break;
    }
    i_ = end;
    if (in_range(i_)) modifiers(head);
  }

  /// `Wolde - mariam`, `Al - Sistani`: a hyphen that was set apart, not a dash.
  bool is_hyphen_in_name(int head, int i) const {
    if (words_[i].form != "-" || !in_range(i + 1)) return false;
    if (words_[i + 1].info->writing == Writing::lower) return kind(i + 1) == WordKind::noun && reading(i + 1).guessed;
    return kind(i + 1) == WordKind::name && i == head + 1 && words_[i - 1].form.size() <= 3 &&
           words_[i - 1].info->writing == Writing::capitalised;
  }

  /// Consonants as Swahili writes them; foreign words in a name have others.
  static bool is_swahili_shape(std::string_view form) {
    if (form.empty() || !is_vowel(form.back())) return false;
    for (std::size_t i = 0; i + 1 < form.size(); ++i) {
      const char a = form[i];
      const char b = form[i + 1];
      if (a == 'x' || a == 'q' || (a & 0x80) != 0) return false;
      if (is_vowel(a) || is_vowel(b) || a == 'm' || a == 'n' || b == 'w' || b == 'y' || b == 'h' || a == '\'') continue;
      return false;
    }
    return true;
  }

  /// `wa Urusi Vladimir Putin`: a country that is governed by a connective ends before the person's name.
  /// `msemaji wa Kremlin Dmitri Peskov`: so does a lone name before a given name or before two more.
  bool splits_name(int head, int end) const {
    if (marker_ >= 0 && words_[head].listed_name == end - head) return true;
    const bool after_title = connective_ && !items_.empty() && items_.back().type == ItemType::nominal &&
                             reading(items_.back().word).sort == NounSort::person;
    if (!after_title || end != head + 1 || words_[head].info->given_name) return false;
    if (words_[end].info->given_name) return true;
    return is_kind(end + 1, WordKind::name) && words_[head].listed_name == 0;
  }

  void base_phrase(int head, Item& item) {
    i_ = head + 1;
    // shamra shamra
    if (is_kind(i_, kind(head)) && words_[i_].form == words_[head].form && kind(head) == WordKind::noun) {
      link(i_, head, Deprel::compound);
      ++i_;
    }
    if (kind(head) == WordKind::numeral) {
      while (in_range(i_) && kind(i_) == WordKind::numeral) {
        link(i_, head, Deprel::flat);
        ++i_;
      }
    }
    modifiers(head);
    // wapiga kura: the agent's noun with what it does it to
    if (kind(head) == WordKind::noun && reading(head).rank == 62 && reading(head).sort == NounSort::person &&
        is_kind(i_, WordKind::noun) && syntax_.is_agent(reading(head).lemma, reading(i_).lemma)) {
      link(i_, head, Deprel::compound);
      ++i_;
      modifiers(head);
    }
    // kusini mashariki
    if (kind(head) == WordKind::noun && is_kind(i_, WordKind::noun) && syntax_.is_direction(words_[head].form) &&
        syntax_.is_direction(words_[i_].form)) {
      link(i_, head, Deprel::compound);
      ++i_;
    }
    // mwezi Januari, tarehe 7 Oktoba, Jumanne jioni
    while (is_kind(i_, WordKind::noun) && reading(i_).sort == NounSort::time && reading(head).sort == NounSort::time &&
           kind(head) == WordKind::noun && !reading(i_).locative) {
      // Oktoba mwaka wa 2019: the second has something of its own behind it.
      if (is_kind(i_ + 1, WordKind::connective)) break;
      const int inner = i_;
      link(inner, head, Deprel::nmod);
      i_ = inner + 1;
      modifiers(inner);
    }
    // A name straight after its noun: Rais Putin, mjini Khartoum, mto Nile.
    const bool has_a_name = reading(head).sort == NounSort::person || reading(head).sort == NounSort::organization ||
                            reading(head).sort == NounSort::place || reading(head).locative;
    if (is_kind(i_, WordKind::name) && kind(head) == WordKind::noun &&
        (has_a_name || (words_[i_].listed_name == 0 && reading(head).sort == NounSort::other))) {
      item.has_name = true;
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
          if (r.lemma == "kila") return;
          // `mtoto yoyote`: the indefinite is often written in class 9.
          if (!agrees &&
              (!r.features.starts_with("PronType=Ind") || r.upos == Upos::adj || is_kind(i_ + 1, WordKind::noun)))
            return;
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
          // wanajeshi wa Rwanda 750: counts the soldiers.
          if (month && connective_) return;
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
        case WordKind::verb: {
          // wiki iliyopita, mwezi ujao: which time, not what happened.
          const bool tells_time = reading(head).sort == NounSort::time && r.relative != 0 && agrees &&
                                  (r.relative & words_[head].agreement) != 0 &&
                                  syntax_.has_use(r.lemma, SyntaxLexicon::time_relative);
          if (!tells_time) return;
          link(i_, head, Deprel::acl, "relcl");
          words_[i_].upos = Upos::adj;
          narrow(head, r.relative);
          break;
        }
        case WordKind::adverb:
          if (reading(head).locative && is_place_adverb(i_)) {
            // nchini humo
            link(i_, head, Deprel::det);
            break;
          }
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
      item.clause_marker = clause_marker_;
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
  const SyntaxLexicon& syntax_;
  int size_ = 0;
  int i_ = 0;
  std::vector<Item> items_;
  int first_ = -1;
  int marker_ = -1;
  Agreement marker_agreement_ = 0;
  bool connective_ = false;
  bool clause_marker_ = false;
  std::vector<int> cases_;
  std::vector<int> coordinators_;
  std::vector<int> pre_adverbs_;
  int numeral_ = -1;
  bool comma_ = false, colon_ = false, quote_ = false, dash_ = false, parenthesis_ = false;
};

}  // namespace

std::vector<Item> chunk(std::vector<Word>& words, const SyntaxLexicon& syntax) { return Chunker(words, syntax).run(); }

}  // namespace habari::swahili
