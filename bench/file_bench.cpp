#include "synthetic_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <malloc.h>

#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

// Every writer on one graph of made-up news, beside boost::write_graphml with the same values of the same graph, and
// reading back. bench/file_rates runs it, and other programs on the same graph.
//   usage: file_bench time EVENTS REPEATS     what each writer takes: tab-separated columns, the first line names them
//          file_bench read FILE               reads a graph file, and does not make a graph of it
//          file_bench write EVENTS FILE...    the graph in files, by their endings
// Seconds are of processor time, the least of the repeats.
namespace habari::bench {
namespace {

/// In bytes, large pieces included.
std::size_t allocated() {
  const auto counts = mallinfo2();
  return counts.uordblks + counts.hblkhd;
}

/// Counts bytes and keeps nothing.
class CountingBuffer : public std::streambuf {
 public:
  std::uint64_t bytes = 0;

 protected:
  std::streamsize xsputn(const char* /*text*/, std::streamsize size) override {
    bytes += static_cast<std::uint64_t>(size);
    return size;
  }
  int overflow(int c) override {
    ++bytes;
    return c;
  }
};

/// Watches lines and memory, too, which takes time.
class WatchingBuffer final : public CountingBuffer {
 public:
  std::uint64_t lines = 0;
  std::size_t memory = allocated();  ///< The most that was allocated when bytes came, in bytes.

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    const std::uint64_t before = bytes;
    lines += static_cast<std::uint64_t>(std::count(text, text + size, '\n'));
    CountingBuffer::xsputn(text, size);
    // To count what is allocated takes long: every now and then will do.
    if (bytes >> 25U != before >> 25U) memory = std::max(memory, allocated());
    return size;
  }
};

Graph graph_of(std::uint32_t events) {
  GraphBuilder builder;
  SyntheticDocuments documents(events / 10 + 1);
  for (std::uint32_t i = 0; i < events / SyntheticDocuments::events_per_document; ++i) builder.add(documents.next());
  return builder.freeze();
}

template <typename Work>
double seconds(std::uint32_t repeats, Work work) {
  double least = 0;
  for (std::uint32_t i = 0; i < repeats; ++i) {
    const std::clock_t begin = std::clock();
    work();
    const double taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    least = i == 0 ? taken : std::min(least, taken);
  }
  return least;
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

struct Writer {
  const char* name;
  bool is_rdf;
  std::function<void(const Graph&, std::ostream&)> write;
};

const Writer writers[] = {
    {"N-Triples", true, [](const Graph& graph, std::ostream& out) { write_n_triples(graph, out); }},
    {"Turtle", true, [](const Graph& graph, std::ostream& out) { write_turtle(graph, out); }},
    {"N-Quads", true, [](const Graph& graph, std::ostream& out) { write_n_quads(graph, out); }},
    {"RDF/XML", true, [](const Graph& graph, std::ostream& out) { write_rdf(graph, RdfSyntax::rdf_xml, out); }},
    {"GraphML, entities", false, [](const Graph& graph, std::ostream& out) { write_graphml(graph, out); }},
    {"GraphML, events", false,
     [](const Graph& graph, std::ostream& out) { write_graphml(graph, out, {GraphView::events}); }},
    {"GEXF, entities", false, [](const Graph& graph, std::ostream& out) { write_gexf(graph, out); }},
    {"GEXF, events", false, [](const Graph& graph, std::ostream& out) { write_gexf(graph, out, {GraphView::events}); }},
    {"boost::write_graphml", false, [](const Graph& graph, std::ostream& out) {
       boost::write_graphml(out, graph, get(boost::vertex_index, graph), properties_of(graph), true);
     }}};

void time_writers(std::uint32_t events, std::uint32_t repeats) {
  const Graph graph = graph_of(events);
  std::cerr << graph.event_count() << " events, " << graph.entity_count() << " entities, " << graph.edge_count()
            << " edges; " << static_cast<double>(allocated()) / 1e6 << " MB allocated\n";
  std::cout << "writer\tseconds\tbytes\tstatements\tmemory\n";
  std::uint64_t statements = 0;  // N-Triples has one a line, and comes first.
  for (const Writer& writer : writers) {
    const std::size_t before = allocated();
    WatchingBuffer watched;
    std::ostream watched_out(&watched);
    writer.write(graph, watched_out);
    if (statements == 0) statements = watched.lines;
    const std::uint64_t own = writer.name == std::string("N-Quads") ? watched.lines : statements;
    const double least = seconds(repeats, [&] {
      CountingBuffer counted;
      std::ostream out(&counted);
      writer.write(graph, out);
    });
    std::cout << writer.name << '\t' << least << '\t' << watched.bytes << '\t' << (writer.is_rdf ? own : 0) << '\t'
              << watched.memory - before << std::endl;
  }
}

void write_file(const Graph& graph, const std::string& name) {
  OutputFile file(name);
  if (const auto syntax = rdf_syntax(name)) {
    write_rdf(graph, *syntax, file.stream());
  } else {
    write_graphml(graph, file.stream(), {GraphView::events});
  }
  file.commit();
}

void read_file(const std::string& name) {
  GraphBuilder builder;
  add_rdf_file(builder, name);
}

int run(const std::vector<std::string>& arguments) {
  const auto number = [&](std::size_t at) { return static_cast<std::uint32_t>(std::stoul(arguments.at(at))); };
  if (arguments.at(0) == "time") {
    time_writers(number(1), number(2));
  } else if (arguments.at(0) == "read") {
    read_file(arguments.at(1));
  } else if (arguments.at(0) == "write") {
    const Graph graph = graph_of(number(1));
    for (std::size_t i = 2; i < arguments.size(); ++i) write_file(graph, arguments[i]);
  } else {
    throw std::invalid_argument(arguments.at(0));
  }
  return 0;
}

}  // namespace
}  // namespace habari::bench

int main(int argc, char** argv) {
  try {
    return habari::bench::run({argv + 1, argv + argc});
  } catch (const std::exception& failure) {
    std::cerr << "file_bench: " << failure.what() << '\n';
    return 2;
  }
}
