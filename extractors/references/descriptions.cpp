#include "references/descriptions.hpp"

#include <algorithm>

namespace habari {
namespace {

using Definiteness = Expression::Definiteness;

// Sentences in which `that company` and `the company` are looked for where nothing was called so.
constexpr std::uint32_t near_demonstrative = 4;
constexpr std::uint32_t near_definite = 2;

bool is_plural(const Agreement& agreement) { return agreement.plural.value_or(false); }

/// `the finance minister` is not the minister of energy; a bare `the minister` is either.
bool qualifies_otherwise(const Expression& noun, const Referent& referent) {
  if (noun.modifiers.empty() || referent.modifiers.empty()) return false;
  return std::none_of(noun.modifiers.begin(), noun.modifiers.end(),
                      [&](const std::string& modifier) { return referent.modifiers.contains(modifier); });
}

/// Whether a noun without a mark of its own takes up what was called so before: a person's or a body's title does.
bool takes_up(const Expression& noun, const Referent& referent) {
  if (noun.definiteness != Definiteness::bare) return true;
  const bool somebody = noun.kind == EntityKind::person || noun.kind == EntityKind::organization;
  return somebody && !is_plural(noun.agreement) && (referent.is_named || noun.modifiers.empty());
}

/// `that company` where one name of a company stands near.
bool is_of_kind(const Expression& noun, const Referent& referent) {
  if (!referent.is_named || !noun.kind || noun.kind != referent.kind) return false;
  const bool class_noun = noun.kind == EntityKind::organization || noun.kind == EntityKind::country ||
                          noun.kind == EntityKind::place || noun.kind == EntityKind::facility;
  if (noun.kind == EntityKind::person) return noun.definiteness == Definiteness::demonstrative;
  return class_noun && noun.definiteness >= Definiteness::definite;
}

}  // namespace

std::optional<std::uint32_t> described_before(const Discourse& discourse, const Expression& noun) {
  if (noun.definiteness == Definiteness::indefinite) return std::nullopt;
  for (const std::uint32_t number : discourse.described_as(noun.lemma)) {
    const Referent& referent = discourse.referents()[number];
    if (referent.appearances.back().span == noun.appearance.span) continue;
    if (is_plural(referent.agreement) != is_plural(noun.agreement) && referent.kind != EntityKind::organization)
      continue;
    if (noun.kind && referent.kind && noun.kind != referent.kind && referent.is_named &&
        noun.definiteness != Definiteness::demonstrative) {
      continue;
    }
    if (!qualifies_otherwise(noun, referent) && takes_up(noun, referent)) return number;
  }
  if (is_plural(noun.agreement)) return std::nullopt;
  std::optional<std::uint32_t> found;
  const bool points = noun.definiteness == Definiteness::demonstrative;
  for (const std::uint32_t number :
       discourse.recent(noun.appearance.sentence, points ? near_demonstrative : near_definite)) {
    const Referent& referent = discourse.referents()[number];
    if (referent.appearances.back().span.begin >= noun.appearance.span.begin || !is_of_kind(noun, referent)) continue;
    // Of two that fit, only a demonstrative says which: the last.
    if (found && !points) return std::nullopt;
    if (!found) found = number;
  }
  return found;
}

}  // namespace habari
