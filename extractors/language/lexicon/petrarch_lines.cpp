#include "lexicon/petrarch_lines.hpp"

#include <habari/core/error.hpp>

#include <algorithm>
#include <fstream>

namespace habari {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

/// Takes out what stands between two marks, the first time; false where nothing does.
bool take_between(std::string& text, char open, char close, std::string& inner) {
  const std::size_t begin = text.find(open);
  const std::size_t end = begin == std::string::npos ? begin : text.find(close, begin);
  if (end == std::string::npos) return false;
  inner = trimmed(std::string_view(text).substr(begin + 1, end - begin - 1));
  text.erase(begin, end - begin + 1);
  return true;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

/// With single blanks for underscores and blanks.
std::string spaced(std::string_view phrase) {
  std::string text;
  for (const char c : phrase) {
    const bool is_blank = c == '_' || c == ' ' || c == '\t';
    if (!is_blank) text += c;
    if (is_blank && !text.empty() && text.back() != ' ') text += ' ';
  }
  return trimmed(text);
}

}  // namespace

std::vector<PetrarchLine> read_petrarch_lines(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string() + ": cannot be read");
  std::vector<PetrarchLine> lines;
  bool in_comment = false;
  std::size_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    const bool was_blank = trimmed(text).empty();
    if (in_comment) {
      const std::size_t end = text.find("-->");
      if (end == std::string::npos) continue;
      text.erase(0, end + 3);
      in_comment = false;
    }
    for (std::size_t begin = text.find("<!--"); begin != std::string::npos; begin = text.find("<!--")) {
      const std::size_t end = text.find("-->", begin);
      in_comment = end == std::string::npos;
      text.erase(begin, in_comment ? end : end + 3 - begin);
    }
    text.erase(std::min(text.find_first_of("#;"), text.size()));
    PetrarchLine line;
    line.where = file.string() + ":" + std::to_string(number);
    take_between(text, '[', ']', line.code);
    std::erase_if(line.code, [](char c) { return c == ' '; });
    line.has_forms = take_between(text, '{', '}', line.forms);
    const bool is_indented = !text.empty() && text.front() == '\t';
    line.text = trimmed(text);
    if (is_indented && line.text.empty()) line.text = "\t";
    if (line.text.empty() && line.code.empty() && !was_blank) continue;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string petrarch_name(std::string_view phrase) {
  std::string name = spaced(phrase);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const bool has_digit =
        std::any_of(name.begin() + static_cast<std::ptrdiff_t>(at), name.begin() + static_cast<std::ptrdiff_t>(end),
                    [](char c) { return c >= '0' && c <= '9'; });
    if (end - at > 3 && !has_digit) {
      const std::string tail = lower(std::string_view(name).substr(at + 1, end - at - 1));
      name.replace(at + 1, tail.size(), tail);
    }
    at = end + 1;
  }
  return name;
}

std::string petrarch_lemma(std::string_view phrase) { return lower(spaced(phrase)); }

}  // namespace habari
