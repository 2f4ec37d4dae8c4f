#include <habari/extractors/treebank_scores.hpp>

#include "analysis/learned/training/segmenter_training.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace habari {
namespace {

bool has_head(const Token& token) { return token.head != 0 || token.deprel == Deprel::root; }

struct Tally {
  std::size_t upos = 0;
  std::size_t xpos = 0;
  std::size_t feats = 0;
  std::size_t lemmas = 0;
  std::size_t heads = 0;
  std::size_t relations = 0;

  void compare_tags(const Token& gold, const Token& found) {
    upos += gold.upos == found.upos ? 1 : 0;
    xpos += gold.xpos == found.xpos ? 1 : 0;
    feats += gold.feats == found.feats ? 1 : 0;
    lemmas += gold.lemma == found.lemma || gold.lemma.empty() ? 1 : 0;
  }
  void compare_heads(bool same_head, const Token& gold, const Token& found) {
    heads += same_head ? 1 : 0;
    relations += same_head && gold.deprel == found.deprel ? 1 : 0;
  }
};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// 100 F1, for counts of what is right, what is there, and what was found.
double f1(std::size_t right, std::size_t gold, std::size_t found) { return percent(2 * right, gold + found); }

/// How far the names of two analyses of one text agree.
class NameTally {
 public:
  void compare(std::span<const Sentence> gold, std::span<const Sentence> found) {
    const std::set<Place> gold_places = places(gold);
    const std::set<Place> found_places = places(found);
    gold_ += gold_places.size();
    found_ += found_places.size();
    for (const Place& place : found_places) right_ += gold_places.contains(place) ? 1 : 0;
  }
  std::optional<double> score() const { return gold_ == 0 ? std::nullopt : std::optional(f1(right_, gold_, found_)); }

 private:
  using Place = std::pair<Span, EntityKind>;

  static std::set<Place> places(std::span<const Sentence> sentences) {
    std::set<Place> out;
    for (const Sentence& sentence : sentences) {
      for (const SentenceName& name : sentence.names) {
        const Span span = {sentence.tokens[name.first].span.begin, sentence.tokens[name.end - 1].span.end};
        out.emplace(span, name.kind);
      }
    }
    return out;
  }

  std::size_t right_ = 0;
  std::size_t gold_ = 0;
  std::size_t found_ = 0;
};

/// All words of one side of a comparison, heads as places among them.
struct Words {
  std::vector<const Token*> tokens;
  std::vector<std::size_t> heads;  ///< Place of the head; `root` at a root.
  static constexpr std::size_t root = static_cast<std::size_t>(-1);

  void add(const Sentence& sentence) {
    const std::size_t first = tokens.size();
    for (const Token& token : sentence.tokens) {
      tokens.push_back(&token);
      heads.push_back(token.head == 0 ? root : first + token.head - 1);
    }
  }
};

/// Pairs of places: words of the same surface span in order; where the words within a span differ in number, those
/// with equal forms.
std::vector<std::pair<std::size_t, std::size_t>> align(const Words& gold, const Words& found) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::size_t g = 0;
  std::size_t f = 0;
  const auto run = [](const Words& words, std::size_t at) {
    std::size_t end = at;
    while (end < words.tokens.size() && words.tokens[end]->span == words.tokens[at]->span) ++end;
    return end;
  };
  while (g < gold.tokens.size() && f < found.tokens.size()) {
    const Span a = gold.tokens[g]->span;
    const Span b = found.tokens[f]->span;
    if (a != b) {
      ++(a.end < b.end || (a.end == b.end && a.begin > b.begin) ? g : f);
      continue;
    }
    const std::size_t g_end = run(gold, g);
    const std::size_t f_end = run(found, f);
    if (g_end - g == 1 && f_end - f == 1) {
      pairs.emplace_back(g, f);
    } else {
      for (std::size_t i = g, j = f; i < g_end; ++i) {
        const auto same = [&](std::size_t k) { return found.tokens[k]->form == gold.tokens[i]->form; };
        std::size_t k = j;
        while (k < f_end && !same(k)) ++k;
        if (k == f_end) continue;
        pairs.emplace_back(i, k);
        j = k + 1;
      }
    }
    g = g_end;
    f = f_end;
  }
  return pairs;
}

}  // namespace

TreebankScores score_words(const Analyzer& analyzer, std::span<const ConlluSentence> treebank) {
  Tally tally;
  NameTally names;
  std::size_t words = 0;
  std::size_t headed = 0;
  for (const ConlluSentence& entry : treebank) {
    Sentence found;
    found.span = entry.sentence.span;
    for (const Token& gold : entry.sentence.tokens) {
      Token& token = found.tokens.emplace_back();
      token.span = gold.span;
      token.form = gold.form;
    }
    analyzer.parse(found);
    names.compare(std::span(&entry.sentence, 1), std::span(&found, 1));
    for (std::size_t i = 0; i < found.tokens.size(); ++i) {
      const Token& gold = entry.sentence.tokens[i];
      ++words;
      tally.compare_tags(gold, found.tokens[i]);
      if (!has_head(gold)) continue;
      ++headed;
      tally.compare_heads(gold.head == found.tokens[i].head, gold, found.tokens[i]);
    }
  }
  TreebankScores scores;
  scores.word_count = words;
  scores.names = names.score();
  scores.upos = percent(tally.upos, words);
  scores.xpos = percent(tally.xpos, words);
  scores.feats = percent(tally.feats, words);
  scores.lemmas = percent(tally.lemmas, words);
  scores.uas = percent(tally.heads, headed);
  scores.las = percent(tally.relations, headed);
  return scores;
}

TreebankScores score_text(const Analyzer& analyzer, std::span<const ConlluSentence> treebank) {
  Tally tally;
  NameTally names;
  std::size_t gold_words = 0;
  std::size_t found_words = 0;
  std::size_t right_words = 0;
  std::size_t gold_sentences = 0;
  std::size_t found_sentences = 0;
  std::size_t right_sentences = 0;
  for (const learned::TreebankParagraph& paragraph : learned::rebuild_paragraphs({treebank.begin(), treebank.end()})) {
    const std::vector<Sentence> sentences = analyzer.analyze(paragraph.text);
    names.compare(paragraph.sentences, sentences);
    Words gold;
    Words found;
    std::set<Span> gold_spans;
    for (const Sentence& sentence : paragraph.sentences) {
      gold.add(sentence);
      gold_spans.insert({sentence.tokens.front().span.begin, sentence.tokens.back().span.end});
    }
    for (const Sentence& sentence : sentences) {
      found.add(sentence);
      right_sentences += gold_spans.contains({sentence.tokens.front().span.begin, sentence.tokens.back().span.end});
    }
    gold_sentences += paragraph.sentences.size();
    found_sentences += sentences.size();
    gold_words += gold.tokens.size();
    found_words += found.tokens.size();
    const auto pairs = align(gold, found);
    right_words += pairs.size();
    std::vector<std::size_t> partner(found.tokens.size(), Words::root - 1);
    for (const auto& [g, f] : pairs) partner[f] = g;
    for (const auto& [g, f] : pairs) {
      tally.compare_tags(*gold.tokens[g], *found.tokens[f]);
      const std::size_t head = found.heads[f] == Words::root ? Words::root : partner[found.heads[f]];
      tally.compare_heads(head == gold.heads[g], *gold.tokens[g], *found.tokens[f]);
    }
  }
  TreebankScores scores;
  scores.word_count = gold_words;
  scores.names = names.score();
  scores.words = f1(right_words, gold_words, found_words);
  scores.sentences = f1(right_sentences, gold_sentences, found_sentences);
  scores.upos = f1(tally.upos, gold_words, found_words);
  scores.xpos = f1(tally.xpos, gold_words, found_words);
  scores.feats = f1(tally.feats, gold_words, found_words);
  scores.lemmas = f1(tally.lemmas, gold_words, found_words);
  scores.uas = f1(tally.heads, gold_words, found_words);
  scores.las = f1(tally.relations, gold_words, found_words);
  return scores;
}

}  // namespace habari
