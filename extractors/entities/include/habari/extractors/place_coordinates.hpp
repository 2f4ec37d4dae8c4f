#pragma once

#include <habari/extractors/data_directory.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// A point of the Earth, in degrees.
struct Coordinates {
  double latitude = 0;   ///< -90 (south) to 90.
  double longitude = 0;  ///< -180 (west) to 180.
  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

/// Where countries and places lie, by their identifiers: the table `gazetteer/coordinates.tsv`.
class PlaceCoordinates {
 public:
  PlaceCoordinates() = default;  ///< Knows none.
  /// Knows none where the directory has no such table.
  /// Errors: DataError names file and line of what is no coordinate.
  explicit PlaceCoordinates(const DataDirectory& data);

  /// Of `place/arusha`; nothing where the table does not have it.
  std::optional<Coordinates> of(std::string_view entity_id) const;

 private:
  std::map<std::string, Coordinates, std::less<>> places_;
};

}  // namespace habari
