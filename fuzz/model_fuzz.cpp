#include "../tests/extractors/encoder_model.hpp"
#include "analysis/encoder/reader.hpp"
#include "edits.hpp"

#include <zlib.h>

#include <cstring>

namespace {

using namespace habari;

/// So that more than the checksum is tried.
void right_checksum(std::string& model) {
  constexpr std::size_t at = 12;
  const auto checksum = static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(model.data()) + at + 4, model.size() - at - 4));
  std::memcpy(model.data() + at, &checksum, sizeof checksum);
}

Sentence some_words() {
  Sentence sentence;
  std::uint32_t at = 0;
  for (const char* form : {"Rais", "alisema", "kuwa", "raia", "wa", "Kenya", "."}) {
    Token& token = sentence.tokens.emplace_back();
    token.form = form;
    token.span = {at, at + static_cast<std::uint32_t>(token.form.size())};
    at = token.span.end + 1;
  }
  return sentence;
}

/// A line a word.
std::string reading(const std::string& model) {
  const encoder::EncoderReader reader(learned::ModelFile::from_bytes(model, "file", encoder::section::language));
  std::array<Sentence, 1> sentences{some_words()};
  reader.read(sentences);
  std::string all;
  std::size_t roots = 0;
  for (const Token& token : sentences[0].tokens) {
    fuzz::check(token.head <= sentences[0].tokens.size(), "heads are words");
    roots += token.head == 0 ? 1 : 0;
    all += std::to_string(token.head) + ' ' + std::string(name(token.deprel)) + ' ' + token.xpos + ' ' + token.feats +
           '\n';
  }
  fuzz::check(roots == 1, "a tree has one root");
  return all;
}

}  // namespace

/// The reader's model file: an error that names it, or a reader whose trees are trees, whatever its numbers.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string model = fuzz::edited(encoder::small_model(), fuzz::text_of(data, size));
  if (size % 2 == 0) right_checksum(model);
  fuzz::same_twice("file", [&] { return reading(model); });
  return 0;
}
