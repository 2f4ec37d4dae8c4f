#include "target.hpp"

#include <habari/core/document.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/core/text.hpp>

/// A document or an error; one that was read is written and read back the same, and a graph can be made of it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace habari;
  const std::string_view text = fuzz::text_of(data, size);
  if (find_invalid_utf8(text) != std::string_view::npos) return 0;
  const auto json = fuzz::same_twice("", [&] { return to_json(parse_document(text)); });
  if (!json) return 0;
  fuzz::check(to_json(parse_document(*json)) == *json, "what was written reads back the same");
  GraphBuilder builder;
  try {
    builder.add(parse_document(*json));
  } catch (const Error&) {
    return 0;
  }
  fuzz::check(builder.freeze().article_count() == 1, "the graph is of one article");
  return 0;
}
