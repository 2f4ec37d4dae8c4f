#include <habari/core/error.hpp>
#include <habari/core/text.hpp>
#include <habari/extractors/grounding.hpp>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace habari {
namespace {

/// Statements of an article are few and short; a file of more is no file of statements.
constexpr std::size_t most_bytes = std::size_t{256} << 20U;

using Part = std::string ClaimedStatement::*;
constexpr std::array<std::pair<std::string_view, Part>, 9> parts{{{"article", &ClaimedStatement::article},
                                                                  {"subject", &ClaimedStatement::subject},
                                                                  {"relation", &ClaimedStatement::relation},
                                                                  {"object", &ClaimedStatement::object},
                                                                  {"evidence", &ClaimedStatement::evidence},
                                                                  {"time", &ClaimedStatement::time},
                                                                  {"place", &ClaimedStatement::place},
                                                                  {"source", &ClaimedStatement::source},
                                                                  {"factuality", &ClaimedStatement::factuality}}};

class StatementReader {
 public:
  StatementReader(std::string bytes, const std::string& name) : bytes_(std::move(bytes)), name_(name) {}

  std::vector<ClaimedStatement> read() {
    if (const std::size_t at = find_invalid_utf8(bytes_); at != std::string::npos) {
      throw Error(fmt::format("{}: byte {} is no UTF-8", name_, at));
    }
    if (bytes_.starts_with("\xEF\xBB\xBF")) bytes_.erase(0, 3);
    const std::size_t first = bytes_.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) throw Error(name_ + ": no statement in it");
    if (bytes_[first] == '[') {
      read_array();
    } else if (bytes_[first] == '{') {
      read_lines();
    } else {
      read_table();
    }
    return std::move(statements_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(fmt::format("{}:{}: {}", name_, line_, message));
  }

  rapidjson::Document parse(std::string_view json) const {
    rapidjson::Document tree;
    tree.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    if (tree.HasParseError()) {
      fail(fmt::format("malformed JSON at byte {}: {}", tree.GetErrorOffset() + 1,
                       rapidjson::GetParseError_En(tree.GetParseError())));
    }
    return tree;
  }

  void read_array() {
    const rapidjson::Document tree = parse(bytes_);
    if (!tree.IsArray()) fail("expected an array of statements");
    for (const auto& value : tree.GetArray()) add(value);
  }

  void read_lines() {
    for (std::size_t at = 0; at < bytes_.size(); ++line_) {
      const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
      const std::string_view json = std::string_view(bytes_).substr(at, end - at);
      at = end + 1;
      if (json.find_first_not_of(" \t\r") != std::string_view::npos) add(parse(json));
    }
  }

  void add(const rapidjson::Value& value) {
    if (!value.IsObject()) fail("expected an object with \"subject\", \"relation\" and \"object\"");
    ClaimedStatement statement;
    for (const auto& member : value.GetObject()) {
      const std::string_view key(member.name.GetString(), member.name.GetStringLength());
      if (member.value.IsNull()) continue;
      if (key == "confidence") {
        if (!member.value.IsNumber()) fail("\"confidence\" is no number");
        statement.confidence = member.value.GetDouble();
        continue;
      }
      const auto part = std::find_if(parts.begin(), parts.end(), [&](const auto& row) { return row.first == key; });
      if (part == parts.end()) continue;
      if (!member.value.IsString()) fail(fmt::format("\"{}\" is no string", key));
      statement.*part->second = std::string(member.value.GetString(), member.value.GetStringLength());
    }
    add(std::move(statement));
  }

  void add(ClaimedStatement statement) {
    statement.origin = {name_, line_};
    if (statement.relation.empty()) fail("no \"relation\"");
    if (statement.subject.empty() && statement.object.empty()) fail("neither \"subject\" nor \"object\"");
    if (statement.confidence && !(*statement.confidence >= 0 && *statement.confidence <= 1)) {
      fail("\"confidence\" is not between 0 and 1");
    }
    statements_.push_back(std::move(statement));
  }

  /// The next record of a table by RFC 4180, parted by `mark`; nothing at the end.
  std::vector<std::string> record(std::size_t& at, char mark) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (; at < bytes_.size(); ++at) {
      const char c = bytes_[at];
      if (quoted && c == '"' && at + 1 < bytes_.size() && bytes_[at + 1] == '"') {
        cells.back() += bytes_[++at];
      } else if (c == '"' && (quoted || cells.back().empty())) {
        quoted = !quoted;
      } else if (!quoted && c == mark) {
        cells.emplace_back();
      } else if (!quoted && c == '\n') {
        break;
      } else if (c != '\r' || quoted) {
        cells.back() += c;
      }
    }
    ++at;
    return cells;
  }

  void read_table() {
    const std::string_view header_line = std::string_view(bytes_).substr(0, bytes_.find('\n'));
    const char mark = header_line.find('\t') != header_line.npos  ? '\t'
                      : header_line.find(';') != header_line.npos ? ';'
                                                                  : ',';
    std::size_t at = 0;
    const std::vector<std::string> header = record(at, mark);
    if (std::find(header.begin(), header.end(), "relation") == header.end()) {
      fail("no JSON, and no table whose header names a column \"relation\"");
    }
    for (std::size_t counted = 0; at < bytes_.size();) {
      const std::string_view before = std::string_view(bytes_).substr(counted, at - counted);
      line_ += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
      counted = at;
      const std::vector<std::string> cells = record(at, mark);
      if (cells.size() == 1 && cells[0].empty()) continue;
      add_row(header, cells);
    }
  }

  void add_row(const std::vector<std::string>& header, const std::vector<std::string>& cells) {
    ClaimedStatement statement;
    if (cells.size() > header.size()) fail("more cells than columns");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto part =
          std::find_if(parts.begin(), parts.end(), [&](const auto& row) { return row.first == header[i]; });
      if (part != parts.end()) statement.*part->second = cells[i];
    }
    add(std::move(statement));
  }

  std::string bytes_;
  std::string name_;
  std::size_t line_ = 1;
  std::vector<ClaimedStatement> statements_;
};

}  // namespace

std::vector<ClaimedStatement> read_statements(std::istream& in, const std::string& name) {
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (bytes.size() > most_bytes) throw Error(fmt::format("{}: more than {} bytes of statements", name, most_bytes));
  return StatementReader(std::move(bytes), name).read();
}

}  // namespace habari
