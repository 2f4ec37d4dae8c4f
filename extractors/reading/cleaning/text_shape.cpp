#include "cleaning/text_shape.hpp"

#include <algorithm>
#include <array>

namespace habari {
namespace {

constexpr std::array<std::string_view, 5> blanks{" ", "\t", "\n", "\r", "\xC2\xA0"};
constexpr std::array<std::string_view, 7> closers{"\"", "'", ")", "]", "”", "’", "»"};
constexpr std::array<std::string_view, 4> enders{".", "!", "?", "…"};

template <std::size_t Size>
const std::string_view* ending(const std::array<std::string_view, Size>& endings, std::string_view text) {
  const auto found = std::find_if(endings.begin(), endings.end(), [&](auto end) { return text.ends_with(end); });
  return found == endings.end() ? nullptr : &*found;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (const std::string_view* blank = ending(blanks, text)) text.remove_suffix(blank->size());
  while (true) {
    const auto blank = std::find_if(blanks.begin(), blanks.end(), [&](auto start) { return text.starts_with(start); });
    if (blank == blanks.end()) return text;
    text.remove_prefix(blank->size());
  }
}

bool ends_as_sentence(std::string_view text) {
  text = trim(text);
  while (const std::string_view* closer = ending(closers, text)) text.remove_suffix(closer->size());
  return ending(enders, text) != nullptr;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

}  // namespace habari
