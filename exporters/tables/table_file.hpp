#pragma once

#include "src/text_output.hpp"

#include <habari/exporters/output_file.hpp>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace habari::tables {

/// A value of a row; nothing: missing.
using Cell = std::variant<std::monostate, std::string, std::vector<std::string>, std::int64_t, float>;

/// One table in both forms.
class TableFile {
 public:
  /// Writes `FOLDER/NAME.csv` and `FOLDER/NAME.jsonl`.
  TableFile(const std::filesystem::path& folder, const std::string& name, std::span<const std::string_view> columns);
  /// Requires: a cell a column.
  void row(std::span<const Cell> cells);
  /// Puts both in their places. Errors: as OutputFile::commit.
  void commit();

 private:
  std::span<const std::string_view> columns_;
  OutputFile csv_;
  OutputFile json_;
};

}  // namespace habari::tables
