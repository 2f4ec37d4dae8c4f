#include "analysis/learned/training/network_data.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

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
                             const std::vector<std::uint64_t>& known_words, std::size_t subword_rows) {
  constexpr std::uint32_t least_in_treebank = 2;
  constexpr std::uint32_t least_in_all = 3;
  NetworkLabels labels;
  labels.subword_rows = subword_rows;
  std::set<Tag> tags;
  std::set<Relation> relations = {{Deprel::root, ""}, {Deprel::dep, ""}};
  std::vector<std::uint64_t> order;
  struct Count {
    std::uint32_t all = 0;
    std::uint32_t within = 0;    ///< Not at a sentence's start.
    std::uint32_t capitals = 0;  ///< Of these.
  };
  std::unordered_map<std::uint64_t, Count> counts;
  const auto count_words = [&](const Sentence& sentence) {
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const WordFeatures features = word_features(sentence.tokens[i].form);
      Count& count = counts[features.word];
      if (count.all++ == 0) order.push_back(features.word);
      if (i == 0) continue;
      ++count.within;
      const bool capital = features.writing == Writing::capitalized || features.writing == Writing::upper;
      count.capitals += capital ? 1 : 0;
    }
  };
  for (const ConlluSentence& entry : treebank) {
    count_words(entry.sentence);
    for (const Token& token : entry.sentence.tokens) {
      tags.insert({token.upos, token.xpos, token.feats});
      if (has_head(token)) relations.insert({token.deprel, token.subtype});
      ++labels.counts[word_features(token.form).word];
    }
  }
  for (const Sentence& sentence : raw) count_words(sentence);
  for (const std::uint64_t word : known_words) {
    if (counts.try_emplace(word).second) order.push_back(word);
  }
  const std::unordered_set<std::uint64_t> kept(known_words.begin(), known_words.end());
  labels.tags.assign(tags.begin(), tags.end());
  labels.relations.assign(relations.begin(), relations.end());
  for (const std::uint64_t word : order) {
    const auto known = labels.counts.find(word);
    const bool in_treebank = known != labels.counts.end() && known->second >= least_in_treebank;
    if (in_treebank || counts[word].all >= least_in_all || kept.contains(word)) labels.words.push_back(word);
  }
  std::stable_sort(labels.words.begin(), labels.words.end(),
                   [&](std::uint64_t a, std::uint64_t b) { return counts[a].all > counts[b].all; });
  labels.row_counts.push_back(0);
  labels.row_habits.push_back(0);
  for (std::size_t i = 0; i < labels.words.size(); ++i) {
    labels.rows[labels.words[i]] = static_cast<std::uint32_t>(i + 1);
    const Count& count = counts[labels.words[i]];
    labels.row_counts.push_back(count.all);
    labels.row_habits.push_back(writing_habit(count.within, count.capitals));
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
    const auto habit_row = [&](std::size_t habit) {
      return static_cast<std::uint32_t>(labels.subword_rows + habit * writing_count +
                                        static_cast<std::size_t>(features.writing));
    };
    word.habit = habit_row(labels.row_habits[word.word]);
    word.unknown_habit = habit_row(0);
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
    if (count != labels.counts.end()) word.word_count = count->second;
    word.tag = place(labels.tags, Tag{token.upos, token.xpos, token.feats});
    if (!has_head(token)) continue;
    word.head = token.head;
    word.relation = place(labels.relations, Relation{token.deprel, token.subtype});
  }
  return out;
}

}  // namespace habari::learned
