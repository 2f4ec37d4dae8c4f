#include "frames/relative_clauses.hpp"

#include "frames/clauses.hpp"

#include <algorithm>

namespace habari {
namespace {

class LinkReader {
 public:
  LinkReader(const SentenceContext& context, const Predicates& predicates)
      : context_(context), tree_(context.tree()), predicates_(predicates), links_(predicates.all().size()) {}

  std::vector<std::optional<RelativeLink>> read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      if (is_relative_pronoun(tree_[word])) link_pronoun(word);
    }
    for (Word word = 0; word < tree_.size(); ++word) {
      if (tree_[word].is(Deprel::acl, "relcl")) link_gap(word);
    }
    share_with_conjuncts();
    return std::move(links_);
  }

 private:
  /// The noun that the relative clause around `word` is about.
  std::optional<Word> antecedent(Word word) const {
    std::optional<Word> at = word;
    for (std::uint32_t steps = 0; at && steps <= tree_.size(); ++steps) {
      const bool clause = tree_[*at].deprel == Deprel::acl;
      at = tree_.head(*at);
      if (clause) return at;
    }
    return std::nullopt;
  }

  /// `in Kenya, where she lived` is about the place before the comma also where the tree has an adverbial clause.
  std::optional<Word> place_before(Word pronoun) const {
    if (pronoun < 2 || tree_[pronoun].upos != Upos::adv || tree_[pronoun - 1].form != ",") return std::nullopt;
    const Word noun = pronoun - 2;
    return is_nominal(tree_[noun].upos) && is_place(context_.kind(noun)) ? std::optional(noun) : std::nullopt;
  }

  void link_pronoun(Word pronoun) {
    const auto verb = tree_.head(pronoun);
    const auto event = verb ? predicates_.at(*verb) : std::nullopt;
    const Deprel relation = tree_[pronoun].deprel;
    const bool oblique = relation == Deprel::obl || relation == Deprel::advmod;
    if (!event || (relation != Deprel::obj && !oblique)) return;
    auto noun = antecedent(pronoun);
    if (!noun && oblique) noun = place_before(pronoun);
    if (noun) links_[*event] = RelativeLink{*noun, !oblique, context_.marker(pronoun, Deprel::case_)};
  }

  /// Whether a relative pronoun stands in this clause, not counting relative and coordinated clauses below it.
  bool has_pronoun(Word clause) const {
    const auto children = tree_.dependents(clause);
    return std::any_of(children.begin(), children.end(), [&](Word child) {
      const Deprel relation = tree_[child].deprel;
      if (relation == Deprel::acl || relation == Deprel::conj) return false;
      return is_relative_pronoun(tree_[child]) || has_pronoun(child);
    });
  }
  bool has_subject(Word clause) const { return tree_.dependent(clause, Deprel::nsubj).has_value(); }
  /// The verb whose object is missing: the lowest of a chain of infinitives (`the house he wants to buy`).
  Word gap_verb(Word clause) const {
    Word verb = clause;
    for (std::uint32_t steps = 0; steps <= tree_.size(); ++steps) {
      const auto complement = tree_.dependent(verb, Deprel::xcomp);
      if (!complement || tree_[*complement].upos != Upos::verb || tree_.dependent(verb, Deprel::obj)) return verb;
      verb = *complement;
    }
    return verb;
  }
  /// `the city they came from`.
  std::optional<Word> stranded_preposition(Word verb) const {
    for (const Word child : tree_.dependents(verb)) {
      const Deprel relation = tree_[child].deprel;
      if (child > verb && tree_[child].upos == Upos::adp && (relation == Deprel::obl || relation == Deprel::advmod) &&
          tree_.dependents(child).empty())
        return child;
    }
    return std::nullopt;
  }

  void link_gap(Word clause) {
    // A verb that marks its relative says itself what the noun is; behind a conjunction nothing is missing.
    if (!tree_[clause].feature("RelNounClass").empty() || tree_.dependent(clause, Deprel::mark)) return;
    if (!has_subject(clause) || has_pronoun(clause)) return;
    const auto noun = tree_.head(clause);
    const Word verb = gap_verb(clause);
    const auto event = predicates_.at(verb);
    if (!noun || !event || links_[*event]) return;
    if (const auto preposition = stranded_preposition(verb)) {
      links_[*event] = RelativeLink{*noun, false, fold_case(tree_[*preposition].form)};
      return;
    }
    const bool complete = tree_.dependent(verb, Deprel::obj) || tree_.dependent(verb, Deprel::ccomp) ||
                          (is_passive(tree_, verb) && !tree_.dependent(verb, Deprel::iobj));
    const bool time = context_.kind(*noun) == EntityKind::time;
    if (!complete || time) links_[*event] = RelativeLink{*noun, !complete && !time, {}};
  }

  /// `the man police arrested and jailed`.
  void share_with_conjuncts() {
    for (std::uint32_t event = 0; event < links_.size(); ++event) {
      const Word word = predicates_.all()[event].word;
      const Word first = tree_.first_conjunct(word);
      const auto shared = first == word ? std::nullopt : predicates_.at(first);
      if (!shared || links_[event] || !links_[*shared] || !links_[*shared]->object) continue;
      if (!has_subject(word) && !tree_.dependent(word, Deprel::obj) && !is_passive(tree_, word))
        links_[event] = links_[*shared];
    }
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicates& predicates_;
  std::vector<std::optional<RelativeLink>> links_;
};

}  // namespace

std::optional<Word> apposition_before(const TreeView& tree, Word participle) {
  const auto noun = tree.head(participle);
  if (!noun || participle == 0) return std::nullopt;
  for (const Word child : tree.dependents(*noun)) {
    if (tree[child].deprel != Deprel::appos || child > participle || !is_nominal(tree[child].upos)) continue;
    if (tree.extent(child).end == tree[participle - 1].span.end) return child;
  }
  return std::nullopt;
}

std::optional<Word> noun_before_participle(const TreeView& tree, Word participle) {
  const Token& token = tree[participle];
  const bool passive = token.feature("VerbForm") == "Part" && token.feature("Voice") == "Pass";
  const bool loose = token.deprel == Deprel::parataxis || token.deprel == Deprel::advcl;
  const auto verb = tree.head(participle);
  if (!passive || !loose || !verb || *verb > participle || tree.dependent(participle, Deprel::aux)) return std::nullopt;
  const Word before = tree[participle - 1].form == "," ? participle - 2 : participle - 1;
  if (before <= *verb || before >= participle) return std::nullopt;
  for (const Word child : tree.dependents(*verb)) {
    if (child < *verb || child > before || !is_nominal(tree[child].upos)) continue;
    if (tree.extent(child).end != tree[before].span.end) continue;
    const auto apposition = tree.dependent(child, Deprel::appos);
    return apposition && before + 1 == participle && is_nominal(tree[*apposition].upos) ? apposition : child;
  }
  return std::nullopt;
}

std::vector<std::optional<RelativeLink>> relative_links(const SentenceContext& context, const Predicates& predicates) {
  return LinkReader(context, predicates).read();
}

}  // namespace habari
