#pragma once

#include <cstdint>
#include <string>

namespace habari {

/// What is written and read again; but JSON-LD is only written, RDF/JSON only read.
enum class RdfSyntax : std::uint8_t { turtle, n_triples, n_quads, rdf_xml, json_ld, trig, rdf_json };

/// Whether its statements stand in graphs with names.
constexpr bool has_named_graphs(RdfSyntax syntax) { return syntax == RdfSyntax::n_quads || syntax == RdfSyntax::trig; }

/// How a graph is written as RDF.
struct RdfOptions {
  /// Data IRIs begin with it: an absolute IRI, percent-encoded. A `/` is added where it ends in none of `/ # : =`.
  std::string base = "https://w3id.org/habari/id/";
  /// Write the articles' texts (nif:isString) and sentences, where the graph has them.
  bool texts = true;
  /// When the mentions were found, `2024-05-13T09:30:00Z`. Empty: not said, so that the same articles give the same
  /// bytes.
  std::string extraction_time = {};
};

}  // namespace habari
