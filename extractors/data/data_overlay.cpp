#include <habari/extractors/data_overlay.hpp>

#include <habari/core/error.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <system_error>

namespace habari {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    cells.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return cells;
}

/// A table as its lines: comments stand with the rows.
struct Lines {
  std::vector<std::string> columns;
  std::vector<std::string> rows;
};

Lines read_lines(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string() + ": cannot be read");
  Lines lines;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    if (lines.columns.empty()) {
      lines.columns = cells_of(line);
    } else {
      lines.rows.push_back(line);
    }
  }
  return lines;
}

/// `upper` in the columns of `lower`.
std::vector<std::string> in_columns_of(const Lines& lower, const Lines& upper, const fs::path& file) {
  std::vector<std::size_t> place;
  for (const std::string& column : upper.columns) {
    const auto found = std::ranges::find(lower.columns, column);
    if (found == lower.columns.end()) throw Error(file.string() + ":1: unknown column \"" + column + "\"");
    place.push_back(static_cast<std::size_t>(found - lower.columns.begin()));
  }
  std::vector<std::string> rows;
  for (const std::string& row : upper.rows) {
    const std::vector<std::string> from = cells_of(row);
    if (from.size() > place.size()) throw Error(file.string() + ": a row with more cells than columns: " + row);
    std::vector<std::string> to(lower.columns.size());
    for (std::size_t i = 0; i < from.size(); ++i) to[place[i]] = from[i];
    std::string line;
    for (std::size_t i = 0; i < to.size(); ++i) line.append(i == 0 ? "" : "\t").append(to[i]);
    rows.push_back(line);
  }
  return rows;
}

std::string key_of(const std::string& row) { return row.substr(0, row.find('\t')); }

/// Lays a table over another one, in its place.
void merge_table(const fs::path& upper_file, const fs::path& target) {
  const Lines upper = read_lines(upper_file);
  const Lines lower = read_lines(target);
  const std::vector<std::string> rows = in_columns_of(lower, upper, upper_file);
  std::set<std::string> replaced;
  for (const std::string& row : rows) replaced.insert(key_of(row));
  fs::remove(target);
  std::ofstream out(target, std::ios::binary);
  for (std::size_t i = 0; i < lower.columns.size(); ++i) out << (i == 0 ? "" : "\t") << lower.columns[i];
  out << '\n';
  for (const std::string& row : lower.rows) {
    if (!replaced.contains(key_of(row))) out << row << '\n';
  }
  for (const std::string& row : rows) out << row << '\n';
  out.close();
  if (!out) throw Error(target.string() + ": cannot be written");
}

/// Puts what lies below `folder` over what lies below `root`.
void lay(const fs::path& folder, const fs::path& root) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder, fs::directory_options::follow_directory_symlink)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const fs::path target = root / file.lexically_relative(folder);
    fs::create_directories(target.parent_path());
    const bool is_there = fs::exists(target);
    if (is_there && target.extension() == ".tsv") {
      merge_table(file, target);
      continue;
    }
    if (is_there) fs::remove(target);
    fs::create_symlink(fs::absolute(file), target);
  }
}

}  // namespace

DataOverlay::DataOverlay(const DataDirectory& base, const std::vector<fs::path>& folders) {
  for (const fs::path& folder : folders) {
    if (!fs::is_directory(folder / "languages") && !fs::is_directory(folder / "gazetteer")) {
      throw Error(folder.string() + ": no data directory (it has neither a folder languages/ nor gazetteer/)");
    }
  }
  std::string pattern = (fs::temp_directory_path() / "habari-data-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw Error(pattern + ": no folder can be made there");
  root_ = pattern;
  try {
    lay(base.root(), root_);
    for (const fs::path& folder : folders) lay(folder, root_);
    merged_.emplace(root_);
  } catch (const fs::filesystem_error& error) {
    fs::remove_all(root_);
    throw Error(error.what());
  } catch (...) {
    fs::remove_all(root_);
    throw;
  }
}

DataOverlay::~DataOverlay() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

}  // namespace habari
