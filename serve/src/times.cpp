#include "questions.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

namespace habari::serve {
namespace {

/// As many bars as stand side by side on a page.
constexpr std::int64_t most_bars = 120;

/// How wide a bar is.
struct Unit {
  std::string_view name;
  bool has_month;
  bool has_day;
  std::int64_t years;  ///< Where it is no shorter than a year.
};
constexpr std::array units = {Unit{"day", true, true, 0}, Unit{"month", true, false, 0}, Unit{"year", false, false, 1},
                              Unit{"decade", false, false, 10}, Unit{"century", false, false, 100}};

/// Number of the bar that a date falls into; it has to be as precise as the bar.
std::int64_t bar(const Date& date, const Unit& unit) {
  if (unit.has_day) {
    const std::chrono::year_month_day day(std::chrono::year(date.year()), std::chrono::month(date.month()),
                                          std::chrono::day(date.day()));
    return std::chrono::sys_days(day).time_since_epoch().count();
  }
  if (unit.has_month) return std::int64_t{date.year()} * 12 + date.month() - 1;
  return date.year() / unit.years;
}

std::string first_of_bar(std::int64_t bar, const Unit& unit) {
  if (unit.has_day) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(bar))};
    return Date(static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()))
        .iso();
  }
  if (unit.has_month) return Date(static_cast<int>(bar / 12), static_cast<unsigned>(bar % 12) + 1).iso();
  return Date(static_cast<int>(std::max<std::int64_t>(bar * unit.years, 1))).iso();
}

std::string last_of_bar(std::int64_t bar, const Unit& unit) {
  return unit.years > 1 ? Date(static_cast<int>((bar + 1) * unit.years - 1)).iso() : first_of_bar(bar, unit);
}

bool is_precise_enough(const Date& date, const Unit& unit) {
  return (!unit.has_month || date.has_month()) && (!unit.has_day || date.has_day());
}

/// Of events in their times' first days, bars without events between others included.
class TimeLine {
 public:
  void add(const std::optional<TimeValue>& time) {
    if (time) {
      ++begins_[time->begin];
    } else {
      ++undated_;
    }
  }

  void write(Json& json) const {
    const Unit& unit = widest_needed();
    std::map<std::int64_t, std::size_t> bars;
    std::size_t vague = 0;
    for (const auto& [date, count] : begins_) {
      if (is_precise_enough(date, unit)) {
        bars[bar(date, unit)] += count;
      } else {
        vague += count;
      }
    }
    json.begin_object();
    json.member("unit", unit.name);
    json.begin_array("bars");
    if (!bars.empty()) {
      for (std::int64_t i = bars.begin()->first; i <= bars.rbegin()->first; ++i) {
        const auto found = bars.find(i);
        json.begin_object();
        json.member("since", first_of_bar(i, unit));
        json.member("until", last_of_bar(i, unit));
        json.member("count", found == bars.end() ? std::size_t{0} : found->second);
        json.end_object();
      }
    }
    json.end_array();
    json.member("vague", vague);
    json.member("undated", undated_);
    json.end_object();
  }

 private:
  /// The narrowest that gives no more bars than fit; one for which no date is precise enough gives none.
  const Unit& widest_needed() const {
    for (const Unit& unit : units) {
      std::optional<std::int64_t> first;
      std::int64_t last = 0;
      for (const auto& [date, count] : begins_) {
        if (!is_precise_enough(date, unit)) continue;
        last = bar(date, unit);
        if (!first) first = last;
      }
      if (first && last - *first < most_bars) return unit;
    }
    return units.back();
  }

  std::map<Date, std::size_t> begins_;
  std::size_t undated_ = 0;
};

}  // namespace

/// Of the events that fit all but the time: what is to be chosen from.
void answer_times(const Explorer& explorer, const Parameters& parameters, Json& json) {
  const EventFilter filter(explorer.index(), parameters);
  TimeLine line;
  for (const EventView& event : explorer.graph().events()) {
    if (filter.fits_but(filter.misfits(event.vertex), Ask::time)) line.add(event.time);
  }
  line.write(json);
}

}  // namespace habari::serve
