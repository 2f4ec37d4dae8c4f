#include "frames/confidence.hpp"

#include <algorithm>

namespace habari {
namespace {

constexpr std::size_t crowd = 5;

bool is_oblique(Role role) {
  switch (role) {
    case Role::agent:
    case Role::patient:
    case Role::content:
    case Role::time:
      return false;
    default:
      return true;
  }
}

bool has_repeated_role(const Event& event) {
  for (std::size_t i = 0; i < event.args.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (event.args[i].role == event.args[j].role) return true;
    }
  }
  return false;
}

bool has_event_between(const Event& event, std::span<const Event> events) {
  const auto agent =
      std::find_if(event.args.begin(), event.args.end(), [](const Argument& a) { return a.role == Role::agent; });
  if (agent == event.args.end()) return false;
  const std::uint32_t from = std::min(agent->core.end, event.trigger.end);
  const std::uint32_t to = std::max(agent->core.begin, event.trigger.begin);
  return std::any_of(events.begin(), events.end(), [&](const Event& other) {
    return other.trigger != event.trigger && from <= other.trigger.begin && other.trigger.begin < to;
  });
}

}  // namespace

std::vector<EventEvidence> evidence(const Predicate& predicate, const Event& event, std::span<const Event> events) {
  std::vector<EventEvidence> seen{EventEvidence::any};
  if (predicate.verb == nullptr) seen.push_back(EventEvidence::unlisted_verb);
  if (event.args.empty()) seen.push_back(EventEvidence::no_participant);
  if (has_repeated_role(event)) seen.push_back(EventEvidence::repeated_role);
  const auto obliques = std::count_if(event.args.begin(), event.args.end(),
                                      [](const Argument& argument) { return is_oblique(argument.role); });
  if (obliques > 0) seen.push_back(EventEvidence::oblique);
  if (obliques > 1) seen.push_back(EventEvidence::obliques);
  if (event.factuality == Factuality::possible || event.factuality == Factuality::negated) {
    seen.push_back(EventEvidence::not_actual);
  }
  if (has_event_between(event, events)) seen.push_back(EventEvidence::event_between);
  if (events.size() >= crowd) seen.push_back(EventEvidence::crowded);
  return seen;
}

}  // namespace habari
