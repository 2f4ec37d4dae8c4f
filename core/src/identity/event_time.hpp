#pragma once

#include <habari/core/graph_records.hpp>

#include <cstdint>
#include <optional>

namespace habari {

bool is_day(const PackedTime& time);

/// Whether `wide` has no time or one that `narrow` lies in.
bool leaves_open(const PackedTime& wide, const PackedTime& narrow);

/// Days since an arbitrary day; nothing where no day is known.
/// Source: https://howardhinnant.github.io/date_algorithms.html (days_from_civil)
std::optional<std::int64_t> day_number(const std::optional<Date>& date);

}  // namespace habari
