#include "identity/event_likeness.hpp"

#include "identity/event_time.hpp"
#include "identity/event_weights.hpp"
#include "identity/local_entities.hpp"
#include "rows/sorting.hpp"

#include <algorithm>
#include <cmath>

namespace habari {
namespace {

constexpr std::array<std::string_view, likeness_count> likeness_names = {
    "any",           "same-label",     "same-sense",     "same-family", "names",           "glosses",
    "content-alike", "number-alike",   "number-differs", "same-day",    "sentence-weight", "sentence-share",
    "sentence-rest", "article-weight", "article-share",  "rivals",      "out-of-order"};

// More of one kind of evidence says no more.
constexpr int most_of_participants = 24 * 8;
constexpr int most_of_sentence = 48 * 8;
constexpr int most_of_article = 96 * 8;
constexpr std::size_t most_mentions = 4;

int& of(Evidence& evidence, Likeness likeness) { return evidence[static_cast<std::size_t>(likeness)]; }

/// Of the smaller of the two, in hundredths.
int share(int both, int a, int b) { return 100 * both / std::max(1, std::min(a, b)); }

template <typename T>
bool differ(const std::vector<T>& a, const std::vector<T>& b) {
  return !a.empty() && !b.empty() && !intersect(a, b);
}

}  // namespace

std::string_view name(Likeness likeness) { return likeness_names[static_cast<std::size_t>(likeness)]; }

EventComparison::EventComparison(const BuilderRows& rows, const EventProfiles& profiles, const StoryWords& words,
                                 const std::vector<EventCluster>& found)
    : rows_(rows), words_(words), found_(found), traits_(found.size()) {
  std::vector<std::uint32_t> cluster_of(rows.event_mentions.size(), none);
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    Traits& traits = traits_[i];
    for (const std::uint32_t mention : found[i].mentions) {
      cluster_of[mention] = i;
      for (const RawRole& role : profiles.roles(mention)) {
        if (role.content != none) traits.contents.push_back(words.sense(role.content));
      }
    }
    traits.family = words.sense(found[i].mentions.front());
    sort_unique(traits.contents);
  }
  for (const QuantityMention& quantity : rows.quantities) {
    const std::uint32_t cluster = cluster_of[quantity.event_mention];
    if (cluster != none) traits_[cluster].numbers.push_back(quantity.value);
  }
  for (Traits& traits : traits_) sort_unique(traits.numbers);
}

bool EventComparison::may_be_one(std::uint32_t a, std::uint32_t b) const {
  const EventProfile& left = found_[a].profile;
  const EventProfile& right = found_[b].profile;
  if (traits_[a].family != traits_[b].family) return false;
  if (left.factuality != right.factuality) return false;
  if (left.time != right.time && !leaves_open(left.time, right.time) && !leaves_open(right.time, left.time)) {
    return false;
  }
  return !differ(traits_[a].contents, traits_[b].contents) && !names_conflict(left, right);
}

/// In a slot where both have names, one has to be of both; a country and a place may be of one event.
bool EventComparison::names_conflict(const EventProfile& a, const EventProfile& b) const {
  for (const Slot slot : slots) {
    bool differs = false;
    bool agrees = false;
    for (const ProfileItem& item : a.items) {
      for (const ProfileItem& other : b.items) {
        if (item.slot != slot || other.slot != slot || !item.is_named || !other.is_named) continue;
        agrees = agrees || item.entity == other.entity;
        differs = differs || slot != Slot::place || item.is_country == other.is_country;
      }
    }
    if (differs && !agrees) return true;
  }
  return false;
}

/// Of participants that stand alike in both.
int EventComparison::shared_weight(const EventProfile& a, const EventProfile& b, bool named) const {
  const auto listed = [&](const EventProfile& profile) {
    std::vector<std::pair<Slot, StoryWord>> found;
    for (const ProfileItem& item : profile.items) {
      const bool has_name = item.is_named || is_own_name(rows_.strings[item.entity]);
      if (has_name != named || (!named && rows_.strings[item.gloss].empty())) continue;
      found.emplace_back(item.slot, named ? words_.name(item.entity) : words_.gloss(item.gloss));
    }
    sort_unique(found);
    return found;
  };
  int sum = 0;
  for (const auto& [slot, word] : shared(listed(a), listed(b))) sum += words_.weight(word);
  return std::min(sum, most_of_participants);
}

Evidence EventComparison::compare(const Account& a, const Account& b) const {
  Evidence evidence{};
  const EventProfile& left = found_[a.cluster].profile;
  const EventProfile& right = found_[b.cluster].profile;
  const Traits& x = traits_[a.cluster];
  const Traits& y = traits_[b.cluster];
  of(evidence, Likeness::any) = 1;
  const Likeness sense = left.label == right.label   ? Likeness::same_label
                         : left.sense == right.sense ? Likeness::same_sense
                                                     : Likeness::same_family;
  of(evidence, sense) = 1;
  of(evidence, Likeness::names) = shared_weight(left, right, true);
  of(evidence, Likeness::glosses) = shared_weight(left, right, false);
  of(evidence, Likeness::content_alike) = intersect(x.contents, y.contents) ? 1 : 0;
  of(evidence, Likeness::number_alike) = intersect(x.numbers, y.numbers) ? 1 : 0;
  of(evidence, Likeness::number_differs) = differ(x.numbers, y.numbers) ? 1 : 0;
  of(evidence, Likeness::same_day) = left.time == right.time && is_day(left.time) ? 1 : 0;
  compare_words(a, b, evidence);
  return evidence;
}

void EventComparison::compare_words(const Account& a, const Account& b, Evidence& evidence) const {
  int& best = of(evidence, Likeness::sentence_weight);
  for (std::size_t i = 0; i < std::min(a.mentions.size(), most_mentions); ++i) {
    for (std::size_t k = 0; k < std::min(b.mentions.size(), most_mentions); ++k) {
      const auto& left = words_.of_sentence(a.mentions[i]);
      const auto& right = words_.of_sentence(b.mentions[k]);
      const int both = words_.weight(shared(left, right));
      if (both <= best) continue;
      best = both;
      const int in_left = words_.weight(left);
      const int in_right = words_.weight(right);
      of(evidence, Likeness::sentence_share) = share(both, in_left, in_right);
      of(evidence, Likeness::sentence_rest) = std::min(in_left + in_right - 2 * both, most_of_article);
    }
  }
  best = std::min(best, most_of_sentence);
}

int EventComparison::score(const Evidence& evidence) {
  int sum = 0;
  for (std::size_t i = 0; i < likeness_count; ++i) sum += event_weights[i] * evidence[i];
  return sum;
}

float EventComparison::confidence(const Evidence& evidence) {
  return static_cast<float>(std::round(100 / (1 + std::exp(-score(evidence) / 1000.0))) / 100);
}

}  // namespace habari
