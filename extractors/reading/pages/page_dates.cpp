#include "pages/page_dates.hpp"

#include "cleaning/text_shape.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace habari {
namespace {

constexpr int first_year = 1990;  // of addresses: older numbers are no years of web pages
constexpr int first_file_year = 1900;
constexpr int last_year = 2199;
constexpr std::array<std::string_view, 12> short_months{"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  try {
    return Date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

/// The number of `count` digits at `at`; -1 where it has more or fewer.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  const bool ends = at + count == text.size() || !is_digit(text[at + count]);
  const bool begins = at == 0 || !is_digit(text[at - 1]);
  return ends && begins ? value : -1;
}

/// `YYYY?MM?DD` with this mark at `at`.
std::optional<Date> marked_date(std::string_view text, std::size_t at, char mark) {
  if (at + 10 > text.size() || text[at + 4] != mark || text[at + 7] != mark) return std::nullopt;
  return make_date(number_at(text, at, 4), number_at(text, at + 5, 2), number_at(text, at + 8, 2));
}

/// `YYYYMMDD` at `at`, with no digit beside it.
std::optional<Date> packed_date(std::string_view text, std::size_t at) {
  const int number = number_at(text, at, 8);
  if (number < 0) return std::nullopt;
  return make_date(number / 10000, number / 100 % 100, number % 100);
}

/// `[Wed, ]8 May 2024 …`
std::optional<Date> mail_date(std::string_view text) {
  if (const std::size_t comma = text.find(','); comma == 3) text = trim(text.substr(comma + 1));
  const std::size_t first = text.find(' ');
  if (first == std::string_view::npos || first == 0 || first > 2) return std::nullopt;
  const std::string month = ascii_lower(text.substr(first + 1, 3));
  const auto found = std::find(short_months.begin(), short_months.end(), month);
  if (found == short_months.end() || first + 4 >= text.size() || text[first + 4] != ' ') return std::nullopt;
  return make_date(number_at(text, first + 5, 4), static_cast<int>(found - short_months.begin()) + 1,
                   number_at(text, 0, first));
}

}  // namespace

std::optional<Date> read_page_date(std::string_view text) {
  text = trim(text);
  if (const auto iso = Date::parse(text.substr(0, 10))) return iso;
  if (const auto slashed = marked_date(text, 0, '/')) return slashed;
  if (text.size() == 8 || (text.size() > 8 && text[8] == 'T')) {
    if (const auto packed = packed_date(text, 0)) return packed;
  }
  return mail_date(text);
}

std::optional<Date> date_in_address(std::string_view url) {
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    for (const char mark : {'/', '-'}) {
      const auto found = marked_date(url, at + 1, mark);
      if (found && found->year() >= first_year && found->year() <= last_year) return found;
    }
  }
  return std::nullopt;
}

std::optional<Date> date_in_name(std::string_view path) {
  std::optional<Date> last;
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (!is_digit(path[at])) continue;
    std::optional<Date> found = packed_date(path, at);
    for (const char mark : {'-', '_', '.', '/'}) {
      if (!found) found = marked_date(path, at, mark);
    }
    if (found && found->year() >= first_file_year && found->year() <= last_year) last = found;
  }
  return last;
}

}  // namespace habari
