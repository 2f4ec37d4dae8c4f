#pragma once

#include "query/names.hpp"

#include <habari/core/query.hpp>

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace habari {

/// What triples are read from, in one numbering: events, then standing relations. TripleRange goes by it, too.
using Owner = std::uint32_t;

/// Owners by a key, both ascending.
class OwnerLists {
 public:
  OwnerLists() = default;
  explicit OwnerLists(std::vector<std::pair<std::uint32_t, Owner>> pairs);
  std::span<const Owner> operator[](std::uint32_t key) const;
  std::span<const std::uint32_t> keys() const { return keys_; }

 private:
  std::vector<std::uint32_t> keys_;
  std::vector<std::uint32_t> begin_;
  std::vector<Owner> owners_;
};

/// First and last day as year * 10000 + month * 100 + day, with everything between what an open month or day may be.
struct DayRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
  static DayRange of(const TimeValue& time) { return {number(time.begin, 0), number(time.end, 99)}; }
  static std::int64_t number(const Date& date, std::int64_t open) {
    return (std::int64_t{date.year()} * 100 + (date.has_month() ? std::int64_t{date.month()} : open)) * 100 +
           (date.has_day() ? std::int64_t{date.day()} : open);
  }
};

/// Dated events by their first day.
class TimeLine {
 public:
  struct Entry {
    DayRange days;
    std::int64_t last_so_far = 0;  ///< Greatest last day of the entries up to this one.
    Owner owner = 0;
  };

  TimeLine() = default;
  explicit TimeLine(std::vector<Entry> entries);
  /// All events that share a day with the range, and possibly others.
  std::span<const Entry> near(DayRange range) const;

 private:
  std::vector<Entry> entries_;
};

class QueryLists {
 public:
  explicit QueryLists(const Graph& graph);

  const Graph& graph() const { return graph_; }
  const EntityNames& names() const;
  std::span<const Owner> labelled(StringId label) const { return labels_[static_cast<std::uint32_t>(label)]; }
  std::span<const Owner> with_lemma(StringId lemma) const { return lemmas_[static_cast<std::uint32_t>(lemma)]; }
  /// Numbers of the strings that are labels, and of those that are lemmas.
  std::span<const std::uint32_t> labels() const { return labels_.keys(); }
  std::span<const std::uint32_t> lemmas() const { return lemmas_.keys(); }
  std::span<const Owner> of_type(EventType type) const { return types_[static_cast<std::uint32_t>(type)]; }
  std::span<const Owner> told_by(Vertex source) const { return sources_[source]; }
  std::span<const Owner> in_article(std::uint32_t article) const { return articles_[article]; }
  std::span<const TimeLine::Entry> near(DayRange range) const { return times_.near(range); }

 private:
  const Graph& graph_;
  OwnerLists labels_;
  OwnerLists lemmas_;
  OwnerLists types_;
  OwnerLists sources_;
  OwnerLists articles_;
  TimeLine times_;
  mutable std::once_flag names_once_;
  mutable std::unique_ptr<const EntityNames> names_;
};

}  // namespace habari
