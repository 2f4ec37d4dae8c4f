#include "analysis/sw/agreement.hpp"

#include <optional>

namespace habari::swahili {
namespace {

bool is_modifier(const Token& token) {
  if (token.deprel == Deprel::det || token.deprel == Deprel::amod || token.deprel == Deprel::nummod) return true;
  // What is said of the subject agrees with it as an attribute does.
  return token.deprel == Deprel::nmod && (token.upos == Upos::adj || token.upos == Upos::det);
}

class PairFinder {
 public:
  explicit PairFinder(const std::vector<Word>& words) : words_(words), subjects_(words.size(), -1) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Token& token = *words[i].token;
      if ((token.deprel == Deprel::nsubj || token.deprel == Deprel::csubj) && words[i].head >= 0)
        subjects_[static_cast<std::size_t>(words[i].head)] = static_cast<int>(i);
    }
  }

  std::vector<AgreeingPair> find() {
    for (std::size_t i = 0; i < words_.size(); ++i) inside_phrase(i);
    for (std::size_t i = 0; i < words_.size(); ++i) relative(i);
    for (std::size_t i = 0; i < words_.size(); ++i) prefixes(i);
    return std::move(pairs_);
  }

 private:
  void add(std::size_t one, Slot one_slot, int other, Slot other_slot) {
    if (other >= 0 && static_cast<std::size_t>(other) != one)
      pairs_.push_back({one, one_slot, static_cast<std::size_t>(other), other_slot});
  }

  int head(int i) const { return i < 0 ? -1 : words_[static_cast<std::size_t>(i)].head; }
  const Token& token(int i) const { return *words_[static_cast<std::size_t>(i)].token; }
  int first_conjunct(int i) const {
    while (i >= 0 && token(i).deprel == Deprel::conj) i = head(i);
    return i;
  }

  void inside_phrase(std::size_t i) {
    const Token& word = *words_[i].token;
    const int above = words_[i].head;
    if (above < 0) return;
    if (is_modifier(word)) add(i, slot_class, above, slot_class);
    // ya in `barua ya waziri` agrees with the noun that has the phrase.
    const bool opens_phrase = (word.deprel == Deprel::case_ || word.deprel == Deprel::mark) && word.upos == Upos::adp;
    const Deprel phrase = token(above).deprel;
    if (opens_phrase && (phrase == Deprel::nmod || phrase == Deprel::acl || phrase == Deprel::conj))
      add(i, slot_class, head(first_conjunct(above)), slot_class);
  }

  /// The noun that the clause around a word describes, -1 where it is no relative clause.
  int described(int i) const {
    for (int at = i; at >= 0; at = head(at)) {
      const Token& clause = token(at);
      if (clause.is(Deprel::acl, "relcl")) return head(at);
      if (clause.deprel == Deprel::ccomp || clause.deprel == Deprel::advcl || clause.deprel == Deprel::acl) return -1;
    }
    return -1;
  }

  bool leans(const Token& word) const {
    return word.upos == Upos::aux && (word.deprel == Deprel::aux || word.deprel == Deprel::cop);
  }

  void relative(std::size_t i) {
    const Token& word = *words_[i].token;
    const int at = static_cast<int>(i);
    if (word.upos == Upos::pron) {
      if (word.deprel != Deprel::det) add_relative_pronoun(at);
      return;
    }
    if (word.upos != Upos::verb && word.upos != Upos::aux) return;
    const int clause = first_conjunct(leans(word) ? head(at) : at);
    if (clause >= 0 && token(clause).is(Deprel::acl, "relcl")) add(i, slot_relative, head(clause), slot_class);
  }

  /// ambaye agrees with the noun above its clause.
  void add_relative_pronoun(int at) {
    const Readings& readings = *words_[static_cast<std::size_t>(at)].readings;
    if (readings.front().kind == WordKind::relative_pronoun)
      add(static_cast<std::size_t>(at), slot_class, described(head(at)), slot_class);
  }

  void prefixes(std::size_t i) {
    const Token& word = *words_[i].token;
    const int above = words_[i].head;
    if (above >= 0 && (word.deprel == Deprel::obj || word.deprel == Deprel::iobj))
      add(static_cast<std::size_t>(above), slot_object, static_cast<int>(i), slot_class);
    if (word.upos != Upos::verb && word.upos != Upos::aux) {
      // An adjective that is the predicate agrees with the subject.
      if (word.upos == Upos::adj) add(i, slot_class, subjects_[i], slot_class);
      return;
    }
    // Auxiliary and copula have the subject of their head, coordinated verbs that of the first.
    const int clause = leans(word) ? above : static_cast<int>(i);
    int subject = subjects_[static_cast<std::size_t>(clause)];
    if (subject < 0) subject = subjects_[static_cast<std::size_t>(first_conjunct(clause))];
    if (subject >= 0) {
      add(i, slot_class, subject, slot_class);
    } else {
      // Where subject and relative marker can mean the same noun, they do.
      pairs_.push_back({i, slot_class, i, slot_relative});
    }
  }

  const std::vector<Word>& words_;
  std::vector<int> subjects_;
  std::vector<AgreeingPair> pairs_;
};

}  // namespace

std::vector<AgreeingPair> agreeing_pairs(const std::vector<Word>& words) { return PairFinder(words).find(); }

}  // namespace habari::swahili
