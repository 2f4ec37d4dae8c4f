#include "views/day_interval.hpp"

#include <algorithm>

namespace habari::views {
namespace {

std::chrono::sys_days first_day(const Date& date) {
  return std::chrono::year{date.year()} / std::chrono::month{date.has_month() ? date.month() : 1U} /
         std::chrono::day{date.has_day() ? date.day() : 1U};
}

std::chrono::sys_days last_day(const Date& date) {
  if (date.has_day()) return first_day(date);
  return std::chrono::year{date.year()} / std::chrono::month{date.has_month() ? date.month() : 12U} / std::chrono::last;
}

}  // namespace

DayInterval DayInterval::of(const TimeValue& time) { return {first_day(time.begin), last_day(time.end)}; }

std::string iso(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return Date(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()))
      .iso();
}

void unite(std::vector<DayInterval>& intervals) {
  std::sort(intervals.begin(), intervals.end());
  std::size_t kept = 0;
  for (std::size_t i = 1; i < intervals.size(); ++i) {
    if (intervals[i].first <= intervals[kept].last + std::chrono::days{1}) {
      intervals[kept].last = std::max(intervals[kept].last, intervals[i].last);
    } else {
      intervals[++kept] = intervals[i];
    }
  }
  if (!intervals.empty()) intervals.resize(kept + 1);
}

}  // namespace habari::views
