#include "../core/random_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace habari {
namespace {

constexpr RdfSyntax syntaxes[] = {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::rdf_xml,
                                  RdfSyntax::trig};

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

std::string written(const Graph& graph, RdfSyntax syntax, RdfSize size = RdfSize::full) {
  std::ostringstream out;
  write_rdf(graph, syntax, out, {.size = size});
  return out.str();
}

/// What docs/rdf.md says that lean leaves out: whole phrases, rules, each mention's and argument's confidence,
/// lemmas that are missing.
Graph without_details(const Graph& graph, RdfSyntax syntax) {
  std::istringstream in(written(graph, RdfSyntax::n_triples));
  GraphBuilder builder;
  std::vector<ArticlePart> parts = read_rdf(in, RdfSyntax::n_triples, "file");
  // A standing relation is as sure as its surest mention: of the article, where each has its own graph.
  std::map<std::array<std::string, 4>, float> surest;
  const auto key = [&](const ArticlePart& part, const auto& mention) {
    const std::string article = has_named_graphs(syntax) ? part.article.id : "";
    return std::array{article, mention.subject, mention.label, mention.object};
  };
  for (const ArticlePart& part : parts) {
    for (const auto& mention : part.relation_mentions) {
      float& most = surest[key(part, mention)];
      most = std::max(most, mention.confidence);
    }
  }
  for (ArticlePart& part : parts) {
    for (auto& mention : part.relation_mentions) mention.confidence = surest.at(key(part, mention));
    for (ArticlePart::EventMention& mention : part.event_mentions) {
      mention.rule.clear();
      mention.confidence = graph.event(*graph.find("event/" + mention.event.text())).confidence();
      if (mention.lemma.empty() && part.article.language == "en") mention.lemma = mention.label;
    }
    for (ArticlePart::RoleMention& mention : part.role_mentions) {
      mention.phrase = mention.core;
      mention.confidence = 1.0F;
    }
    builder.add(part);
  }
  return builder.freeze();
}

void read_into(GraphBuilder& builder, const std::string& text, RdfSyntax syntax) {
  std::istringstream in(text);
  add_rdf(builder, in, syntax, "file");
}

Graph reread(const std::string& text, RdfSyntax syntax) {
  GraphBuilder builder;
  read_into(builder, text, syntax);
  return builder.freeze();
}

/// Documents in which entities, events and times share pieces of text in every way.
class RdfRoundTrip : public testing::TestWithParam<RdfSyntax> {};

TEST_P(RdfRoundTrip, GivesTheSameGraphAndBytes) {
  std::size_t links = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const Graph graph = graph_of(test::RandomDocuments(seed).make(3));
    const std::string text = written(graph, GetParam());
    const Graph again = reread(text, GetParam());
    ASSERT_EQ(again, graph) << "seed " << seed;
    ASSERT_EQ(written(again, GetParam()), text) << "seed " << seed;
    links += graph.rows().entity_links.size();
  }
  EXPECT_GT(links, 100u);
}

TEST_P(RdfRoundTrip, OfLeanGivesTheGraphWithoutItsDetails) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    auto documents = test::RandomDocuments(seed).make(3);
    // What several articles hold to be so is as sure as each of them says, of which lean keeps one figure.
    for (Document& document : documents)
      for (StandingRelation& relation : document.relations) relation.confidence = 0.5;
    const Graph graph = graph_of(documents);
    const std::string text = written(graph, GetParam(), RdfSize::lean);
    const Graph again = reread(text, GetParam());
    const Graph expected = without_details(graph, GetParam());
    // In full, so that a difference is seen.
    ASSERT_EQ(written(again, RdfSyntax::n_triples), written(expected, RdfSyntax::n_triples)) << "seed " << seed;
    ASSERT_EQ(again, expected) << "seed " << seed;
    ASSERT_EQ(written(again, GetParam(), RdfSize::lean), text) << "seed " << seed;
  }
}

TEST_P(RdfRoundTrip, OfLeanNeedsNoTexts) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    GraphBuilder builder({.keep_texts = false});
    for (const Document& document : test::RandomDocuments(seed).make(3)) builder.add(document);
    const Graph graph = builder.freeze();
    ASSERT_EQ(reread(written(graph, GetParam(), RdfSize::lean), GetParam()), without_details(graph, GetParam()))
        << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(EachSyntax, RdfRoundTrip, testing::ValuesIn(syntaxes));

/// The article's quads, and the marks around them.
std::string quads_of(const std::string& all, const std::string& article) {
  const std::string graph = " <https://w3id.org/habari/id/article/" + article + "> .";
  std::istringstream lines(all);
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    if (line.front() == '#' || line.ends_with(graph)) found += line + "\n";
  }
  return found;
}

TEST(RdfRoundTrip, ArticlesOfAGraphReadOneByOneAreTheGraph) {
  for (std::uint64_t seed = 200; seed < 260; ++seed) {
    const Graph graph = graph_of(test::RandomDocuments(seed).make(3));
    for (const RdfSize size : {RdfSize::full, RdfSize::lean}) {
      const std::string all = written(graph, RdfSyntax::n_quads, size);
      GraphBuilder builder;
      for (const char* article : {"article-2", "article-0", "article-1"}) {
        read_into(builder, quads_of(all, article), RdfSyntax::n_quads);
      }
      ASSERT_EQ(builder.freeze().vertex_count(), graph.vertex_count()) << "seed " << seed;
      if (size == RdfSize::full) {
        for (const char* article : {"article-2", "article-0", "article-1"}) {
          read_into(builder, quads_of(all, article), RdfSyntax::n_quads);
        }
        ASSERT_EQ(builder.freeze(), graph) << "seed " << seed;
      }
    }
  }
}

std::size_t statements(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(RdfRoundTrip, LeanIsMuchLessThanFull) {
  const Graph graph = graph_of(test::RandomDocuments(7).make(20));
  const std::string lean = written(graph, RdfSyntax::n_quads, RdfSize::lean);
  EXPECT_LT(3 * statements(lean), 2 * statements(written(graph, RdfSyntax::n_quads)));
  for (const char* full_only : {"beginIndex", "wasGeneratedBy", "ontology#phrase", "ontology#rule"}) {
    EXPECT_EQ(lean.find(full_only), std::string::npos) << full_only;
  }
}

TEST(RdfRoundTrip, NamesOfRelationsStandOnceInTheVocabulary) {
  const Graph graph = graph_of(test::RandomDocuments(7).make(20));
  std::istringstream lines(written(graph, RdfSyntax::n_quads, RdfSize::lean));
  std::set<std::string> labelled;
  std::size_t labels = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("<https://w3id.org/habari/relation#") || line.find("#label>") == std::string::npos) continue;
    EXPECT_TRUE(line.ends_with("<" + std::string(vocabulary_graph) + "> .")) << line;
    labelled.insert(line.substr(0, line.find(' ')));
    ++labels;
  }
  EXPECT_GT(labels, 0u);
  EXPECT_EQ(labelled.size(), labels);
}

}  // namespace
}  // namespace habari
