#pragma once

#include <habari/core/text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace habari::segmentation {

/// What rules have settled about a character.
enum Mark : std::uint8_t {
  mark_inside = 1,     ///< No token ends before it.
  mark_begins = 2,     ///< A token ends before it.
  mark_goes_on = 4,    ///< The sentence does not end behind it.
  mark_completes = 8,  ///< The sentence ends behind it.
};

/// One line of text taken apart: characters with their classes, and the chunks between white space.
class Paragraph {
 public:
  struct Character {
    char32_t value = 0;        ///< Apostrophes of all kinds are one.
    char32_t lower = 0;        ///< Lower case, plain quotation marks, every digit `0`.
    char32_t shape = 0;        ///< `X`, `x`, `0`, or the character itself.
    std::uint32_t offset = 0;  ///< Byte offset in the text.
    std::uint8_t marks = 0;    ///< Set of Mark.

    bool is_upper() const { return shape == 'X'; }
    bool is_letter() const { return shape == 'x' || shape == 'X'; }
    bool is_digit() const { return shape == '0'; }
    bool is_word() const { return is_letter() || is_digit() || value == '_'; }
    bool has(Mark mark) const { return (marks & mark) != 0; }
  };
  /// Characters [begin, end).
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
  };

  /// `offset` is that of `line` in the text. Requires: valid UTF-8. Keeps a view of `line`.
  void assign(std::string_view line, std::uint32_t offset);

  /// White space too, so that byte offsets follow.
  const std::vector<Character>& characters() const { return characters_; }
  const Character& operator[](std::size_t at) const { return characters_[at]; }
  std::size_t size() const { return characters_.size(); }
  /// Characters without white space between them.
  const std::vector<Range>& chunks() const { return chunks_; }

  Span span(Range range) const { return {characters_[range.begin].offset, offset_of(range.end)}; }
  /// As it was written.
  std::string_view text(Range range) const;
  /// As it was written, but for apostrophes of odd kinds, which are U+2019.
  std::string form(Range range) const;
  /// Lower case, plain apostrophes.
  std::string lower(Range range) const;
  /// Whether lower-case `word` stands at `at`, whatever the case there.
  bool stands(std::size_t at, std::u32string_view word) const;
  /// Where the letters, or the letters and digits, that hold character `at` begin and end; empty where it is none.
  Range letters_around(std::size_t at) const;
  Range word_around(std::size_t at) const;

  void mark(std::size_t at, Mark mark) { characters_[at].marks |= mark; }
  /// Marks all of the range but its first character as inside.
  void mark_unit(Range range);

 private:
  std::uint32_t offset_of(std::size_t at) const;

  std::vector<Character> characters_;
  std::vector<Range> chunks_;
  std::string_view line_;
  std::uint32_t offset_ = 0;
  bool odd_apostrophes_ = false;
};

}  // namespace habari::segmentation
