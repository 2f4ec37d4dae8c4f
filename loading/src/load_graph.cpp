#include <habari/exporters/rdf_reader.hpp>
#include <habari/extractors/documents.hpp>
#include <habari/loading/load_graph.hpp>

#include <utility>

namespace habari {
namespace {

/// Runs `step`; what it throws costs what it read.
template <typename Step>
void guarded(const LoadOptions& options, Step step) {
  try {
    step();
  } catch (const Error& error) {
    if (!options.on_skipped) throw;
    options.on_skipped(error.what());
  }
}

void load_articles(GraphBuilder& builder, const std::vector<std::string>& inputs, const LoadOptions& options) {
  const DataDirectory data = options.data ? *options.data : DataDirectory::locate();
  ReadingOptions reading = options.reading;
  reading.documents = true;
  reading.versions = true;  // The builder knows which one stays, whatever their order.
  ArticleReader reader(inputs, data, reading);
  const LanguageIdentifier identifier(data);
  const Extractor extractor(data, options.reader);
  for (bool at_end = false; !at_end;) {
    guarded(options, [&] {
      std::optional<ReadArticle> read = reader.next();
      at_end = !read;
      if (read) builder.add(make_document(extractor, identifier, data, std::move(*read)));
    });
  }
}

}  // namespace

void load(GraphBuilder& builder, const std::vector<std::string>& inputs, const LoadOptions& options) {
  std::vector<std::string> others;
  for (const std::string& input : inputs) {
    if (rdf_syntax(input)) {
      guarded(options, [&] { add_rdf_file(builder, input); });
    } else {
      others.push_back(input);
    }
  }
  if (!others.empty()) load_articles(builder, others, options);
}

Graph load_graph(const std::vector<std::string>& inputs, const LoadOptions& options) {
  GraphBuilder builder({.keep_texts = options.keep_texts});
  load(builder, inputs, options);
  return builder.freeze();
}

}  // namespace habari
