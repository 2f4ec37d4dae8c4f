#pragma once

#include "analysis/model/model_file.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari::encoder {

/// Cuts words into the pieces that the encoder knows: of all ways the one with the highest sum of log probabilities
/// (Kudo 2018, "Subword Regularization"), over the word's NFKC form. A character in no piece is an unknown piece,
/// at ten below the lowest score.
class PieceTable {
 public:
  /// Keeps views into `file`, which must outlive it.
  /// Errors: Error where a section is missing or does not fit.
  PieceTable(const learned::ModelFile& file, std::size_t pieces);

  /// Only a word's first pieces are used.
  static constexpr std::size_t most_pieces = 12;
  /// Nothing behind these bytes of a word is looked at, so that a word's cost is bounded.
  static constexpr std::size_t longest_word = 256;

  /// Memory that is kept from word to word.
  struct Workspace {
    struct Step {
      float score = 0;
      std::uint32_t begin = 0;
      std::uint32_t piece = 0;
    };
    std::string normal;
    std::vector<Step> steps;
  };
  /// Appends the numbers of the word's pieces, one at least; `unknown()` for what is in no piece. `glued`: no white
  /// space stands before the word, so that its first piece is not one that begins a word.
  /// Requires: valid UTF-8.
  void cut(std::string_view word, bool glued, Workspace& workspace, std::vector<std::uint32_t>& pieces) const;

  /// One past the last piece.
  std::uint32_t unknown() const { return static_cast<std::uint32_t>(ends_.size()); }

 private:
  std::string_view piece(std::size_t number) const;
  void check(const learned::ModelFile& file) const;
  /// Pieces low to high - 1.
  struct Range {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
  };
  /// Those of the range with `byte` as their byte number `at`. Requires: their bytes before it are the same, and none
  /// ends there.
  Range narrow(Range range, std::size_t at, char byte) const;
  /// Steps from `begin` on, by every piece that fits there.
  void offer_pieces(std::size_t begin, Workspace& workspace) const;

  std::string_view text_;
  std::span<const std::uint32_t> ends_;
  std::span<const float> scores_;
  std::array<std::uint32_t, 257> starts_{};  ///< Where the pieces that begin with a byte begin.
  float unknown_score_ = 0;
};

}  // namespace habari::encoder
