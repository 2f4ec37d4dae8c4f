#pragma once

#include "articles/article_members.hpp"

#include <habari/core/byte_reader.hpp>

#include <optional>
#include <string_view>

namespace habari {

/// Reads one JSON object.
/// Errors: Error says what is malformed and at which byte of `json`, or which member has a wrong type.
ArticleMembers parse_json_article(std::string_view json);

/// Takes the next article from a sequence of JSON objects, or from arrays of them; nothing at the end.
/// One of more than `limit` bytes ends the file, as malformed JSON inside an array does; malformed JSON outside of
/// arrays is left behind at the next line that begins with `{`.
class JsonArticles {
 public:
  JsonArticles(ByteReader& bytes, std::size_t limit) : bytes_(bytes), limit_(limit) {}

  /// `line`: where the object begins.
  /// Errors: Error says what is wrong, without file and line; `line` tells where.
  std::optional<ArticleMembers> next(std::size_t& line);

 private:
  bool skip_to_value();
  void leave_bad_value();

  ByteReader& bytes_;
  std::size_t limit_;
  bool in_array_ = false;
  bool is_at_end_ = false;
};

}  // namespace habari
