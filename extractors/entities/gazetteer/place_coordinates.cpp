#include <habari/extractors/place_coordinates.hpp>

#include "lexicon/table.hpp"

#include <habari/core/error.hpp>
#include <habari/core/quantity.hpp>

#include <filesystem>

namespace habari {
namespace {

double degrees(const Table::Row& row, std::string_view column, double most) {
  const auto value = parse_decimal(row[column]);
  if (!value || *value < -most || *value > most) {
    row.fail("\"" + std::string(row[column]) + "\" is no " + std::string(column) + " in degrees");
  }
  return *value;
}

}  // namespace

PlaceCoordinates::PlaceCoordinates(const DataDirectory& data) try {
  const std::filesystem::path file = data.root() / "gazetteer" / "coordinates.tsv";
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"id", "latitude", "longitude"});
  for (const Table::Row& row : table) {
    const Coordinates coordinates{degrees(row, "latitude", 90), degrees(row, "longitude", 180)};
    if (!places_.emplace(row["id"], coordinates).second) row.fail(std::string(row["id"]) + " stands here twice");
  }
} catch (const Error& bad) {
  throw DataError(bad.what());
}

std::optional<Coordinates> PlaceCoordinates::of(std::string_view entity_id) const {
  const auto found = places_.find(entity_id);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace habari
