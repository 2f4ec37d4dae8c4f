// What the gazetteer files, the user's and the world's, add to the tables: part of Gazetteer.
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/gazetteer_file.hpp"

#include <habari/core/links.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <shared_mutex>

namespace habari {
namespace {

constexpr std::size_t users = 0;
constexpr std::size_t worlds = 1;
constexpr std::size_t most_candidates = 16;  // Of one file, as many as it has.

}  // namespace

/// Entries of the files that texts named so far, numbered behind those of the tables. References stay good.
struct Gazetteer::FiledEntries {
  std::shared_mutex mutex;
  std::deque<GazetteerEntry> entries;
  std::map<RecordKey, std::uint32_t> numbers;
};

void Gazetteer::open_files(const DataDirectory& data) {
  if (const auto file = data.gazetteer_file(); !file.empty()) files_[users] = std::make_unique<GazetteerFile>(file);
  const auto world = data.root() / "gazetteer" / "world.bin";
  if (std::filesystem::is_regular_file(world)) files_[worlds] = std::make_unique<GazetteerFile>(world);
  filed_ = std::make_shared<FiledEntries>();
}

Gazetteer::~Gazetteer() = default;

const GazetteerEntry& Gazetteer::filed_entry(std::uint32_t number) const {
  const std::shared_lock lock(filed_->mutex);
  return filed_->entries[number - entries_.size()];
}

/// The row of the tables that a record is of.
std::optional<std::uint32_t> Gazetteer::row_of(const GazetteerRecord& record) const {
  for (const std::string& link : record.links) {
    if (const auto row = by_link_.find(link); row != by_link_.end()) return row->second;
  }
  return find(record.id);
}

/// The record of a file that has the identifier or one of the links.
std::optional<std::uint64_t> Gazetteer::same_in(std::size_t file, std::string_view id,
                                                std::span<const std::string> links) const {
  if (files_[file] == nullptr) return std::nullopt;
  if (const auto record = files_[file]->find_key(id)) return record;
  for (const std::string& link : links) {
    if (link_kind(link) == LinkKind::position) continue;
    if (const auto record = files_[file]->find_key(link)) return record;
  }
  return std::nullopt;
}

std::uint32_t Gazetteer::number_of_record(RecordKey key) const {
  {
    const std::shared_lock lock(filed_->mutex);
    if (const auto known = filed_->numbers.find(key); known != filed_->numbers.end()) return known->second;
  }
  const GazetteerRecord record = files_[key.first]->record(key.second);
  std::optional<std::uint32_t> number = row_of(record);
  if (!number && key.first == users) {
    if (const auto same = same_in(worlds, record.id, record.links)) number = number_of_record({worlds, *same});
  }
  const std::unique_lock lock(filed_->mutex);
  const auto [at, added] = filed_->numbers.try_emplace(
      key, number.value_or(static_cast<std::uint32_t>(entries_.size() + filed_->entries.size())));
  if (added && !number) filed_->entries.push_back(entry_of(record));
  return at->second;
}

GazetteerEntry Gazetteer::entry_of(const GazetteerRecord& record) const {
  GazetteerEntry entry{record.id, record.kind, {}, country_of(record), record.links};
  for (const std::string_view language : {std::string_view(language_), std::string_view("en")}) {
    const auto name = std::find_if(record.names.begin(), record.names.end(),
                                   [&](const auto& candidate) { return candidate.first == language; });
    if (entry.name.empty() && name != record.names.end()) entry.name = name->second;
  }
  if (entry.name.empty() && !record.names.empty()) entry.name = record.names.front().second;
  return entry;
}

/// Id of a record's country, which says it as an id, an item of Wikidata or an ISO code.
std::string Gazetteer::country_of(const GazetteerRecord& record) const {
  if (record.country.find('/') != std::string::npos) return record.country;
  if (const auto item = by_link_.find("wikidata:" + record.country); item != by_link_.end()) {
    return entries_[item->second].id;
  }
  const auto code = std::find_if(territories_.begin(), territories_.end(),
                                 [&](const auto& territory) { return territory.first == record.country; });
  return code == territories_.end() ? std::string() : entries_[code->second].id;
}

std::vector<Gazetteer::Filed> Gazetteer::find_filed(std::uint64_t name) const {
  std::vector<Filed> filed;
  for (const std::size_t file : {users, worlds}) {
    const auto found = files_[file] == nullptr ? std::nullopt : files_[file]->find(name);
    if (!found) continue;
    for (std::size_t i = 0; i < std::min(most_candidates, found->candidates.size()); ++i) {
      const GazetteerFile::Candidate& candidate = found->candidates[i];
      const std::uint32_t number = number_of_record({file, candidate.record});
      const auto is_same = [&](const Filed& other) { return other.entry == number; };
      if (std::any_of(filed.begin(), filed.end(), is_same)) continue;
      filed.push_back({number, found->casing, candidate.rank, file == users});
    }
  }
  return filed;
}

bool Gazetteer::is_clear(std::span<const Filed> found) {
  if (found.empty() || !found[0].is_users) return false;
  // Three times as well known, and by more than a handful: `Paris` is the city.
  return found.size() == 1 || !found[1].is_users || found[0].rank >= 3 * std::uint64_t{found[1].rank} + 10;
}

std::vector<std::string> Gazetteer::links(std::uint32_t number) const {
  const GazetteerEntry& entry = this->entry(number);
  std::vector<std::string> links = entry.links;
  for (const std::size_t file : {worlds, users}) {
    const auto same = same_in(file, entry.id, links);
    if (!same) continue;
    for (std::string& link : files_[file]->record(*same).links) {
      const auto is_of_its_kind = [&](const std::string& other) { return link_kind(other) == link_kind(link); };
      if (std::none_of(links.begin(), links.end(), is_of_its_kind)) links.push_back(std::move(link));
    }
  }
  std::stable_sort(links.begin(), links.end(),
                   [](const std::string& a, const std::string& b) { return link_kind(a) < link_kind(b); });
  return links;
}

}  // namespace habari
