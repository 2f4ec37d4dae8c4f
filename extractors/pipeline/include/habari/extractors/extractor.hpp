#pragma once

#include <habari/core/article.hpp>
#include <habari/core/document.hpp>
#include <habari/core/sentence.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/open_triples.hpp>
#include <habari/extractors/reader_kind.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// How an Extractor reads.
struct ExtractorOptions {
  std::optional<ReaderKind> reader{};  ///< Without one: as make_analyzer.
  bool trace = false;                  ///< Events and arguments say which rules led to them (Trace).
  std::vector<std::string> without{};  ///< Names of frame rules that are not followed, to see what they are worth.
};

/// The names of the frame rules: docs/frames.md has an example of each.
std::vector<std::string_view> frame_rules();

/// From article to document: analysis, names and times, frames. Languages are loaded when first met and kept.
/// Thread rule: const members may be called from several threads at once.
class Extractor {
 public:
  /// Reads nothing before the first article. Throws std::invalid_argument for a name that is none of frame_rules.
  explicit Extractor(DataDirectory data, ExtractorOptions options = {});
  ~Extractor();
  Extractor(Extractor&&) noexcept;             ///< Movable.
  Extractor& operator=(Extractor&&) noexcept;  ///< Movable.

  /// Errors: Error where the data directory has no folder for article.language; DataError where a file there is bad.
  Document extract(Article article) const;
  /// The same over trees that came with the article (CoNLL-U input), and over their names where they have any; words
  /// without a lemma get lemma and features of the language's morphology.
  Document extract(Article article, std::vector<Sentence> sentences) const;
  /// What the article states, in its own words and sentence by sentence: docs/open-triples.md.
  std::vector<OpenTriple> open_triples(const Article& article) const;
  /// The same over trees that came with the article.
  std::vector<OpenTriple> open_triples(const Article& article, std::vector<Sentence> sentences) const;
  /// The trees alone.
  std::vector<Sentence> parse(const Article& article) const;

 private:
  class Languages;
  std::unique_ptr<Languages> languages_;
};

}  // namespace habari
