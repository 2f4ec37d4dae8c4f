#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// A proleptic Gregorian date, as precise as its text: year, year and month, or a day.
/// Invariant: day != 0 implies month != 0; the day exists in the calendar.
class Date {
 public:
  /// Throws std::invalid_argument where there is no such date. 0 leaves month or day open.
  explicit Date(int year, unsigned month = 0, unsigned day = 0);

  /// `2019`, `2019-10` or `2019-10-31` (a longer ISO 8601 date-time is cut after its day); nothing else.
  static std::optional<Date> parse(std::string_view iso);

  int year() const { return year_; }              ///< As the calendar counts it.
  unsigned month() const { return month_; }       ///< 1 to 12; 0 where it is open.
  unsigned day() const { return day_; }           ///< 1 to 31; 0 where it is open.
  bool has_month() const { return month_ != 0; }  ///< Whether the month is known.
  bool has_day() const { return day_ != 0; }      ///< Whether the day is known.

  /// 1 (Monday) to 7 (Sunday), ISO 8601. Requires: has_day().
  unsigned weekday() const;
  /// Requires: has_day().
  Date plus_days(int days) const;
  /// Keeps month precision. Requires: has_month().
  Date plus_months(int months) const;

  std::string iso() const;  ///< `2019`, `2019-10` or `2019-10-31`.

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  int year_;
  unsigned month_;
  unsigned day_;
};

/// A point or a stretch of time, never more precise than the text it was read from.
/// Written as ISO 8601: `2019-10` or, for a stretch with both ends included, `2019-10-07/2019-10-13`.
struct TimeValue {
  Date begin;  ///< First day, month or year.
  Date end;    ///< Last one; `begin` for a point.

  /*implicit*/ TimeValue(Date point) : begin(point), end(point) {}  ///< A point.
  TimeValue(Date first, Date last) : begin(first), end(last) {}     ///< A stretch, both ends included.

  static std::optional<TimeValue> parse(std::string_view iso);  ///< One date, or two in order with a / between.
  std::string iso() const;                                      ///< `2019-10`, `2019-10-07/2019-10-13`.
  friend auto operator<=>(const TimeValue&, const TimeValue&) = default;
};

}  // namespace habari
