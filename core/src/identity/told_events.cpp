#include "identity/told_events.hpp"

#include "identity/event_ids.hpp"
#include "rows/sorting.hpp"

#include <tuple>

namespace habari {

std::vector<EventProfile> ToldEvents::profiles(const EventProfiles& of_mentions) const {
  std::vector<EventProfile> result;
  result.reserve(events.size());
  for (const std::uint32_t mention : order) {
    if (of_mention[mention] == result.size()) {
      result.push_back(of_mentions.profile(mention));
    } else {
      result.back().add(of_mentions.profile(mention));
    }
  }
  for (EventProfile& profile : result) sort_unique(profile.items);
  return result;
}

ToldEvents collect_told_events(const Interner& strings, const std::vector<RawArticle>& articles,
                               const std::vector<RawEventMention>& mentions, const EventProfiles& profiles) {
  const std::vector<Uuid> ids = told_event_ids(strings, articles, mentions, profiles);
  ToldEvents told;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (articles[mentions[i].mention.article].alive) told.order.push_back(i);
  }
  std::sort(told.order.begin(), told.order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto place = [&](std::uint32_t i) {
      const EventMention& mention = mentions[i].mention;
      return std::tuple(ids[i], strings[articles[mention.article].record.id], mention.trigger);
    };
    return place(a) < place(b);
  });
  told.of_mention.assign(mentions.size(), none);
  for (const std::uint32_t mention : told.order) {
    if (told.events.empty() || told.events.back().id != ids[mention])
      told.events.push_back({ids[mention], {}, 0, false});
    const std::uint32_t article = mentions[mention].mention.article;
    ToldEvent& event = told.events.back();
    told.of_mention[mention] = static_cast<Told>(told.events.size() - 1);
    event.articles.push_back(article);
    ++event.mentions;
    event.has_identity = event.has_identity || articles[article].has_identity;
  }
  for (ToldEvent& event : told.events) sort_unique(event.articles);
  return told;
}

}  // namespace habari
