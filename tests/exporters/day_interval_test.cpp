#include "views/day_interval.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace habari::views {
namespace {

std::string days_of(std::string_view time) {
  const DayInterval days = DayInterval::of(TimeValue::parse(time).value());
  return iso(days.first) + " " + iso(days.last);
}

TEST(DayInterval, IsEveryDayOfWhatTheTextTells) {
  EXPECT_EQ(days_of("2024-03-04"), "2024-03-04 2024-03-04");
  EXPECT_EQ(days_of("2024-02"), "2024-02-01 2024-02-29");
  EXPECT_EQ(days_of("2023-02"), "2023-02-01 2023-02-28");
  EXPECT_EQ(days_of("2023"), "2023-01-01 2023-12-31");
  EXPECT_EQ(days_of("2023-12-30/2024-01-02"), "2023-12-30 2024-01-02");
  EXPECT_EQ(days_of("2023/2024-04"), "2023-01-01 2024-04-30");
}

TEST(DayInterval, ReachesFromTheFirstYearToTheLast) {
  EXPECT_EQ(days_of("0001"), "0001-01-01 0001-12-31");
  EXPECT_EQ(days_of("9999"), "9999-01-01 9999-12-31");
}

std::string united(const std::vector<std::string>& times) {
  std::vector<DayInterval> intervals;
  for (const std::string& time : times) intervals.push_back(DayInterval::of(TimeValue::parse(time).value()));
  unite(intervals);
  std::string text;
  for (const DayInterval& days : intervals) text += iso(days.first) + "/" + iso(days.last) + " ";
  return text;
}

TEST(DayInterval, JoinsWhatOverlapsOrFollowsWithoutADayBetween) {
  EXPECT_EQ(united({"2024-03-05", "2024-03-04"}), "2024-03-04/2024-03-05 ");
  EXPECT_EQ(united({"2024-03-06", "2024-03-04"}), "2024-03-04/2024-03-04 2024-03-06/2024-03-06 ");
  EXPECT_EQ(united({"2024", "2024-03", "2024-03-04"}), "2024-01-01/2024-12-31 ");
  EXPECT_EQ(united({"2024-03", "2024-02", "2024-05-01", "2024-05-01"}), "2024-02-01/2024-03-31 2024-05-01/2024-05-01 ");
  EXPECT_EQ(united({}), "");
}

}  // namespace
}  // namespace habari::views
