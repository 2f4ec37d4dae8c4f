#pragma once

#include "frames/frame_extractor.hpp"
#include "lexicon/lexicon.hpp"
#include "references/reference_ranker.hpp"

#include <span>

namespace habari {

/// What holds for references in all languages.
struct ReferenceTables {
  /// From `references.tsv` and `noun_senses.tsv` of the data folder.
  explicit ReferenceTables(const std::filesystem::path& data)
      : weights(data / "references.tsv"), senses(data / "noun_senses.tsv") {}

  ReferenceWeights weights;
  NounSenses senses;
};

/// Hears every question in text order and gives the answer that the resolver goes on from: so weights are fitted.
class ReferenceTeacher {
 public:
  virtual ~ReferenceTeacher() = default;
  virtual std::optional<std::uint32_t> teach(const Discourse& discourse, const ReferenceQuestion& question,
                                             const std::vector<ReferenceCandidate>& candidates,
                                             std::optional<std::uint32_t> chosen) = 0;
};

/// Finds whom pronouns, missing subjects and descriptions of an article mean, and whose word quotations are. Completes
/// the document's arguments, sources and statements; what stays unclear is left out. `frames`: what extract_frames gave
/// for these sentences; the readings are completed.
void resolve_references(const Lexicon& lexicon, const ReferenceTables& tables, std::span<const Sentence> sentences,
                        Frames& frames, Document& document, ReferenceTeacher* teacher = nullptr);

}  // namespace habari
