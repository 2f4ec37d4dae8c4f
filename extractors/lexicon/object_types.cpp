#include "lexicon/object_types.hpp"

#include "lexicon/table.hpp"

#include <set>

namespace habari {
namespace {

/// The type whose noun the object is.
constexpr std::string_view objects_own = "object";

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// What an object can be called beside the groups: a kind, a type, or a type of the event in a complement.
bool is_known_key(std::string_view key) {
  if (key.starts_with("to:")) return parse_event_type(key.substr(3)).has_value();
  return parse_event_type(key) || parse_entity_kind(key);
}

}  // namespace

ObjectTypes::ObjectTypes(const std::filesystem::path& lexicon_folder) {
  const std::filesystem::path groups_file = lexicon_folder / "object_groups.tsv";
  const std::filesystem::path types_file = lexicon_folder / "object_types.tsv";
  if (!std::filesystem::exists(types_file)) return;
  if (std::filesystem::exists(groups_file)) read_groups(Table(groups_file, {"lemma", "group"}));
  std::set<std::string_view> known_groups;
  for (const auto& [lemma, groups] : groups_) known_groups.insert(groups.begin(), groups.end());
  const Table types(types_file, {"verbs", "objects", "type"});
  for (const auto row : types) {
    const std::optional<EventType> type = parse_event_type(row["type"]);
    if (!type && row["type"] != objects_own) row.fail("type is \"" + std::string(row["type"]) + "\", no event type");
    for (const std::string_view object : split(row["objects"], ',')) {
      const std::string_view key = trimmed(object);
      if (!known_groups.contains(key) && !is_known_key(key))
        row.fail("objects has \"" + std::string(key) + "\", no group, kind or type");
      for (const std::string_view verb : split(row["verbs"], ',')) {
        types_[std::string(trimmed(verb))].push_back({std::string(key), type, std::string(row["label"])});
      }
    }
  }
}

void ObjectTypes::read_groups(const Table& table) {
  for (const auto row : table) {
    auto [entry, is_new] = groups_.try_emplace(std::string(row["lemma"]));
    if (!is_new) row.fail("a second row for the same lemma");
    for (const std::string_view group : split(row["group"], ' ')) {
      if (is_known_key(group)) row.fail("group \"" + std::string(group) + "\" is a kind or type");
      entry->second.emplace_back(group);
    }
  }
}

std::span<const std::string> ObjectTypes::groups(std::string_view noun) const {
  const auto found = groups_.find(noun);
  return found == groups_.end() ? std::span<const std::string>() : std::span<const std::string>(found->second);
}

const ObjectType* ObjectTypes::find(std::string_view verb, std::span<const std::string> keys) const {
  const auto found = types_.find(verb);
  if (found == types_.end()) return nullptr;
  for (const std::string& key : keys) {
    for (const ObjectType& row : found->second) {
      if (row.object == key) return &row;
    }
  }
  return nullptr;
}

}  // namespace habari
