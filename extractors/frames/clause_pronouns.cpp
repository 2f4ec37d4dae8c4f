#include "frames/clauses.hpp"
#include "frames/participants.hpp"

namespace habari {

/// Whether a personal pronoun can mean these words: by number, and by whether it is one for people.
bool Clauses::can_mean(Word pronoun, const std::vector<Word>& nouns) const {
  if (nouns.empty()) return false;
  const TreeView& tree = context_.tree();
  const auto kind = describe_participant(context_, nouns.front()).kind;
  const bool plural = nouns.size() > 1 || tree[nouns.front()].feature("Number") == "Plur";
  if (plural != (tree[pronoun].feature("Number") == "Plur")) return false;
  if (plural) return true;
  const bool neuter = tree[pronoun].feature("Gender") == "Neut";
  return neuter ? kind && kind != EntityKind::person && kind != EntityKind::time : kind == EntityKind::person;
}

/// `Asha won, and she is …`, `When they heard it, the farmers left`: the subject of the nearest clause above that the
/// pronoun can mean, else its object.
std::vector<Word> Clauses::referents(Word pronoun, Word top) {
  const TreeView& tree = context_.tree();
  std::optional<Word> at = top;
  for (std::uint32_t steps = 0; at && steps <= tree.size(); ++steps) {
    const Word first = tree.first_conjunct(*at);
    at = first != *at ? std::optional(first) : tree.head(*at);
    if (!at) break;
    const auto above = predicates_.at(*at);
    // What comes later is meant only by a clause that is set before its main clause.
    const bool before = *at > pronoun && tree[top].deprel != Deprel::advcl;
    if (before) continue;
    std::vector<Word> subjects;
    if (above) {
      resolve(*above);
      subjects = subjects_[*above];
    } else if (tree.dependent(*at, Deprel::cop)) {
      subjects = nominal_dependents(context_, *at, Deprel::nsubj);
    }
    if (can_mean(pronoun, subjects)) return subjects;
    for (const Deprel relation : {Deprel::obj, Deprel::obl}) {
      const auto objects = above ? nominal_dependents(context_, *at, relation) : std::vector<Word>{};
      for (const Word object : objects) {
        if (object < pronoun && can_mean(pronoun, {object})) return {object};
      }
    }
  }
  return {};
}

/// `Asha said she hopes …`: a third-person pronoun that opens what is said means the speaker where number and
/// gender allow it.
std::vector<Word> Clauses::spoken_pronoun(std::uint32_t event) {
  return spoken_pronoun_under(predicates_.all()[event].top(), event);
}

/// `top`: the head of the clause that the pronoun opens.
std::vector<Word> Clauses::spoken_pronoun_under(Word top, std::optional<std::uint32_t> event) {
  const TreeView& tree = context_.tree();
  const auto head = tree.head(top);
  const auto above = head ? predicates_.at(*head) : std::nullopt;
  if (!above || above == event || tree[top].deprel != Deprel::ccomp) return {};
  const VerbEntry* row = predicates_.all()[*above].verb;
  if (row == nullptr || !row->speech || is_passive(tree, predicates_.all()[*above].word)) return {};
  for (const Word child : tree.dependents(top)) {
    const Token& pronoun = tree[child];
    // Of one that is willing or ready even a pronoun that the parser took for an expletive is the subject.
    const bool subject = pronoun.deprel == Deprel::nsubj || (!event && pronoun.deprel == Deprel::expl);
    if (!subject || pronoun.upos != Upos::pron || pronoun.feature("Person") != "3" ||
        pronoun.feature("PronType") != "Prs") {
      continue;
    }
    resolve(*above);
    const auto& speakers = subjects_[*above];
    return can_mean(child, speakers) ? speakers : std::vector<Word>{};
  }
  return {};
}

}  // namespace habari
