#pragma once

#include <habari/core/article_part.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf_options.hpp>

#include <cstddef>
#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace habari {

/// Reads what write_rdf wrote, whatever its base IRI, or what another program made of those statements in the same
/// syntaxes: order, prefixes and the graphs' names do not matter, statements that are not ours are passed over.
/// `name` stands for the input in messages. Articles come in order of their IRIs.
///
/// What comes back is what was written but for what RDF does not carry (docs/rdf.md): titles are in normalization form
/// C, U+0000, U+FFFE and U+FFFF in texts are U+FFFD.
///
/// JSON-LD is not read (Raptor 2 has no parser for it), nor RDF/XML with a document type, whose entities open files.
///
/// Cost: O(S log S) time and O(S) memory in the statements S.
/// Errors: Error `NAME:LINE: …` where the syntax is wrong or a file of ours was cut; `NAME: <IRI>: …`
/// where a statement that something needs is missing or wrong; `NAME: …` for JSON-LD.
std::vector<ArticlePart> read_rdf(std::istream& in, RdfSyntax syntax, const std::string& name);

/// Reads articles as read_rdf does and adds them to `builder`. Returns how many they are.
/// Errors: as read_rdf; Error names an article with a participant that is nowhere mentioned.
std::size_t add_rdf(GraphBuilder& builder, std::istream& in, RdfSyntax syntax, const std::string& name);

/// `.ttl`, `.nt`, `.nq`, `.trig`, `.rdf` (RDF/XML), `.rj` (RDF/JSON), `.jsonld`; nothing for other endings. A `.gz`
/// after it is passed over.
std::optional<RdfSyntax> rdf_syntax(const std::filesystem::path& file);

/// The same for a file in the syntax that its ending tells, unpacked where it is gzip-compressed.
/// Errors: as add_rdf; as InputFile. Throws std::invalid_argument for other endings.
std::size_t add_rdf_file(GraphBuilder& builder, const std::filesystem::path& file);

}  // namespace habari
