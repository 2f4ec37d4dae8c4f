#include "analysis/model/labels.hpp"

#include <algorithm>

namespace habari::learned {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::vector<Tag> read_tags(const ModelFile& file, std::string_view section) {
  std::vector<Tag> tags;
  for (const std::string_view line : split(file.section(section), '\n')) {
    const auto fields = split(line, '\t');
    const auto upos = parse_upos(fields[0]);
    if (fields.size() != 3 || !upos) file.fail("model is damaged: its tags");
    tags.push_back({*upos, std::string(fields[1]), std::string(fields[2])});
  }
  if (!std::is_sorted(tags.begin(), tags.end())) file.fail("model is damaged: its tags");
  return tags;
}

std::vector<Relation> read_relations(const ModelFile& file, std::string_view section) {
  std::vector<Relation> relations;
  for (const std::string_view line : split(file.section(section), '\n')) {
    const std::size_t colon = line.find(':');
    const auto deprel = parse_deprel(line.substr(0, colon));
    if (!deprel) file.fail("model is damaged: its relations");
    relations.push_back({*deprel, std::string(colon == std::string_view::npos ? "" : line.substr(colon + 1))});
  }
  const auto roots = std::count_if(relations.begin(), relations.end(),
                                   [](const Relation& relation) { return relation.deprel == Deprel::root; });
  if (roots == 0 || static_cast<std::size_t>(roots) == relations.size()) file.fail("model is damaged: its relations");
  return relations;
}

std::vector<EntityKind> read_kinds(const ModelFile& file, std::string_view section) {
  std::vector<EntityKind> kinds;
  for (const std::string_view line : split(file.section(section), '\n')) {
    const auto kind = parse_entity_kind(line);
    if (!kind) file.fail("model is damaged: its kinds of names");
    kinds.push_back(*kind);
  }
  return kinds;
}

}  // namespace habari::learned
