#include "cleaning/boilerplate.hpp"

#include "cleaning/text_shape.hpp"
#include "lexicon/table.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>

namespace habari {
namespace {

/// A phrase at the beginning or inside settles it only for a paragraph of at most so many words: longer is prose.
constexpr std::size_t max_words_for_prefix = 30;
constexpr std::size_t max_words_for_contained = 40;
constexpr std::size_t max_words_for_label = 12;
constexpr std::size_t max_phrase_words = 8;
constexpr std::size_t max_credit_words = 8;
constexpr std::size_t max_byline_words = 5;
constexpr std::size_t max_writer_words = 6;
/// A credit stands behind the last sentence, and is short.
constexpr std::size_t max_credit_bytes = 120;
constexpr std::size_t max_label_words = 3;
constexpr std::size_t min_menu_lines = 4;
/// A repeated paragraph of fewer words may be meant (`Ndiyo.`).
constexpr std::size_t min_repeated_words = 3;

UChar32 next_code_point(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c;
}

void append_code_point(std::string& out, UChar32 c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(reinterpret_cast<const char*>(bytes), size);
}

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

bool is_word_at(std::string_view text, std::size_t at) {
  const UChar32 c = next_code_point(text, at);
  return u_isalnum(c) || is_apostrophe(c);
}

/// Lower-case words with one blank between them; all else but apostrophes and hyphens inside words goes.
std::string key_of(std::string_view text) {
  std::string key;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    if (u_isalnum(c)) {
      if (pending) {
        while (key.ends_with('\'')) key.pop_back();
        if (!key.empty()) key += ' ';
      }
      pending = false;
      append_code_point(key, u_foldCase(c, U_FOLD_CASE_DEFAULT));
    } else if (is_apostrophe(c) && !pending && !key.empty()) {
      key += '\'';
    } else {
      pending = true;
    }
  }
  while (key.ends_with('\'')) key.pop_back();
  return key;
}

std::size_t count_words(std::string_view key) {
  return key.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

/// `dakika 3 za kusoma` as `dakika 0 za kusoma`: every run of numbers is a 0, as rows for lines with numbers have it.
std::string without_numbers(std::string_view key) {
  std::string masked;
  bool in_number = false;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view word = key.substr(at, end - at);
    const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number || !in_number) {
      if (!masked.empty()) masked += ' ';
      masked += number ? "0" : word;
    }
    in_number = number;
    at = end + 1;
  }
  return masked;
}

}  // namespace

struct BoilerplateFilter::Reading {
  explicit Reading(std::string_view paragraph) : text(trim(paragraph)) {
    // Prose is told by its length alone; only short paragraphs are read word by word.
    if (text.size() > 600) {
      is_long = true;
      return;
    }
    key = key_of(text);
    words = count_words(key);
    for (std::size_t at = 0; at < text.size();) {
      const UChar32 c = next_code_point(text, at);
      lower += u_islower(c) ? 1 : 0;
      upper += u_isupper(c) ? 1 : 0;
      digits += u_isdigit(c) ? 1 : 0;
      bars += c == '|' || c == 0x00BB || c == 0x203A || c == 0x2022 || c == 0x00B7 ? 1 : 0;
    }
    sentence = ends_as_sentence(text);
  }

  std::string_view text;
  std::string key;
  std::size_t words = 0;
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t digits = 0;
  std::size_t bars = 0;  ///< Marks between the items of a menu or a path.
  bool sentence = false;
  bool is_long = false;

  bool is_address() const {
    const bool one_word = text.find(' ') == std::string_view::npos;
    return one_word && (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.") ||
                        text.starts_with('@') || text.starts_with('#') || text.find('@') != std::string_view::npos);
  }
  /// `USHIRIKIANO-ULINZI`: a section's label.
  bool is_label() const { return upper >= 3 && lower == 0 && digits == 0 && words <= max_label_words && !sentence; }
  /// `Kusambaza :`
  bool is_button() const { return text.ends_with(':') && words <= 2; }
  /// `Home | News | Sport`
  bool is_path() const { return bars >= 2 && words <= 4 * (bars + 1) && !sentence; }
  bool has_no_letter() const { return lower + upper == 0 && key.find_first_not_of("0123456789 ") == std::string::npos; }
  bool is_menu_item() const {
    return !is_long && words <= 3 && !sentence && digits == 0 && text.find(',') == text.npos;
  }
};

BoilerplateFilter::BoilerplateFilter(const DataDirectory& data) {
  for (const std::string& code : data.languages()) {
    const auto file = data.language(code) / "boilerplate.tsv";
    if (std::filesystem::exists(file)) load(file);
  }
}

void BoilerplateFilter::load(const std::filesystem::path& file) {
  static const std::map<std::string_view, Match> kinds{
      {"whole", Match::whole},   {"prefix", Match::prefix}, {"label", Match::label}, {"heading", Match::heading},
      {"byline", Match::byline}, {"credit", Match::credit}, {"field", Match::field}};
  const Table table(file, {"phrase", "match", "example"});
  for (const auto row : table) {
    const std::string key = key_of(row["phrase"]);
    if (key.empty()) row.fail("the phrase has no word");
    if (row["match"] == "contains") {
      contained_.push_back(' ' + key + ' ');
      continue;
    }
    if (row["match"] == "writer") {
      writers_.push_back(' ' + key + ' ');
      continue;
    }
    const auto kind = kinds.find(row["match"]);
    if (kind == kinds.end()) {
      row.fail("match is \"" + std::string(row["match"]) +
               "\", expected whole, prefix, label, contains, heading, byline, credit, field or writer");
    }
    if (count_words(key) > max_phrase_words && kind->second != Match::whole) {
      row.fail("a phrase of more than " + std::to_string(max_phrase_words) + " words");
    }
    phrases_[key] |= 1U << static_cast<unsigned>(kind->second);
  }
}

bool BoilerplateFilter::knows(std::string_view phrase, Match match) const {
  const auto found = phrases_.find(phrase);
  return found != phrases_.end() && (found->second & (1U << static_cast<unsigned>(match))) != 0;
}

namespace {

/// Where the words of `text` behind its first `words` begin.
std::size_t after_words(std::string_view text, std::size_t words) {
  std::size_t at = 0;
  while (words > 0 && at < text.size()) {
    while (at < text.size() && !is_word_at(text, at)) next_code_point(text, at);
    while (at < text.size() && is_word_at(text, at)) next_code_point(text, at);
    --words;
  }
  return at;
}

/// Whether every word of `text` behind its first `words` begins with a capital: `By Amina Odhiambo`.
bool is_names_after(std::string_view text, std::size_t words) {
  bool inside = false;
  bool any = false;
  for (std::size_t at = after_words(text, words); at < text.size();) {
    const bool in_word = is_word_at(text, at);
    const UChar32 c = next_code_point(text, at);
    if (in_word && !inside && !u_isupper(c)) return false;
    any = any || in_word;
    inside = in_word || (inside && c == '-');
  }
  return any;
}

/// Whether `text`, of which the first `words` name a kind of credit, is one: `Photo by Grace Lema`, `Picha: Ikulu.`
bool is_credit(std::string_view text, std::size_t words) {
  const std::string_view rest = text.substr(after_words(text, words));
  const std::size_t words_left = count_words(key_of(rest));
  return words_left > 0 && words_left <= max_credit_words && (rest.starts_with(':') || !ends_as_sentence(rest));
}

/// Whether behind its first `words` the text ends, or goes on as a form or an address does: `Name *`, `Simu: 026 …`.
bool is_field(std::string_view text, std::size_t words) {
  const std::string_view rest = trim(text.substr(after_words(text, words)));
  return rest.empty() || rest.starts_with(':') || rest.starts_with('*') || rest.starts_with('(');
}

bool holds_any(const std::vector<std::string>& phrases, const std::string& key) {
  const std::string padded = ' ' + key + ' ';
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return padded.find(phrase) != std::string::npos; });
}

}  // namespace

bool BoilerplateFilter::is_writer(const Reading& paragraph) const {
  if (paragraph.is_long || paragraph.sentence || paragraph.digits > 0) return false;
  if (paragraph.words > max_writer_words) return false;
  const bool is_name = paragraph.words >= 2 && paragraph.words <= 4 && is_names_after(paragraph.text, 0);
  return is_name || holds_any(writers_, paragraph.key);
}

bool BoilerplateFilter::is_phrase(const Reading& paragraph) const {
  const std::string& key = paragraph.key;
  if (knows(key, Match::whole) || knows(key, Match::heading)) return true;
  if (paragraph.digits > 0 && knows(without_numbers(key), Match::whole)) return true;
  std::size_t words = 0;
  for (std::size_t end = key.find(' '); words < max_phrase_words; end = key.find(' ', end + 1)) {
    ++words;
    const std::string_view start = std::string_view(key).substr(0, end);
    if (paragraph.words <= max_words_for_prefix && knows(start, Match::prefix)) return true;
    if (paragraph.words <= max_words_for_label && !paragraph.sentence && knows(start, Match::label)) return true;
    if (paragraph.words <= max_words_for_label && knows(start, Match::field) && is_field(paragraph.text, words))
      return true;
    if (end == std::string::npos) break;
    if (knows(start, Match::credit) && is_credit(paragraph.text, words)) return true;
    if (!paragraph.sentence && paragraph.words <= words + max_byline_words && knows(start, Match::byline) &&
        is_names_after(paragraph.text, words)) {
      return true;
    }
  }
  if (paragraph.words > max_words_for_contained) return false;
  return holds_any(contained_, key);
}

std::string_view BoilerplateFilter::without_credit(std::string_view paragraph) const {
  const std::size_t scan_from = paragraph.size() > max_credit_bytes ? paragraph.size() - max_credit_bytes : 0;
  for (std::size_t at = paragraph.size(); at-- > scan_from + 1;) {
    if (paragraph[at] != ' ' || !ends_as_sentence(paragraph.substr(0, at))) continue;
    const std::string_view tail = trim(paragraph.substr(at));
    const std::string key = key_of(tail);
    const bool has_sign = tail.starts_with("©") || tail.starts_with("(©") || tail.starts_with("[©");
    bool goes = has_sign && count_words(key) <= max_credit_words;
    std::size_t words = 0;
    for (std::size_t end = key.find(' '); !goes && words < max_phrase_words; end = key.find(' ', end + 1)) {
      ++words;
      const bool is_all = end == std::string::npos;
      goes = knows(std::string_view(key).substr(0, end), Match::credit) && (is_all || is_credit(tail, words));
      if (is_all) break;
    }
    if (goes) return paragraph.substr(0, at);
  }
  return paragraph;
}

std::vector<std::string_view> BoilerplateFilter::filter(const std::vector<std::string_view>& paragraphs) const {
  std::vector<std::string_view> kept(paragraphs);
  if (paragraphs.size() < 2) return kept;
  std::vector<Reading> readings;
  readings.reserve(paragraphs.size());
  for (std::string_view& paragraph : kept) {
    paragraph = without_credit(paragraph);
    readings.emplace_back(paragraph);
  }

  // Capitals alone make a label, but over the first sentence they are the headline.
  const bool headline_in_capitals = readings[0].is_label() && (readings[1].is_long || readings[1].sentence);
  std::unordered_set<std::string_view> seen;
  bool under_heading = false;
  bool before_prose = true;
  std::size_t menu_lines = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const Reading& paragraph = readings[i];
    menu_lines = paragraph.is_menu_item() ? menu_lines + 1 : 0;
    if (menu_lines == min_menu_lines) {
      for (std::size_t back = 0; back + 1 < min_menu_lines; ++back) kept[i - 1 - back] = {};
    }
    const bool repeated =
        (paragraph.is_long || paragraph.words >= min_repeated_words) && !seen.insert(paragraph.text).second;
    bool goes = repeated || menu_lines >= min_menu_lines || (i > 0 && before_prose && is_writer(paragraph));
    before_prose = before_prose && !paragraph.is_long && !paragraph.sentence;
    if (!paragraph.is_long) {
      const bool opens_list = knows(paragraph.key, Match::heading);
      under_heading = opens_list || (under_heading && !paragraph.sentence);
      goes = goes || under_heading || paragraph.is_address() ||
             (paragraph.is_label() && !(i == 0 && headline_in_capitals)) || paragraph.is_button() ||
             paragraph.is_path() || paragraph.has_no_letter() || is_phrase(paragraph);
    } else {
      under_heading = false;
    }
    if (goes) kept[i] = {};
  }
  return kept;
}

}  // namespace habari
