#include "questions.hpp"

#include <habari/core/error.hpp>
#include <habari/core/subgraph.hpp>
#include <habari/core/triples.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/rdf.hpp>

#include <fmt/format.h>

#include <initializer_list>
#include <set>
#include <sstream>

namespace habari::serve {
namespace {

std::vector<Vertex> fitting(const Explorer& explorer, const Parameters& parameters) {
  const EventFilter filter(explorer.index(), parameters);
  std::vector<Vertex> found;
  for (const Vertex event : explorer.by_weight()) {
    if (filter.fits(event)) found.push_back(event);
    if (found.size() == most_exported) break;
  }
  return found;
}

/// As RFC 4180 has it. What a spreadsheet would take for a formula is made text by an apostrophe: articles are
/// written by strangers.
std::string cell(std::string_view text) {
  std::string written;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) written = "'";
  for (const char c : text) {
    if (c == '"') written += '"';
    written += c;
  }
  return written.find_first_of(",\"\r\n") == std::string::npos ? written : '"' + written + '"';
}

void write_row(std::ostream& out, std::initializer_list<std::string> cells) {
  const char* separator = "";
  for (const std::string& text : cells) {
    out << separator << cell(text);
    separator = ",";
  }
  out << "\r\n";
}

std::string list(const Graph& graph, const std::vector<Vertex>& vertices) {
  std::string names;
  for (const Vertex v : vertices) names += (names.empty() ? "" : "; ") + std::string(graph.label(v));
  return names;
}

std::vector<Vertex> places(const Graph& graph, Vertex event) {
  std::vector<Vertex> found;
  for (const RoleView& role : graph.participants(event)) {
    if (role.role == Role::place) found.push_back(role.participant);
  }
  return found;
}

std::string end(const Graph& graph, std::optional<Vertex> v) {
  if (!v) return {};
  return graph.is_event(*v) ? describe_event(graph, *v) : std::string(graph.label(*v));
}

/// A row a triple, as `habari query --format csv` has them, with the identifier and the articles.
void write_csv(const Graph& graph, const std::vector<Vertex>& events, std::ostream& out) {
  write_row(out, {"event", "time", "subject", "relation", "object", "place", "type", "factuality", "source",
                  "confidence", "mentions", "articles"});
  for (const Vertex v : events) {
    const EventView event = graph.event(v);
    std::set<std::string_view> articles;
    for (const EventMention& mention : event.mentions) articles.insert(graph.article(mention.article).id);
    for (const TripleView& triple : triples_of(graph, v)) {
      write_row(out, {graph.id(v), event.time ? event.time->iso() : "", end(graph, triple.subject()),
                      std::string(event.label), end(graph, triple.object()), list(graph, places(graph, v)),
                      std::string(name(event.type)), std::string(name(event.factuality)), list(graph, event.sources()),
                      fmt::format("{:.2f}", event.confidence()), std::to_string(event.mentions.size()),
                      fmt::format("{}", fmt::join(articles, "; "))});
    }
  }
}

}  // namespace

Answer answer_export(const Explorer& explorer, const Parameters& parameters) {
  const std::string format(value(parameters, "format"));
  std::ostringstream out;
  if (format == "csv") {
    write_csv(explorer.graph(), fitting(explorer, parameters), out);
  } else if (format == "gexf") {
    write_gexf(subgraph(explorer.graph(), fitting(explorer, parameters)), out);
  } else if (format == "ttl") {
    write_turtle(subgraph(explorer.graph(), fitting(explorer, parameters)), out);
  } else {
    throw Error("format: \"" + format + "\", expected csv, gexf or ttl");
  }
  return {std::move(out).str(), "habari-events." + format};
}

}  // namespace habari::serve
