#include "frames/complex_prepositions.hpp"

#include <initializer_list>

namespace habari {
namespace {

using Use = MarkerEntry::Use;

/// The first word of the phrase that ends with its head `noun`.
Word phrase_begin(const TreeView& tree, Word noun) {
  Word first = noun;
  while (first > 0 && tree.head(first - 1) == noun) --first;
  return first;
}

std::string words_between(const TreeView& tree, Word first, Word last) {
  std::string words;
  for (Word word = first; word <= last; ++word) {
    if (!words.empty()) words += ' ';
    words += fold_case(tree[word].form);
  }
  return words;
}

/// The longest run of words from one before `noun` to `last` that is listed for one of these uses, empty where none is:
/// `tangu wakati wa` holds `wakati wa`.
std::string listed_run(const SentenceContext& context, Word noun, Word last, std::initializer_list<Use> uses) {
  for (Word first = phrase_begin(context.tree(), noun); first <= noun; ++first) {
    std::string marker = words_between(context.tree(), first, last);
    for (const Use use : uses) {
      if (context.lexicon().marker(marker, use, std::nullopt) != nullptr) return marker;
    }
  }
  return {};
}

}  // namespace

std::optional<ComplexPreposition> complex_preposition(const SentenceContext& context, Word noun) {
  const TreeView& tree = context.tree();
  if (tree[noun].upos != Upos::noun) return std::nullopt;
  for (const Word object : tree.dependents(noun)) {
    if (tree[object].deprel != Deprel::nmod || object < noun) continue;
    const auto last = tree.dependent(object, Deprel::case_);
    if (!last || *last != noun + 1) continue;
    std::string marker = listed_run(context, noun, *last, {Use::case_marker, Use::source_marker});
    if (!marker.empty()) return ComplexPreposition{std::move(marker), object};
  }
  return std::nullopt;
}

std::optional<ClausePreposition> clause_preposition(const SentenceContext& context, Word clause) {
  const TreeView& tree = context.tree();
  const auto noun = tree.head(clause);
  const auto mark = tree.dependent(clause, Deprel::mark);
  if (tree[clause].deprel != Deprel::acl || !noun || tree[*noun].upos != Upos::noun || mark != *noun + 1)
    return std::nullopt;
  const auto host = tree.head(*noun);
  std::string marker = host ? listed_run(context, *noun, *mark, {Use::clause_marker}) : std::string();
  if (marker.empty()) return std::nullopt;
  return ClausePreposition{std::move(marker), *host};
}

}  // namespace habari
