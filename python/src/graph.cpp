#include "python_graph.hpp"

#include <habari/core/document.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/exporters/graph_formats.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/loading/load_graph.hpp>

#include <pybind11/stl.h>

#include <cmath>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace habari::python {
namespace {

/// Makes a graph of documents; several threads may add.
class Builder {
 public:
  explicit Builder(bool keep_texts) : builder_(GraphBuilder::Options{keep_texts}) {}

  void add(const std::string& json) {
    const Document document = parse_document(json);
    const std::scoped_lock lock(mutex_);
    builder_.add(document);
  }
  std::shared_ptr<PythonGraph> freeze() {
    const std::scoped_lock lock(mutex_);
    return std::make_shared<PythonGraph>(builder_.freeze());
  }

 private:
  std::mutex mutex_;
  GraphBuilder builder_;
};

/// The graph of files, and what was left out or repaired. An input that cannot be read ends it.
py::tuple load_files(const std::vector<std::string>& inputs, const std::string& format, const std::string& date,
                     bool date_from_name, const std::string& language, const std::string& data,
                     const std::string& gazetteer, const std::string& reader, unsigned threads, double min_confidence,
                     bool keep_texts) {
  std::vector<std::string> messages;
  LoadOptions options;
  options.data = open_data(data, gazetteer);
  options.reader = reader_argument(reader);
  options.reading = reading_options(*options.data, format, date, date_from_name, language);
  options.threads = threads;
  options.min_confidence = min_confidence;
  options.keep_texts = keep_texts;
  options.events.on_note = [&](const std::string& message) { messages.push_back(message); };
  options.events.on_skipped = [&](const std::string& message, Skipped what) {
    if (what == Skipped::input) throw InputError(message);
    messages.push_back(message);
  };
  std::shared_ptr<PythonGraph> graph;
  {
    const py::gil_scoped_release released;
    graph = std::make_shared<PythonGraph>(load_graph(inputs, options));
  }
  py::list told;
  for (const std::string& message : messages) told.append(to_str(message));
  return py::make_tuple(graph, told);
}

ExportOptions export_options(const std::string& base, bool texts, const std::string& view, const std::string& rdf) {
  ExportOptions options;
  const auto size = parse_rdf_size(rdf);
  if (!size) throw std::invalid_argument("rdf: \"" + rdf + "\", expected lean or full");
  options.rdf.size = *size;
  options.rdf.base = base;
  options.rdf.texts = texts;
  const auto parsed = parse_graph_view(view);
  if (!parsed) throw std::invalid_argument("view: \"" + view + "\", expected entities, events or names");
  options.view.view = *parsed;
  return options;
}

/// Throws std::invalid_argument that names the argument.
const GraphFormat& writable_format(const std::string& argument, const std::string& file) {
  const GraphFormat* format = graph_format(file);
  if (format != nullptr && format->write != nullptr) return *format;
  std::string known;
  for (const GraphFormat& row : graph_formats()) {
    if (row.write != nullptr) known += (known.empty() ? "" : ", ") + std::string(row.extension);
  }
  throw std::invalid_argument(argument + ": \"" + file + "\", the ending tells the format; expected one of " + known);
}

void save(const PythonGraph& self, const std::string& path, const std::string& base, bool texts,
          const std::string& view, const std::string& rdf) {
  const GraphFormat& format = writable_format("path", path);
  const ExportOptions options = export_options(base, texts, view, rdf);
  OutputFile file(path);
  format.write(self.graph, file.stream(), options);
  file.commit();
}

py::bytes to_bytes(const PythonGraph& self, const std::string& extension, const std::string& base, bool texts,
                   const std::string& view, const std::string& rdf) {
  std::string written;
  {
    const py::gil_scoped_release released;
    std::ostringstream out;
    writable_format("format", "graph" + extension).write(self.graph, out, export_options(base, texts, view, rdf));
    written = std::move(out).str();
  }
  return written;
}

py::list articles(const PythonGraph& self) {
  py::list rows;
  for (const ArticleView& article : self.graph.articles()) {
    rows.append(py::make_tuple(to_str(article.text), to_str(article.id), to_optional_str(article.language),
                               to_optional_str(article.date ? article.date->iso() : ""), to_str(article.title),
                               to_str(article.url), to_str(article.outlet), to_str(article.author),
                               to_str(article.section), to_str(article.published), to_str(article.updated)));
  }
  return rows;
}

py::tuple entity(const PythonGraph& self, Vertex v) {
  const Graph& graph = self.graph;
  const EntityView view = graph.entity(v);
  py::list names;
  for (const EntityName& name : view.names) {
    names.append(py::make_tuple(to_str(graph.text(name.language)), to_str(graph.text(name.text)), name.mentions));
  }
  py::list links;
  for (const EntityLink& link : graph.links(v)) links.append(to_str(graph.text(link.link)));
  return py::make_tuple(v, to_str(view.id), to_str(name(view.kind)), to_str(graph.label(v)), py::tuple(names),
                        py::tuple(links), view.mentions.size());
}

py::tuple event(const PythonGraph& self, Vertex v) {
  const Graph& graph = self.graph;
  const EventView view = graph.event(v);
  std::vector<std::uint32_t> told_by;
  for (const EventMention& mention : view.mentions) {
    if (told_by.empty() || told_by.back() != mention.article) told_by.push_back(mention.article);
  }
  return py::make_tuple(v, to_str(graph.id(v)), to_str(view.label), to_str(name(view.type)),
                        to_str(name(view.factuality)), to_optional_str(view.time ? view.time->iso() : ""),
                        to_confidence(view.confidence()), py::tuple(py::cast(view.sources())),
                        article_ids(graph, told_by), view.mentions.size());
}

/// Of an entity or an event: (article, begin, end, text, lemma or name, rule, confidence, source).
py::list mentions(const PythonGraph& self, Vertex v) {
  const Graph& graph = self.graph;
  py::list rows;
  const auto add = [&](std::uint32_t article, CharSpan span, StringId text, StringId word, std::string_view rule,
                       float confidence, Vertex source) {
    rows.append(py::make_tuple(to_str(graph.article(article).id), span.begin, span.end, to_str(graph.text(text)),
                               to_str(graph.text(word)), to_str(rule), to_confidence(confidence),
                               vertex_or_none(source == no_vertex ? std::nullopt : std::optional(source))));
  };
  if (graph.is_event(v)) {
    for (const EventMention& row : graph.event(v).mentions) {
      add(row.article, row.trigger, row.text, row.lemma, graph.text(row.rule), row.confidence, row.source);
    }
  } else {
    for (const EntityMention& row : graph.entity(v).mentions) {
      add(row.article, row.span, row.text, row.name, "", 1.0F, no_vertex);
    }
  }
  return rows;
}

/// (role, event, participant, texts, confidence) of an event, or of all events an entity takes part in.
py::list roles(const PythonGraph& self, Vertex v) {
  const Graph& graph = self.graph;
  py::list rows;
  const auto add = [&](const RoleView& role) {
    py::list texts;
    for (const RoleMention& mention : role.mentions) texts.append(to_str(graph.text(mention.text)));
    rows.append(py::make_tuple(to_str(name(role.role)), role.event, role.participant, py::tuple(texts),
                               to_confidence(role.confidence())));
  };
  if (graph.is_event(v)) {
    for (const RoleView& role : graph.participants(v)) add(role);
  } else {
    for (const RoleView& role : graph.participations(v)) add(role);
  }
  return rows;
}

/// (subject, label, object, confidence, articles) of each standing relation.
py::list relations(const PythonGraph& self) {
  const Graph& graph = self.graph;
  py::list rows;
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) {
    const RelationView relation = graph.relation(graph.edge(i));
    std::vector<std::uint32_t> told_by;
    for (const RelationMention& mention : relation.mentions) {
      if (told_by.empty() || told_by.back() != mention.article) told_by.push_back(mention.article);
    }
    rows.append(py::make_tuple(relation.subject, to_str(relation.label), relation.object,
                               to_confidence(relation.confidence()), article_ids(graph, told_by)));
  }
  return rows;
}

/// (extension, name, whether it is written, whether it is read) of each format.
py::list formats() {
  py::list rows;
  for (const GraphFormat& format : graph_formats()) {
    rows.append(py::make_tuple(to_str(format.extension), to_str(format.name), format.write != nullptr,
                               format.syntax.has_value() && format.syntax != RdfSyntax::json_ld));
  }
  return rows;
}

}  // namespace

py::float_ to_confidence(float value) { return std::round(double{value} * 1e6) / 1e6; }

py::object vertex_or_none(std::optional<Vertex> v) { return v ? py::object(py::int_(*v)) : py::none(); }

py::tuple article_ids(const Graph& graph, const std::vector<std::uint32_t>& articles) {
  py::list ids;
  for (const std::uint32_t article : articles) ids.append(to_str(graph.article(article).id));
  return py::tuple(ids);
}

void bind_graph(py::module_& module) {
  const auto released = py::call_guard<py::gil_scoped_release>();
  GraphClass graph(module, "Graph");
  graph.def_property_readonly("entity_count", [](const PythonGraph& self) { return self.graph.entity_count(); })
      .def_property_readonly("event_count", [](const PythonGraph& self) { return self.graph.event_count(); })
      .def("save", &save, py::arg("path"), py::arg("base"), py::arg("texts"), py::arg("view"), py::arg("rdf"), released)
      .def("to_bytes", &to_bytes, py::arg("format"), py::arg("base"), py::arg("texts"), py::arg("view"), py::arg("rdf"))
      .def("articles", &articles)
      .def("entity", &entity, py::arg("vertex"))
      .def("event", &event, py::arg("vertex"))
      .def("mentions", &mentions, py::arg("vertex"))
      .def("roles", &roles, py::arg("vertex"))
      .def("relations", &relations)
      .def("__eq__", [](const PythonGraph& a, const PythonGraph& b) { return a.graph == b.graph; });
  bind_queries(graph);
  py::class_<Builder>(module, "Builder")
      .def(py::init<bool>(), py::arg("keep_texts"))
      .def("add", &Builder::add, py::arg("json"), released)
      .def("freeze", &Builder::freeze, released);
  module.def("load", &load_files, py::arg("inputs"), py::arg("format"), py::arg("date"), py::arg("date_from_name"),
             py::arg("language"), py::arg("data"), py::arg("gazetteer"), py::arg("reader"), py::arg("threads"),
             py::arg("min_confidence"), py::arg("keep_texts"));
  module.def("formats", &formats);
}

}  // namespace habari::python
