#include "python_graph.hpp"

#include <habari/core/traversal.hpp>

#include <pybind11/stl.h>

#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace habari::python {
namespace {

/// Nothing, a vertex, or a name or identifier.
PatternTerm pattern_term(const py::object& value) {
  if (value.is_none()) return {};
  if (py::isinstance<py::int_>(value)) return value.cast<Vertex>();
  return value.cast<std::string>();
}

template <typename Enum>
std::optional<Enum> term_argument(const std::string& argument, const std::string& value,
                                  std::optional<Enum> (*parse)(std::string_view), std::span<const Term<Enum>> terms) {
  if (value.empty()) return std::nullopt;
  if (const auto parsed = parse(value)) return parsed;
  std::string known;
  for (const Term<Enum>& term : terms) known += (known.empty() ? "" : ", ") + std::string(term.name);
  throw std::invalid_argument(argument + ": \"" + value + "\", expected one of " + known);
}

/// The members of `asked` are those of Pattern.
Pattern to_pattern(const py::dict& asked) {
  const auto text = [&](const char* key) {
    return asked.contains(key) ? asked[key].cast<std::string>() : std::string();
  };
  const auto vertex = [&](const char* key) { return asked.contains(key) ? pattern_term(asked[key]) : PatternTerm(); };
  Pattern pattern;
  pattern.subject = vertex("subject");
  pattern.relation = text("relation");
  pattern.sense = text("sense");
  pattern.object = vertex("object");
  pattern.place = vertex("place");
  pattern.participant = vertex("participant");
  pattern.source = vertex("source");
  pattern.since = date_argument("since", text("since"));
  pattern.until = date_argument("until", text("until"));
  pattern.type = term_argument("type", text("type"), parse_event_type, event_types());
  pattern.factuality = term_argument("factuality", text("factuality"), parse_factuality, factualities());
  pattern.language = text("language");
  pattern.article = text("article");
  return pattern;
}

py::list rows_of(const std::vector<TripleView>& triples, std::size_t limit) {
  py::list rows;
  for (const TripleView& triple : triples) {
    if (rows.size() == limit) break;
    rows.append(triple_row(triple));
  }
  return rows;
}

py::list find(const PythonGraph& self, const py::dict& asked, std::size_t limit) {
  const Pattern pattern = to_pattern(asked);
  std::vector<TripleView> found;
  {
    const py::gil_scoped_release released;
    for (const TripleView& triple : self.index().find(pattern)) found.push_back(triple);
    sort_by_time(found);
  }
  return rows_of(found, limit);
}

/// As the articles tell them; with `entities_only` as triples() reads them for pictures, in the graph's order.
py::list all_triples(const PythonGraph& self, bool entities_only) {
  std::vector<TripleView> found;
  {
    const py::gil_scoped_release released;
    if (entities_only) {
      for (const TripleView& triple : triples(self.graph, Objects::entities)) found.push_back(triple);
    } else {
      found = triples_in_reading_order(self.graph);
    }
  }
  return rows_of(found, std::numeric_limits<std::size_t>::max());
}

/// (vertices, edges) of each; an edge is (label, source, target).
py::list find_paths(const PythonGraph& self, Vertex from, Vertex to, std::uint32_t longest, std::size_t limit) {
  const Graph& graph = self.graph;
  std::vector<Path> found;
  {
    const py::gil_scoped_release released;
    for (const Path& path : paths(graph, from, to, {.longest = longest})) {
      if (found.size() == limit) break;
      found.push_back(path);
    }
  }
  py::list rows;
  for (const Path& path : found) {
    py::list edges;
    for (const Graph::Edge edge : path.edges) {
      edges.append(
          py::make_tuple(to_str(get(boost::edge_name, graph, edge)), source(edge, graph), target(edge, graph)));
    }
    rows.append(py::make_tuple(py::tuple(py::cast(path.vertices)), py::tuple(edges)));
  }
  return rows;
}

/// (entity, distance, shared) of each.
py::list neighbours(const PythonGraph& self, Vertex v, std::uint32_t distance) {
  std::vector<Neighbour> found;
  {
    const py::gil_scoped_release released;
    found = neighbourhood(self.graph, v, distance);
  }
  py::list rows;
  for (const Neighbour& neighbour : found) {
    rows.append(py::make_tuple(neighbour.entity, neighbour.distance, neighbour.shared));
  }
  return rows;
}

}  // namespace

py::tuple triple_row(const TripleView& triple) {
  const Graph& graph = triple.graph();
  py::list qualifiers;
  for (const RoleView& role : triple.qualifiers()) {
    qualifiers.append(py::make_tuple(to_str(name(role.role)), role.participant));
  }
  const auto time = triple.time();
  const auto type = triple.type();
  return py::make_tuple(vertex_or_none(triple.subject()), to_str(triple.relation()), vertex_or_none(triple.object()),
                        vertex_or_none(triple.event()), to_optional_str(type ? name(*type) : ""),
                        to_str(name(triple.factuality())), to_optional_str(time ? time->iso() : ""),
                        py::tuple(qualifiers), py::tuple(py::cast(triple.sources())),
                        to_confidence(triple.confidence()), triple.mention_count(),
                        article_ids(graph, triple.articles()), to_str(describe(triple)));
}

void bind_queries(GraphClass& graph) {
  const auto released = py::call_guard<py::gil_scoped_release>();
  graph.def("find", &find, py::arg("pattern"), py::arg("limit"))
      .def("triples", &all_triples, py::arg("entities_only"))
      .def(
          "named", [](const PythonGraph& self, const std::string& name) { return self.index().named(name); },
          py::arg("name"), released)
      .def(
          "similar", [](const PythonGraph& self, const std::string& name) { return self.index().similar(name); },
          py::arg("name"), released)
      .def("paths", &find_paths, py::arg("start"), py::arg("end"), py::arg("longest"), py::arg("limit"))
      .def("neighbours", &neighbours, py::arg("vertex"), py::arg("distance"))
      .def(
          "timeline", [](const PythonGraph& self, Vertex v) { return timeline(self.graph, v); }, py::arg("vertex"),
          released);
}

}  // namespace habari::python
