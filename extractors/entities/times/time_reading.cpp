#include "times/time_reading.hpp"

#include <stdexcept>

namespace habari {
namespace {

constexpr int last_year_known = 9999;

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > last_year_known || month < 0 || day < 0) return std::nullopt;
  try {
    return Date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  } catch (const std::invalid_argument&) {
    return std::nullopt;  // 31 April, 29 February
  }
}

std::optional<TimeValue> point(std::optional<Date> date) {
  if (!date) return std::nullopt;
  return TimeValue(*date);
}

Date monday_of(const Date& date) { return date.plus_days(1 - static_cast<int>(date.weekday())); }

TimeValue week_around(const Date& date) {
  const Date monday = monday_of(date);
  return {monday, monday.plus_days(6)};
}

/// So many units before or after today, as precise as the unit.
std::optional<TimeValue> shifted(const Date& today, TimeUnit unit, int steps) {
  switch (unit) {
    case TimeUnit::hour:
      return std::nullopt;
    case TimeUnit::day:
      return TimeValue(today.plus_days(steps));
    case TimeUnit::week:
      return week_around(today.plus_days(7 * steps));
    case TimeUnit::weekend: {
      const Date saturday = monday_of(today).plus_days(5 + 7 * steps);
      return TimeValue(saturday, saturday.plus_days(1));
    }
    case TimeUnit::month:
      return TimeValue(today.plus_months(steps));
    case TimeUnit::year:
      return point(make_date(today.year() + steps, 0, 0));
    case TimeUnit::decade:
      return std::nullopt;  // `the last decade`: nobody knows where it begins
  }
  return std::nullopt;
}

/// `wiki mbili zilizopita` as a stretch that ends (or begins) today.
std::optional<TimeValue> stretch(const Date& today, TimeUnit unit, int steps) {
  std::optional<Date> far;
  Date near = today;
  switch (unit) {
    case TimeUnit::day:
      far = today.plus_days(steps);
      break;
    case TimeUnit::week:
      far = today.plus_days(7 * steps);
      break;
    case TimeUnit::month:
      far = today.plus_months(steps);
      near = Date(today.year(), today.month());
      break;
    case TimeUnit::year:
      far = make_date(today.year() + steps, 0, 0);
      near = Date(today.year());
      break;
    default:
      return std::nullopt;
  }
  if (!far) return std::nullopt;
  return steps < 0 ? TimeValue(*far, near) : TimeValue(near, *far);
}

TimeValue weekday_value(int weekday, const Date& today, std::optional<int> direction, Outlook outlook) {
  const int ahead = weekday - static_cast<int>(today.weekday());  // in this week: -6 to 6
  if (direction == 0) return today.plus_days(ahead);
  const bool future = direction ? *direction > 0 : outlook == Outlook::future;
  const bool today_counts = !direction && !future;
  if (ahead == 0) return today.plus_days(today_counts ? 0 : future ? 7 : -7);
  if (future) return today.plus_days(ahead > 0 ? ahead : ahead + 7);
  return today.plus_days(ahead < 0 ? ahead : ahead - 7);
}

/// The last or next such month or day of a month.
std::optional<Date> month_value(int month, int day, const Date& today, std::optional<int> direction, Outlook outlook) {
  const auto this_year = make_date(today.year(), month, day);
  if (direction == 0 || !this_year) return this_year;
  const bool future = direction ? *direction > 0 : outlook == Outlook::future;
  const Date now = day != 0 ? today : Date(today.year(), today.month());
  if (*this_year == now && !direction) return this_year;
  if (future) return *this_year > now ? this_year : make_date(today.year() + 1, month, day);
  return *this_year < now ? this_year : make_date(today.year() - 1, month, day);
}

std::optional<TimeValue> relative(const TimeReading& reading, const Date& today, Outlook outlook) {
  if (reading.offset) return TimeValue(today.plus_days(*reading.offset));
  const int month = reading.month.value_or(0);
  const int day = reading.day.value_or(0);
  if (reading.unit && reading.direction) {
    const int steps = *reading.direction * reading.count.value_or(1);
    if (reading.rule == TimeRule::stretch) return stretch(today, *reading.unit, steps);
    const auto when = shifted(today, *reading.unit, steps);
    if (!when) return std::nullopt;
    if (reading.unit == TimeUnit::year && month != 0) return point(make_date(when->begin.year(), month, day));
    if (reading.unit == TimeUnit::month && day != 0) {
      return point(make_date(when->begin.year(), static_cast<int>(when->begin.month()), day));
    }
    if (reading.unit == TimeUnit::week && reading.weekday) return when->begin.plus_days(*reading.weekday - 1);
    return when;
  }
  if (month != 0) return point(month_value(month, day, today, reading.direction, outlook));
  if (reading.weekday) return weekday_value(*reading.weekday, today, reading.direction, outlook);
  return std::nullopt;
}

}  // namespace

std::optional<TimeValue> evaluate(const TimeReading& reading, const std::optional<Date>& today, Outlook outlook) {
  const bool dated =
      reading.rule != TimeRule::none && reading.rule != TimeRule::skip && reading.rule != TimeRule::clock;
  if (!dated) return std::nullopt;
  if (reading.year) {
    if (reading.rule == TimeRule::decade) {
      const auto first = make_date(*reading.year, 0, 0);
      const auto last = make_date(*reading.year + 9, 0, 0);
      if (!first || !last || *reading.year % 10 != 0) return std::nullopt;
      return TimeValue(*first, *last);
    }
    const int month = reading.month.value_or(0);
    const int day = reading.day.value_or(0);
    if (reading.rule == TimeRule::unclear && month != day && day <= 12) return std::nullopt;
    return point(make_date(*reading.year, month, day));
  }
  if (!today || !today->has_day()) return std::nullopt;
  try {
    return relative(reading, *today, outlook);
  } catch (const std::invalid_argument&) {
    return std::nullopt;  // beyond the calendar
  }
}

std::optional<TimeValue> evaluate_range(TimeReading first, TimeReading last, const std::optional<Date>& today,
                                        Outlook outlook) {
  const auto lend = [](auto& to, const auto& from) {
    if (!to) to = from;
  };
  if (!first.unit && !last.unit) {
    if (!first.weekday && !first.offset) {
      if (first.day) lend(first.month, last.month);
      if (first.month && !first.year && last.year) {
        // `Novemba hadi Februari 2021` begins in 2020
        first.year = *last.year - (last.month && *last.month < *first.month ? 1 : 0);
      }
    }
    if (!last.weekday && !last.offset) {
      if (last.day) lend(last.month, first.month);
      if (last.month) lend(last.year, first.year);
    }
  } else if (first.month && last.unit == TimeUnit::year) {
    lend(first.unit, last.unit);
    lend(first.direction, last.direction);
  }
  const auto begin = evaluate(first, today, outlook);
  const auto end = evaluate(last, today, outlook);
  if (!begin || !end) return std::nullopt;
  Date to = end->end;
  if (to < begin->begin) {
    // `Novemba hadi Februari`: each was sought for itself; together the later one lies in the next year.
    if (first.year || last.year || !to.has_month() || first.weekday || last.weekday) return std::nullopt;
    const auto later = make_date(to.year() + 1, static_cast<int>(to.month()), static_cast<int>(to.day()));
    if (!later || *later < begin->begin) return std::nullopt;
    to = *later;
  }
  return TimeValue(begin->begin, to);
}

}  // namespace habari
