#include "analysis/sw/swahili_words.hpp"

#include "lexicon/lexicon.hpp"
#include "lexicon/table.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace habari::swahili {
namespace {

bool is_ordinary_word(const Reading& reading) {
  switch (reading.kind) {
    case WordKind::name:
    case WordKind::interjection:
    case WordKind::punctuation:
    case WordKind::symbol:
      return false;
    default:
      return !reading.guessed;
  }
}

/// Unless it is another word: a verb, or being or having with its prefixes.
bool may_be_prefixes(const Reading& reading) {
  switch (reading.kind) {
    case WordKind::verb:
    case WordKind::copula:
    case WordKind::locative_copula:
    case WordKind::possessive_verb:
      return true;
    default:
      return !is_ordinary_word(reading);
  }
}

/// Unless it is another word: a verb without any prefix.
bool may_be_bare_verb(const Reading& reading) {
  return !is_ordinary_word(reading) || (reading.kind == WordKind::verb && reading.verb_form == VerbForm::imperative);
}

/// Countries by ICU's Swahili and English locales.
void add_country_names(std::unordered_set<std::string>& names) {
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale country("", *code);
    for (const char* locale : {"sw", "sw_KE", "sw_CD", "en"}) {
      icu::UnicodeString display;
      country.getDisplayCountry(icu::Locale(locale), display);
      std::string name;
      names.insert(lower_case(display.toUTF8String(name)));
    }
  }
}

void add_listed_names(const std::filesystem::path& file, std::unordered_set<std::string>& names) {
  if (!std::filesystem::exists(file)) return;
  for (const auto row : Table(file, {"name"})) {
    names.insert(lower_case(row["name"]));
    for (const auto name : split(row["sw"], '|')) names.insert(lower_case(name));
  }
}

}  // namespace

SwahiliWords::SwahiliWords(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer)
    : forms_(Lexicon(language_folder / "lexicon"), language_folder) {
  add_country_names(names_);
  for (const char* file : {"countries.tsv", "places.tsv", "given_names.tsv", "surnames.tsv"})
    add_listed_names(gazetteer / file, names_);
}

bool SwahiliWords::knows(std::string_view form) const {
  if (form.size() > longest_form) return false;
  const auto readings = forms_.look_up(form);
  return std::any_of(readings->begin(), readings->end(), is_ordinary_word);
}

bool SwahiliWords::knows_name(std::string_view form) const {
  if (form.size() > longest_form) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(form.data());
  UChar32 first = 0;
  U8_GET(bytes, 0, 0, static_cast<std::int32_t>(form.size()), first);
  return first >= 0 && u_isupper(first) != 0 && names_.count(lower_case(form)) != 0;
}

/// Either the first is no word but both together are one, or it is what stands before a bare verb, though it may look
/// like a word by itself: `wamesha shambuliwa`, `walipo fika`, `wana jadili`.
bool SwahiliWords::are_one_word(std::string_view first, std::string_view second) const {
  constexpr std::size_t shortest_prefixes = 4;
  const std::string both = std::string(first).append(second);
  if (both.size() > longest_form) return false;
  if (!knows(first)) return knows(both);
  if (first.size() < shortest_prefixes) return false;
  const auto prefixes = forms_.look_up(first);
  const auto bare = forms_.look_up(second);
  if (!std::all_of(prefixes->begin(), prefixes->end(), may_be_prefixes)) return false;
  if (!std::all_of(bare->begin(), bare->end(), may_be_bare_verb)) return false;
  const auto whole = forms_.look_up(both);
  return std::any_of(bare->begin(), bare->end(), [&](const Reading& stem) {
    return !stem.guessed && std::any_of(whole->begin(), whole->end(), [&](const Reading& verb) {
      return !verb.guessed && verb.verb_form == VerbForm::finite && verb.lemma == stem.lemma &&
             verb.voices == stem.voices;
    });
  });
}

std::shared_ptr<const SwahiliWords> share_swahili_words(const std::filesystem::path& language_folder,
                                                        const std::filesystem::path& gazetteer) {
  static std::mutex mutex;
  static std::map<std::pair<std::filesystem::path, std::filesystem::path>, std::weak_ptr<const SwahiliWords>> shared;
  const std::lock_guard lock(mutex);
  auto& entry = shared[{language_folder, gazetteer}];
  std::shared_ptr<const SwahiliWords> words = entry.lock();
  if (!words) entry = words = std::make_shared<const SwahiliWords>(language_folder, gazetteer);
  return words;
}

}  // namespace habari::swahili
