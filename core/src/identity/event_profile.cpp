#include "identity/event_profile.hpp"

#include "identity/event_time.hpp"
#include "identity/local_entities.hpp"
#include "rows/sorting.hpp"

#include <algorithm>

namespace habari {
namespace {

std::optional<Slot> slot_of(Role role, EventType type) {
  switch (role) {
    case Role::agent:
    case Role::companion:
      return Slot::actor;
    case Role::patient:
    case Role::recipient:
      return type == EventType::consult ? Slot::actor : Slot::undergoer;
    case Role::place:
      return Slot::place;
    case Role::destination:
      return Slot::destination;
    case Role::origin:
      return Slot::origin;
    case Role::topic:
      return Slot::topic;
    default:
      return std::nullopt;
  }
}

std::span<const ProfileItem> items_in(const EventProfile& profile, Slot slot) {
  const auto less = [](const ProfileItem& item, Slot wanted) { return item.slot < wanted; };
  const auto begin = std::lower_bound(profile.items.begin(), profile.items.end(), slot, less);
  const auto end = std::find_if(begin, profile.items.end(), [&](const ProfileItem& item) { return item.slot != slot; });
  return {begin, end};
}

}  // namespace

void EventProfile::add(const EventProfile& more) {
  if (leaves_open(time, more.time)) time = more.time;
  items.insert(items.end(), more.items.begin(), more.items.end());
  contents.insert(contents.end(), more.contents.begin(), more.contents.end());
}

EventProfiles::EventProfiles(const Interner& strings, const std::vector<RawArticle>& articles,
                             const std::vector<RawEventMention>& mentions, const std::vector<RawRole>& roles)
    : strings_(strings), articles_(articles), mentions_(mentions), roles_(roles) {
  role_begin_.assign(mentions.size() + 1, 0);
  for (const RawRole& role : roles) ++role_begin_[role.mention + 1];
  for (std::size_t i = 0; i < mentions.size(); ++i) role_begin_[i + 1] += role_begin_[i];
}

EventProfile EventProfiles::profile(std::uint32_t mention) const {
  const RawEventMention& row = mentions_[mention];
  EventProfile profile{row.event.label, row.event.sense, row.event.type, row.event.factuality, row.event.time, {}, {}};
  const StringId language = articles_[row.mention.article].record.language;
  for (const RawRole& role : roles(mention)) {
    if (role.content != none) {
      profile.contents.push_back(role.content);
      continue;
    }
    const auto slot = slot_of(role.role, row.event.type);
    if (!slot) continue;
    const std::string_view id = strings_[role.entity];
    const bool is_named = !is_local_entity_id(id);
    // A name is the same in every language; common words are compared within one.
    profile.items.push_back({*slot, is_named, id.starts_with("country/"), role.entity,
                             is_named ? role.entity : role.place.text, is_named ? StringId{} : language, role.gloss});
  }
  sort_unique(profile.items);
  return profile;
}

bool EventProfiles::comparable(const ProfileItem& a, const ProfileItem& b) const {
  if (a.slot == Slot::place && a.is_country != b.is_country) return false;  // The one may lie in the other.
  return a.is_named == b.is_named && (a.is_named || a.language == b.language);
}

bool EventProfiles::same(const ProfileItem& a, const ProfileItem& b) const {
  if (!comparable(a, b)) return false;
  if (a.is_named || a.entity == b.entity) return a.entity == b.entity;
  if (name_form(strings_[a.core]) != name_form(strings_[b.core])) return false;
  // `14 strikers` may be `strikers`, but is not `5 strikers`.
  const NameForm left = phrase_of_local_id(strings_[a.entity]);
  const NameForm right = phrase_of_local_id(strings_[b.entity]);
  return all_words_in(left, right) || all_words_in(right, left);
}

bool EventProfiles::one_holds_the_other(std::span<const ProfileItem> a, std::span<const ProfileItem> b) const {
  const auto holds = [&](std::span<const ProfileItem> whole, std::span<const ProfileItem> part) {
    return std::all_of(part.begin(), part.end(), [&](const ProfileItem& item) {
      bool has_rival = false;
      for (const ProfileItem& other : whole) {
        if (same(item, other)) return true;
        has_rival = has_rival || comparable(item, other);
      }
      return !has_rival;
    });
  };
  return holds(a, b) || holds(b, a);
}

Agreement EventProfiles::compare(const EventProfile& a, const EventProfile& b) const {
  Agreement result;
  for (const Slot slot : slots) {
    const auto left = items_in(a, slot);
    const auto right = items_in(b, slot);
    if (left.empty() || right.empty()) continue;
    result.conflicts = result.conflicts || !one_holds_the_other(left, right);
    for (const ProfileItem& item : left) {
      if (std::none_of(right.begin(), right.end(), [&](const ProfileItem& other) { return same(item, other); })) {
        continue;
      }
      if (slot == Slot::actor || slot == Slot::undergoer) ++(item.is_named ? result.named : result.unnamed);
      if (slot == Slot::place && item.is_named) ++result.places;
    }
  }
  return result;
}

bool EventProfiles::contents_agree(const EventProfile& a, const EventProfile& b) const {
  if (a.contents.empty() || b.contents.empty()) {
    const bool states = a.type == EventType::statement || b.type == EventType::statement;
    return a.contents.empty() == b.contents.empty() || !states;
  }
  const auto agree = [&](std::uint32_t x, std::uint32_t y) {
    const EventProfile left = profile(x);
    const EventProfile right = profile(y);
    if (left.sense != right.sense || left.factuality != right.factuality) return false;
    const Agreement agreement = compare(left, right);
    return !agreement.conflicts && agreement.named + agreement.unnamed > 0;
  };
  const bool first_is_short = a.contents.size() <= b.contents.size();
  const auto& part = first_is_short ? a.contents : b.contents;
  const auto& whole = first_is_short ? b.contents : a.contents;
  return std::all_of(part.begin(), part.end(), [&](std::uint32_t x) {
    return std::any_of(whole.begin(), whole.end(), [&](std::uint32_t y) { return x == y || agree(x, y); });
  });
}

}  // namespace habari
