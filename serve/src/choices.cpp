#include "questions.hpp"
#include "records.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace habari::serve {
namespace {

constexpr std::size_t most_choices = 100;

/// How many events have each value of one thing that is asked. An event that fits all else counts for the values that
/// could be asked instead of the one that is.
class Counts {
 public:
  void add(std::uint32_t value) { ++counts_[value]; }
  /// Most frequent first, then by value.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked(counts_.begin(), counts_.end());
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<std::uint32_t, std::uint32_t>::second);
    if (ranked.size() > most_choices) ranked.resize(most_choices);
    return ranked;
  }

 private:
  std::map<std::uint32_t, std::uint32_t> counts_;
};

class Choices {
 public:
  Choices(const Explorer& explorer, const EventFilter& filter) : explorer_(explorer), graph_(explorer.graph()) {
    for (const EventView& event : graph_.events()) add(event, filter, filter.misfits(event.vertex));
  }

  void write(Json& json) const {
    json.begin_object();
    values(json, "relation", relations_, [&](std::uint32_t id) { json.member("value", graph_.text(StringId(id))); });
    values(json, "type", types_, [&](std::uint32_t type) { json.member("value", name(EventType(type))); });
    values(json, "factuality", factualities_,
           [&](std::uint32_t factuality) { json.member("value", name(Factuality(factuality))); });
    values(json, "language", languages_, [&](std::uint32_t id) { json.member("value", graph_.text(StringId(id))); });
    const auto entity = [&](Vertex v) {
      json.member("value", graph_.id(v));
      json.key("entity");
      Records(explorer_, json).reference(v);
    };
    values(json, "place", places_, entity);
    values(json, "source", sources_, entity);
    json.end_object();
  }

 private:
  void add(const EventView& event, const EventFilter& filter, std::uint32_t misfits) {
    const EventRecord& record = graph_.rows().events[event.vertex - graph_.entity_count()];
    const auto asks = [&](Ask ask) { return filter.fits_but(misfits, ask); };
    if (asks(Ask::relation)) relations_.add(static_cast<std::uint32_t>(record.label));
    if (asks(Ask::type)) types_.add(static_cast<std::uint32_t>(record.type));
    if (asks(Ask::factuality)) factualities_.add(static_cast<std::uint32_t>(record.factuality));
    if (asks(Ask::language)) {
      std::set<StringId> told_in;
      for (const auto& mention : event.mentions) told_in.insert(graph_.rows().articles[mention.article].language);
      for (const StringId language : told_in) languages_.add(static_cast<std::uint32_t>(language));
    }
    if (asks(Ask::source)) {
      for (const Vertex source : event.sources()) sources_.add(source);
    }
    if (asks(Ask::place)) {
      for (const RoleView& role : graph_.participants(event.vertex)) {
        if (role.role == Role::place && graph_.is_entity(role.participant)) places_.add(role.participant);
      }
    }
  }

  template <typename Write>
  static void values(Json& json, std::string_view key, const Counts& counts, Write write) {
    json.begin_array(key);
    for (const auto& [value, count] : counts.ranked()) {
      json.begin_object();
      write(value);
      json.member("count", std::uint64_t{count});
      json.end_object();
    }
    json.end_array();
  }

  const Explorer& explorer_;
  const Graph& graph_;
  Counts relations_, types_, factualities_, languages_, places_, sources_;
};

}  // namespace

void answer_choices(const Explorer& explorer, const Parameters& parameters, Json& json) {
  Choices(explorer, EventFilter(explorer.index(), parameters)).write(json);
}

}  // namespace habari::serve
