#pragma once

#include <habari/core/graph_builder.hpp>
#include <habari/extractors/article_reader.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/reader_kind.hpp>
#include <habari/loading/load_events.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace habari {

/// How inputs become a graph.
struct LoadOptions {
  ReadingOptions reading;             ///< Of articles; `documents` and `versions` are always on.
  std::optional<DataDirectory> data;  ///< Nothing: DataDirectory::locate().
  std::optional<ReaderKind> reader;   ///< As make_analyzer's.
  bool keep_texts = true;             ///< As GraphBuilder::Options.
  unsigned threads = 0;               ///< 0: one a processor. The graph is the same for any number.
  /// Events, participants and relations of articles and documents below it are left out, 0 to 1.
  double min_confidence = 0;
  /// Changes each document before it goes in; empty: nothing is changed.
  std::function<void(Document& document)> change;
  LoadEvents events;  ///< Called on the threads that read, one call at a time.
  /// Gets every document's JSON, in input order. Where it is set, graph files are errors: they hold no documents.
  std::function<void(const std::string& json)> on_document;
};

/// Adds graph files (RDF by their endings, as rdf_syntax()), documents and articles, in any mixture, to `builder`;
/// folders are read for articles and documents. That graph files join nothing with other inputs is noted.
/// Errors: Error as LoadOptions::events says; Error where there is no data directory, and for a graph file where
/// `on_document` is set; DataError where the data's files are bad.
void load(GraphBuilder& builder, const std::vector<std::string>& inputs, const LoadOptions& options = {});

/// The graph of what load() reads.
Graph load_graph(const std::vector<std::string>& inputs, const LoadOptions& options = {});

}  // namespace habari
