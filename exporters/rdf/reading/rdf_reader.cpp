#include <habari/core/error.hpp>
#include <habari/exporters/graph_formats.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include "rdf/reading/part_reader.hpp"
#include "rdf/reading/statement_reader.hpp"

#include <stdexcept>

namespace habari {

std::vector<ArticlePart> read_rdf(std::istream& in, RdfSyntax syntax, const std::string& name) {
  const rdf::StatementTable table = rdf::read_statements(in, syntax, name);
  return rdf::PartReader(table, name).read();
}

std::optional<RdfSyntax> rdf_syntax(const std::filesystem::path& file) {
  const GraphFormat* format = graph_format(file);
  return format == nullptr ? std::nullopt : format->syntax;
}

std::size_t add_rdf(GraphBuilder& builder, std::istream& in, RdfSyntax syntax, const std::string& name) {
  const std::vector<ArticlePart> parts = read_rdf(in, syntax, name);
  for (const ArticlePart& part : parts) {
    try {
      builder.add(part);
    } catch (const std::invalid_argument& wrong) {
      throw Error(name + ": article \"" + part.article.id + "\": " + wrong.what());
    }
  }
  return parts.size();
}

std::size_t add_rdf_file(GraphBuilder& builder, const std::filesystem::path& file) {
  const auto syntax = rdf_syntax(file);
  if (!syntax) throw std::invalid_argument(file.string() + " has no ending of RDF");
  InputFile in(file);
  return add_rdf(builder, in.stream(), *syntax, in.name());
}

}  // namespace habari
