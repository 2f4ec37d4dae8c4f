#include <habari/serve/explorer.hpp>

#include "questions.hpp"
#include "records.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace habari::serve {
namespace {

struct Question {
  std::string_view name;
  void (*answer)(const Explorer&, const Parameters&, Json&);
};
constexpr std::array questions = {Question{"graph", answer_graph},          Question{"search", answer_search},
                                  Question{"events", answer_events},        Question{"choices", answer_choices},
                                  Question{"times", answer_times},          Question{"places", answer_places},
                                  Question{"neighbours", answer_neighbours}};

/// What a question about one entity or event names, where it is there and of that sort.
std::optional<Vertex> asked(const Graph& graph, const Parameters& parameters, bool event) {
  const auto v = graph.find(value(parameters, "id"));
  return v && graph.is_event(*v) == event ? v : std::nullopt;
}

}  // namespace

Explorer::Explorer(const Graph& graph) : index_(graph) {
  by_weight_.resize(graph.event_count());
  std::iota(by_weight_.begin(), by_weight_.end(), graph.entity_count());
  by_time_ = by_weight_;
  std::vector<float> confidences;
  for (const EventView& event : graph.events()) confidences.push_back(event.confidence());
  const auto mentions = [&](Vertex v) { return static_cast<std::int64_t>(graph.event(v).mentions.size()); };
  std::ranges::sort(by_weight_, {},
                    [&](Vertex v) { return std::tuple(-mentions(v), -confidences[v - graph.entity_count()], v); });
  // Undated ones have the lowest number of all.
  std::ranges::sort(by_time_, {}, [&](Vertex v) {
    const PackedTime time = graph.rows().events[v - graph.entity_count()].time;
    return std::tuple(-std::int64_t{time.begin}, -std::int64_t{time.end}, -mentions(v), v);
  });
}

std::optional<Answer> Explorer::answer(std::string_view question, const Parameters& parameters) const {
  if (question == "export") return answer_export(*this, parameters);
  Json json;
  if (question == "entity" || question == "event") {
    const auto v = asked(graph(), parameters, question == "event");
    if (!v) return std::nullopt;
    const Records records(*this, json);
    question == "event" ? records.told_event(*v) : records.entity(*v);
    return Answer{json.take(), {}};
  }
  const auto known = std::ranges::find(questions, question, &Question::name);
  if (known == questions.end()) return std::nullopt;
  known->answer(*this, parameters, json);
  return Answer{json.take(), {}};
}

}  // namespace habari::serve
