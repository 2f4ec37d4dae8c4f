#include "synthetic_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/triples.hpp>

#include <benchmark/benchmark.h>
#include <boost/graph/breadth_first_search.hpp>

#include <map>
#include <vector>

// The graph on made-up news. The argument of a benchmark is its number of events.
namespace habari::bench {
namespace {

GraphBuilder filled_builder(std::uint32_t events) {
  GraphBuilder builder;
  SyntheticDocuments documents(events / 10 + 1);
  for (std::uint32_t i = 0; i < events / SyntheticDocuments::events_per_document; ++i) builder.add(documents.next());
  return builder;
}

/// Built once for each size: the benchmarks below only read it.
const Graph& graph_of(std::uint32_t events) {
  static std::map<std::uint32_t, Graph> graphs;
  const auto found = graphs.find(events);
  return found != graphs.end() ? found->second : graphs.emplace(events, filled_builder(events).freeze()).first->second;
}

std::uint32_t size(const benchmark::State& state) { return static_cast<std::uint32_t>(state.range(0)); }

void add_documents(benchmark::State& state) {
  SyntheticDocuments documents(size(state) / 10 + 1);
  std::vector<Document> made;
  for (std::uint32_t i = 0; i < size(state) / SyntheticDocuments::events_per_document; ++i) {
    made.push_back(documents.next());
  }
  for (auto _ : state) {
    GraphBuilder builder;
    for (const Document& document : made) builder.add(document);
    benchmark::DoNotOptimize(builder);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void freeze(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    GraphBuilder builder = filled_builder(size(state));
    state.ResumeTiming();
    const Graph graph = builder.freeze();
    const Graph::Memory memory = graph.memory();
    state.counters["bytes/vertex"] = static_cast<double>(memory.vertices) / graph.vertex_count();
    state.counters["bytes/edge"] = static_cast<double>(memory.edges) / graph.edge_count();
    state.counters["strings MB"] = static_cast<double>(memory.strings) / 1e6;
    state.counters["vertices"] = graph.vertex_count();
    state.counters["edges"] = graph.edge_count();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void breadth_first_search(benchmark::State& state) {
  const Graph& graph = graph_of(size(state));
  for (auto _ : state) {
    std::vector<boost::default_color_type> colour(num_vertices(graph));
    for (Vertex v = graph.entity_count(); v < graph.vertex_count(); ++v) {
      if (colour[v] == boost::white_color) {
        boost::queue<Vertex> queue;
        boost::breadth_first_visit(graph, v, queue, boost::default_bfs_visitor(),
                                   boost::make_iterator_property_map(colour.begin(), get(boost::vertex_index, graph)));
      }
    }
    benchmark::DoNotOptimize(colour);
  }
  state.SetItemsProcessed(state.iterations() * num_edges(graph));
}

void read_triples(benchmark::State& state) {
  const Graph& graph = graph_of(size(state));
  std::int64_t count = 0;
  for (auto _ : state) {
    for (const TripleView& triple : triples(graph)) count += triple.object() ? 1 : 0;
  }
  state.SetItemsProcessed(count);
}

#define HABARI_BENCHMARK(function) BENCHMARK(function)->Arg(100'000)->Unit(benchmark::kMillisecond)
HABARI_BENCHMARK(add_documents);
BENCHMARK(freeze)->Arg(100'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);
HABARI_BENCHMARK(breadth_first_search);
HABARI_BENCHMARK(read_triples);

}  // namespace
}  // namespace habari::bench

BENCHMARK_MAIN();
