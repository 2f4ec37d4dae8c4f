#pragma once

#include "words/vocabulary.hpp"

#include <habari/core/article.hpp>
#include <habari/core/sentence.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace habari {

/// How a word is written.
enum class Shape : std::uint8_t {
  lower,   ///< `mji`
  title,   ///< `Goma`, `McAllen`, a single capital letter
  upper,   ///< two or more letters, all capitals: `CCM`, `M23`
  number,  ///< `2019`, `13th`
  mark,    ///< punctuation and symbols
};

/// The unit that names and times are matched over: a run of letters and digits, or one punctuation mark.
/// Finer than any analyzer's tokens and the same for all of them, so that `Kim Jong-un`, `Kim Jong Un` and
/// `Dar-es-Salaam` come out alike however a tokenizer cuts them.
struct Piece {
  Span span;
  WordId word = unknown_word;  ///< Of the form; of the lemma where only that is known and the word is no name.
  std::uint32_t sentence = 0;  ///< Index of its sentence.
  std::uint32_t token = 0;     ///< Index of its token in the sentence.
  std::uint64_t key = 0;       ///< Hash of word_key: tells unknown words apart within an article.
  Shape shape = Shape::lower;
  Upos upos = Upos::x;
  char mark = 0;        ///< `-` for every hyphen and dash, `"` for every quote, `?` for what is not ASCII.
  bool tight = false;   ///< Nothing stands between it and the piece before.
  bool starts = false;  ///< No word of the sentence stands before it, or a quote opens with it.

  bool is_word() const { return shape != Shape::mark && shape != Shape::number; }
  bool is_capital() const { return shape == Shape::title || shape == Shape::upper; }
};

/// The pieces of all sentences in text order. A period that belongs to an abbreviation or an initial is left out.
std::vector<Piece> cut_pieces(const Article& article, std::span<const Sentence> sentences,
                              const Vocabulary& vocabulary);

/// The pieces of a name or phrase of a table, cut in the same way; hyphens left out. Words are interned.
struct PhraseWord {
  WordId word;
  Shape shape;
};
std::vector<PhraseWord> cut_phrase(std::string_view phrase, Vocabulary& vocabulary);

/// Hash of a word as word_key gives it, the same on every machine: Piece::key. Source: RFC 9923, 64-bit FNV-1a.
std::uint64_t word_hash(std::string_view key);

/// Hash of a name from its words' hashes, in their order.
class NameHash {
 public:
  void add(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9e3779b97f4a7c15ULL;
    value_ ^= value_ >> 32U;
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0x2545f4914f6cdd1dULL;
};

/// As cut_phrase, for words that no vocabulary holds.
struct NameWord {
  std::uint64_t hash;
  Shape shape;
  std::uint32_t length;  ///< UTF-8 bytes as written.
};
std::vector<NameWord> cut_name(std::string_view name);

}  // namespace habari
