#include "identity/across_articles.hpp"

#include "identity/event_time.hpp"
#include "rows/sorting.hpp"

#include <cmath>
#include <functional>
#include <tuple>
#include <utility>

namespace habari {
namespace {

constexpr std::size_t most_keyed_names = 8;
constexpr std::size_t most_compared = 32;
constexpr int most_days_apart = 2;
constexpr double least_match_confidence = 0.6;
constexpr double match_confidence_step = 0.1;
constexpr double most_match_confidence = 0.9;
constexpr double other_day_confidence = 0.5;

bool agree_across(const EventProfiles& profiles, const EventProfile& a, const EventProfile& b) {
  const Agreement agreement = profiles.compare(a, b);
  return !agreement.conflicts && agreement.named >= 2 && profiles.contents_agree(a, b);
}

/// Clusters under each pair of their named participants.
class NamePairIndex {
  struct Row {
    StringId sense;
    Factuality factuality;
    PackedTime time;
    StringId first;
    StringId second;
    std::int64_t day;
    std::uint32_t cluster;
    auto key() const { return std::tie(sense, factuality, time, first, second); }
    auto operator<=>(const Row&) const = default;
  };

 public:
  explicit NamePairIndex(const Interner& strings) : strings_(strings) {}

  /// `day` is what clusters under one key are sorted by.
  void add(std::uint32_t cluster, const EventProfile& profile, const PackedTime& time, std::int64_t day) {
    std::vector<StringId> names;
    for (const ProfileItem& item : profile.items) {
      if (item.is_named && (item.slot == Slot::actor || item.slot == Slot::undergoer)) names.push_back(item.entity);
    }
    std::sort(names.begin(), names.end(), [&](StringId a, StringId b) { return strings_[a] < strings_[b]; });
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (names.size() > most_keyed_names) names.resize(most_keyed_names);
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t k = i + 1; k < names.size(); ++k) {
        rows_.push_back({profile.sense, profile.factuality, time, names[i], names[k], day, cluster});
      }
    }
  }

  /// Calls with each two clusters under one key that do not lie too far from each other in their order.
  void for_each_pair(const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
    std::sort(rows_.begin(), rows_.end());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (std::size_t k = i + 1; k < rows_.size() && k <= i + most_compared && rows_[i].key() == rows_[k].key(); ++k) {
        visit(rows_[i].cluster, rows_[k].cluster);
      }
    }
  }

 private:
  const Interner& strings_;
  std::vector<Row> rows_;
};

/// Days on which articles that tell of it were published, sorted.
std::vector<std::int64_t> publication_days(const EventCluster& cluster, const std::vector<RawArticle>& articles) {
  std::vector<std::int64_t> days;
  for (const std::uint32_t article : cluster.articles) {
    if (const auto day = day_number(articles[article].record.date)) days.push_back(*day);
  }
  sort_unique(days);
  return days;
}

bool lie_near(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::int64_t day) {
    const auto at = std::lower_bound(b.begin(), b.end(), day - most_days_apart);
    return at != b.end() && *at <= day + most_days_apart;
  });
}

std::optional<float> match_confidence(const EventProfiles& profiles, const EventProfile& a, const EventProfile& b) {
  if (!agree_across(profiles, a, b)) return std::nullopt;
  const Agreement agreement = profiles.compare(a, b);
  if (a.time != b.time && !leaves_open(a.time, b.time) && !leaves_open(b.time, a.time)) {
    const bool is_near = is_day(a.time) && is_day(b.time) &&
                         std::abs(*day_number(a.time.unpack()->begin) - *day_number(b.time.unpack()->begin)) <= 1;
    // Two accounts that differ on the day: they stay side by side.
    return is_near && agreement.places > 0 ? std::optional(static_cast<float>(other_day_confidence)) : std::nullopt;
  }
  const int more = agreement.named - 2 + agreement.places;
  return static_cast<float>(std::min(most_match_confidence, least_match_confidence + match_confidence_step * more));
}

}  // namespace

void join_events_across_articles(const Interner& strings, const EventProfiles& profiles, EventClusters& clusters) {
  const std::vector<EventCluster> found = clusters.gather();
  NamePairIndex index(strings);
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (clusters.told().events[found[i].members.front()].has_identity) continue;
    if (is_day(found[i].profile.time)) index.add(i, found[i].profile, found[i].profile.time, 0);
  }
  std::vector<EventPair> pairs;
  index.for_each_pair([&](std::uint32_t x, std::uint32_t y) {
    const EventCluster& a = found[x];
    const EventCluster& b = found[y];
    // An article that tells two events apart knows better.
    if (share_article(a, b) || !agree_across(profiles, a.profile, b.profile)) return;
    const auto [first, second] = std::minmax(a.members.front(), b.members.front());
    pairs.push_back({first, second});
  });
  sort_unique(pairs);
  clusters.join_clear_groups(pairs);
}

std::vector<RawEventMatch> probable_event_matches(const Interner& strings, const std::vector<RawArticle>& articles,
                                                  const EventProfiles& profiles, EventClusters& clusters) {
  const std::vector<EventCluster> found = clusters.gather();
  NamePairIndex index(strings);
  std::vector<std::vector<std::int64_t>> days;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    days.push_back(publication_days(found[i], articles));
    if (!days.back().empty()) index.add(i, found[i].profile, {}, days.back().front());
  }
  const auto id = [&](const EventCluster& cluster) -> const Uuid& {
    return clusters.told().events[cluster.members.front()].id;
  };
  std::vector<RawEventMatch> matches;
  index.for_each_pair([&](std::uint32_t x, std::uint32_t y) {
    if (share_article(found[x], found[y]) || !lie_near(days[x], days[y])) return;
    if (const auto confidence = match_confidence(profiles, found[x].profile, found[y].profile)) {
      const auto [first, second] = std::minmax(id(found[x]), id(found[y]));
      matches.push_back({first, second, *confidence});
    }
  });
  sort_unique(matches);
  return matches;
}

}  // namespace habari
