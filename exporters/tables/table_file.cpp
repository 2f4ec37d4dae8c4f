#include "tables/table_file.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>

namespace habari::tables {
namespace {

template <typename Number>
std::string digits_of(Number number) {
  std::array<char, 32> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

/// The cell as CSV has it, before it is quoted.
std::string plain(const Cell& cell) {
  struct Visitor {
    std::string operator()(std::monostate /*missing*/) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& texts) const {
      std::string joined;
      for (const std::string& text : texts) joined.append(joined.empty() ? "" : "|").append(text);
      return joined;
    }
    std::string operator()(std::int64_t number) const { return digits_of(number); }
    std::string operator()(float number) const { return digits_of(number); }
  };
  return std::visit(Visitor(), cell);
}

void append_csv(std::string& line, const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void string(Writer& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void append_json(Writer& json, const Cell& cell) {
  struct Visitor {
    Writer& json;
    void operator()(std::monostate /*missing*/) const { json.Null(); }
    void operator()(const std::string& text) const { string(json, text); }
    void operator()(const std::vector<std::string>& texts) const {
      json.StartArray();
      for (const std::string& text : texts) string(json, text);
      json.EndArray();
    }
    void operator()(std::int64_t number) const { json.Int64(number); }
    void operator()(float number) const {
      const std::string digits = digits_of(number);
      json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
  };
  std::visit(Visitor{json}, cell);
}

}  // namespace

TableFile::TableFile(const std::filesystem::path& folder, const std::string& name,
                     std::span<const std::string_view> columns)
    : columns_(columns), csv_(folder / (name + ".csv")), json_(folder / (name + ".jsonl")) {
  std::string line;
  for (const std::string_view column : columns) line.append(line.empty() ? "" : ",").append(column);
  csv_.stream() << line << "\r\n";
}

void TableFile::row(std::span<const Cell> cells) {
  std::string line;
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  json.StartObject();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) line += ',';
    append_csv(line, plain(cells[i]));
    if (std::holds_alternative<std::monostate>(cells[i])) continue;
    json.Key(columns_[i].data(), static_cast<rapidjson::SizeType>(columns_[i].size()));
    append_json(json, cells[i]);
  }
  json.EndObject();
  csv_.stream() << line << "\r\n";
  json_.stream() << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
}

void TableFile::commit() {
  csv_.commit();
  json_.commit();
}

}  // namespace habari::tables
