#include "frames/clause_attachment.hpp"

#include "frames/clauses.hpp"
#include "frames/tree_mender.hpp"

#include <algorithm>

namespace habari {
namespace {

using Use = MarkerEntry::Use;

class ClauseMender : TreeMender {
 public:
  explicit ClauseMender(const SentenceContext& context) : TreeMender(context) {}

  std::optional<Sentence> mend() {
    for (Word word = 0; word < tree_.size(); ++word) {
      if (has_moved(word)) continue;
      static_cast<void>(join_reported_clause(word) || hang_relative_on_its_noun(word) || free_adverbial(word) ||
                        free_subject_of_inserted_saying(word) || take_quoted_clause(word) || give_gerund_subject(word));
    }
    return take();
  }

 private:
  /// The first and last word below `word`, itself included.
  Word first_below(Word word) const {
    Word first = word;
    for (Word at = word; at-- > 0;) {
      if (tree_.is_below(at, word)) first = at;
    }
    return first;
  }
  Word last_below(Word word) const {
    Word last = word;
    for (Word at = word + 1; at < tree_.size(); ++at) {
      if (tree_.is_below(at, word) && tree_[at].upos != Upos::punct) last = at;
    }
    return last;
  }
  bool is_comma(Word word) const { return tree_[word].form == ","; }
  bool speaks(Word verb) const {
    const VerbEntry* row = context_.verb(verb);
    return tree_[verb].upos == Upos::verb && row != nullptr && row->speech;
  }
  std::optional<Word> complement(Word verb, Word otherwise_than) const {
    for (const Word child : tree_.dependents(verb)) {
      if (tree_[child].deprel == Deprel::ccomp && child != otherwise_than) return child;
    }
    return std::nullopt;
  }

  /// `said that schools will open and that teachers will return`: the second is said too.
  bool join_reported_clause(Word clause) {
    const auto verb = tree_.head(clause);
    if (tree_[clause].deprel != Deprel::conj || !verb || clause < *verb || !speaks(*verb)) return false;
    const auto mark = tree_.dependent(clause, Deprel::mark);
    const auto first = complement(*verb, clause);
    if (!mark || !first || *first > clause) return false;
    const auto first_mark = tree_.dependent(*first, Deprel::mark);
    if (!first_mark || tree_[*first_mark].lemma != tree_[*mark].lemma) return false;
    hang(clause, *first, Deprel::conj);
    return true;
  }

  /// `She praised Kenya, who is …`, `in dairies, where …`: a clause that a comma and a relative word open tells of the
  /// noun before the comma.
  bool hang_relative_on_its_noun(Word clause) {
    const auto head = tree_.head(clause);
    if (!head || *head > clause || tree_[clause].subtype == "relcl" || tree_[clause].upos != Upos::verb) return false;
    const Deprel relation = tree_[clause].deprel;
    if (relation != Deprel::ccomp && relation != Deprel::parataxis) return false;
    const auto children = tree_.dependents(clause);
    const auto opens = [&](Word word) {
      const std::string_view type = tree_[word].feature("PronType");
      return (type == "Rel" || type == "Int") && word >= 2 && is_comma(word - 1) && is_nominal(tree_[word - 2].upos);
    };
    const auto relative = std::find_if(children.begin(), children.end(), opens);
    if (relative == children.end() || *relative > clause || *relative < *head) return false;
    for (const Word child : children) {
      if (child < *relative && tree_[child].upos != Upos::punct) return false;
    }
    hang(clause, *relative - 2, Deprel::acl, "relcl");
    return true;
  }

  /// `He argued, since the users pay, that …`: a conjunction of cause tells why, not what.
  bool free_adverbial(Word clause) {
    const auto verb = tree_.head(clause);
    if (tree_[clause].deprel != Deprel::ccomp || !verb) return false;
    const std::string marker = context_.marker(clause, Deprel::mark);
    if (marker.empty()) return false;
    const MarkerEntry* row = context_.lexicon().marker(marker, Use::clause_marker, std::nullopt);
    if (row == nullptr || row->role != Role::cause) return false;
    const auto other = complement(*verb, clause);
    if (!other) return false;
    hang(clause, *other, Deprel::advcl);
    return true;
  }

  /// `The dam, officials say, will burst`: of two subjects the one before the comma is that of what is said.
  bool free_subject_of_inserted_saying(Word subject) {
    const auto verb = tree_.head(subject);
    if (tree_[subject].deprel != Deprel::nsubj || !verb || subject > *verb || !speaks(*verb)) return false;
    std::optional<Word> speaker;
    for (const Word child : tree_.dependents(*verb)) {
      if (tree_[child].deprel == Deprel::nsubj && child > subject && child < *verb) speaker = child;
    }
    const auto said = complement(*verb, subject);
    if (!speaker || !said || *said < *verb || tree_.dependent(*said, Deprel::nsubj)) return false;
    const Word begin = first_below(*speaker);
    if (begin == 0 || !is_comma(begin - 1) || *verb + 1 >= tree_.size() || !is_comma(*verb + 1)) return false;
    hang(subject, *said, Deprel::nsubj, is_passive(tree_, *said) ? "pass" : "");
    return true;
  }

  /// `“They will leave nothing,” she added`: a clause with its own subject before a saying that has no other content.
  bool take_quoted_clause(Word clause) {
    const auto verb = tree_.head(clause);
    if (tree_[clause].deprel != Deprel::advcl || !verb || clause > *verb || !speaks(*verb)) return false;
    if (tree_.dependent(clause, Deprel::mark) || !tree_.dependent(clause, Deprel::nsubj)) return false;
    if (complement(*verb, clause) || is_participle(tree_[clause]) || !tree_[clause].feature("Situative").empty())
      return false;
    // A clause of time or condition has a word that says so, or a relative in its verb.
    if (!tree_[clause].feature("RelNounClass").empty()) return false;
    for (const Word child : tree_.dependents(clause)) {
      const std::string_view type = tree_[child].feature("PronType");
      if (child < clause && (type == "Rel" || type == "Int")) return false;
    }
    bool comma = false;
    for (Word at = last_below(clause) + 1; at < *verb && tree_[at].upos == Upos::punct; ++at) comma |= is_comma(at);
    if (!comma) return false;
    hang(clause, *verb, Deprel::ccomp);
    return true;
  }

  /// `It ended with Tanga winning the cup`: between a preposition that opens clauses too and a gerund stands its
  /// subject.
  bool give_gerund_subject(Word noun) {
    const auto verb = tree_.head(noun);
    if (tree_[noun].deprel != Deprel::obl || !verb || noun < *verb) return false;
    const auto preposition = tree_.dependent(noun, Deprel::case_);
    const std::string marker = context_.marker(noun, Deprel::case_);
    if (!preposition || marker.empty() ||
        context_.lexicon().marker(marker, Use::clause_marker, std::nullopt) == nullptr) {
      return false;
    }
    const Word gerund = last_below(noun) + 1;
    if (gerund >= tree_.size() || tree_.head(gerund) != *verb || tree_[gerund].deprel != Deprel::advcl) return false;
    const bool present = tree_[gerund].feature("VerbForm") == "Ger" ||
                         (tree_[gerund].feature("VerbForm") == "Part" && tree_[gerund].feature("Tense") == "Pres");
    if (!present || tree_.dependent(gerund, Deprel::mark) || tree_.dependent(gerund, Deprel::nsubj)) return false;
    hang(noun, gerund, Deprel::nsubj);
    hang(*preposition, gerund, Deprel::mark);
    return true;
  }
};

}  // namespace

std::optional<Sentence> mend_clauses(const SentenceContext& context) { return ClauseMender(context).mend(); }

}  // namespace habari
