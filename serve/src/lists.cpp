#include "questions.hpp"
#include "records.hpp"

#include <habari/core/error.hpp>

#include <set>

namespace habari::serve {
namespace {

constexpr std::size_t most_listed = 200;

template <typename Enum>
void terms(Json& json, std::string_view key, std::span<const Term<Enum>> terms) {
  json.begin_array(key);
  for (const Term<Enum>& term : terms) {
    json.begin_object();
    json.member("name", term.name);
    json.member("description", term.description);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void answer_graph(const Explorer& explorer, const Parameters& /*parameters*/, Json& json) {
  const Graph& graph = explorer.graph();
  json.begin_object();
  json.member("articles", std::uint64_t{graph.article_count()});
  json.member("entities", std::uint64_t{graph.entity_count()});
  json.member("events", std::uint64_t{graph.event_count()});
  json.member("relations", std::uint64_t{graph.relation_count()});
  json.member("most_exported", most_exported);
  std::set<std::string_view> languages;
  for (const ArticleView& article : graph.articles()) languages.insert(article.language);
  json.begin_array("languages");
  for (const std::string_view language : languages) json.text(language);
  json.end_array();
  terms(json, "types", event_types());
  terms(json, "factualities", factualities());
  terms(json, "roles", roles());
  json.end_object();
}

void answer_search(const Explorer& explorer, const Parameters& parameters, Json& json) {
  const std::string_view text = value(parameters, "text");
  const QueryIndex& index = explorer.index();
  const std::size_t limit = number(parameters, "limit", 10, most_listed);
  std::vector<Vertex> found = index.completions(text, limit);
  const bool is_near = found.empty() && text.size() > 2;
  if (is_near) found = index.similar(text, limit);
  json.begin_object();
  json.truth("near", is_near);
  json.begin_array("entities");
  for (const Vertex v : found) {
    if (explorer.graph().is_entity(v)) Records(explorer, json).reference(v);
  }
  json.end_array();
  json.end_object();
}

void answer_events(const Explorer& explorer, const Parameters& parameters, Json& json) {
  const EventFilter filter(explorer.index(), parameters);
  const std::size_t from = number(parameters, "from", 0, explorer.graph().event_count());
  const std::size_t limit = number(parameters, "limit", 50, most_listed);
  const std::string_view order = value(parameters, "order");
  if (!order.empty() && order != "time" && order != "weight") {
    throw Error("order: \"" + std::string(order) + "\", expected time or weight");
  }
  const Records records(explorer, json);
  json.begin_object();
  json.begin_array("events");
  std::size_t total = 0;
  for (const Vertex event : order == "weight" ? explorer.by_weight() : explorer.by_time()) {
    if (!filter.fits(event)) continue;
    if (total >= from && total < from + limit) records.event(event);
    ++total;
  }
  json.end_array();
  json.member("total", total);
  json.end_object();
}

}  // namespace habari::serve
