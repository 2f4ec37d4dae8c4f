#include "words/word_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace habari {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Letters that Unicode does not decompose, but that writers exchange for plain ones.
const char16_t* plain_letters(UChar32 c) {
  switch (c) {
    case 0x00E6:
      return u"ae";
    case 0x00F0:
    case 0x0111:
      return u"d";
    case 0x00F8:
      return u"o";
    case 0x00FE:
      return u"th";
    case 0x0131:
      return u"i";
    case 0x0142:
      return u"l";
    case 0x0153:
      return u"oe";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
      return u"'";
    default:
      return nullptr;
  }
}

std::string folded(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int>(word.size())));
  text.foldCase();
  const icu::UnicodeString decomposed = nfd->normalize(text, status);
  if (U_FAILURE(status)) return std::string(word);
  icu::UnicodeString plain;
  for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = decomposed.char32At(at);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (const char16_t* letters = plain_letters(c))
      plain.append(icu::UnicodeString(letters));
    else
      plain.append(c);
  }
  std::string utf8;
  plain.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string word_key(std::string_view word) {
  std::string key;
  if (is_ascii(word)) {
    key.reserve(word.size());
    for (const char c : word) key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  } else {
    key = folded(word);
  }
  std::erase(key, '.');
  return key;
}

std::string entity_slug(std::string_view name) {
  const std::string key = word_key(name);
  std::string slug;
  for (const char c : key) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (kept)
      slug.push_back(c);
    else if (!slug.empty() && slug.back() != '-')
      slug.push_back('-');
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace habari
