#include "analysis/learned/training/network_data.hpp"

#include <algorithm>
#include <set>

namespace habari::learned {
namespace {

bool has_head(const Token& token) { return token.head != 0 || token.deprel == Deprel::root; }

template <typename T>
std::uint32_t place(const std::vector<T>& sorted, const T& value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (at == sorted.end() || *at != value) return NetworkSentence::none;
  return static_cast<std::uint32_t>(at - sorted.begin());
}

}  // namespace

NetworkLabels collect_labels(const std::vector<ConlluSentence>& treebank, std::uint32_t least_word_count,
                             std::size_t subword_rows) {
  NetworkLabels labels;
  labels.subword_rows = subword_rows;
  std::set<Tag> tags;
  std::set<Relation> relations = {{Deprel::root, ""}, {Deprel::dep, ""}};
  std::vector<std::uint64_t> order;
  for (const ConlluSentence& entry : treebank) {
    for (const Token& token : entry.sentence.tokens) {
      tags.insert({token.upos, token.xpos, token.feats});
      if (has_head(token)) relations.insert({token.deprel, token.subtype});
      const std::uint64_t word = word_features(token.form).word;
      if (labels.counts[word]++ == 0) order.push_back(word);
    }
  }
  labels.tags.assign(tags.begin(), tags.end());
  labels.relations.assign(relations.begin(), relations.end());
  for (const std::uint64_t word : order) {
    if (labels.counts[word] >= least_word_count) labels.words.push_back(word);
  }
  std::stable_sort(labels.words.begin(), labels.words.end(),
                   [&](std::uint64_t a, std::uint64_t b) { return labels.counts[a] > labels.counts[b]; });
  for (std::size_t i = 0; i < labels.words.size(); ++i)
    labels.rows[labels.words[i]] = static_cast<std::uint32_t>(i + 1);
  return labels;
}

NetworkSentence encode(const Sentence& sentence, const NetworkLabels& labels) {
  NetworkSentence out;
  for (const Token& token : sentence.tokens) {
    const WordFeatures features = word_features(token.form);
    NetworkSentence::Word word;
    if (const auto row = labels.rows.find(features.word); row != labels.rows.end()) {
      word.word = row->second;
      word.word_count = labels.counts.at(features.word);
    }
    for (std::size_t k = 0; k < subword_count; ++k) {
      word.subwords[k] = static_cast<std::uint32_t>(features.subwords[k] % labels.subword_rows);
    }
    word.tag = place(labels.tags, Tag{token.upos, token.xpos, token.feats});
    if (has_head(token)) {
      word.head = token.head;
      word.relation = place(labels.relations, Relation{token.deprel, token.subtype});
    }
    out.words.push_back(word);
  }
  return out;
}

}  // namespace habari::learned
