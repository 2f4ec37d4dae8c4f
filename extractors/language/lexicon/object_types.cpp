#include "lexicon/object_types.hpp"

#include "lexicon/table.hpp"

#include <algorithm>
#include <array>
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

/// How the clause in a verb's complement stands to the verb.
constexpr std::array<std::string_view, 3> clauses{"clause", "own", "other"};

/// What an object can be called beside the groups: a kind, a type, or whatever it is.
bool is_known_key(std::string_view key) { return key == "anything" || parse_event_type(key) || parse_entity_kind(key); }

/// The same behind the position of another participant, or of the clause in the complement: `with:person`, `to:own`.
std::string_view without_position(std::string_view key) {
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos || colon == 0) return key;
  const std::string_view rest = key.substr(colon + 1);
  const bool clause = std::find(clauses.begin(), clauses.end(), rest) != clauses.end();
  return clause && key.starts_with("to:") ? std::string_view("anything") : rest;
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
      const std::string_view called = without_position(key);
      if (!known_groups.contains(called) && !is_known_key(called))
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
