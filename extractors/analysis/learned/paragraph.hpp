#pragma once

#include <habari/core/text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace habari::learned {

/// A paragraph taken apart for the splitters: characters with their classes, and the chunks between white space.
class Paragraph {
 public:
  struct Character {
    char32_t value = 0;
    char32_t lower = 0;        ///< Lower case, plain quotation marks.
    char32_t shape = 0;        ///< `X`, `x`, `0`, or the character itself.
    std::uint32_t offset = 0;  ///< Byte offset in the text.
    bool in_address = false;   ///< Inside a web address, @name or #name: no token ends before it.
  };
  /// Characters without white space between them.
  struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// A surface token: characters [begin, end).
  struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// `offset` is that of `paragraph` in the text. Requires: valid UTF-8.
  void assign(std::string_view paragraph, std::uint32_t offset);

  const std::vector<Character>& characters() const { return characters_; }
  const std::vector<Chunk>& chunks() const { return chunks_; }
  Span span(Piece piece) const { return {characters_[piece.begin].offset, end_offset(piece.end)}; }

  /// Features of the question whether the token that began at `piece_begin` ends before character `at` of chunk
  /// `chunk`.
  void split_features(std::size_t chunk, std::size_t piece_begin, std::size_t at,
                      std::vector<std::uint64_t>& out) const;
  /// Features of the question whether a sentence that began at piece `sentence_begin` ends after piece `at`.
  /// Requires: at + 1 < pieces.size().
  void end_features(const std::vector<Piece>& pieces, std::size_t sentence_begin, std::size_t at,
                    std::vector<std::uint64_t>& out) const;

 private:
  void mark_addresses(Chunk chunk);
  std::uint32_t end_offset(std::size_t end) const { return end < characters_.size() ? characters_[end].offset : size_; }
  std::uint64_t word(std::size_t begin, std::size_t end, std::uint64_t seed) const;
  std::uint64_t shape(std::size_t begin, std::size_t end, std::uint64_t seed) const;

  std::vector<Character> characters_;  ///< White space too, so that byte offsets follow.
  std::vector<Chunk> chunks_;
  std::uint32_t size_ = 0;
};

/// Kinds of neighbouring characters, as far as they tell where a token may end: a letter, a digit, or a sign by itself.
std::uint32_t pair_class(char32_t before, char32_t after);
inline constexpr std::uint32_t pair_class_count = 16;

}  // namespace habari::learned
