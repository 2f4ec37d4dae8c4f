#include "rdf/model/graph_statements.hpp"

#include <string>
#include <string_view>

namespace habari::rdf {
namespace {

constexpr std::string_view version = HABARI_VERSION;

Iri software() { return {Namespace::software, "habari-" + std::string(version)}; }

}  // namespace

void GraphStatements::state_software() {
  sink_.subject(software());
  sink_.link(rdf_type, prov("SoftwareAgent"));
  sink_.text(rdfs_label, "Habari " + std::string(version), "en");
  sink_.value({Namespace::schema, "softwareVersion"}, version);
}

void GraphStatements::state_extraction(std::uint32_t article) {
  sink_.subject(iris_.extraction(article));
  sink_.link(rdf_type, prov("Activity"));
  link(prov("used"), iris_.article(article));
  link(prov("wasAssociatedWith"), software());
  if (!options_.extraction_time.empty()) {
    sink_.value(prov("endedAtTime"), options_.extraction_time, Datatype::date_time);
  }
}

}  // namespace habari::rdf
