#pragma once

#include "references/reference_question.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace habari {

/// What speaks for somebody as the answer to a question, or for nobody that was spoken of before. One row of
/// references.tsv each.
enum class Clue : std::uint8_t {
  // Of the question, for nobody.
  nobody,
  nobody_plural,
  nobody_neuter,  ///< `it`, and noun classes that people do not have.
  nobody_acts,
  nobody_quoted,  ///< Inside a quotation.
  nobody_quoted_plural,
  nobody_possessor,  ///< In a genitive.
  nobody_person,     ///< A noun for people.
  nobody_modified,   ///< A noun with a noun that qualifies it.
  nobody_indefinite,
  nobody_bare,
  nobody_possessed,
  nobody_definite,
  nobody_demonstrative,
  // Of a referent.
  sentence,  ///< For each sentence between, five at most.
  far,       ///< For each doubling of the sentences between.
  same_sentence,
  subject,  ///< Place where it was spoken of last.
  object,
  oblique,
  possessor,
  last_name,  ///< Form in which it was spoken of last.
  last_pronoun,
  named,
  person,
  body,  ///< Organization.
  group,
  country,
  place,
  thing,
  kind_unknown,
  mentions,      ///< For each doubling of how often it was spoken of.
  headline,      ///< The first sentence spoke of it.
  nearest,       ///< The last spoken of that fits.
  rank,          ///< For each doubling of how many that fit were spoken of later.
  last_subject,  ///< The last that was a subject.
  main,          ///< Last spoken of in a main clause.
  main_subject,
  main_both,  ///< And the question stands in one.
  main_subject_both,
  last_main_subject,  ///< The last that was the subject of a main clause.
  quoted_apart,       ///< Last spoken of in a quotation that the question does not stand in.
  same_quotation,
  unquoted,      ///< Last spoken of outside the quotation that the question stands in.
  parallel,      ///< The same place in its clause.
  collective,    ///< A body for `they`.
  coordination,  ///< Several together.
  class_agrees,  ///< The same noun class.
  gender,        ///< Known to agree.
  actor,         ///< Who can act, where somebody acts.
  inanimate_actor,
  speaker,          ///< Who spoke last, of who speaks.
  speaking_person,  ///< Where somebody speaks.
  report,           ///< Who says it, of the subject of what is said.
  quoted_speaker,   ///< Who speaks, of a third person in the speaker's words.
  // Of a referent, for a noun.
  called_indefinite,  ///< It was called so before.
  called_bare,
  called_possessed,
  called_definite,
  called_demonstrative,
  called_by_name,   ///< The noun is a word of its name: `Bank of Kenya`, `the bank`.
  like_indefinite,  ///< Of the noun's kind and not called so before.
  like_bare,
  like_possessed,
  like_definite,
  like_demonstrative,
  like_named,
  kind_differs,
  number_differs,
  modifiers_agree,
  modifiers_differ,
  modifiers_new,
  // Of the decision.
  margin,  ///< By how much the sum has to surpass the next best.
  count
};

std::string_view name(Clue clue);

/// What is to be said for one answer, one number a clue.
using Clues = std::array<double, static_cast<std::size_t>(Clue::count)>;

/// How much each clue counts, fitted by scripts/fit_references.py.
class ReferenceWeights {
 public:
  /// Without the file every reference stays open.
  /// Errors: Error names the file and line of a row that is malformed or unknown.
  explicit ReferenceWeights(const std::filesystem::path& file);
  double sum(ReferenceForm form, const Clues& clues) const;
  double margin(ReferenceForm form) const;

 private:
  std::array<Clues, 4> weights_{};
};

}  // namespace habari
