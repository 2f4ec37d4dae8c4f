#include "identity/event_joiner.hpp"

#include "identity/event_ids.hpp"
#include "identity/event_profile.hpp"
#include "identity/union_find.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace habari {
namespace {

using Told = std::uint32_t;  ///< What mentions say alike, by identifier.

// An article that tells so many events of one label is a list, in which the rules see too much alike.
constexpr std::size_t largest_list = 64;
constexpr std::size_t most_keyed_names = 8;
constexpr std::size_t most_compared = 32;
constexpr int most_days_apart = 2;
constexpr double least_match_confidence = 0.6;
constexpr double match_confidence_step = 0.1;
constexpr double most_match_confidence = 0.9;
constexpr double other_day_confidence = 0.5;

bool is_day(const PackedTime& time) { return time.begin == time.end && time.begin % 100 != 0; }

/// Whether `wide` has no time or one that `narrow` lies in.
bool leaves_open(const PackedTime& wide, const PackedTime& narrow) {
  if (wide.begin == 0) return narrow.begin != 0;
  if (narrow.begin == 0 || wide == narrow) return false;
  const auto last = [](std::uint32_t date) {
    return date % 10000 == 0 ? date + 1299 : date % 100 == 0 ? date + 99 : date;
  };
  return wide.begin <= narrow.begin && last(narrow.end) <= last(wide.end);
}

/// Days since an arbitrary day; nothing where no day is known.
std::optional<std::int64_t> day_number(const std::optional<Date>& date) {
  if (!date || !date->has_day()) return std::nullopt;
  // Source: https://howardhinnant.github.io/date_algorithms.html (days_from_civil)
  const std::int64_t year = date->year() - (date->month() <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (date->month() + (date->month() > 2 ? -3 : 9)) + 2) / 5 + date->day() - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

template <typename T>
void sort_unique(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

class EventJoiner {
 public:
  EventJoiner(const Interner& strings, const std::vector<RawArticle>& articles, std::vector<RawEventMention>& mentions,
              const std::vector<RawRole>& roles)
      : strings_(strings),
        articles_(articles),
        mentions_(mentions),
        profiles_(strings, articles, mentions, roles),
        sets_(0) {}

  std::vector<RawEventMatch> run() {
    collect_told();
    fill_profiles();
    join_within_articles();
    gather_clusters();
    join_across_articles();
    gather_clusters();
    name_events();
    // By what the events have become, so that a graph that is read again has the same matches.
    fill_profiles();
    gather_clusters();
    return probable_matches();
  }

 private:
  struct Cluster {
    std::vector<Told> members;
    EventProfile profile;
    std::vector<std::uint32_t> articles;  ///< Raw numbers, sorted: compared only, never put out.
  };
  struct Pair {
    Told a;
    Told b;
    auto operator<=>(const Pair&) const = default;
  };

  void collect_told() {
    const std::vector<Uuid> ids = told_event_ids(strings_, articles_, mentions_, profiles_);
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (articles_[mentions_[i].mention.article].alive) order_.push_back(i);
    }
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto place = [&](std::uint32_t i) {
        const EventMention& mention = mentions_[i].mention;
        return std::tuple(ids[i], strings_[articles_[mention.article].record.id], mention.trigger);
      };
      return place(a) < place(b);
    });
    told_of_.assign(mentions_.size(), none);
    for (const std::uint32_t mention : order_) {
      if (ids_.empty() || ids_.back() != ids[mention]) {
        ids_.push_back(ids[mention]);
        told_articles_.emplace_back();
        told_mentions_.push_back(0);
        has_identity_.push_back(false);
      }
      const std::uint32_t article = mentions_[mention].mention.article;
      told_of_[mention] = static_cast<Told>(ids_.size() - 1);
      told_articles_.back().push_back(article);
      ++told_mentions_.back();
      if (articles_[article].has_identity) has_identity_.back() = true;
    }
    for (auto& articles : told_articles_) sort_unique(articles);
    sets_ = UnionFind(ids_.size());
  }

  void fill_profiles() {
    told_profiles_.clear();
    for (const std::uint32_t mention : order_) {
      if (told_of_[mention] == told_profiles_.size()) {
        told_profiles_.push_back(profiles_.profile(mention));
      } else {
        add_to(told_profiles_.back(), profiles_.profile(mention));
      }
    }
    for (EventProfile& profile : told_profiles_) sort_unique(profile.items);
  }

  static void add_to(EventProfile& profile, const EventProfile& more) {
    if (leaves_open(profile.time, more.time)) profile.time = more.time;
    profile.items.insert(profile.items.end(), more.items.begin(), more.items.end());
    profile.contents.insert(profile.contents.end(), more.contents.begin(), more.contents.end());
  }

  // Within an article --------------------------------------------------------------------------------------------

  void join_within_articles() {
    std::vector<std::tuple<std::uint32_t, StringId, Factuality, Told>> lists;
    for (Told told = 0; told < ids_.size(); ++told) {
      if (has_identity_[told]) continue;
      const EventProfile& profile = told_profiles_[told];
      for (const std::uint32_t article : told_articles_[told]) {
        lists.emplace_back(article, profile.label, profile.factuality, told);
      }
    }
    std::sort(lists.begin(), lists.end());
    const auto head = [](const auto& row) { return std::tuple(std::get<0>(row), std::get<1>(row), std::get<2>(row)); };
    std::vector<Pair> open;
    std::vector<Told> list;
    for (std::size_t begin = 0, end = 0; begin < lists.size(); begin = end) {
      list.clear();
      for (; end < lists.size() && head(lists[end]) == head(lists[begin]); ++end)
        list.push_back(std::get<3>(lists[end]));
      if (list.size() > 1 && list.size() <= largest_list) join_list(list, open);
    }
    join_open_times(open);
  }

  /// Events of one label in one article: joins those of equal times; those whose times leave each other open come
  /// later.
  void join_list(const std::vector<Told>& list, std::vector<Pair>& open) {
    std::vector<Pair> equal;
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t k = i + 1; k < list.size(); ++k) {
        const EventProfile& a = told_profiles_[list[i]];
        const EventProfile& b = told_profiles_[list[k]];
        if (a.time == b.time) {
          if (tell_the_same(a, b)) equal.push_back({list[i], list[k]});
        } else if (leaves_open(a.time, b.time) || leaves_open(b.time, a.time)) {
          if (tell_the_same(a, b)) open.push_back({list[i], list[k]});
        }
      }
    }
    join_clear_groups(equal);
  }

  bool tell_the_same(const EventProfile& a, const EventProfile& b) const {
    const Agreement agreement = profiles_.compare(a, b);
    if (agreement.conflicts || agreement.named + agreement.unnamed == 0) return false;
    const int same_day = is_day(a.time) && a.time == b.time ? 1 : 0;
    return agreement.named + agreement.unnamed + agreement.places + same_day >= 2 && profiles_.contents_agree(a, b);
  }

  /// Groups in which each agrees with each; others are too unclear to join.
  void join_clear_groups(const std::vector<Pair>& pairs) {
    std::map<Told, Told> local;
    for (const Pair& pair : pairs) {
      local.try_emplace(pair.a, 0);
      local.try_emplace(pair.b, 0);
    }
    Told next = 0;
    for (auto& [told, number] : local) number = next++;
    UnionFind groups(local.size());
    for (const Pair& pair : pairs) groups.join(local.at(pair.a), local.at(pair.b));
    std::map<Told, std::pair<std::size_t, std::size_t>> counts;  // members, pairs
    for (const auto& [told, number] : local) ++counts[groups.find(number)].first;
    for (const Pair& pair : pairs) ++counts[groups.find(local.at(pair.a))].second;
    for (const Pair& pair : pairs) {
      const auto [size, joins] = counts.at(groups.find(local.at(pair.a)));
      if (joins == size * (size - 1) / 2) sets_.join(pair.a, pair.b);
    }
  }

  /// What leaves its time open takes that of the one event it agrees with; with two such it stays by itself.
  void join_open_times(const std::vector<Pair>& pairs) {
    std::set<Told> in_many;
    for (Told told = 0; told < ids_.size(); ++told) {
      if (told_articles_[told].size() > 1) in_many.insert(sets_.find(told));
    }
    std::map<Told, std::set<Told>> timed;
    for (const Pair& pair : pairs) {
      const bool first_is_open = leaves_open(told_profiles_[pair.a].time, told_profiles_[pair.b].time);
      const Told open = sets_.find(first_is_open ? pair.a : pair.b);
      timed[open].insert(sets_.find(first_is_open ? pair.b : pair.a));
    }
    for (const auto& [open, candidates] : timed) {
      // A month that two articles name may be two days.
      if (candidates.size() == 1 && !in_many.contains(open)) sets_.join(open, *candidates.begin());
    }
  }

  // Across articles ----------------------------------------------------------------------------------------------

  void gather_clusters() {
    clusters_.clear();
    cluster_of_.assign(ids_.size(), none);
    for (Told told = 0; told < ids_.size(); ++told) {
      std::uint32_t& number = cluster_of_[sets_.find(told)];
      if (number == none) {
        number = static_cast<std::uint32_t>(clusters_.size());
        clusters_.push_back({{}, told_profiles_[told], {}});
      }
      cluster_of_[told] = number;
      Cluster& cluster = clusters_[number];
      cluster.members.push_back(told);
      if (cluster.members.size() > 1) add_to(cluster.profile, told_profiles_[told]);
      cluster.articles.insert(cluster.articles.end(), told_articles_[told].begin(), told_articles_[told].end());
    }
    for (Cluster& cluster : clusters_) {
      cluster.profile.type = usual_type(cluster);
      sort_unique(cluster.profile.items);
      sort_unique(cluster.articles);
    }
  }

  /// Lexicons of two languages type one verb differently: what most mentions say; of equals the first.
  EventType usual_type(const Cluster& cluster) const {
    std::map<EventType, std::uint32_t> counts;
    for (const Told told : cluster.members) counts[told_profiles_[told].type] += told_mentions_[told];
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best->first;
  }

  struct Keyed {
    StringId label;
    Factuality factuality;
    PackedTime time;
    StringId first;
    StringId second;
    std::int64_t day;  ///< First publication day, to sort by.
    std::uint32_t cluster;
    auto key() const { return std::tie(label, factuality, time, first, second); }
    auto operator<=>(const Keyed&) const = default;
  };

  /// A cluster under each pair of its named participants.
  void key_by_names(std::uint32_t number, const PackedTime& time, std::int64_t day, std::vector<Keyed>& rows) const {
    const EventProfile& profile = clusters_[number].profile;
    std::vector<StringId> names;
    for (const ProfileItem& item : profile.items) {
      if (item.is_named && (item.slot == Slot::actor || item.slot == Slot::undergoer)) names.push_back(item.entity);
    }
    std::sort(names.begin(), names.end(), [&](StringId a, StringId b) { return strings_[a] < strings_[b]; });
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (names.size() > most_keyed_names) names.resize(most_keyed_names);
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t k = i + 1; k < names.size(); ++k) {
        rows.push_back({profile.label, profile.factuality, time, names[i], names[k], day, number});
      }
    }
  }

  void join_across_articles() {
    std::vector<Keyed> rows;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
      if (has_identity_[clusters_[i].members.front()]) continue;
      if (is_day(clusters_[i].profile.time)) key_by_names(i, clusters_[i].profile.time, 0, rows);
    }
    std::sort(rows.begin(), rows.end());
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t k = i + 1; k < rows.size() && k <= i + most_compared && rows[i].key() == rows[k].key(); ++k) {
        const Cluster& a = clusters_[rows[i].cluster];
        const Cluster& b = clusters_[rows[k].cluster];
        if (!share_article(a, b) && agree_across(a.profile, b.profile)) {
          pairs.push_back({a.members.front(), b.members.front()});
        }
      }
    }
    for (Pair& pair : pairs) {
      if (pair.b < pair.a) std::swap(pair.a, pair.b);
    }
    sort_unique(pairs);
    join_clear_groups(pairs);
  }

  /// An article that tells two events apart knows better.
  static bool share_article(const Cluster& a, const Cluster& b) {
    std::vector<std::uint32_t> both;
    std::set_intersection(a.articles.begin(), a.articles.end(), b.articles.begin(), b.articles.end(),
                          std::back_inserter(both));
    return !both.empty();
  }

  bool agree_across(const EventProfile& a, const EventProfile& b) const {
    const Agreement agreement = profiles_.compare(a, b);
    return !agreement.conflicts && agreement.named >= 2 && profiles_.contents_agree(a, b);
  }

  // Probably the same --------------------------------------------------------------------------------------------

  std::vector<std::int64_t> publication_days(const Cluster& cluster) const {
    std::vector<std::int64_t> days;
    for (const std::uint32_t article : cluster.articles) {
      if (const auto day = day_number(articles_[article].record.date)) days.push_back(*day);
    }
    sort_unique(days);
    return days;
  }

  static bool lie_near(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
    return std::any_of(a.begin(), a.end(), [&](std::int64_t day) {
      const auto at = std::lower_bound(b.begin(), b.end(), day - most_days_apart);
      return at != b.end() && *at <= day + most_days_apart;
    });
  }

  std::vector<RawEventMatch> probable_matches() {
    std::vector<Keyed> rows;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
      const auto days = publication_days(clusters_[i]);
      if (!days.empty()) key_by_names(i, {}, days.front(), rows);
    }
    std::sort(rows.begin(), rows.end());
    std::vector<RawEventMatch> matches;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t k = i + 1; k < rows.size() && k <= i + most_compared && rows[i].key() == rows[k].key(); ++k) {
        const Cluster& a = clusters_[rows[i].cluster];
        const Cluster& b = clusters_[rows[k].cluster];
        if (const auto confidence = match_confidence(a, b)) {
          const auto [first, second] = std::minmax(ids_[a.members.front()], ids_[b.members.front()]);
          matches.push_back({first, second, *confidence});
        }
      }
    }
    sort_unique(matches);
    return matches;
  }

  std::optional<float> match_confidence(const Cluster& a, const Cluster& b) const {
    if (share_article(a, b) || !lie_near(publication_days(a), publication_days(b)) ||
        !agree_across(a.profile, b.profile)) {
      return std::nullopt;
    }
    const PackedTime& left = a.profile.time;
    const PackedTime& right = b.profile.time;
    const Agreement agreement = profiles_.compare(a.profile, b.profile);
    if (left != right && !leaves_open(left, right) && !leaves_open(right, left)) {
      const bool is_near = is_day(left) && is_day(right) &&
                           std::abs(*day_number(left.unpack()->begin) - *day_number(right.unpack()->begin)) <= 1;
      // Two accounts that differ on the day: they stay side by side.
      return is_near && agreement.places > 0 ? std::optional(static_cast<float>(other_day_confidence)) : std::nullopt;
    }
    const int more = agreement.named - 2 + agreement.places;
    return static_cast<float>(std::min(most_match_confidence, least_match_confidence + match_confidence_step * more));
  }

  void name_events() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (told_of_[i] == none) continue;
      const Cluster& cluster = clusters_[cluster_of_[told_of_[i]]];
      // Members are in the order of their identifiers: the first stands for all.
      mentions_[i].event.uuid = ids_[cluster.members.front()];
      mentions_[i].event.time = cluster.profile.time;
      mentions_[i].event.type = cluster.profile.type;
    }
  }

  const Interner& strings_;
  const std::vector<RawArticle>& articles_;
  std::vector<RawEventMention>& mentions_;
  EventProfiles profiles_;
  std::vector<std::uint32_t> order_;  ///< Event mentions by Told, article and place.
  std::vector<Uuid> ids_;             ///< By Told, ascending.
  std::vector<EventProfile> told_profiles_;
  std::vector<std::vector<std::uint32_t>> told_articles_;
  std::vector<std::uint32_t> told_mentions_;  ///< How many.
  std::vector<bool> has_identity_;            ///< By Told: comes from a graph, where it was joined already.
  std::vector<Told> told_of_;                 ///< By mention; none in replaced articles.
  UnionFind sets_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> cluster_of_;  ///< By Told.
};

}  // namespace

std::vector<RawEventMatch> join_events(const Interner& strings, const std::vector<RawArticle>& articles,
                                       std::vector<RawEventMention>& mentions, const std::vector<RawRole>& roles) {
  return EventJoiner(strings, articles, mentions, roles).run();
}

}  // namespace habari
