#include "../core/random_news.hpp"
#include "all_formats.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// What random news is built to does not depend on the way there, in any format, to the byte.
namespace habari {
namespace {

using test::all_formats;
using test::RandomNews;

constexpr unsigned seeds = 40;

std::string built(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return all_formats(builder.freeze());
}

/// Cut into parts at random, each written as JSON Lines and read again, in random order.
std::vector<Document> split_and_merged(const std::vector<Document>& documents, std::mt19937& random) {
  std::vector<std::string> parts(1 + random() % 4);
  for (const Document& document : documents) parts[random() % parts.size()] += to_json(document) + "\n";
  std::shuffle(parts.begin(), parts.end(), random);
  std::vector<Document> merged;
  for (const std::string& part : parts) {
    std::istringstream lines(part);
    for (std::string line; std::getline(lines, line);) merged.push_back(parse_document(line));
  }
  return merged;
}

TEST(RandomNews, IsWrittenAlikeInAnyOrder) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    std::vector<Document> documents = RandomNews(seed).documents(10);
    const std::string expected = built(documents);
    std::mt19937 random(seed);
    for (int i = 0; i < 3; ++i) {
      std::shuffle(documents.begin(), documents.end(), random);
      ASSERT_TRUE(built(documents) == expected) << "seed " << seed;
    }
  }
}

TEST(RandomNews, IsWrittenAlikeFromPartsMergedAfterwards) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const std::vector<Document> documents = RandomNews(seed).documents(10);
    const std::string expected = built(documents);
    std::mt19937 random(seed);
    for (int i = 0; i < 3; ++i) {
      ASSERT_TRUE(built(split_and_merged(documents, random)) == expected) << "seed " << seed;
    }
  }
}

TEST(RandomNews, HasEachPlainStatementInTheGraphOfAnArticle) {
  const auto lines = [](const Graph& graph, RdfSyntax syntax) {
    std::stringstream file;
    write_rdf(graph, syntax, file);
    std::set<std::string> all;
    for (std::string line; std::getline(file, line);) {
      // Without the graph, which is the fourth word.
      std::istringstream words(line);
      std::string subject, predicate, object;
      words >> subject >> predicate >> object;
      if (predicate.starts_with("<https://w3id.org/habari/relation#")) all.insert(subject + predicate + object);
    }
    return all;
  };
  for (unsigned seed = 0; seed < seeds; ++seed) {
    GraphBuilder builder;
    for (const Document& document : RandomNews(seed).documents(10)) builder.add(document);
    const Graph graph = builder.freeze();
    const std::set<std::string> statements = lines(graph, RdfSyntax::n_triples);
    EXPECT_FALSE(statements.empty());
    EXPECT_EQ(lines(graph, RdfSyntax::n_quads), statements) << "seed " << seed;
  }
}

TEST(RandomNews, IsWrittenAlikeAfterArticlesWereTakenOutAndPutInAgain) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    std::vector<Document> documents = RandomNews(seed).documents(10);
    const std::string expected = built(documents);
    std::mt19937 random(seed);
    std::shuffle(documents.begin(), documents.end(), random);
    GraphBuilder builder;
    for (const Document& document : documents) builder.add(document);
    std::vector<std::string> out;
    for (const Document& document : documents) {
      if (random() % 2 == 0 && builder.remove(document.article.id)) out.push_back(document.article.id);
    }
    std::vector<Document> rest;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(rest), [&](const Document& document) {
      return std::find(out.begin(), out.end(), document.article.id) == out.end();
    });
    GraphBuilder without;
    for (const Document& document : rest) without.add(document);
    const Graph expected_rest = without.freeze();
    std::shuffle(documents.begin(), documents.end(), random);
    for (const Document& document : documents) builder.add(document);
    ASSERT_TRUE(all_formats(builder.freeze()) == expected) << "seed " << seed;

    for (const Document& document : documents) builder.add(document);
    for (const std::string& id : out) builder.remove(id);
    ASSERT_TRUE(all_formats(builder.freeze()) == all_formats(expected_rest)) << "seed " << seed;
  }
}

TEST(RandomNews, ComesBackFromEverySyntaxThatIsRead) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    GraphBuilder builder;
    for (const Document& document : RandomNews(seed).documents(10)) builder.add(document);
    const Graph graph = builder.freeze();
    for (const RdfSyntax syntax :
         {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::rdf_xml, RdfSyntax::trig}) {
      std::stringstream file;
      write_rdf(graph, syntax, file);
      add_rdf(builder, file, syntax, "file");
      ASSERT_TRUE(builder.freeze() == graph) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace habari
