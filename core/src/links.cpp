#include <habari/core/links.hpp>
#include <habari/core/quantity.hpp>

#include <algorithm>
#include <cmath>

namespace habari {
namespace {

constexpr double precision = 1e5;
constexpr std::string_view geo_prefix = "geo:";

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The text is an identifier: `1.50` is no way to write 1.5, nor `-0` one to write 0.
std::optional<double> degrees(std::string_view text, double most) {
  const auto value = parse_decimal(text);
  return value && std::abs(*value) <= most && decimal(*value + 0.0) == text ? value : std::nullopt;
}

}  // namespace

LinkKind link_kind(std::string_view link) {
  const std::string_view value = link_value(link);
  if (link.starts_with("wikidata:Q")) return are_digits(value.substr(1)) ? LinkKind::wikidata : LinkKind::other;
  if (link.starts_with("geonames:")) return are_digits(value) ? LinkKind::geonames : LinkKind::other;
  if (link.starts_with(geo_prefix)) return GeoPoint::of_link(link) ? LinkKind::position : LinkKind::other;
  return link.starts_with("gazetteer:") ? LinkKind::gazetteer : LinkKind::other;
}

std::optional<GeoPoint> GeoPoint::of_link(std::string_view link) {
  const std::size_t comma = link.find(',');
  if (!link.starts_with(geo_prefix) || comma == std::string_view::npos) return std::nullopt;
  const auto latitude = degrees(link.substr(geo_prefix.size(), comma - geo_prefix.size()), 90.0);
  const auto longitude = degrees(link.substr(comma + 1), 180.0);
  if (!latitude || !longitude) return std::nullopt;
  return GeoPoint{*latitude, *longitude};
}

std::string GeoPoint::link() const {
  // Adding zero makes -0 zero.
  const auto text = [](double value) { return decimal(std::round(value * precision) / precision + 0.0); };
  return std::string(geo_prefix) + text(latitude) + "," + text(longitude);
}

}  // namespace habari
