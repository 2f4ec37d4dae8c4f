#include "analysis/composed/relative_agreement.hpp"

#include <optional>
#include <string_view>

namespace habari {
namespace {

/// Index into the tokens of what this one depends on.
std::optional<std::size_t> head_of(const Token& token) {
  return token.head == 0 ? std::nullopt : std::optional<std::size_t>(token.head - 1);
}

/// The class that the marker of a relative verb, or the relative pronoun of its clause, has; empty without one.
std::string_view relative_class(const Sentence& sentence, std::size_t clause) {
  const std::string_view own = sentence.tokens[clause].feature("RelNounClass");
  if (!own.empty()) return own;
  for (const Token& token : sentence.tokens) {
    if (head_of(token) == clause && token.feature("PronType") == "Rel") return token.feature("NounClass");
  }
  return {};
}

/// The noun above `noun` that has this class, through genitives and coordination.
std::optional<std::size_t> agreeing_above(const Sentence& sentence, std::size_t noun, std::string_view wanted) {
  for (std::size_t steps = 0; steps < sentence.tokens.size(); ++steps) {
    const Token& token = sentence.tokens[noun];
    const auto above = head_of(token);
    if (!above || (token.deprel != Deprel::nmod && token.deprel != Deprel::conj)) return std::nullopt;
    noun = *above;
    if (sentence.tokens[noun].upos == Upos::noun && sentence.tokens[noun].feature("NounClass") == wanted) return noun;
  }
  return std::nullopt;
}

void attach_relatives(Sentence& sentence) {
  for (std::size_t clause = 0; clause < sentence.tokens.size(); ++clause) {
    Token& token = sentence.tokens[clause];
    const auto noun = head_of(token);
    if (!token.is(Deprel::acl, "relcl") || !noun || sentence.tokens[*noun].upos != Upos::noun) continue;
    const std::string_view found = sentence.tokens[*noun].feature("NounClass");
    const std::string_view wanted = found.empty() ? found : relative_class(sentence, clause);
    if (wanted.empty() || wanted == found) continue;
    const auto above = agreeing_above(sentence, *noun, wanted);
    if (above && *above < clause) token.head = static_cast<std::uint32_t>(*above + 1);
  }
}

}  // namespace

void attach_relatives_by_agreement(std::span<Sentence> sentences) {
  for (Sentence& sentence : sentences) attach_relatives(sentence);
}

}  // namespace habari
