#pragma once

#include <habari/core/date.hpp>

#include <cstdint>
#include <optional>

namespace habari {

/// Units that time expressions count in.
enum class TimeUnit : std::uint8_t { hour, day, week, weekend, month, year, decade };

/// How a pattern's value is worked out where its parts alone do not say it.
enum class TimeRule : std::uint8_t {
  parts,    ///< from the parts
  decade,   ///< the ten years from the year it names: `miaka ya 1990`
  stretch,  ///< from so many units ago (or from now) to now (or to then): `in the past two weeks`
  unclear,  ///< day and month might stand the other way round: `03/04/2021`
  clock,    ///< an hour of some day, without a value by itself: `saa tatu usiku`
  none,     ///< a time without a value: `saa za mwisho`
  skip,     ///< not a time at all: `zaidi ya 2000`
};

/// What a time expression says, part by part.
struct TimeReading {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;  ///< ISO 8601: Monday is 1.
  std::optional<int> offset;   ///< In days from the article's day.
  std::optional<TimeUnit> unit;
  std::optional<int> count;
  std::optional<int> direction;  ///< Of units, weekdays or months: -1 the last, 0 this, 1 the next.
  TimeRule rule = TimeRule::parts;
};

/// Where the writer stands: an event told in the future takes the next Tuesday, any other the last one.
enum class Outlook : std::uint8_t { past, future };

/// The value of a reading, never more precise than its parts; nothing where it cannot be known: a relative time without
/// the article's date, a date that does not exist.
std::optional<TimeValue> evaluate(const TimeReading& reading, const std::optional<Date>& today, Outlook outlook);

/// The stretch between two readings, where each lends the other what it leaves out (`Januari hadi Machi 2020`).
std::optional<TimeValue> evaluate_range(TimeReading first, TimeReading last, const std::optional<Date>& today,
                                        Outlook outlook);

}  // namespace habari
