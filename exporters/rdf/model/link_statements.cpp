// Which entries of catalogues an entity is, and where it lies: part of GraphStatements.
#include "rdf/model/graph_statements.hpp"

#include <habari/core/links.hpp>
#include <habari/core/quantity.hpp>

namespace habari::rdf {

/// Requires: the entity is the sink's subject.
void GraphStatements::state_links(Vertex v) {
  const IriView same_as{Namespace::owl, "sameAs"};
  for (const EntityLink& row : graph_.links(v)) {
    const std::string_view link = graph_.text(row.link);
    const LinkKind kind = link_kind(link);
    if (kind == LinkKind::wikidata) sink_.link(same_as, {Namespace::wikidata, link_value(link)});
    // GeoNames' IRIs of things end with a slash; those without are of pages.
    if (kind == LinkKind::geonames) sink_.link(same_as, {Namespace::geonames, std::string(link_value(link)) + "/"});
  }
  const auto point = graph_.position(v);
  if (!point) return;
  if (is_full()) {
    sink_.value({Namespace::wgs84, "lat"}, decimal(point->latitude), Datatype::decimal);
    sink_.value({Namespace::wgs84, "long"}, decimal(point->longitude), Datatype::decimal);
  }
  link({Namespace::geo, "hasGeometry"}, iris_.point(v));
}

/// The point as a subject of its own, as GeoSPARQL wants it.
void GraphStatements::state_point(Vertex v) {
  const auto point = graph_.position(v);
  if (!point) return;
  sink_.subject(iris_.point(v));
  if (is_full()) sink_.link(rdf_type, {Namespace::geo, "Geometry"});
  sink_.value({Namespace::geo, "asWKT"}, "POINT(" + decimal(point->longitude) + " " + decimal(point->latitude) + ")",
              Datatype::wkt_literal);
}

}  // namespace habari::rdf
