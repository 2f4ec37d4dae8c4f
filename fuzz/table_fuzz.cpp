#include "input_bytes.hpp"
#include "lexicon/table.hpp"

/// Rows or an error with its place, the same twice.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace habari;
  const fuzz::InputBytes input(fuzz::text_of(data, size));
  fuzz::same_twice(input.path(), [&] {
    const Table table(input.path(), {"lemma", "label"});
    std::string all;
    for (const Table::Row row : table) {
      for (const char* column : {"lemma", "label", "roles", "note"}) {
        for (const std::string_view piece : split(row[column], ' ')) all.append(piece) += ' ';
        all += '\t';
      }
      fuzz::check(row.where().starts_with(input.path() + ":"), "a row knows its place");
    }
    return all;
  });
  return 0;
}
