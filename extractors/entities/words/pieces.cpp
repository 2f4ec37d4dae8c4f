#include "words/pieces.hpp"

#include "words/word_key.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace habari {
namespace {

struct CodePoint {
  UChar32 value;
  std::uint32_t size;
};

/// Requires: well-formed UTF-8 (ICU's macros for this do not compile without conversion warnings).
CodePoint code_point_at(std::string_view text, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  const std::uint32_t size = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  UChar32 value = byte & (0xFF >> (size + 1));
  for (std::uint32_t i = 1; i < size && at + i < text.size(); ++i) {
    value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  return {value, size};
}

bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }
bool is_capital_letter(UChar32 c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(c); }
bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x00B4; }
bool is_letter(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (u_isalpha(c) && !is_apostrophe(c)) || u_charType(c) == U_NON_SPACING_MARK;
}

char mark_of(UChar32 c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x2018:
    case 0x2019:
      return '"';
    case 0x02BC:
    case 0x00B4:
      return '\'';
    default:
      return c < 0x80 ? static_cast<char>(c) : '?';
  }
}

/// Reads pieces out of one stretch of text.
class Cutter {
 public:
  Cutter(std::string_view text, Span range) : text_(text), at_(range.begin), end_(range.end) {}

  bool next(Piece& piece) {
    while (at_ < end_) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_letter(c.value) || is_digit(c.value)) {
        word(piece);
        return true;
      }
      if (u_isUWhiteSpace(c.value)) {
        at_ += c.size;
        continue;
      }
      piece.span = {at_, at_ + c.size};
      piece.mark = mark_of(c.value);
      piece.shape = piece.mark == '&' ? Shape::lower : Shape::mark;
      at_ += c.size;
      return true;
    }
    return false;
  }

 private:
  void word(Piece& piece) {
    const std::uint32_t begin = at_;
    std::uint32_t letters = 0;
    std::uint32_t capitals = 0;
    std::uint32_t periods = 0;
    bool first_capital = false;
    bool digit_first = false;
    while (at_ < end_) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_letter(c.value)) {
        if (letters++ == 0) first_capital = is_capital_letter(c.value);
        if (is_capital_letter(c.value)) ++capitals;
      } else if (is_digit(c.value)) {
        if (at_ == begin) digit_first = true;
      } else if (is_apostrophe(c.value) && joins_letters(at_ + c.size)) {
        // goes on: ng'ombe, O'Neill
      } else if (c.value == '.' && letters == periods + 1 && begin + 2 * periods + 1 == at_ && abbreviates(at_ + 1)) {
        ++periods;
      } else {
        break;
      }
      at_ += c.size;
    }
    piece.span = {begin, at_};
    piece.mark = 0;
    if (digit_first || letters == 0)
      piece.shape = Shape::number;
    else if (letters > 1 && capitals == letters)
      piece.shape = Shape::upper;
    else
      piece.shape = first_capital ? Shape::title : Shape::lower;
  }

  /// A clitic `'s` is no part of the word before it, in whatever language the name stands.
  bool joins_letters(std::uint32_t after) const {
    if (after >= end_) return false;
    const CodePoint next = code_point_at(text_, after);
    if (!is_letter(next.value)) return false;
    const std::uint32_t beyond = after + next.size;
    const bool last = beyond >= end_ || !is_letter(code_point_at(text_, beyond).value);
    return !(last && (next.value == 's' || next.value == 'S'));
  }

  /// Whether the period before `after` goes on to another single letter, or closes `U.S.`.
  bool abbreviates(std::uint32_t after) const {
    if (after >= end_) return at_ >= 2 && text_[at_ - 2] == '.';
    const CodePoint next = code_point_at(text_, after);
    if (!is_letter(next.value)) return at_ >= 2 && text_[at_ - 2] == '.' && next.value != '.';
    const std::uint32_t beyond = after + next.size;
    return beyond < end_ && text_[beyond] == '.';
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
};

/// Whether `range` ends with a letter and an apostrophe and a letter follows: a tokenizer cut `Ng’` from `andwe`.
bool is_cut_at_apostrophe(std::string_view text, Span range) {
  if (range.end >= text.size() || !is_letter(code_point_at(text, range.end).value)) return false;
  std::uint32_t last = range.end - 1;
  while (last > range.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return last > range.begin && is_apostrophe(code_point_at(text, last).value);
}

/// `range` of the text with the rest of its word, which later tokens of the sentence hold.
Span mended(std::string_view text, Span range, std::span<const Token> later) {
  for (const Token& next : later) {
    if (next.span.begin != range.end) {
      if (next.span.end > range.end) break;
    } else if (is_cut_at_apostrophe(text, range)) {
      range.end = next.span.end;
    } else {
      break;
    }
  }
  return range;
}

/// Whether a period after `piece` ends no sentence and parts no names: `J. K. Rowling`, `St. Lucia`, `Dk. Mpango`.
bool is_abbreviation(const Piece& piece) { return piece.is_capital() && piece.span.size() <= 3; }

void look_up(Piece& piece, std::string_view text, const Token& token, const Vocabulary& vocabulary) {
  const std::string key = word_key(slice(text, piece.span));
  piece.word = vocabulary.find(key);
  piece.key = word_hash(key);
  // A plural that no table lists is as common as its singular: `Bloggers`, `Presidents Rawlings and Mills`.
  if (piece.word == unknown_word && piece.is_capital() && piece.upos != Upos::propn && piece.span == token.span) {
    piece.word = vocabulary.find(word_key(token.lemma));
  }
}

}  // namespace

std::vector<Piece> cut_pieces(const Article& article, std::span<const Sentence> sentences,
                              const Vocabulary& vocabulary) {
  std::vector<Piece> pieces;
  std::uint32_t sentence_number = 0;
  for (const Sentence& sentence : sentences) {
    std::uint32_t done = sentence.span.begin;
    const std::size_t first = pieces.size();
    bool starts = true;
    for (std::uint32_t token = 0; token < sentence.tokens.size(); ++token) {
      Span range = sentence.tokens[token].span;
      range.begin = std::max(range.begin, done);  // words of one multiword token share its span
      if (range.begin >= range.end) continue;
      const Span whole = mended(article.text, range, std::span(sentence.tokens).subspan(token + 1));
      const bool is_mended = whole != range;
      range = whole;
      done = range.end;
      Cutter cutter(article.text, range);
      Piece piece;
      while (cutter.next(piece)) {
        const bool follows = pieces.size() > first;
        if (piece.mark == '.' && follows && is_abbreviation(pieces.back()) && token + 1 < sentence.tokens.size())
          continue;
        piece.sentence = sentence_number;
        piece.token = token;
        piece.upos = is_mended ? Upos::x : sentence.tokens[token].upos;
        piece.tight = follows && pieces.back().span.end == piece.span.begin;
        piece.starts = starts && piece.shape != Shape::mark;
        if (piece.shape != Shape::mark)
          starts = false;
        else if (piece.mark == '"' || piece.mark == ':' || piece.mark == '?' || piece.mark == '!')
          starts = true;
        piece.word = unknown_word;
        if (piece.shape != Shape::mark) look_up(piece, article.text, sentence.tokens[token], vocabulary);
        pieces.push_back(piece);
      }
    }
    ++sentence_number;
  }
  return pieces;
}

std::vector<PhraseWord> cut_phrase(std::string_view phrase, Vocabulary& vocabulary) {
  std::vector<PhraseWord> words;
  Cutter cutter(phrase, {0, static_cast<std::uint32_t>(phrase.size())});
  Piece piece;
  while (cutter.next(piece)) {
    if (piece.shape == Shape::mark) continue;
    words.push_back({vocabulary.intern(word_key(slice(phrase, piece.span))), piece.shape});
  }
  return words;
}

std::uint64_t word_hash(std::string_view key) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char byte : key) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  return hash;
}

std::vector<NameWord> cut_name(std::string_view name) {
  std::vector<NameWord> words;
  Cutter cutter(name, {0, static_cast<std::uint32_t>(name.size())});
  Piece piece;
  while (cutter.next(piece)) {
    if (piece.shape == Shape::mark) continue;
    words.push_back({word_hash(word_key(slice(name, piece.span))), piece.shape, piece.span.size()});
  }
  return words;
}

}  // namespace habari
