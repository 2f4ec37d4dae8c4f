#pragma once

#include "articles.hpp"

#include <habari/core/graph_builder.hpp>

namespace habari::cli {

/// Reads articles or documents and adds them to `builder`. `each` gets every document's JSON where it is set.
/// Errors: as open_articles.
template <typename Each>
void collect(const ArticleOptions& options, Report& report, GraphBuilder& builder, bool as_json, Each each) {
  const DataDirectory data = data_directory(options);
  ReadingOptions settings;
  settings.documents = true;
  settings.versions = true;  // The builder knows which one stays, whatever their order.
  ArticleReader reader = open_articles(options, data, settings);
  const LanguageIdentifier identifier(data);
  const Extractor extractor(data);
  struct Found {
    Document document;
    std::string json;
  };
  for_each_article(
      reader, options, report,
      [&](ReadArticle article) {
        Found found{make_document(extractor, identifier, data, std::move(article)), {}};
        if (as_json) found.json = to_json(found.document);
        return found;
      },
      [&](const Found& found) {
        builder.add(found.document);
        if (as_json) each(found.json);
      });
}

}  // namespace habari::cli
