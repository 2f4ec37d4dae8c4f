#include "references/reference_ranker.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace habari {
namespace {

using Definiteness = Expression::Definiteness;
using Form = Appearance::Form;

// Sentences in which an answer is looked for; what was called so before is found at any distance.
constexpr std::uint32_t pronoun_window = 5;
constexpr std::uint32_t noun_window = 20;
constexpr std::uint32_t most_sentences = 5;  // That count.

bool is_collective(std::optional<EntityKind> kind) {
  return kind == EntityKind::organization || kind == EntityKind::group || kind == EntityKind::country;
}

bool is_plural(const Referent& referent) {
  return referent.agreement.plural.value_or(false) || referent.kind == EntityKind::group;
}

const Appearance* last_before(const Referent& referent, Span at) {
  for (auto appearance = referent.appearances.rbegin(); appearance != referent.appearances.rend(); ++appearance) {
    if (appearance->span.end <= at.begin) return &*appearance;
  }
  return nullptr;
}

Clue of(Clue first, Definiteness definiteness) {
  return static_cast<Clue>(static_cast<std::size_t>(first) + static_cast<std::size_t>(definiteness));
}

Clue of_kind(std::optional<EntityKind> kind) {
  if (!kind) return Clue::kind_unknown;
  switch (*kind) {
    case EntityKind::person:
      return Clue::person;
    case EntityKind::organization:
      return Clue::body;
    case EntityKind::group:
      return Clue::group;
    case EntityKind::country:
      return Clue::country;
    case EntityKind::place:
    case EntityKind::facility:
      return Clue::place;
    default:
      return Clue::thing;
  }
}

/// Writes down what speaks for one answer.
class ClueReader {
 public:
  ClueReader(const ReferenceQuestion& question, Clues& clues) : question_(question), clues_(clues) {}

  void read_nobody() {
    add(Clue::nobody);
    add(Clue::nobody_plural, question_.agreement.plural == true);
    add(Clue::nobody_neuter, question_.agreement.gender == "Neut");
    add(Clue::nobody_acts, question_.acts);
    add(Clue::nobody_quoted, question_.quotation != 0);
    add(Clue::nobody_quoted_plural, question_.quotation != 0 && question_.agreement.plural == true);
    add(Clue::nobody_possessor, question_.function == Function::possessor);
    if (question_.noun == nullptr) return;
    add(Clue::nobody_person, question_.noun->kind == EntityKind::person);
    add(Clue::nobody_modified, !question_.noun->modifiers.empty());
    add(of(Clue::nobody_indefinite, question_.noun->definiteness));
  }

  void read_referent(std::uint32_t number, const Referent& referent, const Appearance& last) {
    const std::uint32_t between = question_.sentence - last.sentence;
    add(Clue::sentence, std::min(between, most_sentences));
    add(Clue::far, std::log2(1.0 + between));
    add(Clue::same_sentence, between == 0);
    constexpr std::array<Clue, 4> of_function{Clue::subject, Clue::object, Clue::oblique, Clue::possessor};
    add(of_function[static_cast<std::size_t>(last.function)]);
    const bool subject = last.function == Function::subject;
    add(Clue::main, last.main);
    add(Clue::main_subject, last.main && subject);
    add(Clue::main_both, last.main && question_.main);
    add(Clue::main_subject_both, last.main && subject && question_.main && question_.function == Function::subject);
    add(Clue::quoted_apart, last.quotation != 0 && last.quotation != question_.quotation);
    add(Clue::same_quotation, last.quotation != 0 && last.quotation == question_.quotation);
    add(Clue::unquoted, last.quotation == 0 && question_.quotation != 0);
    add(Clue::last_name, last.form == Form::name);
    add(Clue::last_pronoun, last.form == Form::pronoun);
    add(Clue::named, referent.is_named);
    add(of_kind(referent.kind));
    add(Clue::mentions, std::log2(static_cast<double>(referent.appearances.size())));
    add(Clue::headline, referent.appearances.front().sentence == 0);
    add(Clue::parallel, last.function == question_.function);
    add(Clue::collective, question_.agreement.plural == true && !referent.agreement.plural.value_or(false) &&
                              is_collective(referent.kind));
    add(Clue::coordination, !referent.members.empty());
    const Agreement& wanted = question_.agreement;
    add(Clue::class_agrees, !wanted.noun_class.empty() && wanted.noun_class == referent.agreement.noun_class);
    add(Clue::gender, !wanted.gender.empty() && wanted.gender == referent.agreement.gender);
    if (question_.noun == nullptr) {
      read_participant(number, referent);
    } else {
      read_called(*question_.noun, referent);
    }
  }

  void add(Clue clue, double value = 1) { clues_[static_cast<std::size_t>(clue)] += value; }

 private:
  void read_participant(std::uint32_t number, const Referent& referent) {
    add(Clue::actor, question_.acts && is_someone(referent.kind));
    add(Clue::inanimate_actor, question_.acts && referent.kind && !is_someone(referent.kind));
    add(Clue::kind_unsure, question_.agreement.gender == "Neut" && referent.unsure_kind);
    add(Clue::speaker, question_.speaks && question_.last_speaker == number);
    add(Clue::speaking_person, question_.speaks && referent.kind == EntityKind::person);
    add(Clue::report, question_.reporter == number && question_.function == Function::subject);
    add(Clue::quoted_speaker, question_.quoted_speaker == number);
  }

  void read_called(const Expression& noun, const Referent& referent) {
    const auto is_shared = [&](const std::string& sense) { return referent.senses.contains(sense); };
    const bool same_sense = std::any_of(noun.senses.begin(), noun.senses.end(), is_shared);
    if (referent.descriptions.contains(noun.lemma)) {
      add(of(Clue::called_indefinite, noun.definiteness));
      add(Clue::called_by_name, referent.is_named && referent.kind != EntityKind::person);
    } else {
      add(of(Clue::like_indefinite, noun.definiteness));
      add(Clue::like_named, referent.is_named);
      add(Clue::sense_agrees, same_sense);
      add(Clue::sense_differs, !same_sense && !noun.senses.empty() && !referent.senses.empty());
    }
    const bool unsure = referent.unsure_kind && noun.kind != EntityKind::person;
    add(Clue::kind_unsure, unsure);
    add(Clue::kind_differs, noun.kind && referent.kind && noun.kind != referent.kind && !unsure);
    add(Clue::number_differs, noun.agreement.plural.value_or(false) != is_plural(referent));
    if (noun.modifiers.empty()) return;
    const auto is_known = [&](const std::string& modifier) { return referent.modifiers.contains(modifier); };
    if (std::any_of(noun.modifiers.begin(), noun.modifiers.end(), is_known))
      add(Clue::modifiers_agree);
    else
      add(referent.modifiers.empty() ? Clue::modifiers_new : Clue::modifiers_differ);
  }

  const ReferenceQuestion& question_;
  Clues& clues_;
};

/// Notes which candidate was a subject last.
void mark_latest(const std::vector<const Appearance*>& appearances, bool in_main_clause, Clue clue,
                 std::vector<ReferenceCandidate>& candidates) {
  std::optional<std::size_t> latest;
  for (std::size_t i = 0; i < appearances.size(); ++i) {
    const Appearance& one = *appearances[i];
    if (one.function != Function::subject || (in_main_clause && !one.main)) continue;
    if (!latest || one.span.begin > appearances[*latest]->span.begin) latest = i;
  }
  if (latest) candidates[*latest].clues[static_cast<std::size_t>(clue)] = 1;
}

}  // namespace

/// Number, gender, noun class and kind must not contradict one another. A name has no class of its own: people have
/// that of people, everything else that of things.
bool ReferenceRanker::can_mean(const ReferenceQuestion& question, const Referent& referent) const {
  const Agreement& wanted = question.agreement;
  const Agreement& found = referent.agreement;
  const bool person = referent.kind == EntityKind::person;
  const bool plural = is_plural(referent);
  if (!wanted.gender.empty() && !found.gender.empty() && wanted.gender != found.gender) return false;
  if (!wanted.noun_class.empty()) {
    const bool of_body = referent.unsure_kind &&
                         agreement_.can_mean(wanted.noun_class, found.noun_class, EntityKind::organization, plural);
    return of_body || agreement_.can_mean(wanted.noun_class, found.noun_class, referent.kind, plural);
  }
  if (wanted.plural == true) return plural || is_collective(referent.kind);
  if (plural && !is_collective(referent.kind)) return false;
  if (wanted.gender == "Neut") return (!person || referent.unsure_kind) && referent.kind != EntityKind::group;
  if (wanted.gender == "Masc" || wanted.gender == "Fem") return person || (!referent.is_named && !referent.kind);
  return true;
}

/// Whether a noun can take up what was not called so before: both are of one kind, or little is known of the one and
/// the noun points back.
bool ReferenceRanker::can_be_called(const Expression& noun, const Referent& referent) const {
  if (referent.descriptions.contains(noun.lemma)) {
    const bool persons = (noun.kind == EntityKind::person) == (referent.kind == EntityKind::person);
    return !referent.is_named || !noun.kind || !referent.kind || persons ||
           noun.definiteness == Definiteness::demonstrative;
  }
  if (!noun.kind || noun.definiteness == Definiteness::indefinite) return false;
  const bool plural = noun.agreement.plural.value_or(false);
  if (plural != is_plural(referent) && !(plural && is_collective(referent.kind))) return false;
  if (noun.kind == referent.kind || (referent.unsure_kind && noun.kind != EntityKind::person)) return true;
  const bool same_sense = std::any_of(noun.senses.begin(), noun.senses.end(),
                                      [&](const std::string& sense) { return referent.senses.contains(sense); });
  if (same_sense && !referent.kind) return true;
  if (noun.kind == EntityKind::person || referent.kind == EntityKind::person) return false;
  return (is_someone(noun.kind) && is_someone(referent.kind)) || (is_place(noun.kind) && is_place(referent.kind));
}

bool ReferenceRanker::agrees(const ReferenceQuestion& question, std::uint32_t referent) const {
  return can_mean(question, discourse_.referents()[referent]);
}

std::vector<std::uint32_t> ReferenceRanker::who_fits(const ReferenceQuestion& question) const {
  const bool is_noun = question.noun != nullptr;
  std::vector<std::uint32_t> all = discourse_.recent(question.sentence, is_noun ? noun_window : pronoun_window);
  if (is_noun) {
    for (const std::uint32_t number : discourse_.described_as(question.noun->lemma)) {
      if (std::find(all.begin(), all.end(), number) == all.end()) all.push_back(number);
    }
  }
  std::erase_if(all, [&](std::uint32_t number) {
    const Referent& referent = discourse_.referents()[number];
    if (last_before(referent, question.at) == nullptr) return true;
    if (!(is_noun ? can_be_called(*question.noun, referent) : can_mean(question, referent))) return true;
    const auto is_it = [&](Span other) { return discourse_.at(other) == number; };
    return std::any_of(question.others.begin(), question.others.end(), is_it);
  });
  return all;
}

std::vector<ReferenceCandidate> ReferenceRanker::candidates(const ReferenceQuestion& question) const {
  std::vector<ReferenceCandidate> found;
  std::vector<const Appearance*> last_appearances;
  for (const std::uint32_t number : who_fits(question)) {
    const Referent& referent = discourse_.referents()[number];
    ReferenceCandidate& candidate = found.emplace_back();
    candidate.referent = number;
    const Appearance& last = *last_before(referent, question.at);
    ClueReader reader(question, candidate.clues);
    reader.read_referent(number, referent, last);
    reader.add(Clue::nearest, found.size() == 1);
    reader.add(Clue::rank, std::log2(static_cast<double>(found.size())));
    last_appearances.push_back(&last);
  }
  if (found.size() == 1) found.front().clues[static_cast<std::size_t>(Clue::only)] = 1;
  mark_latest(last_appearances, false, Clue::last_subject, found);
  mark_latest(last_appearances, true, Clue::last_main_subject, found);
  ReferenceCandidate& nobody = found.emplace_back();
  ClueReader(question, nobody.clues).read_nobody();
  return found;
}

std::optional<std::uint32_t> ReferenceRanker::choose(ReferenceForm form,
                                                     const std::vector<ReferenceCandidate>& candidates) const {
  const ReferenceCandidate* best = nullptr;
  double highest = -std::numeric_limits<double>::infinity();
  double second = highest;
  for (const ReferenceCandidate& candidate : candidates) {
    const double sum = weights_.sum(form, candidate.clues);
    second = std::max(second, std::min(sum, highest));
    if (best != nullptr && sum <= highest) continue;
    best = &candidate;
    highest = sum;
  }
  return best != nullptr && highest - second >= weights_.margin(form) ? best->referent : std::nullopt;
}

double ReferenceRanker::doubt(ReferenceForm form, const std::vector<ReferenceCandidate>& candidates,
                              std::uint32_t chosen) const {
  const auto own = std::find_if(candidates.begin(), candidates.end(),
                                [&](const ReferenceCandidate& candidate) { return candidate.referent == chosen; });
  if (own == candidates.end()) return 0;
  const double sum = weights_.sum(form, own->clues);
  double all = 0;
  for (const ReferenceCandidate& candidate : candidates) {
    constexpr double highest = 50;  // Of an exponent: the doubt is great anyway.
    all += std::exp(std::min(weights_.sum(form, candidate.clues) - sum, highest));
  }
  return std::log(all);
}

}  // namespace habari
