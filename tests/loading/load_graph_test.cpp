#include "../extractors/scratch_folder.hpp"

#include <habari/habari.hpp>

#include <gtest/gtest.h>

#include <cstdint>
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
  write_turtle(all, turtle, {.size = RdfSize::full});
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

TEST_F(LoadGraph, IsTheSameOnAnyNumberOfThreads) {
  options.threads = 1;
  const Graph expected = load_graph({samples}, options);
  options.threads = 8;
  EXPECT_EQ(load_graph({samples}, options), expected);
}

TEST_F(LoadGraph, LeavesOutWhatIsLessSure) {
  const std::uint32_t all = load_graph({samples}, options).event_count();
  options.min_confidence = 1;
  EXPECT_LT(load_graph({samples}, options).event_count(), all);
}

TEST_F(LoadGraph, HandsDocumentsOnInInputOrderAndRefusesGraphFilesThen) {
  std::vector<std::string> ids;
  options.on_document = [&](const std::string& json) { ids.push_back(parse_document(json).article.id); };
  load_graph({samples}, options);
  std::vector<std::string> expected;
  ArticleReader reader({samples}, *options.data);
  while (auto read = reader.next()) expected.push_back(read->article.id);
  EXPECT_EQ(ids, expected);
  EXPECT_THROW(load_graph({"graph.nq"}, options), Error);
}

TEST_F(LoadGraph, TellsWhatItReadAndWhatItLeftOut) {
  std::size_t read = 0;
  std::vector<Skipped> skipped;
  options.events.on_read = [&](std::size_t articles) { read += articles; };
  options.events.on_skipped = [&](const std::string&, Skipped what) { skipped.push_back(what); };
  const std::string news =
      folder.write("news.jsonl", "{\"text\": 3}\n{\"text\": \"Rais alisema.\", \"language\": \"sw\"}\n");
  load_graph({news, "nothing-there.txt"}, options);
  EXPECT_EQ(read, 1u);
  EXPECT_EQ(skipped, (std::vector{Skipped::article, Skipped::input}));
}

TEST_F(LoadGraph, NotesThatGraphFilesJoinNothing) {
  std::ostringstream turtle;
  write_turtle(load_graph({samples}, options), turtle);
  const std::string file = folder.write("graph.ttl", turtle.str());
  std::size_t notes = 0;
  options.events.on_note = [&](const std::string&) { ++notes; };
  load_graph({file}, options);
  EXPECT_EQ(notes, 0u);
  load_graph({file, file}, options);
  EXPECT_EQ(notes, 1u);
}

}  // namespace
}  // namespace habari
