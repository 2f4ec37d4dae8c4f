#include "rdf/model/graph_statements.hpp"

#include <habari/core/text.hpp>

#include <string>

namespace habari::rdf {
namespace {

/// `Consult` of `CONSULT`: in small letters, as labels are.
std::string in_small_letters(std::string_view name) {
  std::string small(name);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

}  // namespace

void GraphStatements::state_codes(std::span<const TermMapping::Code> codes) {
  for (const TermMapping::Code& code : codes) {
    if (code.is_iri) {
      sink_.link({Namespace::skos, "closeMatch"}, {Namespace::absolute, code.text});
    } else {
      sink_.value(hb("code"), code.text);
    }
  }
}

void GraphStatements::write_vocabulary() {
  static const TermMapping none;
  const TermMapping& mapping = options_.mapping == nullptr ? none : *options_.mapping;
  sink_.graph(hb(vocabulary_graph.substr(vocabulary_graph.find('#') + 1)));
  for (const StringId label : used_.relations) {
    sink_.subject(GraphIris::predicate(graph_.text(label)));
    if (is_full()) sink_.link(rdf_type, {Namespace::owl, "ObjectProperty"});
    sink_.text(rdfs_label, to_nfc(graph_.text(label)), "en");
    sink_.link({Namespace::rdfs, "subPropertyOf"}, hb("related"));
    state_codes(mapping.of_relation(graph_.text(label)));
  }
  for (const Role role : used_.roles) {
    sink_.subject(hb(name(role)));
    sink_.text(rdfs_label, name(role), "en");
    sink_.link({Namespace::rdfs, "subPropertyOf"}, sem_property(role).value_or(sem("eventProperty")));
    state_codes(mapping.of_role(role));
  }
  for (const EntityKind kind : used_.kinds) {
    sink_.subject(hb(class_name(kind)));
    sink_.text(rdfs_label, name(kind), "en");
    for (const IriView general : sem_classes(kind)) sink_.link({Namespace::rdfs, "subClassOf"}, general);
  }
  for (const EventType type : used_.types) {
    sink_.subject(hb(name(type)));
    sink_.text(rdfs_label, in_small_letters(name(type)), "en");
    state_codes(mapping.of_type(type));
  }
  for (const Factuality factuality : used_.factualities) {
    sink_.subject(hb(name(factuality)));
    sink_.text(rdfs_label, name(factuality), "en");
  }
  used_ = {};
}

}  // namespace habari::rdf
