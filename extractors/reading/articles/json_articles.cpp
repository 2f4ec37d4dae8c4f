#include "articles/json_articles.hpp"

#include <habari/core/document.hpp>
#include <habari/core/error.hpp>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <array>
#include <utility>

namespace habari {
namespace {

/// Nesting is walked without recursion, text must be UTF-8, and numbers keep their digits (an id of 20 of them).
constexpr unsigned parse_flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;

using Member = std::optional<std::string> ArticleMembers::*;
constexpr std::array<std::pair<std::string_view, Member>, 7> known_members{{{"id", &ArticleMembers::id},
                                                                            {"text", &ArticleMembers::text},
                                                                            {"html", &ArticleMembers::html},
                                                                            {"title", &ArticleMembers::title},
                                                                            {"date", &ArticleMembers::date},
                                                                            {"language", &ArticleMembers::language},
                                                                            {"url", &ArticleMembers::url}}};

/// Of members that are not known, so many are told, of at most so many bytes.
constexpr std::size_t most_others = 8;
constexpr std::size_t longest_other = 40;

/// Takes the known members of the outermost object. A wrong type is noted and parsing goes on, so that the reader
/// stands behind the object.
class Collector : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Collector> {
 public:
  bool StartObject() {
    if (depth_ == 0) is_object_ = true;
    return open();
  }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ != 1) return true;
    key_.assign(text, size);
    if (known() == nullptr) note_other();
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ != 1) return true;
    const std::string_view value(text, size);
    if (key_ == "schema") article.is_document = is_document_schema(value);
    if (const Member* member = known()) {
      if (!(article.**member)) (article.**member).emplace(value);
    }
    return true;
  }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
    if (depth_ == 1 && key_ == "id") return String(text, size, copy);
    return scalar();
  }
  bool Null() { return true; }
  bool Bool(bool) { return scalar(); }

  /// Errors: Error where the value is no object or a member has a wrong type.
  void check() const {
    if (!is_object_) throw Error("expected a JSON object with \"text\" or \"html\"");
    if (!wrong_.empty()) throw Error("\"" + wrong_ + "\" is no string");
  }

  ArticleMembers article;

 private:
  const Member* known() const {
    for (const auto& [name, member] : known_members) {
      if (name == key_) return &member;
    }
    return nullptr;
  }
  void note_other() {
    if (others_ == most_others || key_.size() > longest_other) return;
    ++others_;
    article.others += fmt::format("{}\"{}\"", article.others.empty() ? "" : ", ", key_);
  }
  bool scalar() {
    if (depth_ == 1 && known() != nullptr && wrong_.empty()) wrong_ = key_;
    return true;
  }
  bool open() {
    scalar();
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }

  std::size_t depth_ = 0;
  std::size_t others_ = 0;
  std::string key_;
  std::string wrong_;
  bool is_object_ = false;
};

/// RapidJSON's stream over a ByteReader, which ends after `limit` bytes.
class Stream {
 public:
  using Ch = char;
  Stream(ByteReader& bytes, std::size_t limit) : bytes_(bytes), left_(limit) {}

  char Peek() const {
    const int byte = left_ == 0 ? -1 : bytes_.peek_byte();
    return byte < 0 ? '\0' : static_cast<char>(byte);
  }
  char Take() {
    if (left_ == 0) return '\0';
    --left_;
    ++taken_;
    const int byte = bytes_.take_byte();
    return byte < 0 ? '\0' : static_cast<char>(byte);
  }
  std::size_t Tell() const { return taken_; }
  bool is_spent() const { return left_ == 0; }

  // RapidJSON asks for these members, and calls none of them on a stream that it only reads.
  char* PutBegin() { return nullptr; }
  void Put(char) {}
  void Flush() {}
  std::size_t PutEnd(char*) { return 0; }

 private:
  ByteReader& bytes_;
  std::size_t left_;
  std::size_t taken_ = 0;
};

std::string malformed(const rapidjson::ParseResult& result) {
  std::string reason = rapidjson::GetParseError_En(result.Code());
  if (reason.ends_with('.')) reason.pop_back();
  return fmt::format("malformed JSON at byte {}: {}", result.Offset() + 1, reason);
}

}  // namespace

ArticleMembers parse_json_article(std::string_view json) {
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader reader;
  Collector collector;
  const rapidjson::ParseResult result = reader.Parse<parse_flags>(stream, collector);
  if (result.IsError()) throw Error(malformed(result));
  collector.check();
  return std::move(collector.article);
}

bool JsonArticles::skip_to_value() {
  while (true) {
    const int byte = bytes_.peek_byte();
    const bool is_white =
        byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == 0xEF || byte == 0xBB || byte == 0xBF;
    if (byte == '[' && !in_array_) {
      in_array_ = true;
    } else if (byte == ']' && in_array_) {
      in_array_ = false;
    } else if (!is_white && !(byte == ',' && in_array_)) {
      return byte >= 0;
    }
    bytes_.take_byte();
  }
}

void JsonArticles::leave_bad_value() {
  if (in_array_) {
    is_at_end_ = true;
    return;
  }
  for (int byte = bytes_.take_byte(); byte >= 0; byte = bytes_.take_byte()) {
    if (byte == '\n' && bytes_.peek_byte() == '{') return;
  }
}

std::optional<ArticleMembers> JsonArticles::next(std::size_t& line) {
  line = bytes_.line();
  if (is_at_end_) return std::nullopt;
  if (!skip_to_value()) {
    is_at_end_ = true;
    line = bytes_.line();
    if (in_array_) throw Error("malformed JSON: the array is not closed");
    return std::nullopt;
  }
  line = bytes_.line();
  Stream stream(bytes_, limit_);
  rapidjson::Reader reader;
  Collector collector;
  const auto result = reader.Parse<parse_flags | rapidjson::kParseStopWhenDoneFlag>(stream, collector);
  if (stream.is_spent()) {
    is_at_end_ = true;
    throw Error(fmt::format("an object of more than {} bytes; the rest of the file is left out", limit_));
  }
  if (result.IsError()) {
    const std::size_t error_line = bytes_.line();
    // A lost brace shows at the next object: that one is still good.
    const bool at_next = !in_array_ && error_line != line && bytes_.peek_byte() == '{';
    if (!at_next) leave_bad_value();
    const std::string rest = in_array_ ? "; the rest of the array is left out" : "";
    if (error_line != line) throw Error(fmt::format("{} (in line {}){}", malformed(result), error_line, rest));
    throw Error(malformed(result) + rest);
  }
  collector.check();
  return std::move(collector.article);
}

}  // namespace habari
