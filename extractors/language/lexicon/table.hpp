#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A table of the data directory: tab-separated UTF-8, the first line names the columns, `#` begins a comment line.
/// Cells live as long as the table.
class Table {
 public:
  class Row {
   public:
    Row(const Table& table, std::size_t index) : table_(&table), index_(index) {}
    /// Cell under `column`; empty where the row is short or the table has no such column.
    std::string_view operator[](std::string_view column) const;
    std::uint32_t line() const;
    /// `FILE:LINE`.
    std::string where() const;
    /// Throws Error `FILE:LINE: message`.
    [[noreturn]] void fail(const std::string& message) const;

   private:
    const Table* table_;
    std::size_t index_;
  };

  /// Errors: Error names file and line: cannot be read, invalid UTF-8, a required column is missing, too many cells.
  Table(const std::filesystem::path& file, std::initializer_list<std::string_view> required_columns);
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  std::size_t size() const { return rows_.size(); }
  Row operator[](std::size_t index) const { return {*this, index}; }

  class Iterator {
   public:
    Iterator(const Table& table, std::size_t index) : table_(&table), index_(index) {}
    Row operator*() const { return {*table_, index_}; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Table* table_;
    std::size_t index_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, rows_.size()}; }

 private:
  struct StoredRow {
    std::size_t line;
    std::vector<std::string_view> cells;
  };
  std::string file_;
  std::string bytes_;
  std::vector<std::string_view> columns_;
  std::vector<StoredRow> rows_;
};

/// The non-empty pieces of `text` between `separator`s.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace habari
