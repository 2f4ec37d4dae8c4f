#include "analysis/encoder/network.hpp"
#include "encoder_model.hpp"
#include "encoder_reference.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace habari::encoder {
namespace {

/// Words of one to three random pieces, some unknown.
PieceSequence random_sentence(learned::Random& random, std::size_t words, std::size_t pieces) {
  PieceSequence sentence;
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t n = 1 + random.below(3); n > 0; --n) {
      sentence.pieces.push_back(static_cast<std::uint32_t>(random.below(pieces + 1)));
    }
    sentence.word_ends.push_back(static_cast<std::uint32_t>(sentence.pieces.size()));
  }
  return sentence;
}

class EncoderNetworkTest : public testing::Test {
 protected:
  learned::ModelFile file_ = open_model(small_model());
  Sizes sizes_ = read_sizes(file_);
  EncoderNetwork network_{file_};
  Reference reference_{file_};
  learned::Random random_{21};
};

/// Root mean square of the difference, of what is expected.
double relative_error(const float* found, const Reference::Row& expected) {
  double apart = 0;
  double size = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    apart += (found[i] - expected[i]) * (found[i] - expected[i]);
    size += expected[i] * expected[i];
  }
  return std::sqrt(apart / size);
}

TEST_F(EncoderNetworkTest, GivesWordsTheVectorsOfTheReference) {
  const Transformer transformer(file_, sizes_);
  Transformer::Workspace workspace;
  for (const std::size_t words : {1U, 5U, 15U}) {
    const std::vector<PieceSequence> batch = {random_sentence(random_, 3, sizes_.pieces),
                                              random_sentence(random_, words, sizes_.pieces)};
    WordVectors found;
    transformer.run(batch, workspace, found);
    const float* tree = found.tree.data();
    const float* names = found.names.data();
    for (const PieceSequence& sentence : batch) {
      const Reference::Vectors expected = reference_.run(sentence);
      for (const Reference::Row& row : expected.tree) {
        EXPECT_LT(relative_error(tree, row), 0.03);
        tree += sizes_.width;
      }
      for (const Reference::Row& row : expected.names) {
        EXPECT_LT(relative_error(names, row), 0.03);
        names += sizes_.width;
      }
    }
  }
}

/// Scores of what was chosen are, by the reference, as good as the best but for rounding.
class ReferenceScores {
 public:
  ReferenceScores(const Reference& reference, const Sizes& sizes, const Heads& heads, const PieceSequence& sentence)
      : reference_(reference), sizes_(sizes), heads_(heads), vectors_(reference.run(sentence)) {
    const std::size_t outputs = padded(2 * sizes.arc + 2 * sizes.label + upos_count + heads.tags().size());
    for (const Reference::Row& row : vectors_.tree) {
      rows_.push_back(reference.multiply(row, section::heads, outputs));
      for (std::size_t i = 0; i < 2 * sizes.arc + 2 * sizes.label; ++i)
        rows_.back()[i] *= rows_.back()[i] > 0 ? 1 : 0.1;
    }
  }

  double upos(std::size_t word, Upos upos) const {
    return rows_[word + 1][2 * sizes_.arc + 2 * sizes_.label + static_cast<std::size_t>(upos)];
  }
  double tag(std::size_t word, std::size_t tag) const {
    return rows_[word + 1][2 * sizes_.arc + 2 * sizes_.label + upos_count + tag];
  }
  double arc(std::size_t word, std::size_t head) const {
    const Reference::Row dependent =
        reference_.multiply(part(word + 1, sizes_.arc, sizes_.arc), section::arc, sizes_.arc);
    return dot(dependent, part(head, 0, sizes_.arc));
  }
  /// Of each relation.
  Reference::Row relations(std::size_t word, std::size_t head) const {
    const std::size_t count = heads_.relations().size();
    const Reference::Row rows = reference_.multiply(part(word + 1, 2 * sizes_.arc + sizes_.label, sizes_.label),
                                                    section::label, padded(count * (sizes_.label + 1)));
    const Reference::Row governor = part(head, 2 * sizes_.arc, sizes_.label);
    Reference::Row scores;
    for (std::size_t r = 0; r < count; ++r) {
      const auto row = rows.begin() + static_cast<std::ptrdiff_t>(r * sizes_.label);
      scores.push_back(dot(Reference::Row(row, row + static_cast<std::ptrdiff_t>(sizes_.label)), governor) +
                       rows[count * sizes_.label + r]);
    }
    return scores;
  }
  /// Of each label of names: outside, beginning and inside of each kind.
  Reference::Row names(std::size_t word) const {
    return reference_.multiply(vectors_.names[word], section::names, padded(2 * heads_.kinds().size() + 1));
  }

 private:
  Reference::Row part(std::size_t row, std::size_t from, std::size_t count) const {
    const auto begin = rows_[row].begin() + static_cast<std::ptrdiff_t>(from);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
  }
  static double dot(const Reference::Row& a, const Reference::Row& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
  }

  const Reference& reference_;
  const Sizes& sizes_;
  const Heads& heads_;
  Reference::Vectors vectors_;
  Reference::Rows rows_;
};

TEST_F(EncoderNetworkTest, ChoosesWhatTheReferenceFindsBest) {
  const Heads& heads = network_.heads();
  EncoderNetwork::Workspace workspace;
  for (int round = 0; round < 4; ++round) {
    const PieceSequence sentence = random_sentence(random_, 12, sizes_.pieces);
    Reading reading;
    network_.run(std::span(&sentence, 1), workspace, std::span(&reading, 1));
    const ReferenceScores scores(reference_, sizes_, heads, sentence);
    std::size_t roots = 0;
    for (std::size_t i = 0; i < 12; ++i) {
      const learned::Tag& chosen = heads.tags()[reading.tags[i]];
      const std::size_t head = reading.heads[i];
      const bool is_root = head == 0;
      roots += is_root ? 1 : 0;
      EXPECT_EQ(heads.relations()[reading.relations[i]].deprel == Deprel::root, is_root);
      const Reference::Row relations = scores.relations(i, head);
      for (std::size_t t = 0; t < heads.tags().size(); ++t) {
        const Upos upos = heads.tags()[t].upos;
        EXPECT_GE(scores.upos(i, chosen.upos), scores.upos(i, upos) - 0.15);
        if (upos != chosen.upos) continue;
        EXPECT_GE(scores.tag(i, reading.tags[i]), scores.tag(i, t) - 0.15);
      }
      for (std::size_t r = 0; r < relations.size(); ++r) {
        if ((heads.relations()[r].deprel == Deprel::root) != is_root) continue;
        EXPECT_GE(relations[reading.relations[i]], relations[r] - 1);
      }
    }
    EXPECT_EQ(roots, 1U);
  }
}

/// Of all trees over a few words the one that was found is the best, but for rounding.
TEST_F(EncoderNetworkTest, FindsTheBestTree) {
  constexpr std::size_t words = 4;
  EncoderNetwork::Workspace workspace;
  for (int round = 0; round < 8; ++round) {
    const PieceSequence sentence = random_sentence(random_, words, sizes_.pieces);
    Reading reading;
    network_.run(std::span(&sentence, 1), workspace, std::span(&reading, 1));
    const ReferenceScores scores(reference_, sizes_, network_.heads(), sentence);
    const auto total = [&](const std::vector<std::uint32_t>& heads) {
      double sum = 0;
      for (std::size_t i = 0; i < words; ++i) sum += scores.arc(i, heads[i]);
      return sum;
    };
    const auto is_tree = [&](const std::vector<std::uint32_t>& heads) {
      if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
      for (std::uint32_t i = 1; i <= words; ++i) {
        std::uint32_t at = i;
        for (std::size_t step = 0; step <= words && at != 0; ++step) at = heads[at - 1];
        if (at != 0) return false;
      }
      return true;
    };
    EXPECT_TRUE(is_tree(reading.heads));
    const double found = total(reading.heads);
    std::vector<std::uint32_t> heads(words);
    for (std::size_t number = 0; number < 625; ++number) {
      for (std::size_t i = 0, rest = number; i < words; ++i, rest /= 5) heads[i] = static_cast<std::uint32_t>(rest % 5);
      if (!is_tree(heads)) continue;
      EXPECT_GE(found, total(heads) - 4);
    }
  }
}

TEST_F(EncoderNetworkTest, FindsTheBestNames) {
  EncoderNetwork::Workspace workspace;
  const std::size_t kinds = network_.heads().kinds().size();
  const std::size_t labels = 2 * kinds + 1;
  for (int round = 0; round < 8; ++round) {
    constexpr std::size_t words = 3;
    const PieceSequence sentence = random_sentence(random_, words, sizes_.pieces);
    Reading reading;
    network_.run(std::span(&sentence, 1), workspace, std::span(&reading, 1));
    const ReferenceScores scores(reference_, sizes_, network_.heads(), sentence);
    std::vector<std::size_t> found(words, 0);
    for (const learned::NameRange& name : reading.names) {
      for (std::size_t i = name.first; i < name.end; ++i) found[i] = 2 * name.kind + (i == name.first ? 1 : 2);
    }
    const auto total = [&](const std::vector<std::size_t>& sequence) {
      double sum = 0;
      for (std::size_t i = 0; i < words; ++i) sum += scores.names(i)[sequence[i]];
      return sum;
    };
    const double best = total(found);
    for (std::size_t number = 0; number < labels * labels * labels; ++number) {
      const std::vector<std::size_t> sequence = {number % labels, number / labels % labels, number / labels / labels};
      bool is_allowed = true;
      for (std::size_t i = 0; i < words; ++i) {
        if (sequence[i] == 0 || sequence[i] % 2 == 1) continue;
        is_allowed = is_allowed && i > 0 && (sequence[i - 1] == sequence[i] || sequence[i - 1] == sequence[i] - 1);
      }
      if (!is_allowed) continue;
      EXPECT_GE(best, total(sequence) - 0.3);
    }
  }
}

}  // namespace
}  // namespace habari::encoder
