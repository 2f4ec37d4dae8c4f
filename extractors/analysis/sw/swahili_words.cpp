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
