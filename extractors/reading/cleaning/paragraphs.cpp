#include "cleaning/paragraphs.hpp"

#include "cleaning/text_shape.hpp"

#include <algorithm>
#include <cctype>

namespace habari {
namespace {

constexpr std::size_t max_headline_bytes = 250;
/// Lines of a wrapped paragraph fill the width but for a word.
constexpr std::size_t min_wrap_width = 40;
constexpr std::size_t max_wrap_width = 110;
constexpr std::size_t longest_word = 20;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Bytes up to the first blank: what did not fit on the line before.
std::size_t first_word_size(std::string_view line) { return std::min(line.find(' '), line.size()); }

bool is_wrapped(const std::vector<std::string_view>& lines, std::size_t first, std::size_t last, std::size_t width) {
  if (last - first < 2) return false;
  bool breaks_a_sentence = false;
  for (std::size_t i = first; i + 1 < last; ++i) {
    breaks_a_sentence = breaks_a_sentence || !ends_as_sentence(lines[i]);
    if (lines[i].size() + longest_word < width) return false;
    if (lines[i].size() + 1 + first_word_size(lines[i + 1]) < width) return false;
  }
  return breaks_a_sentence;
}

}  // namespace

std::string remove_boilerplate(std::string text, const BoilerplateFilter& filter) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::vector<std::string_view> paragraphs;
  for (const std::string_view line : lines) {
    if (!trim(line).empty()) paragraphs.push_back(line);
  }
  const std::vector<std::string_view> kept = filter.filter(paragraphs);
  if (kept == paragraphs) return text;

  std::string out;
  out.reserve(text.size());
  bool blank_before = true;
  std::size_t next = 0;
  for (const std::string_view line : lines) {
    const bool is_blank = trim(line).empty();
    const std::string_view stays = is_blank ? line : kept[next++];
    // Where a paragraph went, one blank line is enough.
    if (!is_blank && stays.empty()) continue;
    if (is_blank && blank_before) continue;
    blank_before = is_blank;
    out += stays;
    out += '\n';
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

void unwrap_lines(std::string& text) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::size_t width = 0;
  for (const std::string_view line : lines) width = std::max(width, line.size());
  if (width < min_wrap_width || width > max_wrap_width) return;
  std::vector<std::size_t> joints;  // offsets of the line feeds inside wrapped paragraphs
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last < lines.size() && !trim(lines[last]).empty()) ++last;
    if (is_wrapped(lines, first, last, width)) {
      for (std::size_t i = first + 1; i < last; ++i) {
        joints.push_back(static_cast<std::size_t>(lines[i].data() - text.data()) - 1);
      }
    }
    first = last + 1;
  }
  for (const std::size_t joint : joints) text[joint] = ' ';
}

std::string_view headline_of(std::string_view text) {
  text = trim(text);
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return {};
  const std::string_view line = trim(text.substr(0, end));
  return line.size() <= max_headline_bytes && !ends_as_sentence(line) ? line : std::string_view();
}

void put_title_first(std::string& text, std::string_view title) {
  title = trim(title);
  if (title.empty() || trim(text).starts_with(title)) return;
  text.insert(0, std::string(title) + '\n');
}

}  // namespace habari
