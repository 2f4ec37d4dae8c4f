#include <habari/core/quantity.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace habari {
namespace {

TEST(Quantity, WritesDecimalsWithoutAnExponent) {
  EXPECT_EQ(decimal(3e9), "3000000000");
  EXPECT_EQ(decimal(12.5), "12.5");
  EXPECT_EQ(decimal(-0.25), "-0.25");
  EXPECT_EQ(decimal(0), "0");
  EXPECT_EQ(decimal(largest_quantity), "1000000000000000000");
}

TEST(Quantity, ReadsDecimalsAndNothingElse) {
  EXPECT_EQ(parse_decimal("3000000000"), 3e9);
  EXPECT_EQ(parse_decimal("+12.50"), 12.5);
  for (const char* text : {"", "+", "1e3", "12 ", "0x10", "nan", "inf", "1000000000000000001e9", "9000000000000000000"})
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
}

TEST(Quantity, IsDescribedWithItsBoundAndUnit) {
  EXPECT_EQ(describe_quantity(QuantityBound::at_least, "34", "person"), "at least 34 person");
  EXPECT_EQ(describe_quantity(QuantityBound::exact, "12.5", ""), "12.5");
}

TEST(Quantity, HasANameForEachBound) {
  for (const Term<QuantityBound>& bound : quantity_bounds()) EXPECT_EQ(parse_quantity_bound(bound.name), bound.value);
  EXPECT_EQ(parse_quantity_bound("roughly"), std::nullopt);
}

}  // namespace
}  // namespace habari
