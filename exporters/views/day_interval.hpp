#pragma once

#include <habari/core/date.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace habari::views {

/// A stretch of whole days of the proleptic Gregorian calendar, both ends included.
struct DayInterval {
  std::chrono::sys_days first;
  std::chrono::sys_days last;

  /// The days of a time as precise as its text: a month is all its days, a year is all its.
  static DayInterval of(const TimeValue& time);
  friend auto operator<=>(const DayInterval&, const DayInterval&) = default;
};

/// `2019-10-31`
std::string iso(std::chrono::sys_days day);

/// Puts intervals in order and joins those that overlap or follow each other without a day between them.
void unite(std::vector<DayInterval>& intervals);

}  // namespace habari::views
