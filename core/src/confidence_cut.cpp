#include <habari/core/confidence_cut.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace habari {

void drop_below(Document& document, double confidence) {
  std::vector<std::optional<std::uint32_t>> place(document.events.size());
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < document.events.size(); ++i) {
    if (document.events[i].confidence >= confidence) place[i] = kept++;
  }
  std::erase_if(document.events, [&](const Event& event) { return event.confidence < confidence; });
  for (Event& event : document.events) {
    std::erase_if(event.args, [&](const Argument& argument) {
      return argument.confidence < confidence || (argument.event && !place[*argument.event]);
    });
    for (Argument& argument : event.args) {
      if (argument.event) argument.event = place[*argument.event];
    }
  }
  std::erase_if(document.relations, [&](const StandingRelation& relation) { return relation.confidence < confidence; });
}

}  // namespace habari
