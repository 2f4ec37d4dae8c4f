#include "frames/complex_prepositions.hpp"

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

}  // namespace

std::optional<ComplexPreposition> complex_preposition(const SentenceContext& context, Word noun) {
  const TreeView& tree = context.tree();
  if (tree[noun].upos != Upos::noun) return std::nullopt;
  const Word begin = phrase_begin(tree, noun);
  for (const Word object : tree.dependents(noun)) {
    if (tree[object].deprel != Deprel::nmod || object < noun) continue;
    const auto last = tree.dependent(object, Deprel::case_);
    if (!last || *last != noun + 1) continue;
    // The longest that is listed: `tangu wakati wa` holds `wakati wa`.
    for (Word first = begin; first <= noun; ++first) {
      std::string marker = words_between(tree, first, *last);
      for (const Use use : {Use::case_marker, Use::source_marker}) {
        if (context.lexicon().marker(marker, use, std::nullopt) != nullptr)
          return ComplexPreposition{std::move(marker), object};
      }
    }
  }
  return std::nullopt;
}

}  // namespace habari
