#include "news_documents.hpp"

#include <habari/core/graph_builder.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// What identity across articles costs on made-up news, and what it finds of the happenings that several articles tell.
// The argument is the number of articles.
namespace habari::bench {
namespace {

/// Highest resident memory of this process so far, in megabytes. Source: proc(5), VmHWM.
double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

double pairs_of(double count) { return count * (count - 1) / 2; }
double percent(double part, double whole) { return whole == 0 ? 0 : 100 * part / whole; }

/// How many mentions of each happening an event has.
std::map<StringId, double> happenings(const EventView& event) {
  std::map<StringId, double> mentions;
  for (const EventMention& mention : event.mentions) ++mentions[mention.rule];
  return mentions;
}

/// Of pairs of mentions of one happening: in one event, in two that are linked, or in neither.
void count_joins(const Graph& graph, benchmark::State& state) {
  std::map<StringId, double> told;
  double joined = 0, mixed = 0, linked = 0, linked_wrongly = 0;
  for (const EventView& event : graph.events()) {
    double same = 0;
    for (const auto& [happening, count] : happenings(event)) {
      told[happening] += count;
      same += pairs_of(count);
    }
    joined += same;
    mixed += pairs_of(static_cast<double>(event.mentions.size())) - same;
  }
  for (const EventMatch& match : graph.rows().event_matches) {
    const auto left = happenings(graph.event(match.first));
    double same = 0;
    for (const auto& [happening, count] : happenings(graph.event(match.second))) {
      if (const auto found = left.find(happening); found != left.end()) same += count * found->second;
    }
    linked += same;
    linked_wrongly += same == 0 ? 1 : 0;
  }
  double all = 0;
  for (const auto& [happening, count] : told) all += pairs_of(count);
  state.counters["% joined"] = percent(joined, all);
  state.counters["% linked"] = percent(linked, all);
  state.counters["% missed"] = percent(std::max(0.0, all - joined - linked), all);
  state.counters["% wrong"] = percent(mixed + linked_wrongly, joined + linked + mixed + linked_wrongly);
}

void freeze(benchmark::State& state) {
  const auto articles = static_cast<std::uint32_t>(state.range(0));
  for (auto _ : state) {
    state.PauseTiming();
    GraphBuilder builder(GraphBuilder::Options{.keep_texts = false});
    NewsDocuments documents(articles);
    for (std::uint32_t i = 0; i < articles; ++i) builder.add(documents.next());
    const double before = peak_memory();
    state.ResumeTiming();
    const Graph graph = builder.freeze();
    state.PauseTiming();
    state.counters["MB for rows"] = before;
    state.counters["MB at peak"] = peak_memory();
    state.counters["entities"] = graph.entity_count();
    state.counters["events"] = graph.event_count();
    count_joins(graph, state);
    state.ResumeTiming();
  }
  state.counters["us/article"] =
      benchmark::Counter(static_cast<double>(articles) * 1e-6,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// Identifiers by the places where events are told and entities named.
struct Identifiers {
  std::map<std::tuple<std::string, std::uint32_t, std::uint32_t>, std::string> events;
  std::map<std::tuple<std::string, std::uint32_t, std::uint32_t>, std::string> entities;
};

Identifiers identifiers(std::uint32_t articles, std::uint32_t of) {
  GraphBuilder builder(GraphBuilder::Options{.keep_texts = false});
  NewsDocuments documents(of);
  for (std::uint32_t i = 0; i < articles; ++i) builder.add(documents.next());
  const Graph graph = builder.freeze();
  Identifiers found;
  for (const EventView& event : graph.events()) {
    for (const EventMention& mention : event.mentions) {
      found.events[{std::string(graph.article(mention.article).id), mention.trigger.begin, mention.trigger.end}] =
          graph.id(event.vertex);
    }
  }
  for (Vertex v = 0; v < graph.entity_count(); ++v) {
    for (const EntityMention& mention : graph.entity(v).mentions) {
      found.entities[{std::string(graph.article(mention.article).id), mention.span.begin, mention.span.end}] =
          graph.id(v);
    }
  }
  return found;
}

template <typename Places>
double changed(const Places& before, const Places& after) {
  double count = 0;
  for (const auto& [place, id] : before) count += after.at(place) != id ? 1 : 0;
  return percent(count, static_cast<double>(before.size()));
}

/// How many mentions belong to another identifier once 1,000 articles more are in.
void add_thousand(benchmark::State& state) {
  const auto articles = static_cast<std::uint32_t>(state.range(0));
  for (auto _ : state) {
    const Identifiers before = identifiers(articles, articles + 1000);
    const Identifiers after = identifiers(articles + 1000, articles + 1000);
    state.counters["% event ids changed"] = changed(before.events, after.events);
    state.counters["% entity ids changed"] = changed(before.entities, after.entities);
  }
}

BENCHMARK(freeze)->RangeMultiplier(10)->Range(1'000, 100'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(add_thousand)->RangeMultiplier(10)->Range(1'000, 10'000)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace habari::bench

BENCHMARK_MAIN();
