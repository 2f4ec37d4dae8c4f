#include <habari/core/links.hpp>

#include <gtest/gtest.h>

namespace habari {
namespace {

TEST(Links, AreToldApartByTheirCatalogue) {
  EXPECT_EQ(link_kind("wikidata:Q3870"), LinkKind::wikidata);
  EXPECT_EQ(link_kind("geonames:184745"), LinkKind::geonames);
  EXPECT_EQ(link_kind("geo:-1.28333,36.81667"), LinkKind::position);
  EXPECT_EQ(link_kind("gazetteer:place/goma"), LinkKind::gazetteer);
  EXPECT_EQ(link_value("wikidata:Q3870"), "Q3870");
}

TEST(Links, OfOtherFormsAreOfNoCatalogue) {
  for (const char* link : {"", "Q7", "wikidata:Q", "wikidata:Q7> <urn:x", "wikidata:L7", "geonames:", "geonames:7a",
                           "geo:1", "geo:1,", "geo:91,0", "geo:0,181", "geo:1.50,2", "geo:a,b", "geo:-0,1"}) {
    EXPECT_EQ(link_kind(link), LinkKind::other) << link;
    EXPECT_FALSE(is_public_link(link)) << link;
  }
}

TEST(GeoPoint, IsWhatItsLinkSays) {
  const GeoPoint nairobi{-1.28333, 36.81667};
  EXPECT_EQ(nairobi.link(), "geo:-1.28333,36.81667");
  EXPECT_EQ(GeoPoint::of_link(nairobi.link()), nairobi);
  EXPECT_EQ((GeoPoint{-0.0000001, 12}.link()), "geo:0,12") << "to the metre, and no minus zero";
  EXPECT_EQ((GeoPoint{-6.1234567, 39.2}.link()), "geo:-6.12346,39.2");
}

}  // namespace
}  // namespace habari
