#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// What a link of an entity (Mention::links) tells.
enum class LinkKind : std::uint8_t {
  wikidata,   ///< `wikidata:Q3870`: an item of Wikidata.
  geonames,   ///< `geonames:184745`: a feature of GeoNames.
  position,   ///< `geo:-1.28333,36.81667`: where it lies, degrees north and east (RFC 5870).
  gazetteer,  ///< `gazetteer:place/goma`: an entry of Habari's tables; helps to join entities, nobody else can follow
              ///< it.
  other       ///< None of these, or none of their forms.
};

/// Of `wikidata:Q3870` and the like.
LinkKind link_kind(std::string_view link);
/// What follows the catalogue's name: `Q3870`.
constexpr std::string_view link_value(std::string_view link) { return link.substr(link.find(':') + 1); }
/// Whether others know the catalogue, so that graphs keep the link.
inline bool is_public_link(std::string_view link) { return link_kind(link) < LinkKind::gazetteer; }

/// A point of the Earth, WGS 84.
struct GeoPoint {
  double latitude = 0.0;   ///< Degrees, -90 (south) to 90.
  double longitude = 0.0;  ///< Degrees, -180 (west) to 180.

  /// Of a link `geo:-1.28333,36.81667`; nothing for other text, and off the Earth.
  static std::optional<GeoPoint> of_link(std::string_view link);
  /// `geo:-1.28333,36.81667`: five decimals at most, about a metre.
  std::string link() const;
  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

}  // namespace habari
