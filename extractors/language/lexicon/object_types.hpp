#pragma once

#include "lexicon/string_map.hpp"

#include <habari/core/ontology.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

class Table;

/// A cell pair of object_types.tsv: the type and sense of a verb with this object.
struct ObjectType {
  std::string object;
  std::optional<EventType> type;  ///< Nothing: the type of the event that the object names.
  std::string label;              ///< What the verb then means (`fire` a minister: `dismiss`); empty: its own label.
};

/// What a verb's object says of its type and sense: `lift` with a ban concedes, `lift` with a box does not.
/// Format of the tables: docs/lexicon.md. A language may have no table of types, or no groups.
class ObjectTypes {
 public:
  /// Errors: Error names the table's file and line.
  explicit ObjectTypes(const std::filesystem::path& lexicon_folder);

  /// The groups that a noun is listed in.
  std::span<const std::string> groups(std::string_view noun) const;
  /// The verb's row for the first of these keys that has one.
  const ObjectType* find(std::string_view verb, std::span<const std::string> keys) const;

 private:
  void read_groups(const Table& table);

  StringMap<std::vector<ObjectType>> types_;
  StringMap<std::vector<std::string>> groups_;
};

}  // namespace habari
