#include "../../core/src/rows/row_number.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

TEST(RowNumber, IsAnErrorWhereItDoesNotFitIn32Bits) {
  EXPECT_EQ(row_number(0), 0u);
  EXPECT_EQ(row_number(0xFFFFFFFEU), 0xFFFFFFFEU);
  EXPECT_THROW(row_number(0xFFFFFFFFU), Error);
  EXPECT_THROW(row_number(std::size_t{1} << 32U), Error);
}

}  // namespace
}  // namespace habari
