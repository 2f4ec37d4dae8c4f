#pragma once

#include "analysis/model/model_file.hpp"

#include <habari/core/ontology.hpp>
#include <habari/core/sentence.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace habari::learned {

/// A combination of UPOS, XPOS and features that the treebank used.
struct Tag {
  Upos upos = Upos::x;
  std::string xpos;
  std::string feats;
  friend auto operator<=>(const Tag&, const Tag&) = default;
};

/// A relation with its subtype.
struct Relation {
  Deprel deprel = Deprel::dep;
  std::string subtype;
  friend auto operator<=>(const Relation&, const Relation&) = default;
};

/// The parts of `text` between separators; one at least.
std::vector<std::string_view> split(std::string_view text, char separator);

/// A section of lines `UPOS TAB XPOS TAB FEATS`, sorted by UPOS first.
/// Errors: Error where it is missing or is something else.
std::vector<Tag> read_tags(const ModelFile& file, std::string_view section);

/// A section of lines `deprel:subtype`, roots and others among them.
/// Errors: Error where it is missing or is something else.
std::vector<Relation> read_relations(const ModelFile& file, std::string_view section);

/// A section of lines, the name of a kind of names each.
/// Errors: Error where it is missing or is something else.
std::vector<EntityKind> read_kinds(const ModelFile& file, std::string_view section);

}  // namespace habari::learned
