#pragma once

#include <habari/core/byte_reader.hpp>
#include <habari/core/conllu.hpp>
#include <habari/extractors/article_reader.hpp>

#include <istream>
#include <memory>
#include <optional>

namespace habari {

/// Takes articles with their trees from CoNLL-U: one for each `# newdoc`, or one for the file. The text is the
/// sentences' texts with a blank between two, and a line feed before `# newpar`.
class ConlluArticles {
 public:
  ConlluArticles(ByteReader& bytes, const ReadingOptions& options);
  ~ConlluArticles();

  /// Errors: Error `FILE:LINE: …` for a sentence; the others of its article are still read.
  std::optional<ReadArticle> next();

 private:
  class Buffer;

  void append(ConlluSentence sentence);
  /// What was collected, and an empty place for the next; nothing where nothing was collected.
  std::optional<ReadArticle> take();

  ByteReader& bytes_;
  std::size_t max_bytes_;
  std::unique_ptr<Buffer> buffer_;
  std::istream stream_;
  ConlluReader reader_;
  ReadArticle collected_;
  std::size_t tokens_ = 0;
  std::size_t column_bytes_ = 0;
  bool too_long_ = false;
  std::optional<std::string> next_id_;  ///< A `# newdoc` was read whose article is still to begin.
  std::optional<ConlluSentence> held_;  ///< A sentence that is still to be appended.
};

}  // namespace habari
