#include "identity/name_form.hpp"

#include <habari/core/ontology.hpp>

#include <algorithm>
#include <cstdint>

namespace habari {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
/// Beyond ASCII, general punctuation and spaces divide words; all else is taken for a letter.
bool is_letter(char32_t c) {
  return is_lower(c) || is_upper(c) || (c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && c != 0x3000);
}
bool is_silent(char32_t c) { return c == U'\'' || c == U'.' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }
char32_t lower(char32_t c) { return is_upper(c) ? c - U'A' + U'a' : c; }

/// Requires valid UTF-8.
std::u32string decode(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t c = first & (length == 1 ? 0x7FU : 0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      c = c << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    result.push_back(c);
    i += length;
  }
  return result;
}

std::vector<std::u32string> cut(std::string_view written) {
  std::vector<std::u32string> words(1);
  for (const char32_t c : decode(written)) {
    if (is_letter(c) || is_digit(c)) {
      words.back().push_back(c);
    } else if (!is_silent(c) && !words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_catalogue_number(std::u32string_view word) {
  return word.size() > 1 && word.front() == U'q' && std::all_of(word.begin() + 1, word.end(), is_digit);
}

bool is_vowel(char32_t c) { return std::u32string_view(U"aeiou").find(c) != std::u32string_view::npos; }
bool is_dropped(char32_t c) {
  return is_vowel(c) || std::u32string_view(U"chjwy").find(c) != std::u32string_view::npos;
}
bool are_exchanged(char32_t a, char32_t b) {
  if (is_vowel(a) && is_vowel(b)) return true;
  if (b < a) std::swap(a, b);
  for (const std::u32string_view pair : {U"ck", U"iy", U"jy", U"kq", U"sz", U"vw"}) {
    if (a == pair[0] && b == pair[1]) return true;
  }
  return false;
}

}  // namespace

std::u32string NameForm::letters() const {
  std::u32string all;
  for (const std::u32string& word : words) all += word;
  return all;
}

NameForm name_form(std::string_view written) {
  NameForm form{cut(written)};
  for (std::u32string& word : form.words) std::transform(word.begin(), word.end(), word.begin(), lower);
  return form;
}

bool is_plain_name(std::string_view written) {
  const std::u32string text = decode(written);
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    const bool divides = c == U' ' || c == 0xA0 || c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == U'&';
    return is_letter(c) || is_digit(c) || is_silent(c) || divides;
  });
}

NameForm name_form_of_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos || !parse_entity_kind(id.substr(0, slash))) return {};
  NameForm form = name_form(id.substr(slash + 1));
  if (form.words.size() > 1 && is_catalogue_number(form.words.back())) form.words.pop_back();
  return form;
}

std::u32string transcription_key(std::u32string_view word) {
  std::u32string key;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == U't' && word.substr(i + 1).starts_with(U"ch")) continue;
    if (!key.empty() && key.back() == word[i] && !is_digit(word[i])) continue;
    key.push_back(word[i]);
  }
  const auto is_final_y = [](char32_t c) { return c == U'i' || c == U'j' || c == U'y'; };
  bool ends_in_y = false;
  for (; key.size() > 3 && is_final_y(key.back()); key.pop_back()) ends_in_y = true;
  if (ends_in_y) key.push_back(U'y');
  return key;
}

bool is_one_edit_apart(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  if (front == b.size()) return false;
  if (b.size() > a.size()) return is_dropped(b[front]) && a.substr(front) == b.substr(front + 1);
  return are_exchanged(a[front], b[front]) && a.substr(front + 1) == b.substr(front + 1);
}

bool is_acronym(std::string_view written) {
  const std::vector<std::u32string> words = cut(written);
  if (words.size() != 1 || words[0].size() < 2 || words[0].size() > 8) return false;
  const bool all_capitals =
      std::all_of(words[0].begin(), words[0].end(), [](char32_t c) { return is_upper(c) || is_digit(c); });
  return all_capitals && std::count_if(words[0].begin(), words[0].end(), is_upper) >= 2;
}

std::vector<std::u32string> initials(std::string_view written) {
  std::u32string all;
  std::u32string capitals;
  for (const std::u32string& word : cut(written)) {
    all.push_back(lower(word.front()));
    if (!is_lower(word.front())) capitals.push_back(lower(word.front()));
  }
  std::vector<std::u32string> result;
  if (all.size() >= 2) result.push_back(all);
  if (capitals.size() >= 2 && capitals != all) result.push_back(capitals);
  return result;
}

}  // namespace habari
