#include "synthetic_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/query.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <vector>

// Patterns with a bound end on a graph of made-up news: `query_bench` (a million events), or HABARI_BENCH_EVENTS=N.
namespace {

using habari::Graph;
using habari::Pattern;
using habari::QueryIndex;
using habari::TripleView;
using habari::Vertex;

std::uint32_t event_count() {
  const char* given = std::getenv("HABARI_BENCH_EVENTS");
  return given == nullptr ? 1'000'000U : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

const Graph& graph() {
  static const Graph made = [] {
    habari::bench::SyntheticDocuments documents(event_count() / 5);
    habari::GraphBuilder builder({.keep_texts = false});
    for (std::uint32_t i = 0; i < event_count(); i += documents.events_per_document) builder.add(documents.next());
    return builder.freeze();
  }();
  return made;
}

const QueryIndex& query_index() {
  static const QueryIndex made(graph());
  return made;
}

/// Named entities drawn evenly: what a user may ask for. Participants without a name have one event each.
std::vector<Vertex> sample(std::size_t count) {
  std::vector<Vertex> named;
  for (Vertex v = 0; v < graph().entity_count(); ++v) {
    if (graph().entity(v).kind == habari::EntityKind::person) named.push_back(v);
  }
  std::mt19937 random(7);
  std::vector<Vertex> drawn;
  for (std::size_t i = 0; i < count; ++i) drawn.push_back(named[random() % named.size()]);
  return drawn;
}

std::size_t count(const Pattern& pattern) {
  std::size_t found = 0;
  for (const TripleView& triple : query_index().find(pattern)) found += triple.graph().vertex_count() != 0 ? 1 : 0;
  return found;
}

/// Answers of the index beside those of one plain scan over all triples. Ends the program where they differ.
void compare_answers() {
  const std::vector<Vertex> vertices = sample(40);
  std::vector<std::size_t> subjects(graph().vertex_count());
  std::vector<std::size_t> objects(graph().vertex_count());
  for (const TripleView& triple : triples(graph())) {
    const auto mirrored = triple.mirrored();
    if (triple.subject()) ++subjects[*triple.subject()];
    if (triple.object()) ++objects[*triple.object()];
    if (mirrored) {
      ++subjects[*mirrored->subject()];
      ++objects[*mirrored->object()];
    }
  }
  for (const Vertex v : vertices) {
    if (count({.subject = v}) != subjects[v] || count({.object = v}) != objects[v]) {
      std::cerr << "query_bench: the index and a plain scan differ on vertex " << v << '\n';
      std::exit(1);
    }
  }
}

template <typename Make>
void run(benchmark::State& state, Make make) {
  const std::vector<Vertex> vertices = sample(4096);
  std::size_t at = 0;
  std::size_t answers = 0;
  for (auto _ : state) answers += count(make(vertices[at++ % vertices.size()]));
  state.counters["answers"] = benchmark::Counter(static_cast<double>(answers), benchmark::Counter::kAvgIterations);
}

void bound_subject(benchmark::State& state) {
  run(state, [](Vertex v) { return Pattern{.subject = v}; });
}
void bound_object(benchmark::State& state) {
  run(state, [](Vertex v) { return Pattern{.object = v}; });
}
void bound_subject_and_relation(benchmark::State& state) {
  run(state, [](Vertex v) { return Pattern{.subject = v, .relation = "verb7"}; });
}
void bound_subject_by_name(benchmark::State& state) {
  run(state, [](Vertex v) { return Pattern{.subject = graph().label(v)}; });
}
/// The entity with most edges, all answers: what laziness cannot save.
void most_told_of_subject(benchmark::State& state) {
  Vertex hub = 0;
  for (Vertex v = 0; v < graph().entity_count(); ++v) {
    if (in_degree(v, graph()) > in_degree(hub, graph())) hub = v;
  }
  std::size_t answers = 0;
  for (auto _ : state) answers += count({.subject = hub});
  state.counters["answers"] = benchmark::Counter(static_cast<double>(answers), benchmark::Counter::kAvgIterations);
}

BENCHMARK(bound_subject);
BENCHMARK(bound_object);
BENCHMARK(bound_subject_and_relation);
BENCHMARK(bound_subject_by_name);
BENCHMARK(most_told_of_subject)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::cout << graph().event_count() << " events, " << graph().entity_count() << " entities, " << graph().edge_count()
            << " edges\n";
  compare_answers();
  query_index().named("anybody");  // Numbers the names, once.
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
