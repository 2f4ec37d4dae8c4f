#include "analysis/sw/form_analyzer.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace habari::swahili {
namespace {

/// How a word is written, for what capitals and digits tell.
enum class Writing : std::uint8_t { lower, capitals, number, other };

Reading plain(WordKind kind, std::string_view lemma, int rank) {
  Reading reading;
  reading.kind = kind;
  reading.lemma = lemma;
  reading.rank = static_cast<std::int16_t>(rank);
  return reading;
}

struct Shape {
  int letters = 0, upper = 0, digits = 0, others = 0;
  bool first_upper = false;
};

Shape shape_of(std::string_view form) {
  Shape shape;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(form.data());
  const auto size = static_cast<std::int32_t>(form.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 code = 0;
    const bool first = i == 0;
    U8_NEXT(bytes, i, size, code);
    if (code < 0) code = 0xFFFD;
    if (u_isdigit(code) != 0)
      ++shape.digits;
    else if (u_isalpha(code) != 0) {
      ++shape.letters;
      if (u_isupper(code) != 0) {
        ++shape.upper;
        if (first) shape.first_upper = true;
      }
    } else {
      ++shape.others;
    }
  }
  return shape;
}

Writing writing_of(const Shape& shape) {
  if (shape.letters == 0) return shape.digits > 0 ? Writing::number : Writing::other;
  if (shape.digits > shape.letters && !shape.first_upper) return Writing::number;
  return shape.upper == 0 ? Writing::lower : Writing::capitals;
}

bool is_punctuation(std::string_view form) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(form.data());
  const auto size = static_cast<std::int32_t>(form.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 code = 0;
    U8_NEXT(bytes, i, size, code);
    if (code < 0 || u_ispunct(code) == 0) return false;
  }
  return form != "%" && form != "&";
}

}  // namespace

std::string lower_case(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; })) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .toLower(icu::Locale("sw"))
      .toUTF8String(out);
  return out;
}

FormAnalyzer::FormAnalyzer(const Lexicon& lexicon, const std::filesystem::path& language_folder)
    : grammar_(language_folder / "morphology"),
      verbs_(grammar_, lexicon, language_folder / "morphology" / "stems.tsv"),
      nominals_(grammar_, verbs_, lexicon, language_folder / "lexicon", language_folder / "morphology") {}

/// A name of people, of a place or of an institution; what begins with wa- may be a people.
Reading FormAnalyzer::name(std::string_view form, std::string_view lower) {
  Reading name = plain(WordKind::name, form, 24);
  name.classes = class_bit(1) | class_bit(9);
  if (lower.size() > 3 && lower.starts_with("wa")) name.classes |= class_bit(2);
  return name;
}

Readings FormAnalyzer::analyze(std::string_view form) const {
  const Shape shape = shape_of(form);
  const Writing writing = writing_of(shape);
  if (writing == Writing::other)
    return {plain(is_punctuation(form) ? WordKind::punctuation : WordKind::symbol, form, 100)};
  if (writing == Writing::number) {
    Reading number = plain(WordKind::numeral, form, 100);
    number.features = "NumType=Card";
    number.classes = all_classes;
    return {std::move(number)};
  }
  std::string lower = lower_case(form);
  // ng’ombe with a typographic apostrophe
  for (std::size_t at = lower.find("\xE2\x80\x99"); at != std::string::npos; at = lower.find("\xE2\x80\x99", at)) {
    lower.replace(at, 3, "'");
  }
  if (form[0] == '@' || form[0] == '#' || form.find("://") != std::string_view::npos || form.starts_with("www.")) {
    return {name(form, lower)};
  }
  Readings readings;
  nominals_.analyze(lower, readings);
  verbs_.analyze(lower, readings);
  if (shape.others == 0 || readings.empty()) nominals_.guess(lower, readings);
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.rank > b.rank; });
  if (writing != Writing::lower) readings.push_back(name(form, lower));
  return readings;
}

std::shared_ptr<const Readings> FormAnalyzer::look_up(std::string_view form) const {
  Shard& shard = shards_[std::hash<std::string_view>{}(form) % shard_count];
  {
    const std::lock_guard lock(shard.mutex);
    if (const auto found = shard.forms.find(form); found != shard.forms.end()) return found->second;
  }
  auto readings = std::make_shared<const Readings>(analyze(form));
  const std::lock_guard lock(shard.mutex);
  if (shard.forms.size() >= shard_limit) shard.forms.clear();
  shard.forms.emplace(std::string(form), readings);
  return readings;
}

}  // namespace habari::swahili
