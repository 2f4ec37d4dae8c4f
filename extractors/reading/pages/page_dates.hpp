#pragma once

#include <habari/core/date.hpp>

#include <optional>
#include <string_view>

namespace habari {

/// A date as pages write it for machines: ISO 8601 with anything behind the day, `2024/05/08`, `20240508`, RFC 2822
/// (`Wed, 08 May 2024 10:05:00 GMT`). Nothing for others: day and month could only be guessed.
std::optional<Date> read_page_date(std::string_view text);

/// The day in an address that files articles by day: `/2024/05/08/`, `/2024-05-08-title.html`.
std::optional<Date> date_in_address(std::string_view url);

/// The day in a file's path: `2024-05-08-title.txt`, `title_20240508.html`, `2024/05/08/title.txt`; the last of
/// several.
std::optional<Date> date_in_name(std::string_view path);

}  // namespace habari
