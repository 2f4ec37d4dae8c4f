#include <habari/core/date.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace habari {
namespace {

TEST(Date, KeepsThePrecisionOfItsText) {
  EXPECT_EQ(Date::parse("2019")->iso(), "2019");
  EXPECT_EQ(Date::parse("2019-10")->iso(), "2019-10");
  EXPECT_EQ(Date::parse("2019-10-31")->iso(), "2019-10-31");
  EXPECT_EQ(Date::parse("2019-10-31T12:00:00Z")->iso(), "2019-10-31");
}

TEST(Date, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "19", "2019-13", "2019-00", "2019-02-29", "2019-2-3", "2019/10/31", "31-10-2019", "2019-10-31x"}) {
    EXPECT_FALSE(Date::parse(text).has_value()) << text;
  }
  EXPECT_THROW(Date(2023, 2, 30), std::invalid_argument);
  EXPECT_THROW(Date(0), std::invalid_argument);
}

TEST(Date, CountsInTheGregorianCalendar) {
  EXPECT_EQ(Date(2023, 9, 13).weekday(), 3u);
  EXPECT_EQ(Date(2024, 2, 28).plus_days(2).iso(), "2024-03-01");
  EXPECT_EQ(Date(2024, 1, 1).plus_days(-1).iso(), "2023-12-31");
  EXPECT_EQ(Date(2023, 11).plus_months(3).iso(), "2024-02");
  EXPECT_EQ(Date(2023, 1).plus_months(-1).iso(), "2022-12");
}

TEST(TimeValue, ReadsAStretchOfOneDateAsAPoint) {
  EXPECT_EQ(TimeValue::parse("2024/2024"), TimeValue(Date(2024)));
  EXPECT_EQ(TimeValue::parse("2024/2024")->iso(), "2024");
}

TEST(TimeValue, WritesAStretchWithBothEnds) {
  EXPECT_EQ(TimeValue(Date(2019)).iso(), "2019");
  EXPECT_EQ(TimeValue(Date(2019, 10, 7), Date(2019, 10, 13)).iso(), "2019-10-07/2019-10-13");
  EXPECT_EQ(TimeValue::parse("2019-10-07/2019-10-13")->end.iso(), "2019-10-13");
  EXPECT_FALSE(TimeValue::parse("2019-10-13/2019-10-07").has_value());
  EXPECT_FALSE(TimeValue::parse("2019-10-13/").has_value());
}

}  // namespace
}  // namespace habari
