#pragma once

#include <habari/core/sentence.hpp>
#include <habari/extractors/data_directory.hpp>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace habari {

/// From text to Universal Dependencies trees, for one language. All that knows the language's grammar lies below this.
/// Thread rule: const members may be called from several threads at once.
class Analyzer {
 public:
  virtual ~Analyzer() = default;

  /// Sentences in text order, each a full tree: one root, no cycle. Requires: `text` is valid UTF-8.
  virtual std::vector<Sentence> analyze(std::string_view text) const = 0;

  /// Tags and parses words that were cut elsewhere: fills lemma, UPOS, features, head and relation anew from the
  /// forms alone (gold tokens of a treebank).
  virtual void parse(Sentence& sentence) const = 0;

  /// Whether it marks names: in the sentences of analyze, and by find_names in others.
  virtual bool finds_names() const { return false; }
  /// Marks the names of sentences that were cut and parsed elsewhere. Requires: finds_names().
  virtual void find_names(std::span<Sentence> /*sentences*/) const {}
};

/// The analyzer for a language folder of `data`.
/// Errors: Error where there is no such language or one of its files is bad.
std::unique_ptr<const Analyzer> make_analyzer(std::string_view language, const DataDirectory& data);

}  // namespace habari
