#include <habari/core/text.hpp>

#include <stdexcept>

namespace habari {
namespace {

constexpr std::uint32_t block_size = 64;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::uint32_t count_code_points(std::string_view bytes) {
  std::uint32_t count = 0;
  for (const char byte : bytes) count += starts_code_point(byte) ? 1 : 0;
  return count;
}

/// Length of the well-formed sequence that starts `bytes`, 0 where there is none.
std::size_t sequence_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto continues = [&](std::size_t i, unsigned low, unsigned high) {
    return i < bytes.size() && at(i) >= low && at(i) <= high;
  };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return continues(1, low, high) && continues(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return continues(1, low, high) && continues(2, 0x80, 0xBF) && continues(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

}  // namespace

CodePointIndexView::CodePointIndexView(std::string_view utf8) : text_(utf8) {
  block_starts_.reserve(utf8.size() / block_size + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= utf8.size(); at += block_size) {
    block_starts_.push_back(count);
    count += count_code_points(utf8.substr(at, block_size));
  }
}

std::uint32_t CodePointIndexView::code_point(std::uint32_t offset) const {
  const std::uint32_t block = offset / block_size;
  const std::uint32_t start = block * block_size;
  return block_starts_.at(block) + count_code_points(text_.substr(start, offset - start));
}

std::uint32_t CodePointIndexView::byte(std::uint32_t position) const {
  std::size_t low = 0;
  std::size_t high = block_starts_.size();
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (block_starts_[middle] <= position ? low : high) = middle;
  }
  std::uint32_t count = block_starts_[low];
  for (auto at = static_cast<std::uint32_t>(low * block_size); at < text_.size(); ++at) {
    if (!starts_code_point(text_[at])) continue;
    if (count == position) return at;
    ++count;
  }
  if (count == position) return static_cast<std::uint32_t>(text_.size());
  throw std::invalid_argument("code point offset beyond the end of the text");
}

std::size_t find_invalid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = sequence_length(bytes.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::uint32_t count_words(std::string_view utf8) {
  std::uint32_t words = 0;
  bool is_counted = false;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      is_counted = false;
    } else if (!is_counted &&
               (byte >= 0x80U || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z'))) {
      is_counted = true;
      ++words;
    }
  }
  return words;
}

}  // namespace habari
