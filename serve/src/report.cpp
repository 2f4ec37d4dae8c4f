#include <habari/serve/report.hpp>

#include "questions.hpp"
#include "records.hpp"
#include "ties.hpp"

#include <habari/core/error.hpp>
#include <habari/core/subgraph.hpp>
#include <habari/serve/page_files.hpp>

#include <algorithm>

namespace habari::serve {
namespace {

/// A list of those of one event: the two ends and the label of each.
void write_ties(const Graph& graph, Vertex event, Json& json) {
  json.begin_array();
  for (const Tie& tie : ties_of(graph, event)) {
    json.begin_array();
    json.text(graph.id(tie.source));
    json.text(graph.id(tie.target));
    json.text(tie.label);
    json.end_array();
  }
  json.end_array();
}

/// All of `graph`: what the questions of the page are answered from where there is no server.
std::string data(const Explorer& explorer, std::size_t left_out) {
  const Graph& graph = explorer.graph();
  Json json;
  const Records records(explorer, json, References::ids);
  json.begin_object();
  json.member("left_out", left_out);
  json.key("graph");
  answer_graph(explorer, {}, json);
  json.begin_array("articles");
  for (std::uint32_t i = 0; i < graph.article_count(); ++i) records.article(i);
  json.end_array();
  json.begin_array("entities");
  for (Vertex v = 0; v < graph.entity_count(); ++v) records.entity(v);
  json.end_array();
  json.begin_array("events");
  for (const Vertex event : explorer.by_weight()) records.told_event(event);
  json.end_array();
  json.begin_array("ties");
  for (const Vertex event : explorer.by_weight()) write_ties(graph, event, json);
  json.end_array();
  json.end_object();
  return json.take();
}

/// In JSON `<` stands in strings only. Escaped, no text can end the element that the data stand in.
std::string as_script_data(std::string_view json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 16);
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

void write_report(const Graph& graph, std::ostream& out, std::size_t most_events) {
  if (!has_page()) throw Error("this program was built without its page: build it where npm is");
  const ReportFrame frame = report_frame();
  const Explorer whole(graph);
  const std::size_t count = std::min(most_events, whole.by_weight().size());
  const Graph part = subgraph(graph, std::span(whole.by_weight()).first(count));
  for (const std::string_view piece : frame.before) out << piece;
  out << as_script_data(data(Explorer(part), graph.event_count() - part.event_count()));
  for (const std::string_view piece : frame.after) out << piece;
}

}  // namespace habari::serve
