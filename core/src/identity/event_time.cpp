#include "identity/event_time.hpp"

namespace habari {

bool is_day(const PackedTime& time) { return time.begin == time.end && time.begin % 100 != 0; }

bool leaves_open(const PackedTime& wide, const PackedTime& narrow) {
  if (wide.begin == 0) return narrow.begin != 0;
  if (narrow.begin == 0 || wide == narrow) return false;
  const auto last = [](std::uint32_t date) {
    return date % 10000 == 0 ? date + 1299 : date % 100 == 0 ? date + 99 : date;
  };
  return wide.begin <= narrow.begin && last(narrow.end) <= last(wide.end);
}

std::optional<std::int64_t> day_number(const std::optional<Date>& date) {
  if (!date || !date->has_day()) return std::nullopt;
  const std::int64_t year = date->year() - (date->month() <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (date->month() + (date->month() > 2 ? -3 : 9)) + 2) / 5 + date->day() - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

}  // namespace habari
