#include "graph_input.hpp"

#include <habari/core/confidence_cut.hpp>
#include <habari/exporters/rdf_reader.hpp>

namespace habari::cli {
namespace {

void add_graph_file(const std::string& file, Report& report, GraphBuilder& builder) {
  try {
    report.count_articles(add_rdf_file(builder, file));
  } catch (const Error& failure) {
    report.skip_input(failure.what());
  }
}

void add_articles(const ArticleOptions& options, Report& report, GraphBuilder& builder,
                  const UseDocument& use_document) {
  const DataDirectory data = data_directory(options);
  ReadingOptions settings;
  settings.documents = true;
  settings.versions = true;  // The builder knows which one stays, whatever their order.
  ArticleReader reader = open_articles(options, data, settings);
  const LanguageIdentifier identifier(data);
  const Extractor extractor(data, reader_kind(options));
  struct Found {
    Document document;
    std::string json;
  };
  for_each_article(
      reader, options, report,
      [&](ReadArticle article) {
        Found found{make_document(extractor, identifier, data, std::move(article)), {}};
        drop_below(found.document, options.min_confidence);
        if (use_document) found.json = to_json(found.document);
        return found;
      },
      [&](const Found& found) {
        builder.add(found.document);
        if (use_document) use_document(found.json);
      });
}

}  // namespace

void collect(const ArticleOptions& options, Report& report, GraphBuilder& builder, const UseDocument& use_document) {
  ArticleOptions articles = options;
  articles.inputs.clear();
  for (const std::string& input : options.inputs) {
    if (!rdf_syntax(input)) {
      articles.inputs.push_back(input);
    } else if (use_document) {
      throw Error(input + ": a graph file holds no documents; documents are written of articles and documents only");
    } else {
      add_graph_file(input, report, builder);
    }
  }
  const std::size_t graph_files = options.inputs.size() - articles.inputs.size();
  if (graph_files > 1 || (graph_files == 1 && !articles.inputs.empty())) {
    report.note(
        "graph files keep the entities and events they were written with; where parts were made apart, merge their "
        "documents instead (docs/identity.md)");
  }
  if (!articles.inputs.empty()) add_articles(articles, report, builder, use_document);
}

std::optional<Graph> read_graph(const ArticleOptions& options, Report& report) {
  GraphBuilder builder({.keep_texts = false});
  collect(options, report, builder);
  report.finish();
  if (report.exit() == Exit::nothing_done) return std::nullopt;
  return builder.freeze();
}

}  // namespace habari::cli
