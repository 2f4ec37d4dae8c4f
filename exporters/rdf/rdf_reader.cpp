#include <habari/core/document.hpp>
#include <habari/core/error.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include "rdf/part_reader.hpp"
#include "rdf/statement_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace habari {

std::vector<ArticlePart> read_rdf(std::istream& in, RdfSyntax syntax, const std::string& name) {
  const rdf::StatementTable table = rdf::read_statements(in, syntax, name);
  return rdf::PartReader(table, name).read();
}

std::optional<RdfSyntax> rdf_syntax(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  if (ending == ".ttl") return RdfSyntax::turtle;
  if (ending == ".nt") return RdfSyntax::n_triples;
  if (ending == ".nq") return RdfSyntax::n_quads;
  if (ending == ".rdf") return RdfSyntax::rdf_xml;
  if (ending == ".jsonld") return RdfSyntax::json_ld;
  return std::nullopt;
}

Graph graph_of_parts(const std::vector<ArticlePart>& parts, const std::string& name) {
  const bool texts =
      std::any_of(parts.begin(), parts.end(), [](const ArticlePart& part) { return !part.article.text.empty(); });
  GraphBuilder builder({.keep_texts = texts});
  for (const ArticlePart& part : parts) {
    try {
      builder.add(part);
    } catch (const std::invalid_argument& wrong) {
      throw Error(name + ": article \"" + part.article.id + "\": " + wrong.what());
    }
  }
  return builder.freeze();
}

Graph read_graph(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string() + ": cannot be read: " + std::strerror(errno));
  if (const auto syntax = rdf_syntax(file)) return graph_of_parts(read_rdf(in, *syntax, file.string()), file.string());
  GraphBuilder builder;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = file.string() + ":" + std::to_string(number) + ": ";
    if (const std::size_t at = find_invalid_utf8(line); at != std::string::npos) {
      throw Error(place + "byte " + std::to_string(at) + " is no UTF-8");
    }
    try {
      builder.add(parse_document(line));
    } catch (const Error& wrong) {
      throw Error(place + wrong.what());
    } catch (const std::invalid_argument& wrong) {
      throw Error(place + wrong.what());
    }
  }
  if (in.bad()) throw Error(file.string() + ": could not be read to its end");
  return builder.freeze();
}

}  // namespace habari
