#include "hostile_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

// Writes the graphs that interoperation_test.py gives to other programs: `write_fixtures DIRECTORY`.
namespace {

using habari::Graph;

void write_all(const Graph& graph, const std::filesystem::path& stem) {
  const auto open = [&](const char* ending) {
    std::ofstream out(stem.string() + ending, std::ios::binary);
    out.exceptions(std::ios::failbit | std::ios::badbit);
    return out;
  };
  const habari::RdfOptions options{.base = "http://example.org/news/"};
  for (const char* ending : {".ttl", ".nt", ".nq", ".rdf", ".jsonld"}) {
    auto out = open(ending);
    habari::write_rdf(graph, habari::rdf_syntax("graph" + std::string(ending)).value(), out, options);
  }
  auto entities = open(".entities.graphml");
  habari::write_graphml(graph, entities);
  auto events = open(".events.graphml");
  habari::write_graphml(graph, events, {habari::GraphView::events});
  auto entities_in_time = open(".entities.gexf");
  habari::write_gexf(graph, entities_in_time);
  auto events_in_time = open(".events.gexf");
  habari::write_gexf(graph, events_in_time, {habari::GraphView::events});
}

void write_names(const std::filesystem::path& file) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.StartArray();
  for (const auto& hostile : habari::test::hostile_names()) {
    writer.StartObject();
    writer.Key("name");
    writer.String(hostile.name);
    writer.Key("rdf");
    writer.String(hostile.in_rdf);
    writer.Key("xml");
    writer.String(hostile.in_xml);
    writer.EndObject();
  }
  writer.EndArray();
  std::ofstream(file, std::ios::binary) << buffer.GetString();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_fixtures DIRECTORY\n";
    return 2;
  }
  const std::filesystem::path directory = argv[1];
  habari::GraphBuilder builder;
  builder.add(habari::test::swahili_meeting());
  builder.add(habari::test::english_meeting());
  builder.add(habari::test::english_protest());
  write_all(builder.freeze(), directory / "meeting");
  builder.add(habari::test::hostile_document());
  write_all(builder.freeze(), directory / "hostile");
  write_all(Graph(), directory / "empty");
  write_names(directory / "names.json");
  return 0;
}
