#include "target.hpp"

#include <habari/core/date.hpp>

/// A date or a time or nothing; what was read is written and read back the same.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace habari;
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto date = Date::parse(text)) {
    fuzz::check(Date::parse(date->iso()) == date, "a date reads back");
    // Beyond the years 1 to 9999 there is no date.
    const bool has_neighbours = date->year() > 1 && date->year() < 9999;
    if (has_neighbours && date->has_day()) {
      fuzz::check(date->plus_days(1).plus_days(-1) == *date, "a day later and back");
      fuzz::check(date->plus_days(7).weekday() == date->weekday(), "a week has seven days");
    }
    if (has_neighbours && date->has_month())
      fuzz::check(date->plus_months(12).month() == date->month(), "a year has twelve months");
  }
  if (const auto time = TimeValue::parse(text)) {
    fuzz::check(TimeValue::parse(time->iso()) == time, "a time reads back");
    // Times of day are cut, and of two dates that are the same the second.
    fuzz::check(time->iso() == text || time->iso().size() < text.size(), "it is what stood there");
  }
  return 0;
}
