#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

class TermMapping;

/// What is written and read again; but JSON-LD is only written, RDF/JSON only read.
enum class RdfSyntax : std::uint8_t { turtle, n_triples, n_quads, rdf_xml, json_ld, trig, rdf_json };

/// Whether its statements stand in graphs with names.
constexpr bool has_named_graphs(RdfSyntax syntax) { return syntax == RdfSyntax::n_quads || syntax == RdfSyntax::trig; }

/// How much of a graph is written as RDF; docs/rdf.md says what each holds.
enum class RdfSize : std::uint8_t {
  lean,  ///< What happened, with one IRI for each place in the text: a third of the statements.
  full   ///< Every place spelled out in NIF, whole phrases, rules, confidence of each mention, provenance by PROV-O.
};

/// `lean` or `full`; nothing for any other word.
std::optional<RdfSize> parse_rdf_size(std::string_view name);

/// IRI of the named graph that holds what relations, roles and types are called. Its statements are the same whatever
/// articles they come with: files add to it, none replaces it.
inline constexpr std::string_view vocabulary_graph = "https://w3id.org/habari/ontology#vocabulary";

/// How a graph is written as RDF.
struct RdfOptions {
  /// Data IRIs begin with it: an absolute IRI, percent-encoded. A `/` is added where it ends in none of `/ # : =`.
  std::string base = "https://w3id.org/habari/id/";
  /// How much is written.
  RdfSize size = RdfSize::lean;
  /// Write the articles' texts (nif:isString), where the graph has them.
  bool texts = true;
  /// What terms are called in schemes of the user's, written into the vocabulary; outlives the call. Null: nothing.
  const TermMapping* mapping = nullptr;
  /// Full: when the mentions were found, `2024-05-13T09:30:00Z`. Empty: not said, so that the same articles give the
  /// same bytes.
  std::string extraction_time = {};
};

}  // namespace habari
