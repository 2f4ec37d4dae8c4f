#pragma once

#include <habari/core/graph_builder.hpp>
#include <habari/extractors/article_reader.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/reader_kind.hpp>

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
  /// Called with `FILE:LINE: …` for each article or input that is skipped. Empty: the first one is thrown as Error.
  std::function<void(const std::string& message)> on_skipped;
};

/// Adds graph files (RDF by their endings, as rdf_syntax()), documents and articles, in any mixture, to `builder`;
/// folders are read for articles and documents. Works on the calling thread.
/// Errors: Error as LoadOptions::on_skipped says; Error where there is no data directory; DataError where its files are
/// bad.
void load(GraphBuilder& builder, const std::vector<std::string>& inputs, const LoadOptions& options = {});

/// The graph of what load() reads.
Graph load_graph(const std::vector<std::string>& inputs, const LoadOptions& options = {});

}  // namespace habari
