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

NetworkLabels collect_labels(const std::vector<ConlluSentence>& treebank, const std::vector<Sentence>& raw,
                             std::size_t subword_rows) {
  constexpr std::uint32_t least_in_treebank = 2;
  constexpr std::uint32_t least_in_all = 3;
  NetworkLabels labels;
  labels.subword_rows = subword_rows;
  std::set<Tag> tags;
  std::set<Relation> relations = {{Deprel::root, ""}, {Deprel::dep, ""}};
  std::vector<std::uint64_t> order;
  std::unordered_map<std::uint64_t, std::uint32_t> all;
  for (const ConlluSentence& entry : treebank) {
    for (const Token& token : entry.sentence.tokens) {
      tags.insert({token.upos, token.xpos, token.feats});
      if (has_head(token)) relations.insert({token.deprel, token.subtype});
      const std::uint64_t word = word_features(token.form).word;
      ++labels.counts[word];
      if (all[word]++ == 0) order.push_back(word);
    }
  }
  for (const Sentence& sentence : raw) {
    for (const Token& token : sentence.tokens) {
      const std::uint64_t word = word_features(token.form).word;
      if (all[word]++ == 0) order.push_back(word);
    }
  }
  labels.tags.assign(tags.begin(), tags.end());
  labels.relations.assign(relations.begin(), relations.end());
  for (const std::uint64_t word : order) {
    const auto known = labels.counts.find(word);
    const bool in_treebank = known != labels.counts.end() && known->second >= least_in_treebank;
    if (in_treebank || all[word] >= least_in_all) labels.words.push_back(word);
  }
  std::stable_sort(labels.words.begin(), labels.words.end(),
                   [&](std::uint64_t a, std::uint64_t b) { return all[a] > all[b]; });
  labels.row_counts.push_back(0);
  for (std::size_t i = 0; i < labels.words.size(); ++i) {
    labels.rows[labels.words[i]] = static_cast<std::uint32_t>(i + 1);
    labels.row_counts.push_back(all[labels.words[i]]);
  }
  return labels;
}

NetworkSentence encode_words(const Sentence& sentence, const NetworkLabels& labels) {
  NetworkSentence out;
  for (const Token& token : sentence.tokens) {
    const WordFeatures features = word_features(token.form);
    NetworkSentence::Word word;
    if (const auto row = labels.rows.find(features.word); row != labels.rows.end()) {
      word.word = row->second;
      word.word_count = labels.row_counts[row->second];
    }
    for (std::size_t k = 0; k < subword_count; ++k) {
      word.subwords[k] = static_cast<std::uint32_t>(features.subwords[k] % labels.subword_rows);
    }
    out.words.push_back(word);
  }
  return out;
}

NetworkSentence encode(const Sentence& sentence, const NetworkLabels& labels) {
  NetworkSentence out = encode_words(sentence, labels);
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    const Token& token = sentence.tokens[i];
    NetworkSentence::Word& word = out.words[i];
    const auto count = labels.counts.find(word_features(token.form).word);
    word.word_count = count == labels.counts.end() ? 0 : count->second;
    word.tag = place(labels.tags, Tag{token.upos, token.xpos, token.feats});
    if (!has_head(token)) continue;
    word.head = token.head;
    word.relation = place(labels.relations, Relation{token.deprel, token.subtype});
  }
  return out;
}

}  // namespace habari::learned
