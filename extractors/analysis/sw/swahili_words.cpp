#include "analysis/sw/swahili_words.hpp"

#include "lexicon/table.hpp"

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

}  // namespace

SwahiliWords::SwahiliWords(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer)
    : lexicon_(language_folder / "lexicon"), morphology_(lexicon_, language_folder, gazetteer) {
  add_names(gazetteer / "given_names.tsv", {"name"});
  add_names(gazetteer / "surnames.tsv", {"name"});
  add_names(gazetteer / "countries.tsv", {"name", "sw"});
  add_names(gazetteer / "places.tsv", {"name", "sw"});
}

void SwahiliWords::add_names(const std::filesystem::path& file, std::initializer_list<std::string_view> columns) {
  if (!std::filesystem::exists(file)) return;
  for (const auto row : Table(file, columns)) {
    for (const std::string_view column : columns) {
      for (const std::string_view name : split(row[column], '|')) names_.insert(lower_case(name));
    }
  }
}

bool SwahiliWords::knows(std::string_view form) const {
  if (form.size() > longest_form) return false;
  const auto info = morphology_.look_up(form);
  return std::any_of(info->readings.begin(), info->readings.end(), is_ordinary_word);
}

bool SwahiliWords::knows_name(std::string_view form) const {
  return form.size() <= longest_form && names_.contains(lower_case(form));
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
