#include "open_triples/clause_subject.hpp"

#include "open_triples/phrases.hpp"

namespace habari {
namespace {

constexpr int deepest_link = 8;

class SubjectFinder {
 public:
  SubjectFinder(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses)
      : tree_(context.tree()), predicates_(predicates), clauses_(clauses) {}

  std::optional<ClauseSubject> find(Word word, int depth = 0) const {
    if (depth == deepest_link) return std::nullopt;
    if (const auto own = own_subject(word)) return own;
    if (const auto head = shared_subject(word)) return ClauseSubject{*head, link(word)};
    return inherited_subject(word, depth);
  }

 private:
  std::optional<ClauseSubject> own_subject(Word word) const {
    for (const Word child : tree_.dependents(word)) {
      const Deprel relation = tree_[child].deprel;
      if (relation != Deprel::nsubj && relation != Deprel::csubj) continue;
      if (relation == Deprel::nsubj && is_relative_pronoun(tree_[child])) {
        const Word first = tree_.first_conjunct(word);
        const auto noun = tree_.head(first);
        if (noun && tree_[first].deprel == Deprel::acl) return ClauseSubject{*noun, SubjectLink::antecedent};
      }
      return ClauseSubject{child, SubjectLink::own};
    }
    return std::nullopt;
  }

  std::optional<Word> shared_subject(Word word) const {
    const auto event = predicates_.at(word);
    if (!event || predicates_.all()[*event].word != word || clauses_.subjects(*event).empty()) return std::nullopt;
    return clauses_.subjects(*event).front();
  }

  SubjectLink link(Word word) const {
    switch (tree_[word].deprel) {
      case Deprel::conj:
        return SubjectLink::conjunct;
      case Deprel::acl:
        if (tree_[word].feature("VerbForm") == "Inf") return SubjectLink::infinitive;
        return tree_[word].subtype == "relcl" || tree_[word].feature("VerbForm") == "Fin" ? SubjectLink::antecedent
                                                                                          : SubjectLink::participle;
      case Deprel::advcl:
      case Deprel::parataxis:
        return SubjectLink::adverbial;
      default:
        return SubjectLink::control;
    }
  }

  std::optional<ClauseSubject> inherited_subject(Word word, int depth) const {
    const auto head = tree_.head(word);
    if (!head) return std::nullopt;
    const bool finite = tree_[word].feature("VerbForm") == "Fin";
    switch (tree_[word].deprel) {
      case Deprel::conj:
        return from(*head, SubjectLink::conjunct, depth);
      case Deprel::xcomp:
        if (tree_[word].upos == Upos::verb) {
          if (const auto object = last_object(*head)) return ClauseSubject{*object, SubjectLink::control};
        }
        return from(*head, SubjectLink::control, depth);
      case Deprel::ccomp:
        if (finite || !heads_clause(tree_, *head)) return std::nullopt;
        return from(*head, SubjectLink::control, depth);
      case Deprel::advcl:
      case Deprel::parataxis:
        if ((finite && tree_[word].deprel == Deprel::parataxis) || !heads_clause(tree_, *head)) return std::nullopt;
        return from(*head, SubjectLink::adverbial, depth);
      case Deprel::acl:
        if (finite || tree_[word].subtype == "relcl" || tree_[word].feature("VerbForm").empty()) return std::nullopt;
        return ClauseSubject{*head, link(word)};
      default:
        return std::nullopt;
    }
  }

  std::optional<ClauseSubject> from(Word above, SubjectLink link, int depth) const {
    const auto subject = find(above, depth + 1);
    if (!subject) return std::nullopt;
    return ClauseSubject{subject->head, link};
  }

  std::optional<Word> last_object(Word verb) const {
    std::optional<Word> object;
    for (const Word child : tree_.dependents(verb)) {
      if (tree_[child].deprel == Deprel::obj || tree_[child].deprel == Deprel::iobj) object = child;
    }
    return object;
  }

  const TreeView& tree_;
  const Predicates& predicates_;
  const Clauses& clauses_;
};

}  // namespace

std::optional<ClauseSubject> clause_subject(const SentenceContext& context, const Predicates& predicates,
                                            const Clauses& clauses, Word word) {
  return SubjectFinder(context, predicates, clauses).find(word);
}

}  // namespace habari
