#include "references/antecedents.hpp"

#include <algorithm>
#include <cmath>

namespace habari {
namespace {

constexpr std::uint32_t window = 4;  // Sentences.

bool can_act(std::optional<EntityKind> kind) {
  return kind == EntityKind::person || kind == EntityKind::organization || kind == EntityKind::group ||
         kind == EntityKind::country;
}

bool is_collective(std::optional<EntityKind> kind) {
  return kind == EntityKind::organization || kind == EntityKind::group;
}

}  // namespace

/// Number, gender, noun class and kind must not contradict one another. A name has no class of its own: people have
/// that of people, everything else that of things.
bool AntecedentRanker::can_mean(const Anaphor& anaphor, const Referent& referent) const {
  const Agreement& wanted = anaphor.agreement;
  const Agreement& found = referent.agreement;
  const bool person = referent.kind == EntityKind::person;
  const bool plural = found.plural.value_or(false) || referent.kind == EntityKind::group;
  const bool collective = is_collective(referent.kind);
  if (!wanted.gender.empty() && !found.gender.empty() && wanted.gender != found.gender) return false;
  if (!wanted.noun_class.empty())
    return agreement_.can_mean(wanted.noun_class, found.noun_class, referent.kind, plural);
  if (wanted.plural == true) return plural || collective;
  if (plural && !collective) return false;
  if (wanted.gender == "Neut") return !person && referent.kind != EntityKind::group;
  if (wanted.gender == "Masc" || wanted.gender == "Fem") return person || (!referent.is_named && !referent.kind);
  return true;
}

const Appearance* AntecedentRanker::last_before(const Referent& referent, Span at) const {
  for (auto appearance = referent.appearances.rbegin(); appearance != referent.appearances.rend(); ++appearance) {
    if (appearance->span.end <= at.begin) return &*appearance;
  }
  return nullptr;
}

double AntecedentRanker::score(const Anaphor& anaphor, const AnaphorPlace& place, std::uint32_t number) const {
  const Referent& referent = discourse_.referents()[number];
  const Appearance& last = *last_before(referent, anaphor.at);
  double sum = weights_[Clue::sentence] * (place.sentence - last.sentence);
  if (place.sentence == last.sentence) sum += weights_[Clue::same_sentence];
  constexpr std::array<Clue, 4> of_function{Clue::subject, Clue::object, Clue::oblique, Clue::possessor};
  sum += weights_[of_function[static_cast<std::size_t>(last.function)]];
  if (referent.is_named) sum += weights_[Clue::named];
  if (!referent.kind) sum += weights_[Clue::kind_unknown];
  if (last.function == anaphor.function) sum += weights_[Clue::parallel];
  sum += weights_[Clue::mentions] * std::log2(static_cast<double>(referent.appearances.size()));
  if (anaphor.role == Role::agent && can_act(referent.kind)) sum += weights_[Clue::actor];
  if (referent.appearances.front().sentence == 0) sum += weights_[Clue::headline];
  if (place.speaks && place.last_speaker == number) sum += weights_[Clue::speaker];
  if (place.reporter == number && anaphor.function == Function::subject) sum += weights_[Clue::report];
  if (!anaphor.agreement.gender.empty() && anaphor.agreement.gender == referent.agreement.gender)
    sum += weights_[Clue::gender];
  if (place.quoted_speaker == number) sum += weights_[Clue::quoted_speaker];
  return sum;
}

std::optional<std::uint32_t> AntecedentRanker::choose(const Anaphor& anaphor, const AnaphorPlace& place) const {
  std::optional<std::uint32_t> best;
  double highest = 0;
  double second = -1e9;
  bool is_nearest = true;
  for (const std::uint32_t number : discourse_.recent(place.sentence, window)) {
    const Referent& referent = discourse_.referents()[number];
    const Appearance* last = last_before(referent, anaphor.at);
    if (last == nullptr || !can_mean(anaphor, referent)) continue;
    const auto is_other = [&](Span other) { return discourse_.at(other) == number; };
    if (std::any_of(place.others.begin(), place.others.end(), is_other)) continue;
    double sum = score(anaphor, place, number);
    if (is_nearest) sum += weights_[Clue::nearest];
    is_nearest = false;
    if (!best || sum > highest) {
      if (best) second = highest;
      best = number;
      highest = sum;
    } else {
      second = std::max(second, sum);
    }
  }
  const bool is_clear = best && highest >= weights_[Clue::threshold] && highest - second >= weights_[Clue::margin];
  return is_clear ? best : std::nullopt;
}

}  // namespace habari
