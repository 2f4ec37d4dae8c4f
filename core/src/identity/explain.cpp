#include "identity/name_form.hpp"

#include <habari/core/graph.hpp>
#include <habari/core/identity_report.hpp>

#include <set>

namespace habari {
namespace {

std::string quoted(const std::string& id, const std::string& name) { return id + " \"" + name + "\""; }

std::string line(const EntityJoin& join) {
  const NameRuleEntry& rule = entry(join.rule);
  const std::string both = quoted(join.first, join.first_name) + (join.refusal.empty() ? " = " : " | ") +
                           quoted(join.second, join.second_name);
  const std::string points =
      rule.context == 0 ? std::string()
                        : "; context " + std::to_string(join.context) + ", needed " + std::to_string(rule.context);
  if (!join.refusal.empty()) {
    return "  kept apart: " + both + " (" + std::string(rule.name) + points + ": " + join.refusal + ")";
  }
  return "  joined: " + both + " (" + std::string(rule.name) + points + ": " + std::string(rule.description) + ")";
}

}  // namespace

std::vector<std::string> explain(const IdentityReport& report, const Graph& graph, std::string_view entity) {
  const NameForm wanted = name_form(entity);
  const auto is_wanted = [&](std::string_view id, std::string_view name) {
    return id == entity || name_form(name) == wanted;
  };
  std::set<std::string> ids;
  for (Vertex v = 0; v < graph.entity_count(); ++v) {
    const EntityView view = graph.entity(v);
    bool found = view.id == entity;
    for (const EntityName& name : view.names) found = found || is_wanted(view.id, graph.text(name.text));
    if (found) ids.insert(std::string(view.id));
  }
  for (const EntityJoin& join : report.entities) {
    if (is_wanted(join.first, join.first_name)) ids.insert(join.first);
    if (is_wanted(join.second, join.second_name)) ids.insert(join.second);
  }
  for (bool grows = true; grows;) {
    const std::size_t before = ids.size();
    for (const EntityJoin& join : report.entities) {
      if (!join.refusal.empty() || ids.contains(join.first) == ids.contains(join.second)) continue;
      ids.insert(join.first);
      ids.insert(join.second);
    }
    grows = ids.size() != before;
  }

  std::vector<std::string> lines;
  for (const std::string& id : ids) {
    const auto vertex = graph.find(id);
    if (!vertex) continue;
    const EntityView view = graph.entity(*vertex);
    std::string names;
    for (const EntityName& name : view.names) {
      names += (names.empty() ? "" : ", ") + std::string(graph.text(name.text)) + " (" +
               std::string(graph.text(name.language)) + ")";
    }
    lines.push_back(id + ": " + names);
  }
  for (const EntityJoin& join : report.entities) {
    if (ids.contains(join.first) || ids.contains(join.second)) lines.push_back(line(join));
  }
  return lines;
}

}  // namespace habari
