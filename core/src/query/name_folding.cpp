#include "query/name_folding.hpp"

#include <habari/core/error.hpp>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace habari {
namespace {

/// Combining accents and invisible format characters go; what is left in Latin letters becomes ASCII.
constexpr const char* folding = "NFKD; [[\\u0300-\\u036F][:Cf:]] Remove; NFC; Latin-ASCII; Lower";

std::unique_ptr<const icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::Transliterator> made(icu::Transliterator::createInstance(folding, UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw Error(std::string("ICU cannot fold names: ") + u_errorName(status));
  return made;
}

std::string fold_letters(std::string_view name) {
  // ICU guards what its transliterators change while they work: one serves all threads.
  static const std::unique_ptr<const icu::Transliterator> transliterator = make_transliterator();
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  transliterator->transliterate(text);
  std::string folded;
  text.toUTF8String(folded);
  return folded;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

bool parts_words(char c) {
  const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return static_cast<unsigned char>(c) < 0x80U && !alphanumeric;
}

}  // namespace

std::string fold_name(std::string_view name) {
  const std::string letters = is_ascii(name) ? std::string(name) : fold_letters(name);
  std::string folded;
  folded.reserve(letters.size());
  for (const char c : letters) {
    if (!parts_words(c)) {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded.empty() ? std::string(name) : folded;
}

}  // namespace habari
