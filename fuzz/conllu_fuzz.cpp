#include "target.hpp"

#include <habari/core/conllu.hpp>

#include <sstream>
#include <vector>

namespace {

using namespace habari;

/// All sentences as they are written, a text and its trees each, and the errors between them.
std::vector<std::string> read(const std::string& bytes) {
  std::istringstream in(bytes);
  ConlluReader reader(in, "file", {.partial_trees = true});
  std::vector<std::string> all;
  for (;;) {
    const auto [written, error] = fuzz::outcome("file:", [&]() -> std::optional<std::string> {
      ConlluSentence sentence;
      if (!reader.next(sentence)) return std::nullopt;
      std::string out;
      append_conllu(out, sentence.sentence, sentence.text);
      return out;
    });
    if (written && !*written) return all;
    all.push_back(written ? **written : error);
  }
}

std::string rewritten(const std::string& sentences) {
  std::string all;
  for (const std::string& text : read(sentences)) all += text;
  return all;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  const std::vector<std::string> all = read(bytes);
  fuzz::check(all == read(bytes), "the same bytes give the same");
  std::string sentences;
  for (const std::string& text : all) {
    if (!text.starts_with("file:")) sentences += text;
  }
  const std::string again = rewritten(sentences);
  // What a word should have been is written beside it, and not read.
  const bool has_repairs = sentences.find("CorrectForm=") != std::string::npos;
  fuzz::check(again == sentences || has_repairs, "what was written reads back the same");
  fuzz::check(rewritten(again) == again, "what was written again reads back the same");
  return 0;
}
