#pragma once

#include "reading/byte_reader.hpp"

#include <habari/core/article.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// The members of a JSON object that describe an article; the others are passed over.
struct JsonArticle {
  std::optional<std::string> id, text, html, title, date, language, url;
  Publication publication;   ///< As written; times are not checked.
  bool is_document = false;  ///< Its `schema` is that of a document.
};

/// Reads one JSON object.
/// Errors: Error says what is malformed and at which byte of `json`, or which member has a wrong type.
JsonArticle parse_json_article(std::string_view json);

/// Takes the next article from a sequence of JSON objects, or from arrays of them; nothing at the end.
/// One of more than `limit` bytes ends the file, as malformed JSON inside an array does; malformed JSON outside of
/// arrays is left behind at the next line that begins with `{`.
class JsonArticles {
 public:
  JsonArticles(ByteReader& bytes, std::size_t limit) : bytes_(bytes), limit_(limit) {}

  /// `line`: where the object begins.
  /// Errors: Error says what is wrong, without file and line; `line` tells where.
  std::optional<JsonArticle> next(std::size_t& line);

 private:
  bool skip_to_value();
  void leave_bad_value();

  ByteReader& bytes_;
  std::size_t limit_;
  bool in_array_ = false;
  bool is_at_end_ = false;
};

}  // namespace habari
