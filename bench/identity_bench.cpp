#include "news_documents.hpp"

#include <habari/core/graph_builder.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <fstream>
#include <string>

// What identity across articles costs on made-up news. The argument is the number of articles.
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
    std::uint32_t joined = 0;
    for (const EventView& event : graph.events()) joined += event.mentions.size() > 1 ? 1 : 0;
    state.counters["MB for rows"] = before;
    state.counters["MB at peak"] = peak_memory();
    state.counters["entities"] = graph.entity_count();
    state.counters["events"] = graph.event_count();
    state.counters["told twice"] = joined;
    state.counters["matches"] = static_cast<double>(graph.rows().event_matches.size());
    state.ResumeTiming();
  }
  state.counters["us/article"] =
      benchmark::Counter(static_cast<double>(articles) * 1e-6,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK(freeze)->RangeMultiplier(10)->Range(1'000, 100'000)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace habari::bench

BENCHMARK_MAIN();
