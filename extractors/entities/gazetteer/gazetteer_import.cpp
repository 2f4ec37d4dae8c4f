#include <habari/extractors/gazetteer_import.hpp>

#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/wikidata_dump.hpp"

#include <habari/core/byte_reader.hpp>
#include <habari/core/error.hpp>
#include <habari/core/links.hpp>
#include <habari/core/quantity.hpp>
#include <habari/core/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace habari {
namespace {

// The largest entities of the dump have some four million bytes.
constexpr std::size_t longest_line = std::size_t{64} << 20U;

std::string_view trimmed(std::string_view line) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  return line;
}

/// Cells of a CSV line. Source: RFC 4180; a quoted cell does not run over the line's end.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += '"';
      ++i;
    } else if (c == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  if (quoted) throw Error("a quote is opened and not closed");
  return cells;
}

/// Empty where neither is given.
std::string link_of_position(std::string_view latitude, std::string_view longitude) {
  if (latitude.empty() && longitude.empty()) return {};
  const auto north = parse_decimal(latitude);
  const auto east = parse_decimal(longitude);
  std::string link = north && east ? GeoPoint{*north, *east}.link() : std::string();
  if (!is_public_link(link)) {
    throw Error(fmt::format("latitude and longitude are \"{}\" and \"{}\", expected degrees", latitude, longitude));
  }
  return link;
}

class Import {
 public:
  Import(const std::filesystem::path& output, const DataDirectory& data, const GazetteerImportOptions& options)
      : options_(options), dump_(data, options.languages), writer_(output, options.memory) {}

  void read(const std::string& input) {
    ByteReader reader(input);
    std::string name = input;
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    const bool is_csv = name.ends_with(".csv");
    if (!is_csv && !name.ends_with(".json") && !name.ends_with(".jsonl") && input != "-") {
      throw Error(input + ": expected a Wikidata dump (.json, .json.gz) or a table (.csv, .csv.gz)");
    }
    columns_.clear();
    std::string line;
    for (;;) {
      const std::size_t number = reader.line();
      const auto read = reader.read_line(line, longest_line);
      if (read == ByteReader::Read::end) return;
      try {
        if (read == ByteReader::Read::too_long) {
          throw Error(fmt::format("a line of more than {} bytes", longest_line));
        }
        is_csv ? take_row(trimmed(line)) : take_entity(trimmed(line));
      } catch (const InputError&) {
        throw;
      } catch (const Error& error) {
        throw Error(fmt::format("{}:{}: {}", input, number, error.what()));
      }
    }
  }

  GazetteerImportCounts finish() {
    writer_.finish();
    return counts_;
  }

 private:
  void take_entity(std::string_view line) {
    if (line.ends_with(',')) line = trimmed(line.substr(0, line.size() - 1));
    if (line.empty() || line == "[" || line == "]") return;
    ++counts_.read;
    if (const auto record = dump_.read(line)) take(*record);
  }

  void take(const GazetteerRecord& record) {
    writer_.add(record);
    ++counts_.taken;
  }

  void take_row(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (find_invalid_utf8(line) != std::string_view::npos) throw Error("the line is no UTF-8");
    std::vector<std::string> cells = cells_of(line);
    if (columns_.empty()) {
      columns_ = std::move(cells);
      for (const char* column : {"id", "name"}) {
        if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
          throw Error(std::string("expected a first line with the columns id and name; there is no \"") + column +
                      "\"");
        }
      }
      return;
    }
    if (cells.size() > columns_.size()) {
      throw Error(fmt::format("{} cells, the first line names {}", cells.size(), columns_.size()));
    }
    cells.resize(columns_.size());
    ++counts_.read;
    take(record_of(cells));
  }

  GazetteerRecord record_of(const std::vector<std::string>& cells) const {
    const auto cell = [&](std::string_view column) {
      const auto at = std::find(columns_.begin(), columns_.end(), column);
      return at == columns_.end() ? std::string() : cells[static_cast<std::size_t>(at - columns_.begin())];
    };
    GazetteerRecord record;
    record.id = cell("id");
    const std::size_t slash = record.id.find('/');
    const auto kind = parse_entity_kind(record.id.substr(0, slash));
    if (slash == std::string::npos || !kind) {
      throw Error("id is \"" + record.id + "\", expected kind/name as in place/goma");
    }
    record.kind = *kind;
    for (const char* catalogue : {"wikidata", "geonames"}) {
      if (const std::string entry = cell(catalogue); !entry.empty()) {
        record.links.push_back(std::string(catalogue) + ":" + entry);
        if (!is_public_link(record.links.back()))
          throw Error(std::string(catalogue) + " is \"" + entry + "\", none of its entries");
      }
    }
    if (const std::string position = link_of_position(cell("latitude"), cell("longitude")); !position.empty()) {
      record.links.push_back(position);
    }
    record.country = cell("country");
    if (cell("name").empty()) throw Error("name must not be empty");
    if (const std::string rank = cell("rank"); !rank.empty()) {
      const auto end = std::from_chars(rank.data(), rank.data() + rank.size(), record.rank);
      if (end.ec != std::errc() || end.ptr != rank.data() + rank.size()) {
        throw Error("rank is \"" + rank + "\", expected a whole number");
      }
    }
    record.names.emplace_back("en", cell("name"));
    for (const std::string& language : options_.languages) {
      const std::string names = cell(language);
      for (const std::string_view name : split(names, '|')) {
        std::pair<std::string, std::string> entry(language, name);
        if (std::find(record.names.begin(), record.names.end(), entry) == record.names.end()) {
          record.names.push_back(std::move(entry));
        }
      }
    }
    return record;
  }

  const GazetteerImportOptions& options_;
  WikidataReader dump_;
  GazetteerWriter writer_;
  GazetteerImportCounts counts_;
  std::vector<std::string> columns_;
};

}  // namespace

GazetteerImportCounts import_gazetteer(const std::vector<std::string>& inputs, const std::filesystem::path& output,
                                       const DataDirectory& data, const GazetteerImportOptions& options) {
  Import import(output, data, options);
  for (const std::string& input : inputs) import.read(input);
  return import.finish();
}

}  // namespace habari
