#pragma once

#include <habari/core/traversal.hpp>
#include <habari/core/triples.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace habari::cli {

enum class TableFormat : std::uint8_t { table, jsonl, csv };

std::optional<TableFormat> parse_table_format(std::string_view name);

/// Rows with named columns: aligned for eyes, or CSV as RFC 4180 has it.
/// Cells of aligned tables stay on their line: control characters become blanks.
class TableWriter {
 public:
  TableWriter(std::vector<std::string> columns, TableFormat format, std::ostream& out);
  void add(std::vector<std::string> row);
  void finish();

 private:
  void write_aligned() const;

  TableFormat format_;
  std::ostream& out_;
  std::vector<std::vector<std::string>> rows_;  ///< The columns' names first.
};

/// What `habari query` prints. `language` chooses among names.
struct QueryOutput {
  TableFormat format = TableFormat::table;
  std::string language;
  std::ostream& out;

  void triples(const std::vector<TripleView>& triples) const;
  void neighbours(const Graph& graph, const std::vector<Neighbour>& neighbours) const;
  void paths(const Graph& graph, const std::vector<Path>& paths) const;
};

}  // namespace habari::cli
