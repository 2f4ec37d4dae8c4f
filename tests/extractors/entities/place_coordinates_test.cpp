#include <habari/extractors/place_coordinates.hpp>

#include "lexicon/table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace habari {
namespace {

/// A data folder with a table of coordinates.
DataDirectory with_table(const std::string& table) {
  const std::filesystem::path root = std::filesystem::path(testing::TempDir()) / "place_coordinates";
  std::filesystem::create_directories(root / "languages");
  std::filesystem::create_directories(root / "gazetteer");
  std::ofstream(root / "gazetteer" / "coordinates.tsv") << table;
  return DataDirectory(root);
}

TEST(PlaceCoordinates, KnowWhereThePlacesOfTheTablesLie) {
  const PlaceCoordinates places{DataDirectory(HABARI_DATA_DIR)};
  EXPECT_EQ(places.of("place/arusha"), (Coordinates{-3.37, 36.68}));
  EXPECT_FALSE(places.of("place/nowhere"));
}

TEST(PlaceCoordinates, AreOfPlacesThatTheGazetteerHas) {
  const std::filesystem::path folder = std::filesystem::path(HABARI_DATA_DIR) / "gazetteer";
  std::set<std::string> known;
  const Table countries(folder / "countries.tsv", {"id"});
  const Table places(folder / "places.tsv", {"id"});
  for (const Table* table : {&countries, &places}) {
    for (const Table::Row& row : *table) known.emplace(row["id"]);
  }
  const Table coordinates(folder / "coordinates.tsv", {"id"});
  for (const Table::Row& row : coordinates) EXPECT_TRUE(known.contains(std::string(row["id"]))) << row.where();
}

TEST(PlaceCoordinates, RejectWhatIsNoPointOfTheEarth) {
  EXPECT_THROW(PlaceCoordinates(with_table("id\tlatitude\tlongitude\nplace/a\t91\t0\n")), DataError);
  EXPECT_THROW(PlaceCoordinates(with_table("id\tlatitude\tlongitude\nplace/a\tx\t0\n")), DataError);
  EXPECT_THROW(PlaceCoordinates(with_table("id\tlatitude\tlongitude\nplace/a\t1\t0\nplace/a\t1\t0\n")), DataError);
}

}  // namespace
}  // namespace habari
