#pragma once

#include "gazetteer/gazetteer_file.hpp"
#include "lexicon/table.hpp"

#include <habari/extractors/data_directory.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace habari {

/// Reads entities of Wikidata's JSON, one at a time.
/// Source: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
class WikidataReader {
 public:
  /// Errors: Error names the class table's file and line.
  WikidataReader(const DataDirectory& data, std::vector<std::string> languages);

  /// What one entity is as a gazetteer entry; nothing where it is of no kind that news names, or has no name.
  /// Errors: Error says what the JSON lacks; the caller knows the line.
  std::optional<GazetteerRecord> read(std::string_view json) const;

 private:
  StringMap<EntityKind> kinds_;  // by class
  std::vector<std::string> languages_;
};

}  // namespace habari
