#include <habari/core/graph_builder.hpp>
#include <habari/core/triples.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/rdf.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace habari {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> golden_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(HABARI_TEST_DIR) / "exporters/golden")) {
    if (entry.path().extension() == ".jsonl") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public testing::TestWithParam<std::string> {
 protected:
  fs::path file(const std::string& ending) const {
    return fs::path(HABARI_TEST_DIR) / "exporters/golden" / (GetParam() + ending);
  }

  Graph graph() const {
    GraphBuilder builder;
    std::ifstream in(file(".jsonl"));
    for (std::string line; std::getline(in, line);) builder.add(parse_document(line));
    return builder.freeze();
  }

  void expect(const std::string& ending, const std::string& written) const {
    if (std::getenv("HABARI_REWRITE_GOLDEN") != nullptr) {
      std::ofstream(file(ending), std::ios::binary) << written;
      return;
    }
    std::ifstream in(file(ending), std::ios::binary);
    EXPECT_EQ(written, std::string(std::istreambuf_iterator<char>(in), {})) << file(ending);
  }
};

TEST_P(Golden, GraphIsWrittenAsTheFilesBesideItsDocuments) {
  const Graph graph = this->graph();
  ASSERT_GT(graph.event_count(), 0u);
  std::ostringstream lines;
  for (const TripleView& triple : triples_in_reading_order(graph)) lines << describe(triple) << '\n';
  expect(".triples.txt", lines.str());

  const RdfOptions options{.base = "https://example.org/news/"};
  std::ostringstream full;
  write_rdf(graph, RdfSyntax::turtle, full, {.base = options.base, .size = RdfSize::full});
  expect(".full.ttl", full.str());
  const std::pair<const char*, RdfSyntax> syntaxes[] = {{".ttl", RdfSyntax::turtle},
                                                        {".nq", RdfSyntax::n_quads},
                                                        {".trig", RdfSyntax::trig},
                                                        {".rdf", RdfSyntax::rdf_xml},
                                                        {".jsonld", RdfSyntax::json_ld}};
  for (const auto& [ending, syntax] : syntaxes) {
    std::ostringstream rdf;
    write_rdf(graph, syntax, rdf, options);
    expect(ending, rdf.str());
  }
  std::ostringstream entities;
  write_graphml(graph, entities);
  expect(".entities.graphml", entities.str());
  std::ostringstream events;
  write_graphml(graph, events, {GraphView::events});
  expect(".events.graphml", events.str());
  std::ostringstream entities_in_time;
  write_gexf(graph, entities_in_time);
  expect(".entities.gexf", entities_in_time.str());
  std::ostringstream events_in_time;
  write_gexf(graph, events_in_time, {GraphView::events});
  expect(".events.gexf", events_in_time.str());
}

INSTANTIATE_TEST_SUITE_P(Documents, Golden, testing::ValuesIn(golden_names()), [](const auto& name) {
  std::string test = name.param;
  std::replace(test.begin(), test.end(), '-', '_');
  return test;
});

}  // namespace
}  // namespace habari
