#pragma once

#include <habari/core/byte_reader.hpp>

#include "cleaning/boilerplate.hpp"

#include <habari/extractors/article_reader.hpp>

#include <memory>
#include <optional>

namespace habari {

/// The articles of one open file, in its format. Identifier, date and language are filled in only as far as the file
/// tells them.
class ArticleSource {
 public:
  virtual ~ArticleSource() = default;

  /// The next article; nothing at the end of the file.
  /// Errors: Error `FILE:LINE: …`; the source then stands behind the bad article.
  virtual std::optional<ReadArticle> next() = 0;
};

/// What the sources share. References must outlive the source.
struct SourceContext {
  ByteReader& bytes;
  const ReadingOptions& options;
  const BoilerplateFilter& boilerplate;
};

/// Requires: `format` is not automatic.
std::unique_ptr<ArticleSource> make_source(InputFormat format, const SourceContext& context);

}  // namespace habari
