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

/// How often each word stands where, and in which order they came first.
class WordCounts {
 public:
  void add(const Sentence& sentence) {
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const WordFeatures features = word_features(sentence.tokens[i].form);
      Count& count = counts_[features.word];
      if (count.all++ == 0) order_.push_back(features.word);
      if (i == 0) continue;
      ++count.within;
      const bool capital = features.writing == Writing::capitalized || features.writing == Writing::upper;
      count.capitals += capital ? 1 : 0;
    }
  }

  void fill(const std::vector<std::uint64_t>& known, NetworkLabels& labels) {
    constexpr std::uint32_t least = 2;
    const std::set<std::uint64_t> kept(known.begin(), known.end());
    for (const std::uint64_t word : known) {
      if (counts_.try_emplace(word).second) order_.push_back(word);
    }
    for (const std::uint64_t word : order_) {
      if (counts_[word].all >= least || kept.contains(word)) labels.words.push_back(word);
    }
    std::stable_sort(labels.words.begin(), labels.words.end(),
                     [&](std::uint64_t a, std::uint64_t b) { return counts_[a].all > counts_[b].all; });
    labels.row_habits.push_back(0);
    for (std::size_t i = 0; i < labels.words.size(); ++i) {
      const Count& count = counts_[labels.words[i]];
      labels.row_habits.push_back(writing_habit(count.within, count.capitals));
      labels.rows[labels.words[i]] = static_cast<std::uint32_t>(i + 1);
    }
    for (const auto& [word, count] : counts_) labels.counts[word] = count.all;
  }

 private:
  struct Count {
    std::uint32_t all = 0;
    std::uint32_t within = 0;    ///< Not at a sentence's start.
    std::uint32_t capitals = 0;  ///< Of these.
  };
  std::vector<std::uint64_t> order_;
  std::unordered_map<std::uint64_t, Count> counts_;
};

NetworkSentence encode_words(const Sentence& sentence, const NetworkLabels& labels) {
  NetworkSentence out;
  for (const Token& token : sentence.tokens) {
    const WordFeatures features = word_features(token.form);
    NetworkSentence::Word word;
    if (const auto row = labels.rows.find(features.word); row != labels.rows.end()) word.word = row->second;
    if (const auto count = labels.counts.find(features.word); count != labels.counts.end()) {
      word.word_count = count->second;
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

void encode_names(const std::vector<SentenceName>& names, const NetworkLabels& labels, NetworkSentence& out) {
  for (NetworkSentence::Word& word : out.words) word.name = 0;
  for (const SentenceName& name : names) {
    const std::uint32_t kind = place(labels.kinds, name.kind);
    for (std::uint32_t i = name.first; i < name.end; ++i) {
      const std::uint32_t inside = i == name.first ? 1 : 2;
      out.words[i].name = kind == NetworkSentence::none ? kind : 2 * kind + inside;
    }
  }
}

}  // namespace

NetworkLabels collect_labels(const Treebank& gold, const Treebank& silver, const std::vector<std::uint64_t>& known,
                             std::size_t subword_rows) {
  NetworkLabels labels;
  labels.subword_rows = subword_rows;
  std::set<Tag> tags;
  std::set<Relation> relations = {{Deprel::root, ""}, {Deprel::dep, ""}};
  std::set<EntityKind> kinds;
  WordCounts counts;
  for (const Treebank* treebank : {&gold, &silver}) {
    for (const ConlluSentence& entry : treebank->sentences) {
      counts.add(entry.sentence);
      for (const SentenceName& name : entry.sentence.names) kinds.insert(name.kind);
      for (const Token& token : entry.sentence.tokens) {
        tags.insert({token.upos, token.xpos, token.feats});
        if (has_head(token)) relations.insert({token.deprel, token.subtype});
      }
    }
  }
  labels.tags.assign(tags.begin(), tags.end());
  labels.relations.assign(relations.begin(), relations.end());
  labels.kinds.assign(kinds.begin(), kinds.end());
  counts.fill(known, labels);
  return labels;
}

NetworkSentence encode(const Sentence& sentence, bool knows_names, const NetworkLabels& labels) {
  NetworkSentence out = encode_words(sentence, labels);
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    const Token& token = sentence.tokens[i];
    NetworkSentence::Word& word = out.words[i];
    word.tag = place(labels.tags, Tag{token.upos, token.xpos, token.feats});
    if (!has_head(token)) continue;
    word.head = token.head;
    word.relation = place(labels.relations, Relation{token.deprel, token.subtype});
  }
  if (knows_names) encode_names(sentence.names, labels, out);
  return out;
}

std::vector<NetworkSentence> encode(const Treebank& treebank, const NetworkLabels& labels) {
  std::vector<NetworkSentence> sentences;
  for (std::size_t i = 0; i < treebank.sentences.size(); ++i) {
    sentences.push_back(encode(treebank.sentences[i].sentence, treebank.knows_names[i] != 0, labels));
  }
  return sentences;
}

}  // namespace habari::learned
