#pragma once

#include <habari/core/query.hpp>
#include <habari/serve/explorer.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari::serve {

/// The value of a parameter; empty where it is not given.
std::string_view value(const Parameters& parameters, const std::string& name);
/// A whole number, at most `most`. Errors: Error where it is none.
std::size_t number(const Parameters& parameters, const std::string& name, std::size_t otherwise, std::size_t most);

/// What may be asked of events.
enum class Ask : std::uint8_t { entity, relation, type, factuality, time, place, source, language, confidence };

/// Which events fit all that a question asks of them.
class EventFilter {
 public:
  /// Errors: Error for a value that is none.
  EventFilter(const QueryIndex& index, const Parameters& parameters);

  /// What the event does not fit: a bit for each Ask.
  std::uint32_t misfits(Vertex event) const;
  bool fits(Vertex event) const { return misfits(event) == 0; }
  /// Whether it fits all but perhaps `ask`: what is chosen among the values of one thing that is asked.
  bool fits_but(std::uint32_t misfits, Ask ask) const { return (misfits & ~bit(ask)) == 0; }

 private:
  static constexpr std::uint32_t bit(Ask ask) { return 1U << static_cast<std::uint32_t>(ask); }
  using Marks = std::vector<bool>;  ///< One an event.

  Marks taking_part(std::string_view name, std::optional<Role> role) const;
  Marks told_by(std::string_view name) const;
  Marks with_relation(std::string_view relation) const;
  bool fits_time(PackedTime time) const;
  bool has_language(const EventView& event) const;

  const QueryIndex& index_;
  const Graph& graph_;
  std::optional<Marks> entity_, relation_, place_, source_;
  std::optional<EventType> type_;
  std::optional<Factuality> factuality_;
  std::optional<Date> since_, until_;
  std::string language_;
  float confidence_ = 0;
};

}  // namespace habari::serve
