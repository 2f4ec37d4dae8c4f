#include <habari/core/graph_builder.hpp>
#include <habari/exporters/graph_formats.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <string_view>

namespace habari {
namespace {

TEST(GraphFormats, AreToldByTheirEndings) {
  std::set<std::string_view> extensions;
  for (const GraphFormat& format : graph_formats()) {
    EXPECT_TRUE(extensions.insert(format.extension).second) << format.extension;
    EXPECT_EQ(graph_format("news/graph" + std::string(format.extension)), &format);
    EXPECT_EQ(graph_format("graph" + std::string(format.extension) + ".gz"), &format);
    EXPECT_EQ(rdf_syntax("graph" + std::string(format.extension)), format.syntax);
  }
  EXPECT_EQ(graph_format("graph.pdf"), nullptr);
  EXPECT_EQ(graph_format("ttl"), nullptr);
}

TEST(GraphFormats, WriteAnEmptyGraph) {
  const Graph empty;
  for (const GraphFormat& format : graph_formats()) {
    std::ostringstream out;
    if (format.write != nullptr) format.write(empty, out, {});
    EXPECT_TRUE(out.good()) << format.name;
  }
}

}  // namespace
}  // namespace habari
