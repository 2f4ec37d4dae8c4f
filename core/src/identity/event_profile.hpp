#pragma once

#include "rows/builder_rows.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace habari {

/// Where a participant stands when events are compared. In a meeting all who meet stand alike, and who does something
/// with another does it as well.
enum class Slot : std::uint8_t { actor, undergoer, place, destination, origin, topic };
inline constexpr std::array slots = {Slot::actor,       Slot::undergoer, Slot::place,
                                     Slot::destination, Slot::origin,    Slot::topic};

struct ProfileItem {
  Slot slot = Slot::actor;
  bool is_named = false;  ///< Has an identity beyond its article.
  bool is_country = false;
  StringId entity{};
  StringId core{};      ///< The words under its core.
  StringId language{};  ///< Of the article.
  StringId gloss{};     ///< RawRole::gloss.
  friend auto operator<=>(const ProfileItem&, const ProfileItem&) = default;
};

/// What is compared of an event: of one mention, or of several that were joined.
struct EventProfile {
  StringId label{};
  StringId sense{};
  EventType type = EventType::other;
  Factuality factuality = Factuality::actual;
  PackedTime time;
  std::vector<ProfileItem> items;       ///< Sorted, each once.
  std::vector<std::uint32_t> contents;  ///< Event mentions told, asked, feared …

  /// Takes in what another mention says. `items` are sorted by the caller when all are in.
  void add(const EventProfile& more);
};

/// What two profiles have in common.
struct Agreement {
  bool conflicts = false;  ///< Two different participants where there is room for one set of them.
  int named = 0;           ///< Shared actors and undergoers with an identity beyond their article.
  int unnamed = 0;         ///< Shared ones without.
  int places = 0;          ///< Shared named places.
};

/// Reads profiles off rows whose entities were joined.
class EventProfiles {
 public:
  EventProfiles(const Interner& strings, const std::vector<RawArticle>& articles,
                const std::vector<RawEventMention>& mentions, const std::vector<RawRole>& roles);

  EventProfile profile(std::uint32_t mention) const;
  Agreement compare(const EventProfile& a, const EventProfile& b) const;
  /// Whether what the two events say, ask or fear is no reason to keep them apart.
  bool contents_agree(const EventProfile& a, const EventProfile& b) const;
  std::span<const RawRole> roles(std::uint32_t mention) const {
    return {roles_.data() + role_begin_[mention], roles_.data() + role_begin_[mention + 1]};
  }

 private:
  bool same(const ProfileItem& a, const ProfileItem& b) const;
  bool comparable(const ProfileItem& a, const ProfileItem& b) const;
  bool one_holds_the_other(std::span<const ProfileItem> a, std::span<const ProfileItem> b) const;

  const Interner& strings_;
  const std::vector<RawArticle>& articles_;
  const std::vector<RawEventMention>& mentions_;
  const std::vector<RawRole>& roles_;
  std::vector<std::uint32_t> role_begin_;
};

}  // namespace habari
