#pragma once

#include <habari/core/graph.hpp>
#include <habari/exporters/rdf_options.hpp>

#include <ostream>
#include <string_view>

namespace habari {

/// Writes a graph as RDF; docs/rdf.md has the model. The same graph and options give the same bytes.
///
/// Turtle, N-Triples, RDF/XML and JSON-LD hold the same triples. N-Quads and TriG hold each article's statements in the
/// article's own named graph, so that files of different articles merge by union and an article leaves with its graph.
/// Names are in Unicode normalization form C; quoted text is as it stands in the article. U+0000, U+FFFE and U+FFFF,
/// which RDF tools do not carry, become U+FFFD; in RDF/XML all control characters that XML 1.0 forbids do.
///
/// Cost: O(E) time; the output is streamed.
/// Errors: Error if `out` fails, `options.base` is no absolute IRI or `options.extraction_time` has another shape.
/// Throws std::invalid_argument for RDF/JSON.
/// Source: https://www.w3.org/TR/turtle/, https://www.w3.org/TR/n-triples/, https://www.w3.org/TR/n-quads/,
/// https://www.w3.org/TR/trig/, https://www.w3.org/TR/rdf-syntax-grammar/, https://www.w3.org/TR/json-ld11/
void write_rdf(const Graph& graph, RdfSyntax syntax, std::ostream& out, const RdfOptions& options = {});

/// Errors: Error where `base` is no absolute IRI in ASCII.
void check_base(std::string_view base);

/// write_rdf in one syntax.
///@{
inline void write_turtle(const Graph& graph, std::ostream& out, const RdfOptions& options = {}) {
  write_rdf(graph, RdfSyntax::turtle, out, options);
}
inline void write_n_triples(const Graph& graph, std::ostream& out, const RdfOptions& options = {}) {
  write_rdf(graph, RdfSyntax::n_triples, out, options);
}
inline void write_n_quads(const Graph& graph, std::ostream& out, const RdfOptions& options = {}) {
  write_rdf(graph, RdfSyntax::n_quads, out, options);
}
///@}

}  // namespace habari
