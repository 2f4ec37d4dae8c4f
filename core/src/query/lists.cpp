#include "query/lists.hpp"

#include "rows/row_number.hpp"

namespace habari {

OwnerLists::OwnerLists(std::vector<std::pair<std::uint32_t, Owner>> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  owners_.reserve(pairs.size());
  for (const auto& [key, owner] : pairs) {
    if (keys_.empty() || keys_.back() != key) {
      keys_.push_back(key);
      begin_.push_back(row_number(owners_.size()));
    }
    owners_.push_back(owner);
  }
  begin_.push_back(row_number(owners_.size()));
}

std::span<const Owner> OwnerLists::operator[](std::uint32_t key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (found == keys_.end() || *found != key) return {};
  const auto at = static_cast<std::size_t>(found - keys_.begin());
  return std::span(owners_).subspan(begin_[at], begin_[at + 1] - begin_[at]);
}

TimeLine::TimeLine(std::vector<Entry> entries) : entries_(std::move(entries)) {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.days.first, a.owner) < std::pair(b.days.first, b.owner);
  });
  std::int64_t last = 0;
  for (Entry& entry : entries_) entry.last_so_far = last = std::max(last, entry.days.last);
}

std::span<const TimeLine::Entry> TimeLine::near(DayRange range) const {
  const auto first = std::partition_point(entries_.begin(), entries_.end(),
                                          [&](const Entry& entry) { return entry.last_so_far < range.first; });
  const auto last =
      std::partition_point(first, entries_.end(), [&](const Entry& entry) { return entry.days.first <= range.last; });
  return {first, last};
}

QueryLists::QueryLists(const Graph& graph) : graph_(graph) {
  using Pairs = std::vector<std::pair<std::uint32_t, Owner>>;
  const auto number = [](auto id) { return static_cast<std::uint32_t>(id); };
  const GraphRows& rows = graph.rows();
  Pairs labels;
  Pairs lemmas;
  Pairs types;
  Pairs sources;
  Pairs articles;
  std::vector<TimeLine::Entry> times;
  for (Owner event = 0; event < graph.event_count(); ++event) {
    const EventRecord& record = rows.events[event];
    labels.emplace_back(number(record.label), event);
    types.emplace_back(number(record.type), event);
    if (const auto time = record.time.unpack()) times.push_back({DayRange::of(*time), 0, event});
    for (std::uint32_t i = rows.event_mention_begin[event]; i < rows.event_mention_begin[event + 1]; ++i) {
      const EventMention& mention = rows.event_mentions[i];
      lemmas.emplace_back(number(mention.lemma), event);
      articles.emplace_back(mention.article, event);
      if (mention.source != no_vertex) sources.emplace_back(mention.source, event);
    }
  }
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) {
    const Owner owner = graph.event_count() + i;
    labels.emplace_back(number(rows.relation_labels[i]), owner);
    for (std::uint32_t m = rows.relation_mention_begin[i]; m < rows.relation_mention_begin[i + 1]; ++m) {
      articles.emplace_back(rows.relation_mentions[m].article, owner);
    }
  }
  labels_ = OwnerLists(std::move(labels));
  lemmas_ = OwnerLists(std::move(lemmas));
  types_ = OwnerLists(std::move(types));
  sources_ = OwnerLists(std::move(sources));
  articles_ = OwnerLists(std::move(articles));
  times_ = TimeLine(std::move(times));
}

const EntityNames& QueryLists::names() const {
  std::call_once(names_once_, [&] { names_ = std::make_unique<const EntityNames>(graph_); });
  return *names_;
}

}  // namespace habari
