#pragma once

#include "references/discourse.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace habari {

/// What leaves open whom it means.
enum class ReferenceForm : std::uint8_t {
  pronoun,
  verb,      ///< That has no word for its subject or object.
  somebody,  ///< A noun for who can act: `the minister`. One that takes up nothing speaks of somebody new.
  noun       ///< Another noun: `the bridge`.
};

/// Somebody or something is spoken of: who is it?
struct ReferenceQuestion {
  ReferenceForm form = ReferenceForm::pronoun;
  Span at;  ///< The pronoun, the verb, the noun.
  std::uint32_t sentence = 0;
  Function function = Function::subject;
  Agreement agreement;
  bool main = false;            ///< In a clause that depends on none.
  std::uint32_t quotation = 0;  ///< That it stands in; 0 outside.

  // Of a pronoun and a verb.
  bool acts = false;                          ///< As an agent.
  bool speaks = false;                        ///< Subject of a verb of saying.
  std::vector<Span> others;                   ///< Who else takes part in the event: nobody does it to himself.
  std::optional<std::uint32_t> last_speaker;  ///< Referents.
  std::optional<std::uint32_t> reporter;      ///< Who says the clause that the question stands in.
  std::optional<std::uint32_t> quoted_speaker;

  const Expression* noun = nullptr;
};

}  // namespace habari
