#include "../extractors/scratch_folder.hpp"

#include <habari/habari.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace habari {
namespace {

const std::string samples = HABARI_SAMPLES_DIR "/articles";
const auto sample_count = static_cast<std::size_t>(
    std::distance(std::filesystem::directory_iterator(samples), std::filesystem::directory_iterator()));

class LoadGraph : public testing::Test {
 protected:
  LoadGraph() { options.data = DataDirectory(HABARI_DATA_DIR); }
  ScratchFolder folder;
  LoadOptions options;
};

TEST_F(LoadGraph, ReadsArticles) {
  const Graph graph = load_graph({samples}, options);
  EXPECT_EQ(graph.article_count(), sample_count);
  EXPECT_FALSE(QueryIndex(graph).named("Hamisi Kibwana").empty());
  EXPECT_FALSE(graph.article(0).text.empty());
}

TEST_F(LoadGraph, ReadsArticlesDocumentsAndGraphFilesAlike) {
  const Graph all = load_graph({samples}, options);
  std::ostringstream turtle;
  write_turtle(all, turtle);
  EXPECT_EQ(load_graph({folder.write("graph.ttl", turtle.str())}, options), all);

  ArticleReader reader({samples}, *options.data);
  const LanguageIdentifier identifier(*options.data);
  const Extractor extractor(*options.data);
  std::string lines;
  std::vector<std::string> inputs;
  while (auto read = reader.next()) {
    const Document document = make_document(extractor, identifier, *options.data, std::move(*read));
    lines += to_json(document) + "\n";
  }
  EXPECT_EQ(load_graph({folder.write("documents.jsonl", lines)}, options), all);
  EXPECT_EQ(load_graph({folder.write("graph.ttl", turtle.str()), samples}, options).article_count(),
            all.article_count());
}

TEST_F(LoadGraph, ThrowsTheFirstErrorOrReportsThemAll) {
  const std::string bad = folder.write("bad.nq", "<a> <b> .\n");
  EXPECT_THROW(load_graph({bad, samples}, options), Error);
  EXPECT_THROW(load_graph({"nothing-there.nt"}, options), Error);
  std::vector<std::string> messages;
  options.events.on_skipped = [&](const std::string& message, Skipped) { messages.push_back(message); };
  EXPECT_EQ(load_graph({bad, samples, "nothing-there.txt"}, options).article_count(), sample_count);
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_NE(messages[0].find("bad.nq"), std::string::npos) << messages[0];
  EXPECT_NE(messages[1].find("nothing-there.txt"), std::string::npos) << messages[1];
}

TEST_F(LoadGraph, KeepsTextsWhereTheyAreWanted) {
  options.keep_texts = false;
  EXPECT_TRUE(load_graph({samples}, options).article(0).text.empty());
}

}  // namespace
}  // namespace habari
