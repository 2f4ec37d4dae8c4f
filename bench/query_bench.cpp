#include "synthetic_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/query.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <string>
#include <vector>

// Memory of a graph of made-up news, time to build it and to index it, patterns with a bound end and look-ups of names:
// `query_bench` (a million events), or HABARI_BENCH_EVENTS=N.
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

/// Prints what `work` took of the processor.
template <typename Work>
auto timed(const char* name, Work work) {
  const std::clock_t begin = std::clock();
  auto made = work();
  std::cout << name << ": " << static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC << " s\n";
  return made;
}

const Graph& graph() {
  static const Graph made = [] {
    habari::bench::SyntheticDocuments documents(event_count() / 5);
    std::vector<habari::Document> news;
    for (std::uint32_t i = 0; i < event_count(); i += documents.events_per_document) news.push_back(documents.next());
    habari::GraphBuilder builder = timed("add documents", [&] {
      habari::GraphBuilder filled({.keep_texts = false});
      for (const habari::Document& document : news) filled.add(document);
      return filled;
    });
    news.clear();
    return timed("freeze", [&] { return builder.freeze(); });
  }();
  return made;
}

const QueryIndex& query_index() {
  static const QueryIndex made = timed("index", [] { return QueryIndex(graph()); });
  return made;
}

void print_memory() {
  const Graph::Memory memory = graph().memory();
  std::cout << graph().event_count() << " events, " << graph().entity_count() << " entities, " << graph().edge_count()
            << " edges\n"
            << static_cast<double>(memory.vertices) / graph().vertex_count() << " bytes a vertex, "
            << static_cast<double>(memory.edges) / graph().edge_count() << " bytes an edge, strings "
            << static_cast<double>(memory.strings) / 1e6 << " MB\n";
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

template <typename Make>
void look_up(benchmark::State& state, Make make) {
  std::vector<std::string> names;
  for (const Vertex v : sample(4096)) names.push_back(make(std::string(graph().label(v))));
  std::size_t at = 0;
  std::size_t answers = 0;
  for (auto _ : state) answers += query_index().named(names[at++ % names.size()]).size();
  state.counters["answers"] = benchmark::Counter(static_cast<double>(answers), benchmark::Counter::kAvgIterations);
}

void whole_name(benchmark::State& state) {
  look_up(state, [](std::string name) { return name; });
}
/// Its number: what only this name and few others have.
void word_of_name(benchmark::State& state) {
  look_up(state, [](const std::string& name) { return name.substr(name.find_first_of("0123456789")); });
}
void beginning_of_name(benchmark::State& state) {
  look_up(state, [](const std::string& name) { return name.substr(0, name.size() - 1); });
}
void unknown_name(benchmark::State& state) {
  look_up(state, [](const std::string& name) { return name + "x"; });
}
void names_near_an_unknown_one(benchmark::State& state) {
  std::size_t answers = 0;
  for (auto _ : state) answers += query_index().similar("Jian la Mtu 123456").size();
  state.counters["answers"] = benchmark::Counter(static_cast<double>(answers), benchmark::Counter::kAvgIterations);
}

BENCHMARK(bound_subject);
BENCHMARK(bound_object);
BENCHMARK(bound_subject_and_relation);
BENCHMARK(bound_subject_by_name);
BENCHMARK(most_told_of_subject)->Unit(benchmark::kMicrosecond);
BENCHMARK(whole_name);
BENCHMARK(word_of_name);
BENCHMARK(beginning_of_name);
BENCHMARK(unknown_name);
BENCHMARK(names_near_an_unknown_one)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  print_memory();
  compare_answers();
  timed("number the names", [] { return query_index().named("anybody"); });  // Once: the first call does it.
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
