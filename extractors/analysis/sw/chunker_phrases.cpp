#include "analysis/sw/chunker_state.hpp"

#include <algorithm>

namespace habari::swahili {

bool Chunker::is_plain_be(int i) const {
  const std::string_view form = words_[i].form;
  return reading(i).lemma == "wa" && !form.ends_with("epo") && !form.ends_with("emo") && !form.ends_with("eko");
}

void Chunker::verb() {
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
      // Nchi hizo ndizo zilizokubali: the clause that is brought out is the main one.
      item.relative = 0;
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
  // `kuzuia kuenea kwa moto`: an infinitive that has its subject behind kwa is the noun it looks like.
  if (item.infinitive && main == start && names_event(start)) {
    item.type = ItemType::nominal;
    item.infinitive = false;
    item.clause_marker = false;
    words_[main].upos = Upos::noun;
    for (const int word : cases_) words_[word].deprel = Deprel::case_;
  }
  // `wajibu wa kutunza`: behind a connective the infinitive is a noun by its tag.
  if (item.connective && item.infinitive && main == start) words_[main].upos = Upos::noun;
  items_.push_back(item);
  close();
  i_ = main + 1;
}

bool Chunker::names_event(int i) const {
  const Reading& r = reading(i);
  const bool undergone = (r.voices & (voice_passive | voice_stative)) != 0;
  if (!is_kind(i + 1, WordKind::adposition) || reading(i + 1).lemma != "kwa") return false;
  if (!is_noun_like(i + 2) || r.object != 0 || r.negative) return false;
  const bool governed = !cases_.empty() && !clause_marker_;
  if (governed) return true;
  if (marker_ >= 0) return false;
  if (!items_.empty() && items_.back().type == ItemType::verb) return undergone;
  // Kupungua kwa mvua kumeathiri …: it is the subject of what agrees with it.
  for (int j = i + 2; j < size_; ++j) {
    if (is_finite_verb(j) && reading(j).relative == 0) return (reading(j).classes & class_bit(15)) != 0;
  }
  return false;
}

void Chunker::nominal() {
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

void Chunker::name(int head, Item&) {
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

bool Chunker::is_hyphen_in_name(int head, int i) const {
  if (words_[i].form != "-" || !in_range(i + 1)) return false;
  if (words_[i + 1].info->writing == Writing::lower) return kind(i + 1) == WordKind::noun && reading(i + 1).guessed;
  return kind(i + 1) == WordKind::name && i == head + 1 && words_[i - 1].form.size() <= 3 &&
         words_[i - 1].info->writing == Writing::capitalised;
}

bool Chunker::is_swahili_shape(std::string_view form) {
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

bool Chunker::follows_title() const {
  for (std::size_t i = items_.size(); i-- > 0 && items_[i].type == ItemType::nominal;) {
    if (reading(items_[i].word).sort == NounSort::person) return true;
    if (!items_[i].connective || items_[i].comma) return false;
  }
  return false;
}

bool Chunker::splits_name(int head, int end) const {
  const bool after_noun = connective_ && !items_.empty() && items_.back().type == ItemType::nominal;
  const bool after_title = after_noun && follows_title();
  if (marker_ >= 0 && words_[head].listed_name == end - head) {
    // `jarida la Nairobi Star Weekly`: what is no title has one name, that of a place or not.
    return !after_noun || after_title || words_[end].info->given_name || words_[end].listed_name > 0;
  }
  // Kiongozi wa tume nchini Libya Asha Juma: the name of the place ends where that of the person begins
  const bool in_place = marker_ < 0 && head > 0 && is_kind(head - 1, WordKind::noun) && reading(head - 1).locative;
  if (in_place && words_[head].listed_name == end - head) return true;
  if (!after_title || end != head + 1 || words_[head].info->given_name) return false;
  if (words_[end].info->given_name) return true;
  return is_kind(end + 1, WordKind::name) && words_[head].listed_name == 0;
}

bool Chunker::expects_two_objects(const Item& item) const {
  if (items_.empty() || items_.back().type != ItemType::verb || item.marker >= 0 || item.comma) return false;
  const Reading& verb = reading(items_.back().word);
  const bool gives = (verb.traits & trait_second_object) != 0 || (verb.voices & voice_applicative) != 0;
  return gives && (verb.voices & voice_passive) == 0 && (verb.object & animate_classes) != 0;
}

void Chunker::base_phrase(int head, Item& item) {
  i_ = head + 1;
  // shamra shamra
  if (is_kind(i_, kind(head)) && words_[i_].form == words_[head].form && kind(head) == WordKind::noun) {
    link(i_, head, Deprel::compound);
    ++i_;
  }
  // ana kwa ana, wenyewe kwa wenyewe
  if (is_kind(i_, WordKind::adposition) && in_range(i_ + 1) && words_[i_ + 1].form == words_[head].form) {
    link(i_, i_ + 1, Deprel::case_);
    link(i_ + 1, head, Deprel::nmod);
    i_ += 2;
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
  // Baada ya chakula Asha aliondoka: the name is the next verb's subject.
  const bool next_subject = !has_a_name && item.marker >= 0 && !item.connective && is_finite_verb(i_ + 1) &&
                            words_[i_].info->given_name && (reading(i_ + 1).classes & class_bit(1)) != 0;
  if (is_kind(i_, WordKind::name) && kind(head) == WordKind::noun && !next_subject &&
      (has_a_name ||
       (words_[i_].listed_name == 0 && reading(head).sort == NounSort::other && !expects_two_objects(item)))) {
    item.has_name = true;
    const int name_head = i_;
    Item ignored;
    name(name_head, ignored);
    const bool same = reading(head).sort != NounSort::time && !reading(head).locative;
    link(name_head, head, same ? Deprel::appos : Deprel::nmod);
    modifiers(head);
  }
}

void Chunker::modifiers(int head) {
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
        // dola za Kimarekani milioni tano: counts the dollars
        if (!agrees || (kind(head) == WordKind::adverb && connective_)) return;
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

void Chunker::narrow(int head, Agreement classes) {
  const Agreement both = words_[head].agreement & classes;
  // Animates keep both their own class and that of persons.
  if ((words_[head].agreement & animate_classes) != 0) {
    const bool plural = (classes & plural_classes) == classes;
    if (plural) words_[head].agreement &= plural_classes;
    return;
  }
  if (both != 0) words_[head].agreement = both;
}

}  // namespace habari::swahili
