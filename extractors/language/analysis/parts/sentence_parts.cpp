#include "analysis/parts/sentence_parts.hpp"

namespace habari {

void tie_parts(Sentence& sentence) {
  std::uint32_t root = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    if (token.head != 0) continue;
    if (root == 0) {
      root = static_cast<std::uint32_t>(i + 1);
    } else {
      token.head = root;
      token.deprel = Deprel::parataxis;
      token.subtype.clear();
    }
  }
}

}  // namespace habari
