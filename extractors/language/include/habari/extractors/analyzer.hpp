#pragma once

#include <habari/core/sentence.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/reader_kind.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
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
  /// forms and spans alone (gold tokens of a treebank), and the names where it finds names.
  virtual void parse(std::span<Sentence> sentences) const = 0;
  void parse(Sentence& sentence) const { parse(std::span(&sentence, 1)); }  ///< One alone.

  /// Whether it marks names: in the sentences of analyze and parse, and by find_names in others.
  virtual bool finds_names() const { return false; }
  /// Marks the names of sentences that were cut and parsed elsewhere. Requires: finds_names().
  virtual void find_names(std::span<Sentence> /*sentences*/) const {}

  /// What documents say of who read them, its kind and its model's checksum: `accurate 1a2b3c4d`.
  virtual std::string reader() const = 0;
  virtual ReaderKind kind() const = 0;  ///< The kind alone.
};

/// The analyzer for a language folder of `data`. Without a kind: the accurate one where its model is there and reads
/// the language, else the fast one. Errors: Error where there is no such language, its files or the accurate model are
/// missing or bad, or the model does not read the language.
std::unique_ptr<const Analyzer> make_analyzer(std::string_view language, const DataDirectory& data,
                                              std::optional<ReaderKind> reader = std::nullopt);

/// Whether the folder of a language has what reads text: a model of its own or one for many languages.
bool has_reader(std::string_view language, const DataDirectory& data);

}  // namespace habari
