#include <habari/core/date.hpp>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <stdexcept>

namespace habari {
namespace {

std::chrono::sys_days to_days(const Date& date) {
  return std::chrono::year{date.year()} / std::chrono::month{date.month()} / std::chrono::day{date.day()};
}

Date from_days(std::chrono::sys_days days) {
  const std::chrono::year_month_day ymd{days};
  return Date(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

bool exists(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return false;
  if (day != 0) {
    return (std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}).ok();
  }
  return month <= 12;
}

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Date::Date(int year, unsigned month, unsigned day) : year_(year), month_(month), day_(day) {
  if (!exists(year, month, day)) throw std::invalid_argument("no such date");
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() > 10 && (iso[10] == 'T' || iso[10] == ' ')) iso = iso.substr(0, 10);
  if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10) return std::nullopt;
  if ((iso.size() > 4 && iso[4] != '-') || (iso.size() > 7 && iso[7] != '-')) return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = iso.size() > 4 ? digits(iso.substr(5, 2)) : 0U;
  const auto day = iso.size() > 7 ? digits(iso.substr(8, 2)) : 0U;
  if (!year || !month || !day || (iso.size() > 4 && *month == 0) || (iso.size() > 7 && *day == 0)) return std::nullopt;
  if (!exists(static_cast<int>(*year), *month, *day)) return std::nullopt;
  return Date(static_cast<int>(*year), *month, *day);
}

unsigned Date::weekday() const { return std::chrono::weekday{to_days(*this)}.iso_encoding(); }

Date Date::plus_days(int days) const { return from_days(to_days(*this) + std::chrono::days{days}); }

Date Date::plus_months(int months) const {
  const auto moved = std::chrono::year{year_} / std::chrono::month{month_} + std::chrono::months{months};
  return Date(static_cast<int>(moved.year()), static_cast<unsigned>(moved.month()));
}

std::string Date::iso() const {
  char text[16];
  int size = std::snprintf(text, sizeof text, "%04d", year_);
  if (month_ != 0) size += std::snprintf(text + size, sizeof text - size, "-%02u", month_);
  if (day_ != 0) size += std::snprintf(text + size, sizeof text - size, "-%02u", day_);
  return {text, static_cast<std::size_t>(size)};
}

std::optional<TimeValue> TimeValue::parse(std::string_view iso) {
  const std::size_t slash = iso.find('/');
  const auto first = Date::parse(iso.substr(0, slash));
  if (!first) return std::nullopt;
  if (slash == std::string_view::npos) return TimeValue(*first);
  const auto last = Date::parse(iso.substr(slash + 1));
  if (!last || *last < *first) return std::nullopt;
  return TimeValue(*first, *last);
}

std::string TimeValue::iso() const { return begin == end ? begin.iso() : begin.iso() + "/" + end.iso(); }

}  // namespace habari
