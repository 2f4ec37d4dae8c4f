#include "analysis/segmentation/multiword.hpp"

#include "analysis/model/word_features.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>

namespace habari::segmentation {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Byte offset behind `count` code points of `text`.
std::size_t offset_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count > 0 && at < text.size()) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
    --count;
  }
  return at;
}

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

bool starts_upper(std::string_view text) {
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return u_isUUppercase(c);
}

std::string capitalized(const std::string& text) {
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  std::string out(4, '\0');
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(out.data(), length, u_toupper(c));
  out.resize(static_cast<std::size_t>(length));
  return out + text.substr(at);
}

}  // namespace

MultiwordTable::MultiwordTable(const learned::ModelFile& file) {
  std::string_view rest = file.section(section_name);
  const auto take = [](std::string_view& from, char separator) {
    const std::size_t end = from.find(separator);
    const std::string_view field = from.substr(0, end);
    from.remove_prefix(end == std::string_view::npos ? from.size() : end + 1);
    return field;
  };
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    const std::string_view kind = take(line, '\t');
    const std::string key(take(line, '\t'));
    if (key.empty()) file.fail("model is damaged: its multiword tokens");
    if (kind == "ending" || kind == "beginning") {
      const std::size_t length = length_of(key);
      (kind == "ending" ? endings_ : beginnings_).emplace(key, length);
      std::size_t& longest = kind == "ending" ? longest_ending_ : longest_beginning_;
      longest = std::max(longest, length);
      continue;
    }
    Entry entry;
    while (!line.empty()) {
      const std::string_view field = take(line, '\t');
      if (kind == "forms") {
        if (field.empty()) file.fail("model is damaged: its multiword tokens");
        entry.forms.emplace_back(field);
        continue;
      }
      std::size_t cut = 0;
      const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), cut);
      if (kind != "cut" || failure != std::errc{} || end != field.data() + field.size() || cut == 0)
        file.fail("model is damaged: its multiword tokens");
      entry.cuts.push_back(cut);
    }
    tokens_.emplace(key, std::move(entry));
  }
}

void MultiwordTable::expand(std::string_view surface, std::vector<std::string>& words) const {
  words.clear();
  const std::string lower = learned::fold(surface);
  const auto cut_at = [&](std::size_t offset) {
    words.emplace_back(surface.substr(0, offset));
    words.emplace_back(surface.substr(offset));
  };
  if (const auto found = tokens_.find(lower); found != tokens_.end()) {
    const Entry& entry = found->second;
    std::string_view rest = surface;
    for (const std::size_t cut : entry.cuts) {
      const std::size_t offset = offset_of(rest, cut);
      if (offset >= rest.size()) break;
      words.emplace_back(rest.substr(0, offset));
      rest.remove_prefix(offset);
    }
    if (entry.forms.empty()) {
      words.emplace_back(rest);
      return;
    }
    words = entry.forms;
    if (starts_upper(surface)) words.front() = capitalized(words.front());
    return;
  }
  const std::size_t length = length_of(surface);
  for (std::size_t n = std::min(longest_ending_, length > 0 ? length - 1 : 0); n > 0; --n) {
    const std::size_t offset = offset_of(lower, length - n);
    if (endings_.contains(lower.substr(offset))) return cut_at(offset_of(surface, length - n));
  }
  for (std::size_t n = std::min(longest_beginning_, length > 0 ? length - 1 : 0); n > 0; --n) {
    if (beginnings_.contains(lower.substr(0, offset_of(lower, n)))) return cut_at(offset_of(surface, n));
  }
  words.emplace_back(surface);
}

}  // namespace habari::segmentation
