#include "identity/within_articles.hpp"

#include "identity/event_time.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace habari {
namespace {

// An article that tells so many events of one sense is a list, in which the rules see too much alike.
constexpr std::size_t largest_list = 64;

class ArticleJoiner {
 public:
  ArticleJoiner(const EventProfiles& profiles, EventClusters& clusters) : profiles_(profiles), clusters_(clusters) {}

  void run() {
    const std::vector<ToldEvent>& events = clusters_.told().events;
    std::vector<std::tuple<std::uint32_t, StringId, Factuality, Told>> lists;
    for (Told told = 0; told < events.size(); ++told) {
      if (events[told].has_identity) continue;
      const EventProfile& profile = clusters_.profile(told);
      for (const std::uint32_t article : events[told].articles) {
        lists.emplace_back(article, profile.sense, profile.factuality, told);
      }
    }
    std::sort(lists.begin(), lists.end());
    const auto head = [](const auto& row) { return std::tuple(std::get<0>(row), std::get<1>(row), std::get<2>(row)); };
    std::vector<Told> list;
    for (std::size_t begin = 0, end = 0; begin < lists.size(); begin = end) {
      list.clear();
      for (; end < lists.size() && head(lists[end]) == head(lists[begin]); ++end)
        list.push_back(std::get<3>(lists[end]));
      if (list.size() > 1 && list.size() <= largest_list) join_list(list);
    }
    join_open_times();
  }

 private:
  /// Events of one sense in one article: joins those of equal times; those whose times leave each other open come
  /// later.
  void join_list(const std::vector<Told>& list) {
    std::vector<EventPair> equal;
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t k = i + 1; k < list.size(); ++k) {
        const EventProfile& a = clusters_.profile(list[i]);
        const EventProfile& b = clusters_.profile(list[k]);
        if (a.time == b.time) {
          if (tell_the_same(a, b)) equal.push_back({list[i], list[k]});
        } else if (leaves_open(a.time, b.time) || leaves_open(b.time, a.time)) {
          if (tell_the_same(a, b)) open_.push_back({list[i], list[k]});
        }
      }
    }
    clusters_.join_clear_groups(equal);
  }

  bool tell_the_same(const EventProfile& a, const EventProfile& b) const {
    const Agreement agreement = profiles_.compare(a, b);
    if (agreement.conflicts || agreement.named + agreement.unnamed == 0) return false;
    const int same_day = is_day(a.time) && a.time == b.time ? 1 : 0;
    return agreement.named + agreement.unnamed + agreement.places + same_day >= 2 && profiles_.contents_agree(a, b);
  }

  /// What leaves its time open takes that of the one event it agrees with; with two such it stays by itself.
  void join_open_times() {
    const std::vector<ToldEvent>& events = clusters_.told().events;
    std::set<Told> in_many;
    for (Told told = 0; told < events.size(); ++told) {
      if (events[told].articles.size() > 1) in_many.insert(clusters_.find(told));
    }
    std::map<Told, std::set<Told>> timed;
    for (const EventPair& pair : open_) {
      const bool first_is_open = leaves_open(clusters_.profile(pair.a).time, clusters_.profile(pair.b).time);
      const Told open = clusters_.find(first_is_open ? pair.a : pair.b);
      timed[open].insert(clusters_.find(first_is_open ? pair.b : pair.a));
    }
    for (const auto& [open, candidates] : timed) {
      // A month that two articles name may be two days.
      if (candidates.size() == 1 && !in_many.contains(open)) clusters_.join(open, *candidates.begin());
    }
  }

  const EventProfiles& profiles_;
  EventClusters& clusters_;
  std::vector<EventPair> open_;  ///< Pairs of which one leaves its time open.
};

}  // namespace

void join_events_within_articles(const EventProfiles& profiles, EventClusters& clusters) {
  ArticleJoiner(profiles, clusters).run();
}

}  // namespace habari
