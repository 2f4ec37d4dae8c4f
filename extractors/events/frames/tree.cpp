#include "frames/tree.hpp"

#include <algorithm>

namespace habari {

TreeView::TreeView(const Sentence& sentence) : sentence_(&sentence) {
  const auto& tokens = sentence.tokens;
  starts_.assign(tokens.size() + 1, 0);
  for (const Token& token : tokens) {
    if (token.head != 0) ++starts_[token.head];
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  dependents_.resize(starts_[tokens.size()]);
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (Word word = 0; word < tokens.size(); ++word) {
    if (tokens[word].head != 0) dependents_[next[tokens[word].head - 1]++] = word;
  }
}

std::optional<Word> TreeView::dependent(Word word, Deprel relation) const {
  for (const Word child : dependents(word)) {
    if ((*this)[child].deprel == relation) return child;
  }
  return std::nullopt;
}

std::vector<Word> TreeView::conjuncts(Word word) const {
  std::vector<Word> all{word};
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Word child : dependents(all[i])) {
      if ((*this)[child].deprel == Deprel::conj) all.push_back(child);
    }
  }
  return all;
}

Span TreeView::extent(Word word) const {
  Span extent = (*this)[word].span;
  std::vector<Word> open{word};
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const Word child : dependents(open[i])) {
      if ((*this)[child].upos == Upos::punct) continue;
      extent = hull(extent, (*this)[child].span);
      open.push_back(child);
    }
  }
  return extent;
}

Word TreeView::first_conjunct(Word word) const {
  while ((*this)[word].deprel == Deprel::conj && (*this)[word].head != 0) word = (*this)[word].head - 1;
  return word;
}

bool TreeView::is_below(Word word, Word ancestor) const {
  std::optional<Word> at = word;
  // A broken tree may hold a circle.
  for (std::uint32_t steps = 0; at && steps <= size(); ++steps) {
    if (*at == ancestor) return true;
    at = head(*at);
  }
  return false;
}

bool is_nominal(Upos upos) {
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::num || upos == Upos::x || upos == Upos::sym;
}

bool is_nominal(const Token& token) {
  // `Voi inapendwa`: readers take a name or noun that opens a sentence for an adverb, and still give it its class.
  const bool taken_for_adverb = token.upos == Upos::adv && !token.feature("NounClass").empty();
  if (taken_for_adverb) return token.deprel == Deprel::nsubj || token.deprel == Deprel::obj;
  if (token.upos != Upos::pron) return is_nominal(token.upos);
  const bool other = token.feature("PronType") == "Ind" && !token.feature("NounClass").empty();
  return other || !token.feature("Degree").empty();
}

bool is_participle(const Token& token) {
  return token.feature("VerbForm") == "Part" || token.feature("VerbForm") == "Ger";
}

bool is_tensed(const TreeView& tree, Word head) {
  const auto tensed = [&](Word word) {
    const std::string_view mood = tree[word].feature("Mood");
    return tree[word].feature("VerbForm") == "Fin" && mood != "Sub" && mood != "Imp";
  };
  const auto children = tree.dependents(head);
  return tensed(head) || std::any_of(children.begin(), children.end(), [&](Word child) {
           return (tree[child].deprel == Deprel::aux || tree[child].deprel == Deprel::cop) && tensed(child);
         });
}

}  // namespace habari
