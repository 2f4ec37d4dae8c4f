#include <habari/core/confidence_cut.hpp>
#include <habari/exporters/rdf_reader.hpp>
#include <habari/extractors/documents.hpp>
#include <habari/loading/article_pipeline.hpp>
#include <habari/loading/load_graph.hpp>

#include <utility>

namespace habari {
namespace {

void load_graph_file(GraphBuilder& builder, const std::string& file, const LoadEvents& events) {
  std::size_t articles = 0;
  try {
    articles = add_rdf_file(builder, file);
  } catch (const Error& failure) {
    return events.skipped(failure.what(), Skipped::input);
  }
  events.read(articles);
}

void load_articles(GraphBuilder& builder, const std::vector<std::string>& inputs, const LoadOptions& options) {
  const DataDirectory data = options.data ? *options.data : DataDirectory::locate();
  ReadingOptions reading = options.reading;
  reading.documents = true;
  reading.versions = true;  // The builder knows which one stays, whatever their order.
  ArticleReader reader(inputs, data, reading);
  const LanguageIdentifier identifier(data);
  const Extractor extractor(data, {.reader = options.reader});
  struct Found {
    Document document;
    std::string json;
  };
  for_each_article(
      reader, options.threads, options.events,
      [&](ReadArticle article) {
        Found found{make_document(extractor, identifier, data, std::move(article)), {}};
        drop_below(found.document, options.min_confidence);
        if (options.change) options.change(found.document);
        if (options.on_document) found.json = to_json(found.document);
        return found;
      },
      [&](const Found& found) {
        builder.add(found.document);
        options.events.document(found.document);
        if (options.on_document) options.on_document(found.json);
      });
}

}  // namespace

void load(GraphBuilder& builder, const std::vector<std::string>& inputs, const LoadOptions& options) {
  std::vector<std::string> others;
  for (const std::string& input : inputs) {
    if (!rdf_syntax(input)) {
      others.push_back(input);
    } else if (options.on_document) {
      throw Error(input + ": a graph file holds no documents; documents are written of articles and documents only");
    } else {
      load_graph_file(builder, input, options.events);
    }
  }
  const std::size_t graph_files = inputs.size() - others.size();
  if (graph_files > 1 || (graph_files == 1 && !others.empty())) {
    options.events.note(
        "graph files keep the entities and events they were written with; where parts were made apart, merge their "
        "documents instead (docs/identity.md)");
  }
  if (!others.empty()) load_articles(builder, others, options);
}

Graph load_graph(const std::vector<std::string>& inputs, const LoadOptions& options) {
  GraphBuilder builder({.keep_texts = options.keep_texts});
  load(builder, inputs, options);
  return builder.freeze();
}

}  // namespace habari
