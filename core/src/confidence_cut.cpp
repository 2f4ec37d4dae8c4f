#include <habari/core/confidence_cut.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace habari {

void drop_events(Document& document, const std::function<bool(const Event&)>& goes) {
  std::vector<std::optional<std::uint32_t>> place(document.events.size());
  std::vector<Event> kept;
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    if (goes(document.events[i])) continue;
    place[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(document.events[i]));
  }
  document.events = std::move(kept);
  for (Event& event : document.events) {
    std::erase_if(event.args, [&](const Argument& argument) { return argument.event && !place[*argument.event]; });
    for (Argument& argument : event.args) {
      if (argument.event) argument.event = place[*argument.event];
    }
  }
}

void drop_below(Document& document, double confidence) {
  drop_events(document, [&](const Event& event) { return event.confidence < confidence; });
  for (Event& event : document.events)
    std::erase_if(event.args, [&](const Argument& argument) { return argument.confidence < confidence; });
  std::erase_if(document.relations, [&](const StandingRelation& relation) { return relation.confidence < confidence; });
}

}  // namespace habari
