#pragma once

#include "recognition.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/text.hpp>
#include <habari/extractors/extractor.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari::test {

/// A passage of news in a language, with its names as `read_marked` takes them; the one in question stands in brackets.
struct Passage {
  const char* language;
  const char* text;
};

struct PassagePair {
  bool is_one;
  Passage first;
  Passage second;
};

struct Read {
  Document document;
  CharSpan name;
};

inline Read read(const Passage& passage, const std::string& id) {
  static const Extractor extractor{DataDirectory(HABARI_DATA_DIR)};
  entity_tests::MarkedText marked = entity_tests::read_marked(passage.text);
  for (Sentence& sentence : marked.sentences) {
    for (std::size_t i = 1; i < sentence.tokens.size(); ++i) sentence.tokens[i].head = 1;
  }
  Article article;
  article.id = id;
  article.language = passage.language;
  article.date = Date::parse("2024-03-06");
  article.text = marked.text;
  const auto place = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(
        std::count_if(marked.text.begin(), marked.text.begin() + byte,
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  };
  return {extractor.extract(std::move(article), std::move(marked.sentences)),
          {place(marked.target.begin), place(marked.target.end)}};
}

/// The entity whose mention in article `id` covers most of `name`.
inline std::optional<Vertex> named(const Graph& graph, const std::string& id, const CharSpan& name) {
  const auto article = graph.find_article(id);
  std::optional<Vertex> best;
  std::uint32_t most = 0;
  for (Vertex v = 0; v < graph.entity_count(); ++v) {
    for (const EntityMention& mention : graph.entity(v).mentions) {
      const std::uint32_t begin = std::max(mention.span.begin, name.begin);
      const std::uint32_t end = std::min(mention.span.end, name.end);
      if (mention.article != *article || end <= begin || end - begin <= most) continue;
      most = end - begin;
      best = v;
    }
  }
  return best;
}

/// How the two names are identified: `person/a` where they are one, `person/a | person/b` where not; `?` is no name.
inline std::string identified(const PassagePair& pair, bool& is_one) {
  const Read first = read(pair.first, "a");
  const Read second = read(pair.second, "b");
  GraphBuilder builder;
  builder.add(first.document);
  builder.add(second.document);
  const Graph graph = builder.freeze();
  const auto left = named(graph, "a", first.name);
  const auto right = named(graph, "b", second.name);
  is_one = left && right && *left == *right;
  const auto id = [&](const std::optional<Vertex>& v) { return v ? graph.id(*v) : std::string("?"); };
  return is_one ? id(left) : id(left) + " | " + id(right);
}

/// No two of the pairs that are two may be one.
inline void expect_no_wrong_join(const std::vector<PassagePair>& pairs) {
  for (const PassagePair& pair : pairs) {
    if (pair.is_one) continue;
    bool is_one = false;
    const std::string names = identified(pair, is_one);
    EXPECT_FALSE(is_one) << pair.first.text << " / " << pair.second.text << ": " << names;
  }
}

/// Nine of ten pairs that are one must be one.
inline void expect_most_joined(const std::vector<PassagePair>& pairs) {
  std::size_t all = 0;
  std::size_t joined = 0;
  std::string missed;
  for (const PassagePair& pair : pairs) {
    if (!pair.is_one) continue;
    bool is_one = false;
    const std::string names = identified(pair, is_one);
    ++all;
    joined += is_one ? 1 : 0;
    if (!is_one) missed += "\n  " + std::string(pair.first.text) + " / " + pair.second.text + ": " + names;
  }
  EXPECT_GE(10 * joined, 9 * all) << joined << " of " << all << ", missed:" << missed;
}

}  // namespace habari::test
