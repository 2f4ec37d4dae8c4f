#include "analysis/encoder/piece_table.hpp"
#include "encoder_model.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <map>

namespace habari::encoder {
namespace {

class EncoderPieces : public testing::Test {
 protected:
  std::vector<std::uint32_t> cut(std::string_view word, bool glued = false) const {
    std::vector<std::uint32_t> pieces;
    PieceTable::Workspace workspace;
    table_.cut(word, glued, workspace, pieces);
    return pieces;
  }
  /// The pieces' texts; `?` for the unknown one.
  std::vector<std::string> texts(std::string_view word, bool glued = false) const {
    std::vector<std::string> found;
    for (const std::uint32_t piece : cut(word, glued)) {
      found.push_back(piece == table_.unknown() ? "?" : pieces_[piece].first);
    }
    return found;
  }

  using Texts = std::vector<std::string>;
  std::vector<std::pair<std::string, float>> pieces_ = RandomModel::pieces();
  learned::ModelFile file_ = open_model(small_model());
  PieceTable table_{file_, pieces_.size()};
};

TEST_F(EncoderPieces, CutAWordTheMostProbableWay) {
  EXPECT_EQ(texts("alisema"), Texts{"▁alisema"});
  EXPECT_EQ(texts("aliwa"), (Texts{"▁ali", "wa"}));
  EXPECT_EQ(texts("wasema"), (Texts{"▁wa", "sema"}));
}

TEST_F(EncoderPieces, MarkTheBeginningOfAWordBehindWhiteSpaceOnly) {
  EXPECT_EQ(texts("rais"), Texts{"▁rais"});
  EXPECT_EQ(texts("sema", true), Texts{"sema"});
  EXPECT_EQ(texts(".", true), Texts{"."});
  EXPECT_EQ(texts("."), (Texts{"▁", "."}));
}

TEST_F(EncoderPieces, GiveAnUnknownPieceForEachCharacterInNone) {
  EXPECT_EQ(texts("日本"), (Texts{"▁", "?", "?"}));
  EXPECT_EQ(texts("日a本"), (Texts{"▁", "?", "a", "?"}));
  EXPECT_EQ(texts("日", true), Texts{"?"});
}

TEST_F(EncoderPieces, ReadCompatibilityForms) {
  EXPECT_EQ(texts("ｒａｉｓ"), Texts{"▁rais"});
  EXPECT_EQ(texts("e\xCC\x81", true), Texts{"é"});
}

TEST_F(EncoderPieces, GiveAPieceForAnyWord) {
  EXPECT_EQ(texts("", true), Texts{"?"});
  EXPECT_EQ(texts(""), Texts{"▁"});
}

/// Every way to cut short words, tried one by one.
TEST_F(EncoderPieces, FindTheBestOfAllWays) {
  std::map<std::string, float, std::less<>> scores;
  for (const auto& [piece, score] : pieces_) scores[piece] = score;
  const std::string letters = "aliswmrktu";
  learned::Random random(5);
  for (int n = 0; n < 300; ++n) {
    std::string word;
    for (std::size_t i = 1 + random.below(9); i > 0; --i) word += letters[random.below(letters.size())];
    float best = -1e9F;
    const auto extend = [&](const auto& self, std::size_t at, float sum) -> void {
      if (at == word.size()) best = std::max(best, sum);
      for (std::size_t size = 1; at + size <= word.size(); ++size) {
        if (const auto found = scores.find(word.substr(at, size)); found != scores.end()) {
          self(self, at + size, sum + found->second);
        }
      }
    };
    extend(extend, 0, 0);
    float sum = 0;
    std::string joined;
    for (const std::uint32_t piece : cut(word, true)) {
      sum += pieces_[piece].second;
      joined += pieces_[piece].first;
    }
    EXPECT_EQ(joined, word);
    EXPECT_NEAR(sum, best, 1e-4) << word;
  }
}

TEST_F(EncoderPieces, UseOnlyTheFirstPiecesOfALongWord) {
  const auto start = std::chrono::steady_clock::now();
  for (const char* part : {"ay", "日", "\xEF\xB7\xBA", "1"}) {
    std::string word;
    while (word.size() < 1U << 20U) word += part;
    const std::vector<std::uint32_t> pieces = cut(word);
    EXPECT_GE(pieces.size(), 2U);
    EXPECT_LE(pieces.size(), PieceTable::most_pieces);
    EXPECT_EQ(pieces, cut(word.substr(0, 2000)));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

}  // namespace
}  // namespace habari::encoder
