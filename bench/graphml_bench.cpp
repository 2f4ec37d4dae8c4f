#include "synthetic_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <streambuf>
#include <string>

// GraphML and GEXF of made-up news, beside boost::write_graphml with the same values of the same graph. The argument of
// a benchmark is its number of events. bench/graphml_rates adds NetworkX.
namespace habari::bench {
namespace {

/// Counts bytes and keeps nothing.
class CountingBuffer final : public std::streambuf {
 public:
  std::uint64_t bytes = 0;
  bool watches_memory = false;
  std::size_t memory = 0;  ///< The most that was allocated when bytes came, in bytes.

 protected:
  std::streamsize xsputn(const char* /*text*/, std::streamsize size) override {
    bytes += static_cast<std::uint64_t>(size);
    // To count what is allocated takes long: every now and then will do.
    if (watches_memory && bytes >> 25U != (bytes - static_cast<std::uint64_t>(size)) >> 25U) {
      memory = std::max(memory, mallinfo2().uordblks);
    }
    return size;
  }
  int overflow(int c) override {
    ++bytes;
    return c;
  }
};

const Graph& graph_of(std::uint32_t events) {
  static std::uint32_t built = 0;
  static Graph graph;
  if (built == events) return graph;
  graph = Graph();
  GraphBuilder builder;
  SyntheticDocuments documents(events / 10 + 1);
  for (std::uint32_t i = 0; i < events / SyntheticDocuments::events_per_document; ++i) builder.add(documents.next());
  graph = builder.freeze();
  built = events;
  return graph;
}

template <typename Write>
void write(benchmark::State& state, Write write_to) {
  const Graph& graph = graph_of(static_cast<std::uint32_t>(state.range(0)));
  CountingBuffer watched;
  watched.watches_memory = true;
  watched.memory = mallinfo2().uordblks;
  const std::size_t before = watched.memory;
  std::ostream watched_out(&watched);
  write_to(graph, watched_out);
  CountingBuffer counted;
  std::ostream out(&counted);
  for (auto _ : state) write_to(graph, out);
  const auto bytes = static_cast<double>(counted.bytes);
  state.counters["bytes/s"] = benchmark::Counter(bytes, benchmark::Counter::kIsRate);
  state.counters["file MB"] = bytes / static_cast<double>(state.iterations()) / 1e6;
  state.counters["memory MB"] = static_cast<double>(watched.memory - before) / 1e6;
}

void graphml_entities(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) { write_graphml(graph, out); });
}
void graphml_events(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) { write_graphml(graph, out, {GraphView::events}); });
}
void gexf_entities(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) { write_gexf(graph, out); });
}
void gexf_events(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) { write_gexf(graph, out, {GraphView::events}); });
}

template <typename Key, typename Value>
void add(boost::dynamic_properties& properties, const char* name, Value value) {
  properties.property(name, boost::make_function_property_map<Key>(value));
}

/// The events view's main values: what a property map can give without work of its own.
boost::dynamic_properties properties_of(const Graph& graph) {
  boost::dynamic_properties properties;
  add<Vertex>(properties, "label", [&](Vertex v) { return std::string(graph.label(v)); });
  add<Vertex>(properties, "kind", [&](Vertex v) {
    return std::string(graph.is_event(v) ? std::string_view("event") : name(graph.entity(v).kind));
  });
  add<Vertex>(properties, "weight", [&](Vertex v) {
    return static_cast<double>(graph.is_event(v) ? graph.event(v).mentions.size() : graph.entity(v).mentions.size());
  });
  add<Vertex>(properties, "type",
              [&](Vertex v) { return graph.is_event(v) ? std::string(name(graph.event(v).type)) : std::string(); });
  add<Vertex>(properties, "factuality", [&](Vertex v) {
    return graph.is_event(v) ? std::string(name(graph.event(v).factuality)) : std::string();
  });
  add<Vertex>(properties, "date", [&](Vertex v) {
    return graph.is_event(v) && graph.event(v).time ? graph.event(v).time->begin.iso() : std::string();
  });
  add<Graph::Edge>(properties, "relation",
                   [&](Graph::Edge edge) { return std::string(get(boost::edge_name, graph, edge)); });
  add<Graph::Edge>(properties, "mentions", [&](Graph::Edge edge) { return get(boost::edge_weight, graph, edge); });
  return properties;
}

void boost_write_graphml(benchmark::State& state) {
  write(state, [](const Graph& graph, std::ostream& out) {
    boost::write_graphml(out, graph, get(boost::vertex_index, graph), properties_of(graph), true);
  });
}

#define HABARI_BENCHMARK(function, events) \
  BENCHMARK(function)->Arg(events)->Iterations(3)->Unit(benchmark::kMillisecond)
// By size: a graph is built once.
#define HABARI_BENCHMARKS(events)             \
  HABARI_BENCHMARK(graphml_entities, events); \
  HABARI_BENCHMARK(graphml_events, events);   \
  HABARI_BENCHMARK(gexf_entities, events);    \
  HABARI_BENCHMARK(gexf_events, events);      \
  HABARI_BENCHMARK(boost_write_graphml, events)
HABARI_BENCHMARKS(10'000);
HABARI_BENCHMARKS(100'000);
HABARI_BENCHMARKS(1'000'000);

}  // namespace
}  // namespace habari::bench

BENCHMARK_MAIN();
