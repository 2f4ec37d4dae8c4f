#include <habari/core/quantity.hpp>
#include <habari/core/triples.hpp>

#include <algorithm>
#include <cstddef>

namespace habari {
namespace {

constexpr std::string_view dash = " – ";
constexpr int deepest = 3;  // Brackets inside brackets beyond this are no longer readable.

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20U || c == 0x7F) c = ' ';
  }
  return line;
}

class Describer {
 public:
  Describer(const Graph& graph, std::string_view language) : graph_(graph), language_(language) {}

  std::string vertex(Vertex v, int depth) const {
    return graph_.is_event(v) ? event(v, depth) : one_line(graph_.label(v, language_));
  }

  /// All its readings as one: subjects and objects joined by commas.
  std::string event(Vertex v, int depth) const {
    if (depth > deepest) return "(…)";
    std::vector<Vertex> subjects;
    std::vector<Vertex> objects;
    const auto add = [](std::vector<Vertex>& list, std::optional<Vertex> item) {
      if (item && std::find(list.begin(), list.end(), *item) == list.end()) list.push_back(*item);
    };
    bool mutual = false;
    for (const TripleView& triple : triples_of(graph_, v)) {
      add(subjects, triple.subject());
      mutual = triple.object_role() == Role::agent;
      add(mutual ? subjects : objects, triple.object());
    }
    return "(" + line(subjects, graph_.event(v).label, objects, depth + 1) + ")";
  }

  std::string line(const std::vector<Vertex>& subjects, std::string_view relation, const std::vector<Vertex>& objects,
                   int depth) const {
    std::string text = subjects.empty() ? "?" : list(subjects, depth);
    text.append(dash).append(one_line(relation));
    if (!objects.empty()) text.append(dash).append(list(objects, depth));
    return text;
  }

 private:
  std::string list(const std::vector<Vertex>& items, int depth) const {
    std::string text;
    for (const Vertex item : items) {
      if (!text.empty()) text += ", ";
      text += vertex(item, depth);
    }
    return text;
  }

  const Graph& graph_;
  std::string_view language_;
};

/// What the mentions of the triple's event give as its own, each once.
std::vector<std::string> quantities(const TripleView& triple) {
  std::vector<std::string> found;
  if (!triple.event()) return found;
  const Graph& graph = triple.graph();
  const EventMention* const first = graph.rows().event_mentions.data();
  for (const EventMention& mention : graph.event(*triple.event()).mentions) {
    for (const QuantityMention& quantity : graph.quantities(static_cast<std::uint32_t>(&mention - first))) {
      if (quantity.participant != CharSpan()) continue;
      found.push_back(describe_quantity(quantity.bound, graph.text(quantity.value), graph.text(quantity.unit)));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace

std::string describe_event(const Graph& graph, Vertex event, std::string_view language) {
  return Describer(graph, language).event(event, 0);
}

std::string describe(const TripleView& triple, std::string_view language) {
  const Describer describer(triple.graph(), language);
  std::vector<Vertex> subjects;
  std::vector<Vertex> objects;
  if (triple.subject()) subjects.push_back(*triple.subject());
  if (triple.object()) objects.push_back(*triple.object());
  std::string text = describer.line(subjects, triple.relation(), objects, 0);

  text += " [";
  for (const RoleView& qualifier : triple.qualifiers()) {
    text.append(name(qualifier.role)).append(" ").append(describer.vertex(qualifier.participant, 0)).append("; ");
  }
  if (const auto time = triple.time()) text.append("time ").append(time->iso()).append("; ");
  for (const std::string& quantity : quantities(triple)) text.append("quantity ").append(quantity).append("; ");
  text += name(triple.factuality());
  for (const Vertex source : triple.sources()) text.append("; source ").append(describer.vertex(source, 0));
  if (triple.mention_count() > 1) {
    text.append("; ").append(counted(triple.mention_count(), "mention"));
    text.append(" in ").append(counted(triple.articles().size(), "article"));
  }
  text += "]";
  return text;
}

}  // namespace habari
