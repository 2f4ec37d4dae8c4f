#include "query_output.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>

namespace habari::cli {
namespace {

constexpr std::array<std::string_view, 3> format_names = {"table", "jsonl", "csv"};

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Json& json, std::string_view value) {
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}
void member(Json& json, std::string_view key, std::string_view value) {
  text(json, key);
  text(json, value);
}
void member(Json& json, std::string_view key, std::uint64_t value) {
  text(json, key);
  json.Uint64(value);
}

std::string one_line(std::string_view value) {
  std::string line(value);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20U || c == 0x7F) c = ' ';
  }
  return line;
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string result = "\"";
  for (const char c : cell) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

std::size_t width(std::string_view cell) {
  return static_cast<std::size_t>(
      std::count_if(cell.begin(), cell.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Names and JSON of one graph's vertices.
class VertexNames {
 public:
  VertexNames(const Graph& graph, std::string_view language) : graph_(graph), language_(language) {}

  std::string label(Vertex v) const {
    return graph_.is_event(v) ? describe_event(graph_, v, language_) : std::string(graph_.label(v, language_));
  }
  std::string label(std::optional<Vertex> v) const { return v ? label(*v) : std::string(); }

  std::string labels(const std::vector<Vertex>& vertices) const {
    std::string list;
    for (const Vertex v : vertices) list += (list.empty() ? "" : "; ") + label(v);
    return list;
  }

  void object(Json& json, Vertex v) const {
    json.StartObject();
    member(json, "id", graph_.id(v));
    member(json, "name", label(v));
    member(json, "kind", graph_.is_event(v) ? std::string_view("event") : name(graph_.entity(v).kind));
    json.EndObject();
  }
  void object(Json& json, std::string_view key, std::optional<Vertex> v) const {
    if (!v) return;
    text(json, key);
    object(json, *v);
  }

 private:
  const Graph& graph_;
  std::string_view language_;
};

std::vector<Vertex> places(const TripleView& triple) {
  std::vector<Vertex> places;
  for (const RoleView& qualifier : triple.qualifiers()) {
    if (qualifier.role == Role::place) places.push_back(qualifier.participant);
  }
  return places;
}

void mention(Json& json, const Graph& graph, std::uint32_t article, CharSpan span, StringId words) {
  member(json, "article", graph.article(article).id);
  member(json, "begin", span.begin);
  member(json, "end", span.end);
  member(json, "text", graph.text(words));
}

void mentions(Json& json, const TripleView& triple) {
  const Graph& graph = triple.graph();
  text(json, "mentions");
  json.StartArray();
  if (const auto event = triple.event()) {
    for (const EventMention& row : graph.event(*event).mentions) {
      json.StartObject();
      mention(json, graph, row.article, row.trigger, row.text);
      member(json, "lemma", graph.text(row.lemma));
      member(json, "rule", graph.text(row.rule));
      if (row.source != no_vertex) member(json, "source", graph.id(row.source));
      json.EndObject();
    }
  } else {
    for (const RelationMention& row : graph.relation(*triple.standing_relation()).mentions) {
      json.StartObject();
      mention(json, graph, row.article, row.relation, row.text);
      json.EndObject();
    }
  }
  json.EndArray();
}

void object(Json& json, const TripleView& triple, const VertexNames& names) {
  const Graph& graph = triple.graph();
  json.StartObject();
  names.object(json, "subject", triple.subject());
  member(json, "relation", triple.relation());
  names.object(json, "object", triple.object());
  if (triple.event()) member(json, "event", graph.id(*triple.event()));
  if (triple.type()) member(json, "type", name(*triple.type()));
  member(json, "factuality", name(triple.factuality()));
  if (const auto time = triple.time()) member(json, "time", time->iso());
  text(json, "qualifiers");
  json.StartArray();
  for (const RoleView& qualifier : triple.qualifiers()) {
    json.StartObject();
    member(json, "role", name(qualifier.role));
    names.object(json, "participant", qualifier.participant);
    json.EndObject();
  }
  json.EndArray();
  text(json, "sources");
  json.StartArray();
  for (const Vertex source : triple.sources()) names.object(json, source);
  json.EndArray();
  mentions(json, triple);
  json.EndObject();
}

/// One line for each of `items`.
template <typename Items, typename Write>
void json_lines(std::ostream& out, const Items& items, Write write) {
  for (const auto& item : items) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    write(json, item);
    out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize())) << '\n';
  }
}

std::string_view edge_label(const Graph& graph, Graph::Edge edge) { return get(boost::edge_name, graph, edge); }

/// `agent` of an event; a standing relation's label with the direction it is walked in.
std::string walked(const Graph& graph, Graph::Edge edge, Vertex from) {
  const std::string label(edge_label(graph, edge));
  if (!graph.is_relation(edge)) return "–" + label + "–";
  return source(edge, graph) == from ? "–" + label + "→" : "←" + label + "–";
}

}  // namespace

std::optional<TableFormat> parse_table_format(std::string_view name) {
  const auto found = std::find(format_names.begin(), format_names.end(), name);
  if (found == format_names.end()) return std::nullopt;
  return static_cast<TableFormat>(found - format_names.begin());
}

TableWriter::TableWriter(std::vector<std::string> columns, TableFormat format, std::ostream& out)
    : format_(format), out_(out) {
  add(std::move(columns));
}

void TableWriter::add(std::vector<std::string> row) {
  if (format_ == TableFormat::table) {
    for (std::string& cell : row) cell = one_line(cell);
    rows_.push_back(std::move(row));
    return;
  }
  for (std::size_t i = 0; i < row.size(); ++i) out_ << (i == 0 ? "" : ",") << quoted(row[i]);
  out_ << "\r\n";
}

void TableWriter::finish() {
  if (format_ == TableFormat::table && rows_.size() > 1) write_aligned();
}

void TableWriter::write_aligned() const {
  std::vector<std::size_t> widths(rows_.front().size());
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - width(row[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out_ << line << '\n';
  }
}

void QueryOutput::triples(const std::vector<TripleView>& triples) const {
  if (triples.empty() && format != TableFormat::csv) return;
  if (format == TableFormat::jsonl) {
    return json_lines(out, triples, [&](Json& json, const TripleView& triple) {
      object(json, triple, VertexNames(triple.graph(), language));
    });
  }
  TableWriter table({"time", "subject", "relation", "object", "place", "type", "factuality", "source", "mentions"},
                    format, out);
  for (const TripleView& triple : triples) {
    const VertexNames names(triple.graph(), language);
    const auto time = triple.time();
    table.add({time ? time->iso() : "", names.label(triple.subject()), std::string(triple.relation()),
               names.label(triple.object()), names.labels(places(triple)),
               std::string(triple.type() ? name(*triple.type()) : std::string_view()),
               std::string(name(triple.factuality())), names.labels(triple.sources()),
               std::to_string(triple.mention_count())});
  }
  table.finish();
}

void QueryOutput::neighbours(const Graph& graph, const std::vector<Neighbour>& neighbours) const {
  const VertexNames names(graph, language);
  if (format == TableFormat::jsonl) {
    return json_lines(out, neighbours, [&](Json& json, const Neighbour& neighbour) {
      json.StartObject();
      names.object(json, "entity", neighbour.entity);
      member(json, "distance", neighbour.distance);
      member(json, "shared", neighbour.shared);
      json.EndObject();
    });
  }
  TableWriter table({"distance", "shared", "name", "kind", "id"}, format, out);
  for (const Neighbour& neighbour : neighbours) {
    table.add({std::to_string(neighbour.distance), std::to_string(neighbour.shared), names.label(neighbour.entity),
               std::string(name(graph.entity(neighbour.entity).kind)), graph.id(neighbour.entity)});
  }
  table.finish();
}

void QueryOutput::paths(const Graph& graph, const std::vector<Path>& paths) const {
  const VertexNames names(graph, language);
  if (format == TableFormat::jsonl) {
    return json_lines(out, paths, [&](Json& json, const Path& path) {
      json.StartObject();
      text(json, "vertices");
      json.StartArray();
      for (const Vertex v : path.vertices) names.object(json, v);
      json.EndArray();
      text(json, "edges");
      json.StartArray();
      for (const Graph::Edge edge : path.edges) {
        json.StartObject();
        member(json, "label", edge_label(graph, edge));
        member(json, "from", graph.id(source(edge, graph)));
        member(json, "to", graph.id(target(edge, graph)));
        json.EndObject();
      }
      json.EndArray();
      json.EndObject();
    });
  }
  TableWriter table({"length", "path"}, format, out);
  for (const Path& path : paths) {
    std::string line = names.label(path.vertices.front());
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      line += " " + walked(graph, path.edges[i], path.vertices[i]) + " " + names.label(path.vertices[i + 1]);
    }
    table.add({std::to_string(path.edges.size()), line});
  }
  table.finish();
}

}  // namespace habari::cli
