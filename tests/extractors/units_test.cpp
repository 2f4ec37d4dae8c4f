#include "analysis/segmentation/units.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari::segmentation {
namespace {

/// The text with `·` before each character that no token may end before.
std::string marked(std::string_view text) {
  Paragraph paragraph;
  paragraph.assign(text, 0);
  mark_units(paragraph);
  std::string out;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    if (paragraph[i].has(mark_inside)) out += "·";
    out += paragraph.text({i, i + 1});
  }
  return out;
}

TEST(Units, AreWebAddresses) {
  EXPECT_EQ(marked("http://x.y?a=1."), "h·t·t·p·:·/·/·x·.·y·?·a·=·1.");
  EXPECT_EQ(marked("(www.x.org/é?), ok"), "(w·w·w·.·x·.·o·r·g·/·é?), ok");
  EXPECT_EQ(marked("\"ftp://a\","), "\"f·t·p·:·/·/·a\",");
  EXPECT_EQ(marked("x://y a@b #1 either/or www this:that"), "x://y a@b #1 either/or www this:that");
}

TEST(Units, AreNames) {
  EXPECT_EQ(marked("@ab_c: hi #Tag!"), "@·a·b·_·c: hi #·T·a·g!");
  EXPECT_EQ(marked("@A.B @a.b. @a.B"), "@·A·.·B @·a·.·b. @·a.B");
}

TEST(Units, AreMailAddressesHostsAndFiles) {
  EXPECT_EQ(marked("a.b@c.d."), "a·.·b·@·c·.·d.");
  EXPECT_EQ(marked("ab.com, a.go.tz a.Pdf ab.cd/e"), "a·b·.·c·o·m, a·.·g·o·.·t·z a·.·P·d·f a·b·.·c·d·/·e");
  EXPECT_EQ(marked("ab.cd Ab.Cd 9.5/10x"), "ab.cd Ab.Cd 9·.·5·/·10x");
}

TEST(Units, AreFigures) {
  EXPECT_EQ(marked("7,000 1,23 12:30 13.09.2023 1/2 1-2"), "7·,·000 1,23 12·:·30 13·.·09·.·2023 1·/·2 1-2");
}

}  // namespace
}  // namespace habari::segmentation
