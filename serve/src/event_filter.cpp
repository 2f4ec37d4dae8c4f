#include "event_filter.hpp"

#include <habari/core/error.hpp>
#include <habari/core/quantity.hpp>

#include <algorithm>
#include <charconv>

namespace habari::serve {
namespace {

template <typename Enum>
std::optional<Enum> term(const Parameters& parameters, const std::string& name,
                         std::optional<Enum> (*parse)(std::string_view)) {
  const std::string_view given = value(parameters, name);
  if (given.empty()) return std::nullopt;
  if (const auto parsed = parse(given)) return parsed;
  throw Error(name + ": \"" + std::string(given) + "\" is none");
}

std::optional<Date> date(const Parameters& parameters, const std::string& name) {
  const std::string_view given = value(parameters, name);
  if (given.empty()) return std::nullopt;
  if (const auto parsed = Date::parse(given)) return parsed;
  throw Error(name + ": \"" + std::string(given) + "\" is no date, expected YYYY, YYYY-MM or YYYY-MM-DD");
}

/// Numbers that compare as days do: of the first day that a date may mean, and of the last.
std::uint32_t first_day(std::uint32_t packed) {
  return packed + (packed / 100 % 100 == 0 ? 100 : 0) + (packed % 100 == 0 ? 1 : 0);
}
std::uint32_t last_day(std::uint32_t packed) {
  return packed + (packed / 100 % 100 == 0 ? 1200 : 0) + (packed % 100 == 0 ? 31 : 0);
}

}  // namespace

std::string_view value(const Parameters& parameters, const std::string& name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::size_t number(const Parameters& parameters, const std::string& name, std::size_t otherwise, std::size_t most) {
  const std::string_view given = value(parameters, name);
  if (given.empty()) return otherwise;
  std::size_t parsed = 0;
  const auto [end, failure] = std::from_chars(given.data(), given.data() + given.size(), parsed);
  if (failure != std::errc() || end != given.data() + given.size()) {
    throw Error(name + ": \"" + std::string(given) + "\" is no whole number");
  }
  return std::min(parsed, most);
}

EventFilter::EventFilter(const QueryIndex& index, const Parameters& parameters)
    : index_(index),
      graph_(index.graph()),
      type_(term(parameters, "type", parse_event_type)),
      factuality_(term(parameters, "factuality", parse_factuality)),
      since_(date(parameters, "since")),
      until_(date(parameters, "until")),
      language_(value(parameters, "language")) {
  const auto given = [&](const char* name) { return value(parameters, name); };
  if (!given("entity").empty()) entity_ = taking_part(given("entity"), std::nullopt);
  if (!given("place").empty()) place_ = taking_part(given("place"), Role::place);
  if (!given("source").empty()) source_ = told_by(given("source"));
  if (!given("relation").empty()) relation_ = with_relation(given("relation"));
  if (const std::string_view least = given("confidence"); !least.empty()) {
    const auto parsed = parse_decimal(least);
    if (!parsed || *parsed < 0 || *parsed > 1) {
      throw Error("confidence: \"" + std::string(least) + "\" is no number from 0 to 1");
    }
    confidence_ = static_cast<float>(*parsed);
  }
}

EventFilter::Marks EventFilter::taking_part(std::string_view name, std::optional<Role> role) const {
  Marks marks(graph_.event_count());
  for (const Vertex v : index_.named(name)) {
    for (const RoleView& part : graph_.participations(v)) {
      if (!role || part.role == *role) marks[part.event - graph_.entity_count()] = true;
    }
  }
  return marks;
}

EventFilter::Marks EventFilter::told_by(std::string_view name) const {
  const std::vector<Vertex> sources = index_.named(name);
  Marks marks(graph_.event_count());
  for (const EventView& event : graph_.events()) {
    marks[event.vertex - graph_.entity_count()] = std::ranges::any_of(event.mentions, [&](const EventMention& mention) {
      return mention.source != no_vertex && std::ranges::binary_search(sources, mention.source);
    });
  }
  return marks;
}

/// The label, or the lemma of a mention.
EventFilter::Marks EventFilter::with_relation(std::string_view relation) const {
  Marks marks(graph_.event_count());
  const auto string = graph_.rows().strings.find(relation);
  if (!string) return marks;
  for (const EventView& event : graph_.events()) {
    const std::size_t number = event.vertex - graph_.entity_count();
    marks[number] = graph_.rows().events[number].label == *string ||
                    std::ranges::any_of(event.mentions, [&](const auto& mention) { return mention.lemma == *string; });
  }
  return marks;
}

bool EventFilter::fits_time(PackedTime time) const {
  if (!since_ && !until_) return true;
  if (time.begin == 0) return false;
  const auto packed = [](const Date& date) { return PackedTime::pack(TimeValue(date)).begin; };
  return (!since_ || last_day(time.end) >= first_day(packed(*since_))) &&
         (!until_ || first_day(time.begin) <= last_day(packed(*until_)));
}

bool EventFilter::has_language(const EventView& event) const {
  return language_.empty() || std::ranges::any_of(event.mentions, [&](const EventMention& mention) {
           return graph_.article(mention.article).language == language_;
         });
}

std::uint32_t EventFilter::misfits(Vertex event) const {
  const std::size_t number = event - graph_.entity_count();
  const EventRecord& record = graph_.rows().events[number];
  const EventView view = graph_.event(event);
  std::uint32_t misfits = 0;
  const auto ask = [&](Ask what, bool fits) {
    if (!fits) misfits |= bit(what);
  };
  ask(Ask::entity, !entity_ || (*entity_)[number]);
  ask(Ask::relation, !relation_ || (*relation_)[number]);
  ask(Ask::place, !place_ || (*place_)[number]);
  ask(Ask::source, !source_ || (*source_)[number]);
  ask(Ask::type, !type_ || record.type == *type_);
  ask(Ask::factuality, !factuality_ || record.factuality == *factuality_);
  ask(Ask::time, fits_time(record.time));
  ask(Ask::language, has_language(view));
  ask(Ask::confidence, confidence_ == 0 || view.confidence() >= confidence_);
  return misfits;
}

}  // namespace habari::serve
