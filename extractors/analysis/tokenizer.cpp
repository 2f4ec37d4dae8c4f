#include "analysis/tokenizer.hpp"

#include "lexicon/table.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace habari {
namespace {

enum class CharClass : std::uint8_t { space, newline, letter, digit, other };

struct Char {
  UChar32 code = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  CharClass cls = CharClass::other;
};

CharClass classify(UChar32 code) {
  if (code < 0x80) {
    if (code == '\n' || code == '\r') return CharClass::newline;
    if (code <= ' ' || code == 0x7F) return CharClass::space;
    if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_') return CharClass::letter;
    if (code >= '0' && code <= '9') return CharClass::digit;
    return CharClass::other;
  }
  if (code == 0x2028 || code == 0x2029) return CharClass::newline;
  if (u_isUWhiteSpace(code) != 0 || u_iscntrl(code) != 0) return CharClass::space;
  const auto type = static_cast<UCharCategory>(u_charType(code));
  if (type == U_DECIMAL_DIGIT_NUMBER) return CharClass::digit;
  // Combining marks and format characters (soft hyphen, joiners) stay inside their word.
  if (u_isalpha(code) != 0 || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
      type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
    return CharClass::letter;
  }
  return CharClass::other;
}

bool is_hyphen(UChar32 code) { return code == '-' || code == 0x2010 || code == 0x2011; }
bool is_apostrophe(UChar32 code) { return code == '\'' || code == 0x2019 || code == 0x02BC; }
bool is_final(UChar32 code) { return code == '.' || code == '!' || code == '?' || code == 0x2026 || code == 0x061F; }
bool is_closing(UChar32 code) {
  return code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x2019 || code == 0x201D ||
         code == 0x00BB || code == 0x203A;
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::unordered_set<std::string>& abbreviations)
      : text_(text), abbreviations_(abbreviations) {
    next_ = read(0);
  }

  std::vector<Sentence> run() {
    while (next_.begin < text_.size()) {
      if (next_.cls == CharClass::newline) {
        finish_sentence();
        advance();
      } else if (next_.cls == CharClass::space) {
        advance();
      } else {
        token();
        if (current_.tokens.size() >= Tokenizer::longest_sentence || ends_sentence()) finish_sentence();
      }
    }
    finish_sentence();
    return std::move(sentences_);
  }

 private:
  Char read(std::uint32_t at) const {
    Char c;
    c.begin = c.end = at;
    c.cls = CharClass::newline;
    if (at >= text_.size()) return c;
    auto i = static_cast<std::int64_t>(at);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    U8_NEXT_UNSAFE(bytes, i, c.code);
    c.end = static_cast<std::uint32_t>(std::min<std::int64_t>(i, static_cast<std::int64_t>(text_.size())));
    c.cls = classify(c.code);
    return c;
  }

  void advance() { next_ = read(next_.end); }
  bool at_word(const Char& c) const { return c.cls == CharClass::letter || c.cls == CharClass::digit; }

  void add(std::uint32_t begin, std::uint32_t end) {
    Token token;
    token.span = {begin, end};
    token.form = text_.substr(begin, end - begin);
    current_.tokens.push_back(std::move(token));
  }

  void token() {
    const std::uint32_t begin = next_.begin;
    if (is_address(begin)) {
      while (next_.cls != CharClass::space && next_.cls != CharClass::newline) advance();
      std::uint32_t end = next_.begin;
      while (end > begin + 1 && std::string_view(".,;:!?)\"'").find(text_[end - 1]) != std::string_view::npos) --end;
      add(begin, end);
      next_ = read(end);
      return;
    }
    if (next_.code == '#' || next_.code == '@') {
      const Char after = read(next_.end);
      if (at_word(after)) advance();
    }
    if (at_word(next_)) {
      word(begin);
      return;
    }
    const UChar32 code = next_.code;
    advance();
    if (code == '.') {
      while (next_.code == '.' && next_.begin < text_.size()) advance();
    }
    add(begin, next_.begin);
  }

  bool is_address(std::uint32_t at) const {
    const std::string_view rest = text_.substr(at, 8);
    return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  }

  void word(std::uint32_t begin) {
    Char last = next_;
    while (true) {
      last = next_;
      advance();
      if (at_word(next_)) continue;
      const Char after = read(next_.end);
      if (next_.begin < text_.size() && joins(last, next_, after)) continue;
      break;
    }
    clause_number(begin);
    final_stop(begin);
    add(begin, next_.begin);
  }

  /// Whether `middle` between two characters of words belongs to the word.
  bool joins(const Char& before, const Char& middle, const Char& after) const {
    if (!at_word(before) || !at_word(after)) return false;
    const bool digits = before.cls == CharClass::digit && after.cls == CharClass::digit;
    if (is_hyphen(middle.code)) return true;
    if (is_apostrophe(middle.code)) return before.cls == CharClass::letter && after.cls == CharClass::letter;
    if (middle.code == '.') return digits || (before.cls == CharClass::letter && is_initial(before.begin));
    if (middle.code == ',' || middle.code == ':' || middle.code == '/') return digits;
    return middle.code == '@';
  }

  /// A letter that stands alone between stops or blanks: `n` and `k` of `n.k.`.
  bool is_initial(std::uint32_t at) const {
    if (at == 0) return true;
    std::uint32_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text_[before]) & 0xC0U) == 0x80U) --before;
    const Char c = read(before);
    return !at_word(c);
  }

  /// `39(3)`, an article of a law with its paragraph, is one number.
  void clause_number(std::uint32_t begin) {
    if (next_.begin >= text_.size() || next_.code != '(' || classify(text_[begin] & 0x7F) != CharClass::digit) return;
    std::uint32_t at = next_.end;
    while (at < text_.size() && text_[at] >= '0' && text_[at] <= '9') ++at;
    if (at > next_.end && at < text_.size() && text_[at] == ')') next_ = read(at + 1);
  }

  /// The stop of an abbreviation or an initial belongs to it.
  void final_stop(std::uint32_t begin) {
    if (next_.begin >= text_.size() || next_.code != '.') return;
    const std::string_view form = text_.substr(begin, next_.end - begin);
    const Char after = read(next_.end);
    const std::string_view letters = form.substr(0, form.size() - 1);
    const bool dotted =
        letters.find('.') != std::string_view::npos && !std::isdigit(static_cast<unsigned char>(letters[0]));
    const bool initial = letters.size() == 1 && letters[0] >= 'A' && letters[0] <= 'Z' && after.code == ' ';
    std::string lower(form);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (!at_word(after) && (dotted || initial || abbreviations_.count(lower) != 0)) {
      advance();
      stop_in_word_ = true;
    }
  }

  /// After a token: whether the sentence is complete here.
  bool ends_sentence() {
    const bool stop_in_word = stop_in_word_;
    stop_in_word_ = false;
    if (stop_in_word) return false;
    if (current_.tokens.empty()) return false;
    const std::string_view form = current_.tokens.back().form;
    if (is_closing(last_code(form)) && current_.tokens.size() > 1) {
      if (!is_final(last_code(current_.tokens[current_.tokens.size() - 2].form)) || !closed_after_final()) return false;
    } else if (!is_final(last_code(form)) || at_word_form(form)) {
      return false;
    }
    // Closing quotes and further stops belong to the sentence.
    if (next_.begin >= text_.size() || next_.cls == CharClass::newline) return true;
    if (is_final(next_.code)) return false;
    if (is_closing(next_.code) && next_.code != '(') {
      const Char after = read(next_.end);
      if (next_.code != '"' && next_.code != '\'') return false;
      if (after.cls == CharClass::space || after.cls == CharClass::newline || !at_word(after)) return false;
    }
    if (next_.cls != CharClass::space) return form != "." && at_word(next_) && last_code(form) != '.';
    Char c = next_;
    while (c.begin < text_.size() && c.cls == CharClass::space) c = read(c.end);
    if (c.begin >= text_.size() || c.cls == CharClass::newline) return true;
    if (u_islower(c.code) != 0) return false;
    // `29. 75`: a decimal that was torn apart.
    if (c.cls == CharClass::digit && form == "." && current_.tokens.size() > 1) {
      const std::string_view before = current_.tokens[current_.tokens.size() - 2].form;
      if (before.size() <= 3 && std::all_of(before.begin(), before.end(), [](char b) { return b >= '0' && b <= '9'; }))
        return false;
    }
    return true;
  }

  bool closed_after_final() const {
    const auto& tokens = current_.tokens;
    return tokens[tokens.size() - 2].span.end == tokens.back().span.begin;
  }

  static bool at_word_form(std::string_view form) {
    return std::any_of(form.begin(), form.end(),
                       [](char c) { return (c & 0x80) == 0 && std::isalnum(static_cast<unsigned char>(c)) != 0; });
  }

  static UChar32 last_code(std::string_view form) {
    if (form.ends_with("\xE2\x80\xA6")) return 0x2026;
    if (form.ends_with("\xE2\x80\x9D")) return 0x201D;
    if (form.ends_with("\xE2\x80\x99")) return 0x2019;
    if (form.ends_with("\xC2\xBB")) return 0x00BB;
    if (form.ends_with("\xD8\x9F")) return 0x061F;
    return form.empty() || (form.back() & 0x80) != 0 ? 0 : form.back();
  }

  void finish_sentence() {
    if (current_.tokens.empty()) return;
    current_.span = {current_.tokens.front().span.begin, current_.tokens.back().span.end};
    sentences_.push_back(std::move(current_));
    current_ = {};
  }

  std::string_view text_;
  const std::unordered_set<std::string>& abbreviations_;
  std::vector<Sentence> sentences_;
  Sentence current_;
  Char next_;
  bool stop_in_word_ = false;
};

}  // namespace

Tokenizer::Tokenizer(const std::filesystem::path& language_folder) {
  const auto file = language_folder / "abbreviations.tsv";
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"form"});
  for (const auto row : table) abbreviations_.insert(std::string(row["form"]));
}

std::vector<Sentence> Tokenizer::split(std::string_view text) const { return Splitter(text, abbreviations_).run(); }

}  // namespace habari
