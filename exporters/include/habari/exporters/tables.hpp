#pragma once

#include <habari/core/graph.hpp>

#include <filesystem>

namespace habari {

class TermMapping;

/// How tables are written.
struct TableOptions {
  const TermMapping* mapping = nullptr;  ///< Codes of events; outlives the call. Null: none.
};

/// Writes a graph as tables into `folder`, which is made: events, participants, entities, statements and mentions, each
/// as CSV (RFC 4180, one header row, several values joined by `|`) and as JSON Lines (the same names, lists as lists,
/// what is missing left out). docs/tables.md has the columns. Times are whole days in ISO 8601.
/// The same graph and options give the same bytes; each file appears whole or not at all.
/// Errors: Error where the folder or a file cannot be written.
/// Source: https://www.rfc-editor.org/rfc/rfc4180
void write_tables(const Graph& graph, const std::filesystem::path& folder, const TableOptions& options = {});

}  // namespace habari
