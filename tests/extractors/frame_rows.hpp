#pragma once

#include "frames/confidence.hpp"
#include "frames/frame_extractor.hpp"
#include "references/reference_resolver.hpp"

#include "tree_rows.hpp"

#include <string>
#include <utility>
#include <vector>

namespace habari {

inline const Lexicon& swahili() {
  static const Lexicon lexicon(std::string(HABARI_DATA_DIR) + "/languages/sw/lexicon");
  return lexicon;
}
inline const Lexicon& english() {
  static const Lexicon lexicon(std::string(HABARI_DATA_DIR) + "/languages/en/lexicon");
  return lexicon;
}

/// Frames of one tree; rows and names as `read_tree` takes them.
inline Document frames_of(const std::string& rows, const std::vector<Name>& names = {},
                          const Lexicon& lexicon = swahili()) {
  NamedTree tree = read_tree(rows, names);
  Document document;
  document.article.text = std::move(tree.text);
  document.entities = std::move(tree.mentions);
  for (Mention& mention : document.entities) {
    const bool unnumbered = mention.entity.empty() && mention.kind != EntityKind::time;
    if (unnumbered)
      mention.entity = std::string(name(mention.kind)) + "/" + std::string(slice(document.article.text, mention.span));
  }
  Frames frames = extract_frames(lexicon, tree.sentences, document);
  static const ReferenceTables tables{std::filesystem::path(HABARI_DATA_DIR)};
  resolve_references(lexicon, tables, tree.sentences, frames, document);
  static const ConfidenceWeights confidence(std::string(HABARI_DATA_DIR) + "/confidence.tsv");
  set_confidences(confidence, TreeOrigin::given, frames.readings, document);
  return document;
}

/// `label/TYPE/factuality(role:core role:core)<source`, events joined by blanks.
inline std::string shown(const Document& document) {
  std::string out;
  for (const Event& event : document.events) {
    if (!out.empty()) out += ' ';
    out += event.label + "/" + std::string(name(event.type)) + "/" + std::string(name(event.factuality)) + "(";
    bool first = true;
    for (const Argument& argument : event.args) {
      if (!first) out += ' ';
      first = false;
      out += std::string(name(argument.role)) + ":" +
             std::string(slice(document.article.text, argument.antecedent.value_or(argument.core)));
    }
    out += ")";
    if (event.source)
      out += "<" + std::string(slice(document.article.text, event.source->antecedent.value_or(event.source->span)));
  }
  return out;
}

}  // namespace habari
