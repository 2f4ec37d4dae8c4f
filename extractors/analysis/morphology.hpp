#pragma once

#include <habari/core/sentence.hpp>
#include <habari/extractors/data_directory.hpp>

#include <memory>
#include <span>
#include <string_view>

namespace habari {

/// What the words of a tree are by their form: dictionary form and features, for one language.
/// Thread rule: const members may be called from several threads at once.
class Morphology {
 public:
  virtual ~Morphology() = default;

  /// Gives each token without a lemma its lemma, and its features where it has none.
  /// Requires: form, UPOS, head and relation.
  virtual void fill(std::span<Sentence> sentences) const = 0;
};

/// The morphology for a language folder of `data`; nothing where the language has none.
/// Errors: Error where one of its files is bad.
std::unique_ptr<const Morphology> make_morphology(std::string_view language, const DataDirectory& data);

}  // namespace habari
