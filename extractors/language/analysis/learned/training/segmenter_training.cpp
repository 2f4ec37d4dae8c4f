#include "analysis/learned/training/segmenter_training.hpp"

#include "analysis/learned/training/random.hpp"
#include "analysis/learned/training/segmenter_examples.hpp"
#include "analysis/model/word_features.hpp"
#include "analysis/segmentation/segmenter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace habari::learned {
namespace {

using segmentation::Paragraph;
using Range = Paragraph::Range;

/// Logistic regression over hashed features, by AdaGrad; kept as one byte a weight.
class LinearTrainer {
 public:
  explicit LinearTrainer(std::size_t size) : weights_(size, 0.0F), sums_(size, 0.0F), squares_(size, 1e-4F) {}

  void add(const std::vector<std::uint64_t>& features, bool answer) {
    for (const std::uint64_t f : features) features_.push_back(static_cast<std::uint32_t>(f & (weights_.size() - 1)));
    width_ = features.size();
    answers_.push_back(answer ? 1 : 0);
  }

  void train(std::size_t epochs, Random& random) {
    constexpr float rate = 0.1F;
    std::vector<std::size_t> order(answers_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
      random.shuffle(order);
      for (const std::size_t i : order) {
        const std::uint32_t* f = features_.data() + i * width_;
        float sum = 0;
        for (std::size_t k = 0; k < width_; ++k) sum += weights_[f[k]];
        const float gradient = 1.0F / (1.0F + std::exp(-sum)) - static_cast<float>(answers_[i]);
        if (std::abs(gradient) < 1e-3F) continue;
        for (std::size_t k = 0; k < width_; ++k) {
          squares_[f[k]] += gradient * gradient;
          weights_[f[k]] -= rate * gradient / std::sqrt(squares_[f[k]]);
        }
      }
      // The last passes' mean decides more steadily than the last pass.
      if (2 * epoch < epochs) continue;
      for (std::size_t k = 0; k < weights_.size(); ++k) sums_[k] += weights_[k];
    }
  }

  std::vector<std::int8_t> bytes() const {
    float largest = 1e-8F;
    for (const float w : sums_) largest = std::max(largest, std::abs(w));
    std::vector<std::int8_t> out;
    for (const float w : sums_) out.push_back(static_cast<std::int8_t>(std::lround(w / largest * 127.0F)));
    return out;
  }

 private:
  std::vector<float> weights_;
  std::vector<float> sums_;
  std::vector<float> squares_;
  std::vector<std::uint32_t> features_;
  std::vector<std::uint8_t> answers_;
  std::size_t width_ = 0;
};

/// Byte offsets at which surface tokens, and sentences, end.
struct Ends {
  std::set<std::uint32_t> tokens;
  std::set<std::uint32_t> sentences;
};

Ends collect_ends(const TreebankParagraph& paragraph) {
  Ends ends;
  for (const Sentence& sentence : paragraph.sentences) {
    for (const Token& token : sentence.tokens) ends.tokens.insert(token.span.end);
    ends.sentences.insert(sentence.tokens.back().span.end);
  }
  return ends;
}

/// The paragraph as the segmenter sees it when it asks: no language's tables, as for any new one.
void show(const TreebankParagraph& paragraph, Paragraph& view) {
  view.assign(paragraph.text, 0);
  segmentation::mark_by_rule(view, {}, nullptr, false);
}

/// Whether no rule settles that a token ends, or does not, before the character.
bool is_open(const Paragraph::Character& c) {
  return !c.has(segmentation::mark_inside) && !c.has(segmentation::mark_begins);
}

/// The kinds of neighbours between which the treebank ends tokens, but for rare slips.
std::uint32_t find_splitting_pairs(const std::vector<TreebankParagraph>& paragraphs) {
  constexpr std::size_t once_in = 500;
  std::array<std::size_t, segmentation::pair_class_count> all{};
  std::array<std::size_t, segmentation::pair_class_count> ended{};
  Paragraph view;
  for (const TreebankParagraph& paragraph : paragraphs) {
    const Ends ends = collect_ends(paragraph);
    show(paragraph, view);
    const auto& characters = view.characters();
    for (const Range chunk : view.chunks()) {
      for (std::size_t at = chunk.begin + 1; at < chunk.end; ++at) {
        if (!is_open(characters[at])) continue;
        const std::uint32_t pair = segmentation::pair_class(characters[at - 1].shape, characters[at].shape);
        ++all[pair];
        ended[pair] += ends.tokens.contains(characters[at].offset) ? 1 : 0;
      }
    }
  }
  std::uint32_t pairs = 0;
  for (std::uint32_t pair = 0; pair < segmentation::pair_class_count; ++pair) {
    if (ended[pair] * once_in > all[pair]) pairs |= 1U << pair;
  }
  return pairs;
}

/// The paragraph's pieces as the treebank has them (a token never reaches over white space here).
std::vector<Range> gold_pieces(const Paragraph& view, const Ends& ends) {
  std::vector<Range> pieces;
  for (const Range chunk : view.chunks()) {
    std::size_t begin = chunk.begin;
    for (std::size_t at = chunk.begin + 1; at < chunk.end; ++at) {
      if (!ends.tokens.contains(view.characters()[at].offset)) continue;
      pieces.push_back({begin, at});
      begin = at;
    }
    pieces.push_back({begin, chunk.end});
  }
  return pieces;
}

void add_token_examples(const Paragraph& view, const Ends& ends, std::uint32_t pairs, LinearTrainer& trainer) {
  std::vector<std::uint64_t> features;
  for (std::size_t c = 0; c < view.chunks().size(); ++c) {
    const Range chunk = view.chunks()[c];
    std::size_t begin = chunk.begin;
    for (std::size_t at = begin + 1; at < chunk.end; ++at) {
      const bool ended = ends.tokens.contains(view[at].offset);
      const std::uint32_t pair = segmentation::pair_class(view[at - 1].shape, view[at].shape);
      if ((pairs >> pair & 1U) != 0 && is_open(view[at])) {
        segmentation::token_features(view, c, begin, at, features);
        trainer.add(features, ended);
      }
      if (ended) begin = at;
    }
  }
}

void add_sentence_examples(const Paragraph& view, const Ends& ends, LinearTrainer& trainer) {
  std::vector<std::uint64_t> features;
  const std::vector<Range> pieces = gold_pieces(view, ends);
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    const bool ended = ends.sentences.contains(view.span(pieces[i]).end);
    segmentation::sentence_features(view, pieces, begin, i, features);
    trainer.add(features, ended);
    if (ended) begin = i + 1;
  }
}

struct Counts {
  std::size_t cut = 0;
  std::size_t whole = 0;
};

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

/// Surface tokens, lower case, with the words they stand for and how often.
using Readings = std::map<std::string, std::map<std::vector<std::string>, std::size_t>>;

Readings collect_readings(const std::vector<ConlluSentence>& treebank) {
  Readings readings;
  for (const ConlluSentence& entry : treebank) {
    const auto& tokens = entry.sentence.tokens;
    for (std::size_t i = 0; i < tokens.size();) {
      std::size_t end = i + 1;
      while (end < tokens.size() && tokens[end].span == tokens[i].span) ++end;
      std::vector<std::string> words;
      for (std::size_t k = i; k < end; ++k) words.push_back(fold(tokens[k].form));
      ++readings[fold(slice(entry.text, tokens[i].span))][words];
      i = end;
    }
  }
  return readings;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

/// Affixes of two-word tokens that are nearly always cut off.
std::set<std::string> find_affixes(const Readings& readings, bool front) {
  constexpr std::size_t least_hosts = 4;
  std::map<std::string, Counts> counts;
  for (const auto& [surface, words] : readings) {
    for (const auto& [forms, count] : words) {
      if (forms.size() == 2 && joined(forms) == surface) ++counts[front ? forms.front() : forms.back()].cut;
    }
  }
  for (const auto& [surface, words] : readings) {
    const auto letters = characters_of(surface);
    std::string affix;
    for (std::size_t n = 1; n < letters.size(); ++n) {
      affix = front ? affix + std::string(letters[n - 1]) : std::string(letters[letters.size() - n]) + affix;
      const auto found = counts.find(affix);
      if (found == counts.end()) continue;
      for (const auto& [forms, count] : words) found->second.whole += forms.size() == 1 ? 1 : 0;
    }
  }
  std::set<std::string> affixes;
  for (const auto& [affix, seen] : counts) {
    if (seen.cut >= least_hosts && seen.cut > 4 * seen.whole) affixes.insert(affix);
  }
  return affixes;
}

}  // namespace

std::vector<TreebankParagraph> rebuild_paragraphs(const std::vector<ConlluSentence>& treebank) {
  std::vector<TreebankParagraph> paragraphs;
  bool space = false;
  for (const ConlluSentence& entry : treebank) {
    if (entry.sentence.tokens.empty()) continue;
    if (paragraphs.empty() || entry.new_paragraph || entry.new_document) {
      paragraphs.emplace_back();
      space = false;
    }
    TreebankParagraph& paragraph = paragraphs.back();
    if (space) paragraph.text += ' ';
    space = entry.space_after;
    const auto shift = static_cast<std::uint32_t>(paragraph.text.size());
    paragraph.text += entry.text;
    Sentence sentence = entry.sentence;
    sentence.span = {sentence.span.begin + shift, sentence.span.end + shift};
    for (Token& token : sentence.tokens) token.span = {token.span.begin + shift, token.span.end + shift};
    paragraph.sentences.push_back(std::move(sentence));
  }
  return paragraphs;
}

void train_segmenter(const std::vector<ConlluSentence>& treebank, std::uint64_t seed, ModelWriter& out) {
  constexpr std::size_t epochs = 10;
  std::vector<TreebankParagraph> paragraphs = rebuild_paragraphs(treebank);
  const std::uint32_t pairs = find_splitting_pairs(paragraphs);
  Random random(seed);
  for (TreebankParagraph& example : make_examples(paragraphs, random)) paragraphs.push_back(std::move(example));
  LinearTrainer tokens(std::size_t{1} << 17U);
  LinearTrainer sentences(std::size_t{1} << 19U);
  Paragraph view;
  for (const TreebankParagraph& paragraph : paragraphs) {
    const Ends ends = collect_ends(paragraph);
    show(paragraph, view);
    add_token_examples(view, ends, pairs, tokens);
    add_sentence_examples(view, ends, sentences);
  }
  tokens.train(epochs, random);
  sentences.train(epochs, random);
  out.add_values("split.pairs", std::vector<std::uint32_t>{pairs});
  out.add_values("split.tokens", tokens.bytes());
  out.add_values("split.sentences", sentences.bytes());
}

void train_multiwords(const std::vector<ConlluSentence>& treebank, ModelWriter& out) {
  const Readings readings = collect_readings(treebank);
  const std::set<std::string> endings = find_affixes(readings, false);
  const std::set<std::string> beginnings = find_affixes(readings, true);
  std::string table;
  const auto cut_by_rule = [&](const std::string& surface) {
    const auto letters = characters_of(surface);
    std::string affix;
    for (std::size_t n = 1; n < letters.size(); ++n) {
      affix = std::string(letters[letters.size() - n]) + affix;
      if (endings.contains(affix)) return true;
    }
    affix.clear();
    for (std::size_t n = 1; n < letters.size(); ++n) {
      affix += letters[n - 1];
      if (beginnings.contains(affix)) return true;
    }
    return false;
  };
  for (const auto& [surface, words] : readings) {
    const auto best =
        std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const std::vector<std::string>& forms = best->first;
    if (forms.size() == 1) {
      if (cut_by_rule(surface)) table.append("whole\t").append(surface).append("\n");
      continue;
    }
    const bool literal = joined(forms) != surface;
    table.append(literal ? "forms\t" : "cut\t").append(surface);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (!literal && i + 1 == forms.size()) break;
      table += '\t';
      table += literal ? forms[i] : std::to_string(characters_of(forms[i]).size());
    }
    table += '\n';
  }
  for (const std::string& ending : endings) table.append("ending\t").append(ending).append("\n");
  for (const std::string& beginning : beginnings) table.append("beginning\t").append(beginning).append("\n");
  out.add(segmentation::MultiwordTable::section_name, table);
}

}  // namespace habari::learned
