#include "synthetic_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/triples.hpp>
#include <habari/exporters/rdf.hpp>

#include <benchmark/benchmark.h>
#include <boost/graph/breadth_first_search.hpp>

#include <algorithm>
#include <map>
#include <ostream>
#include <streambuf>
#include <vector>

// The graph and its exporters on made-up news. The argument of a benchmark is its number of events.
namespace habari::bench {
namespace {

/// Counts bytes and lines and keeps nothing.
class CountingBuffer final : public std::streambuf {
 public:
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    bytes += static_cast<std::uint64_t>(size);
    lines += static_cast<std::uint64_t>(std::count(text, text + size, '\n'));
    return size;
  }
  int overflow(int c) override {
    ++bytes;
    return c;
  }
};

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

template <typename Write>
void write(benchmark::State& state, Write write_to) {
  const Graph& graph = graph_of(size(state));
  CountingBuffer lines;
  std::ostream line_stream(&lines);
  write_n_triples(graph, line_stream);  // One line a triple: the count for every RDF syntax.
  CountingBuffer counted;
  std::ostream out(&counted);
  for (auto _ : state) write_to(graph, out);
  state.SetBytesProcessed(static_cast<std::int64_t>(counted.bytes));
  state.counters["triples/s"] = benchmark::Counter(
      static_cast<double>(lines.lines) * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void turtle(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) { write_turtle(graph, out); });
}
void n_triples(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) { write_n_triples(graph, out); });
}
void n_quads(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) { write_n_quads(graph, out); });
}

#define HABARI_BENCHMARK(function) BENCHMARK(function)->Arg(100'000)->Unit(benchmark::kMillisecond)
HABARI_BENCHMARK(add_documents);
BENCHMARK(freeze)->Arg(100'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);
HABARI_BENCHMARK(breadth_first_search);
HABARI_BENCHMARK(read_triples);
HABARI_BENCHMARK(turtle);
HABARI_BENCHMARK(n_triples);
HABARI_BENCHMARK(n_quads);

}  // namespace
}  // namespace habari::bench

BENCHMARK_MAIN();
