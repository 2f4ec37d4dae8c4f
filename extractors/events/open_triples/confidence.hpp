#pragma once

#include "open_triples/clause_subject.hpp"

#include <cstddef>
#include <cstdint>

namespace habari {

/// What states a triple. docs/open-triples.md has an example and the measured worth of each.
enum class Construction : std::uint8_t {
  verb,
  verb_alone,
  copula_noun,
  copula_adjective,
  copula_adjective_oblique,
  copula_adjective_infinitive,
  name_in_apposition,
  noun_of_name,
  noun_in_apposition,
  title,
  possession
};

/// Expected share of the words of a clause's triple that a reader would have written too. Factors, each set from means
/// over annotated sentences (docs/open-triples.md): the construction, how the subject was found, for an own subject how
/// the clause hangs in its sentence, and the number of the sentence's words, with which parsing errors grow.
double clause_confidence(Construction construction, SubjectLink link, Deprel clause, std::size_t sentence_words);
/// The same for what a noun phrase states.
double noun_confidence(Construction construction, std::size_t sentence_words);

}  // namespace habari
