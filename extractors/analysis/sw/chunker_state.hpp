#pragma once

#include "analysis/sw/chunker.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace habari::swahili {

/// Reads words from left to right into phrases; prepositions, conjunctions and punctuation wait for the phrase they
/// stand before.
/// Its parts: chunker.cpp (the course of it, adverbs), chunker_markers.cpp, chunker_phrases.cpp.
class Chunker {
 public:
  Chunker(std::vector<Word>& words, const SyntaxLexicon& syntax)
      : words_(words), syntax_(syntax), size_(static_cast<int>(words.size())) {}
  std::vector<Item> run();

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
  void step();
  void punctuation();
  bool multiword();
  /// `upande wa jeshi ulikataa`: a noun that begins a preposition elsewhere, but is what the next verb agrees with.
  bool is_subject_noun(int i) const;
  /// Whether a finite verb that is no relative comes before the next punctuation.
  bool clause_after(int from) const;
  void begin_marker(int word, Agreement agreement, bool connective);
  /// `kupelekea … kufikia makubaliano`: a preposition of time before anything else is the infinitive it looks like.
  const Reading* infinitive_instead(int i) const;
  void marker();
  void coordinator();
  /// `na` straight after a verb is "with" or "by", unless a clause or another verb follows.
  bool is_companion(int i) const;
  /// `lilitolewa mwezi Machi na wizara`: between the passive and its agent a time.
  bool is_agent_after_time(int i) const;
  void subordinator();
  void relative_pronoun();
  bool has_kind(int i, WordKind k) const {
    const auto& readings = words_[i].info->readings;
    return std::any_of(readings.begin(), readings.end(), [k](const Reading& r) { return r.kind == k; });
  }
  void adverb();
  /// A noun phrase with a figure in it: `wanajeshi wa Rwanda 750`.
  bool is_counted(int i) const;
  bool is_place_adverb(int i) const;
  /// "Be" that needs a predicate; -wepo, -wemo, -weko say where or that something is.
  bool is_plain_be(int i) const;
  void verb();
  /// Whether the infinitive names what happens to the noun behind `kwa`: `kupungua kwa bei`.
  bool names_event(int i) const;
  void nominal();
  /// Consecutive names are one name; `Wolde - mariam` too.
  void name(int head, Item&);
  /// `Wolde - mariam`, `Al - Sistani`: a hyphen that was set apart, not a dash.
  bool is_hyphen_in_name(int head, int i) const;
  /// Consonants as Swahili writes them; foreign words in a name have others.
  static bool is_swahili_shape(std::string_view form);
  /// `wa Urusi Vladimir Putin`: a country that is governed by a connective ends before the person's name.
  /// `mkuu wa Ikulu Asha Juma`: so does a lone name before a given name or before two more.
  bool splits_name(int head, int end) const;
  /// Whether the genitives that a name would end began with a person: `Waziri wa uvuvi wa Burundi`.
  bool follows_title() const;
  /// Behind a verb that takes a person and a thing, and has a person's prefix: `alimpasia mpira Asha Juma`.
  bool expects_two_objects(const Item& item) const;
  void base_phrase(int head, Item& item);
  /// What follows the noun and agrees with it.
  void modifiers(int head);
  void narrow(int head, Agreement classes);
  Item open(int word, ItemType type);
  void attach_cases(int head, Item& item);
  void close();
  /// Prepositions and conjunctions with nothing after them.
  void flush_dangling();

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

/// `-` and the dashes.
bool is_dash(std::string_view form);

}  // namespace habari::swahili
