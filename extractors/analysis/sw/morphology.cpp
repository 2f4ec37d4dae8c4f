#include "analysis/sw/morphology.hpp"

#include "lexicon/table.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace habari::swahili {
namespace {

Reading plain(WordKind kind, Upos upos, std::string_view lemma, std::string_view xpos, int rank) {
  Reading reading;
  reading.kind = kind;
  reading.upos = upos;
  reading.lemma = lemma;
  reading.xpos = xpos;
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
  if (shape.upper == 0) return Writing::lower;
  if (shape.upper == shape.letters && shape.letters > 1) return Writing::capitals;
  return shape.first_upper ? Writing::capitalised : Writing::mixed;
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

Morphology::Morphology(const Lexicon& lexicon, const std::filesystem::path& language_folder,
                       const std::filesystem::path& gazetteer)
    : grammar_(language_folder / "morphology"),
      verbs_(grammar_, lexicon, language_folder / "morphology" / "stems.tsv"),
      nominals_(grammar_, verbs_, lexicon, language_folder / "lexicon", language_folder / "morphology") {
  add_country_names();
  for (const char* file : {"countries.tsv", "places.tsv"}) {
    if (std::filesystem::exists(gazetteer / file)) add_place_names(gazetteer / file);
  }
  if (std::filesystem::exists(gazetteer / "given_names.tsv")) {
    const Table table(gazetteer / "given_names.tsv", {"name"});
    for (const auto row : table) given_names_.insert(lower_case(row["name"]));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale("sw"), status);
  std::int32_t count = 0;
  const icu::UnicodeString* months = symbols.getMonths(count);
  for (std::int32_t i = 0; i < count; ++i) {
    std::string name;
    months[i].toUTF8String(name);
    months_.insert(lower_case(name));
  }
}

/// Countries by ICU's Swahili locales.
void Morphology::add_country_names() {
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale country("", *code);
    for (const char* locale : {"sw", "sw_KE", "sw_CD", "en"}) {
      icu::UnicodeString display;
      country.getDisplayCountry(icu::Locale(locale), display);
      std::string name;
      display.toUTF8String(name);
      add_place_name(name);
    }
  }
}

void Morphology::add_place_names(const std::filesystem::path& file) {
  const Table table(file, {"name", "sw"});
  for (const auto row : table) {
    add_place_name(row["name"]);
    for (const auto name : split(row["sw"], '|')) add_place_name(name);
  }
}

/// Names with small words in them (`Jamhuri ya Afrika ya Kati`) are phrases, and parsed as such.
void Morphology::add_place_name(std::string_view name) {
  const auto pieces = split(name, ' ');
  if (pieces.empty()) return;
  for (const auto piece : pieces) {
    if (piece[0] >= 'a' && piece[0] <= 'z') return;
  }
  std::string lower = lower_case(name);
  std::size_t& longest = name_beginnings_[lower.substr(0, lower.find(' '))];
  longest = std::max(longest, pieces.size());
  names_.insert(std::move(lower));
}

std::size_t Morphology::match_name(const std::vector<std::string_view>& forms, std::size_t position) const {
  std::string name = lower_case(forms[position]);
  const auto beginning = name_beginnings_.find(name);
  if (beginning == name_beginnings_.end()) return 0;
  std::size_t matched = names_.count(name) != 0 ? 1 : 0;
  for (std::size_t words = 2; words <= beginning->second && position + words <= forms.size(); ++words) {
    name += ' ';
    name += lower_case(forms[position + words - 1]);
    if (names_.count(name) != 0) matched = words;
  }
  return matched;
}

WordInfo Morphology::analyze(std::string_view form) const {
  WordInfo info;
  const Shape shape = shape_of(form);
  info.writing = writing_of(shape);
  if (info.writing == Writing::other) {
    info.readings.push_back(is_punctuation(form) ? plain(WordKind::punctuation, Upos::punct, form, "", 100)
                                                 : plain(WordKind::symbol, Upos::sym, form, "", 100));
    return info;
  }
  if (info.writing == Writing::number) {
    info.readings.push_back(plain(WordKind::numeral, Upos::num, form, "NUM", 100));
    info.readings.back().features = "NumType=Card";
    info.readings.back().classes = all_classes;
    return info;
  }
  std::string lower = lower_case(form);
  // ng’ombe with a typographic apostrophe
  for (std::size_t at = lower.find("\xE2\x80\x99"); at != std::string::npos; at = lower.find("\xE2\x80\x99", at)) {
    lower.replace(at, 3, "'");
  }
  info.given_name = shape.first_upper && given_names_.count(lower) != 0;
  info.known_name = names_.count(lower) != 0 && shape.first_upper;
  if (form[0] == '@' || form[0] == '#' || form.find("://") != std::string_view::npos || form.starts_with("www.")) {
    info.readings.push_back(plain(WordKind::name, Upos::propn, form, "PROPNAME", 90));
    info.readings.back().classes = all_classes;
    return info;
  }
  // ki-Afrika, wa-Ganda: a name with its class prefix set apart
  if (const std::size_t hyphen = form.find('-'); hyphen != std::string_view::npos && hyphen <= 3 &&
                                                 hyphen + 1 < form.size() && form[hyphen + 1] >= 'A' &&
                                                 form[hyphen + 1] <= 'Z') {
    const std::string prefix = lower.substr(0, hyphen);
    if (prefix == "wa" || prefix == "ki" || prefix == "m" || prefix == "u") {
      info.readings.push_back(plain(WordKind::name, Upos::propn, form, "PROPNAME", 80));
      info.readings.back().classes = class_bit(prefix == "wa" ? 2 : prefix == "m" ? 1 : prefix == "ki" ? 7 : 14);
      return info;
    }
  }
  nominals_.analyze(lower, info.readings);
  verbs_.analyze(lower, info.readings);
  if (shape.others == 0 || info.readings.empty()) nominals_.guess(lower, info.readings);
  if (shape.first_upper && months_.count(lower) != 0) {
    for (Reading& reading : info.readings) {
      if (reading.kind == WordKind::noun) reading.upos = Upos::propn;
    }
  }
  std::stable_sort(info.readings.begin(), info.readings.end(),
                   [](const Reading& a, const Reading& b) { return a.rank > b.rank; });
  if (info.writing != Writing::lower) {
    Reading name = plain(WordKind::name, Upos::propn, form, "PROPNAME", 24);
    name.classes = class_bit(1) | class_bit(9);
    if (shape.letters > 3 && lower.starts_with("wa")) name.classes |= class_bit(2);
    name.guessed = !info.known_name;
    info.readings.push_back(std::move(name));
  }
  return info;
}

std::shared_ptr<const WordInfo> Morphology::look_up(std::string_view form) const {
  Shard& shard = shards_[std::hash<std::string_view>{}(form) % shard_count];
  {
    const std::lock_guard lock(shard.mutex);
    if (const auto found = shard.forms.find(form); found != shard.forms.end()) return found->second;
  }
  auto info = std::make_shared<const WordInfo>(analyze(form));
  const std::lock_guard lock(shard.mutex);
  if (shard.forms.size() >= shard_limit) shard.forms.clear();
  shard.forms.emplace(std::string(form), info);
  return info;
}

}  // namespace habari::swahili
