#include "sparql.hpp"

#include "articles.hpp"
#include "query_output.hpp"

#include <habari/core/text.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>
#include <habari/exporters/sparql.hpp>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

namespace habari::cli {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Json& json, std::string_view value) {
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

/// A row by the SPARQL 1.1 Query Results JSON Format. Unbound variables are left out.
/// Source: https://www.w3.org/TR/sparql11-results-json/
void binding(Json& json, const SparqlResults& results, const std::vector<RdfTerm>& row) {
  static constexpr const char* types[] = {"", "uri", "bnode", "literal"};
  json.StartObject();
  for (std::size_t i = 0; i < row.size(); ++i) {
    const RdfTerm& term = row[i];
    if (term.kind == RdfTerm::Kind::none) continue;
    text(json, results.variables[i]);
    json.StartObject();
    json.Key("type");
    json.String(types[static_cast<std::size_t>(term.kind)]);
    json.Key("value");
    text(json, term.text);
    if (!term.language.empty()) {
      json.Key("xml:lang");
      text(json, term.language);
    } else if (!term.datatype.empty()) {
      json.Key("datatype");
      text(json, term.datatype);
    }
    json.EndObject();
  }
  json.EndObject();
}

void write_json(const SparqlResults& results, std::ostream& out) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  json.Key("head");
  json.StartObject();
  if (!results.boolean) {
    json.Key("vars");
    json.StartArray();
    for (const std::string& variable : results.variables) text(json, variable);
    json.EndArray();
  }
  json.EndObject();
  if (results.boolean) {
    json.Key("boolean");
    json.Bool(*results.boolean);
  } else {
    json.Key("results");
    json.StartObject();
    json.Key("bindings");
    json.StartArray();
    for (const auto& row : results.rows) binding(json, results, row);
    json.EndArray();
    json.EndObject();
  }
  json.EndObject();
  out << buffer.GetString() << '\n';
}

void write_lines(const SparqlResults& results, std::ostream& out) {
  for (const auto& row : results.rows) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    binding(json, results, row);
    out << buffer.GetString() << '\n';
  }
}

void write(const SparqlResults& results, const std::string& format, std::ostream& out) {
  if (format == "json") return write_json(results, out);
  if (results.boolean) {
    out << (*results.boolean ? "true" : "false") << '\n';
    return;
  }
  if (format == "jsonl") return write_lines(results, out);
  TableWriter table(results.variables, *parse_table_format(format), out);
  for (const auto& row : results.rows) {
    std::vector<std::string> cells;
    for (const RdfTerm& term : row) cells.push_back((term.kind == RdfTerm::Kind::blank ? "_:" : "") + term.text);
    table.add(std::move(cells));
  }
  table.finish();
}

std::string read_query(const std::string& file) {
  std::string query;
  if (file == "-") {
    query.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(file + ": cannot be read: " + std::strerror(errno));
    query.assign(std::istreambuf_iterator<char>(in), {});
  }
  if (const std::size_t at = find_invalid_utf8(query); at != std::string::npos) {
    throw Error(file + ": byte " + std::to_string(at) + " is no UTF-8");
  }
  return query;
}

}  // namespace

Exit answer_sparql(const SparqlOptions& options, const ArticleOptions& articles, OutputFile& file, Report& report) {
  const std::string query = read_query(options.file);
  check_base(options.base);
  SparqlStore store;
  ArticleOptions others = articles;
  others.inputs.clear();
  for (const std::string& input : articles.inputs) {
    const auto syntax = rdf_syntax(input);
    if (!syntax) {
      others.inputs.push_back(input);
      continue;
    }
    InputFile file_of_graph(input);
    store.read(file_of_graph.stream(), *syntax, input);
  }
  Exit exit = Exit::all_read;
  if (!others.inputs.empty()) {
    GraphBuilder builder;
    load(builder, others.inputs, load_options(others, report));
    report.finish();
    exit = report.exit();
    if (exit == Exit::nothing_done) return exit;
    RdfOptions rdf;
    rdf.base = options.base;
    store.add(builder.freeze(), rdf);
  }
  SparqlResults results = store.query(query, options.file);
  if (options.limit != 0 && results.rows.size() > options.limit) results.rows.resize(options.limit);
  write(results, options.format, file.stream());
  file.commit();
  return exit;
}

}  // namespace habari::cli
