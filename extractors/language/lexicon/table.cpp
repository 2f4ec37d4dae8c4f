#include "lexicon/table.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace habari {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  std::size_t at = 0;
  while (true) {
    const std::size_t tab = line.find('\t', at);
    cells.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
    if (tab == std::string_view::npos) return cells;
    at = tab + 1;
  }
}

}  // namespace

Table::Table(const std::filesystem::path& file, std::initializer_list<std::string_view> required_columns)
    : file_(file.string()) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file_ + ": cannot be read");
  std::ostringstream contents;
  contents << in.rdbuf();
  bytes_ = std::move(contents).str();

  const std::string_view bytes = bytes_;
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    const std::string where = file_ + ":" + std::to_string(line_number) + ": ";
    if (find_invalid_utf8(line) != std::string_view::npos) throw Error(where + "invalid UTF-8");
    auto cells = cells_of(line);
    if (columns_.empty()) {
      columns_ = std::move(cells);
      for (const std::string_view column : required_columns) {
        if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
          throw Error(where + "no column \"" + std::string(column) + "\"");
        }
      }
    } else {
      if (cells.size() > columns_.size()) {
        throw Error(where + "the row has " + std::to_string(cells.size()) + " cells, the table " +
                    std::to_string(columns_.size()) + " columns");
      }
      rows_.push_back({line_number, std::move(cells)});
    }
  }
  if (columns_.empty()) throw Error(file_ + ": empty; expected a line that names the columns");
}

std::string_view Table::Row::operator[](std::string_view column) const {
  const auto found = std::find(table_->columns_.begin(), table_->columns_.end(), column);
  const auto at = static_cast<std::size_t>(found - table_->columns_.begin());
  const auto& cells = table_->rows_[index_].cells;
  return at < cells.size() ? cells[at] : std::string_view();
}

std::uint32_t Table::Row::line() const { return static_cast<std::uint32_t>(table_->rows_[index_].line); }

std::string Table::Row::where() const { return table_->file_ + ":" + std::to_string(line()); }

void Table::Row::fail(const std::string& message) const { throw Error(where() + ": " + message); }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

}  // namespace habari
