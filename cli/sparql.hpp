#pragma once

#include "articles.hpp"

#include <string>

namespace habari::cli {

/// What `habari query --sparql` is asked for.
struct SparqlOptions {
  std::string file;    ///< With the query; - is standard input.
  std::string base;    ///< Of the data IRIs of what is no RDF file.
  std::string format;  ///< table, jsonl, csv or json.
  std::size_t limit = 0;
};

/// Answers a query on RDF files as they are, and on documents and articles as N-Quads would say them.
/// Errors: Error as SparqlStore, and where a file cannot be read.
Exit answer_sparql(const SparqlOptions& options, const ArticleOptions& articles, OutputFile& file, Report& report);

}  // namespace habari::cli
