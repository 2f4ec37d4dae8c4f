#include "open_triples/confidence.hpp"

#include <algorithm>

namespace habari {
namespace {

double base(Construction construction) {
  switch (construction) {
    case Construction::verb:
      return 0.74;
    case Construction::verb_alone:
      return 0.04;
    case Construction::copula_noun:
      return 0.60;
    case Construction::copula_adjective:
      return 0.50;
    case Construction::copula_adjective_oblique:
      return 0.72;
    case Construction::copula_adjective_infinitive:
      return 0.74;
    case Construction::noun_of_name:
      return 0.50;
    case Construction::name_in_apposition:
      return 0.44;
    case Construction::noun_in_apposition:
      return 0.20;
    case Construction::title:
      return 0.34;
    case Construction::possession:
      return 0.19;
  }
  return 0;
}

double clause_factor(Deprel clause) {
  switch (clause) {
    case Deprel::root:
      return 1;
    case Deprel::advcl:
      return 0.95;
    case Deprel::conj:
      return 0.92;
    case Deprel::ccomp:
      return 0.78;
    case Deprel::parataxis:
      return 0.75;
    case Deprel::acl:
      return 0.73;
    default:
      return 0.80;
  }
}

double link_factor(SubjectLink link, Deprel clause) {
  switch (link) {
    case SubjectLink::own:
      return clause_factor(clause);
    case SubjectLink::conjunct:
      return 1;
    case SubjectLink::antecedent:
      return 0.85;
    case SubjectLink::control:
      return 0.72;
    case SubjectLink::participle:
      return 0.70;
    case SubjectLink::adverbial:
      return 0.68;
    case SubjectLink::infinitive:
      return 0.50;
  }
  return 0;
}

constexpr double shortest_sentence = 1.2;
constexpr double loss_per_word = 0.008;
constexpr std::size_t longest_counted = 60;

double length_factor(std::size_t words) {
  return shortest_sentence - loss_per_word * static_cast<double>(std::min(words, longest_counted));
}

}  // namespace

double clause_confidence(Construction construction, SubjectLink link, Deprel clause, std::size_t sentence_words) {
  return base(construction) * link_factor(link, clause) * length_factor(sentence_words);
}

double noun_confidence(Construction construction, std::size_t sentence_words) {
  return base(construction) * length_factor(sentence_words);
}

}  // namespace habari
