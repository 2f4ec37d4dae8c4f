#pragma once

#include "articles.hpp"

#include <habari/core/graph_builder.hpp>

#include <functional>
#include <optional>
#include <string>

namespace habari::cli {

/// Gets every document's JSON, in input order.
using UseDocument = std::function<void(const std::string& json)>;

/// Reads articles, documents and graph files in any mixture and adds them to `builder`. An input that cannot be read is
/// reported and skipped. That graph files join nothing with other inputs is noted. `use_document` may be empty.
/// Errors: as open_articles; Error for a graph file where `use_document` is set: it holds no documents.
void collect(const ArticleOptions& options, Report& report, GraphBuilder& builder,
             const UseDocument& use_document = {});

/// The graph of all inputs, without the articles' texts; nothing where nothing could be read. Prints what was skipped.
/// Errors: as collect.
std::optional<Graph> read_graph(const ArticleOptions& options, Report& report);

}  // namespace habari::cli
