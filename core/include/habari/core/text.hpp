#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace habari {

/// Half-open range of byte offsets into Article::text. Units: UTF-8 bytes. Invariant: begin <= end.
struct Span {
  std::uint32_t begin = 0;  ///< First byte.
  std::uint32_t end = 0;    ///< Byte after the last.

  constexpr bool empty() const { return begin == end; }         ///< Whether it holds no byte.
  constexpr std::uint32_t size() const { return end - begin; }  ///< Bytes.
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }  ///< All of it.
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }    ///< Share a byte.
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that holds both.
constexpr Span hull(Span a, Span b) { return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end}; }

/// The bytes of `text` under `span`. Requires: span.end <= text.size().
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

/// Converts between byte offsets and Unicode code point offsets of one text.
/// Holds one count for every 64 bytes, so a look-up costs at most 64 bytes of scanning.
/// The text must outlive the index.
class CodePointIndexView {
 public:
  explicit CodePointIndexView(std::string_view utf8);  ///< Requires: valid UTF-8. Cost: O(bytes).

  /// Code points before byte `offset`. Requires: offset <= text size.
  std::uint32_t code_point(std::uint32_t offset) const;
  /// The byte offset at which code point number `position` begins; the text's size at its end.
  /// Throws std::invalid_argument beyond that.
  std::uint32_t byte(std::uint32_t position) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> block_starts_;
};

/// Stretches between ASCII white space that hold a letter or a digit; whatever is not ASCII is taken for a letter.
std::uint32_t count_words(std::string_view utf8);

/// Position of the first byte that is not well-formed UTF-8 (as Unicode table 3-7), or npos.
std::size_t find_invalid_utf8(std::string_view bytes);

}  // namespace habari
