#include "frames/verbal_prepositions.hpp"

namespace habari {

std::optional<VerbalPreposition> verbal_preposition(const SentenceContext& context, Word verb) {
  const TreeView& tree = context.tree();
  if (tree[verb].deprel != Deprel::advcl && tree[verb].deprel != Deprel::acl) return std::nullopt;
  const std::string marks = context.marker(verb, Deprel::mark);
  if (marks.empty()) return std::nullopt;
  for (const Word object : tree.dependents(verb)) {
    if (object < verb || (tree[object].deprel != Deprel::obj && tree[object].deprel != Deprel::obl)) continue;
    std::string marker = marks + ' ' + fold_case(tree[verb].form);
    if (const std::string own = context.marker(object, Deprel::case_); !own.empty()) marker += ' ' + own;
    if (context.lexicon().marker(marker, MarkerEntry::Use::case_marker, std::nullopt) != nullptr)
      return VerbalPreposition{std::move(marker), object};
  }
  return std::nullopt;
}

}  // namespace habari
