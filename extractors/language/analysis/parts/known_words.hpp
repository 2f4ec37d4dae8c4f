#pragma once

#include <string_view>

namespace habari {

/// Which forms are words of a language, as far as its tables tell.
/// Thread rule: may be used from several threads at once.
class KnownWords {
 public:
  KnownWords() = default;
  KnownWords(const KnownWords&) = delete;
  KnownWords& operator=(const KnownWords&) = delete;
  virtual ~KnownWords() = default;

  /// Whether a form in lower case, with plain apostrophes, is an ordinary word.
  virtual bool knows(std::string_view form) const = 0;
};

/// Known words behind which a morphology stands: what it does not know is hardly a word.
class WordJudge : public KnownWords {
 public:
  /// Whether a form, written as in the text, is listed as a name.
  virtual bool knows_name(std::string_view form) const = 0;
  /// Whether two forms in lower case are one word that a blank has torn.
  virtual bool are_one_word(std::string_view first, std::string_view second) const = 0;
};

}  // namespace habari
