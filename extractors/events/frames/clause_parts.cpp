#include "frames/clause_parts.hpp"

#include "frames/participants.hpp"

namespace habari {

bool has_listed_marker(const SentenceContext& context, Word verb, Word clause) {
  const VerbEntry* row = context.verb(verb);
  const Token& token = context.tree()[clause];
  if (row == nullptr || (!is_participle(token) && token.feature("VerbForm") != "Inf")) return false;
  const std::string marker = context.marker(clause, Deprel::mark);
  if (marker.empty() ||
      context.lexicon().marker(marker, MarkerEntry::Use::infinitive_marker, std::nullopt) != nullptr) {
    return false;
  }
  return find_role(row->roles, marker) != nullptr;
}

bool is_passive(const TreeView& tree, Word verb) {
  const bool marked = tree[verb].feature("Voice").find("Pass") != std::string_view::npos;
  for (const Word child : tree.dependents(verb)) {
    if (tree[child].subtype == "pass") return true;
  }
  if (!marked || tree[verb].feature("VerbForm") != "Part" || tree.dependent(verb, Deprel::aux)) return marked;
  // A headline's participle without an auxiliary is passive (`Mayor arrested`), unless it has an object as well.
  return !tree.dependent(verb, Deprel::obj) || !tree.dependent(verb, Deprel::nsubj);
}

bool is_relative_pronoun(const Token& token) { return token.feature("PronType") == "Rel"; }

std::vector<Word> nominal_dependents(const SentenceContext& context, Word word, Deprel relation) {
  const TreeView& tree = context.tree();
  std::vector<Word> nominals;
  for (const Word child : tree.dependents(word)) {
    // `The problem is that he left`: an outer subject is that of the copula, not of the clause.
    if (tree[child].deprel != relation || tree[child].subtype == "outer") continue;
    for (const Word conjunct : coordinated_participants(context, child)) {
      // `many are ill`, `wengine 11 hawajulikani`: an adjective that is a subject or is counted stands for its noun.
      const bool counted = tree[conjunct].upos == Upos::adj &&
                           ((relation == Deprel::nsubj && !tree[conjunct].feature("Degree").empty()) ||
                            tree.dependent(conjunct, Deprel::nummod));
      if (counted || is_nominal(tree[conjunct]) || context.mention(conjunct) != nullptr) {
        nominals.push_back(conjunct);
      }
    }
  }
  return nominals;
}

}  // namespace habari
