#include "pages/html_tree.hpp"
#include "scratch_folder.hpp"

#include <habari/core/text.hpp>
#include <habari/extractors/article_reader.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace habari {
namespace {

/// Reads everything under `folder`, and checks what holds for any input.
void expect_sound(const std::string& folder, InputFormat format) {
  ReadingOptions options;
  options.format = format;
  ArticleReader reader({folder}, DataDirectory(HABARI_DATA_DIR), options);
  for (int results = 0; results < 100'000; ++results) {
    try {
      const auto read = reader.next();
      if (!read) return;
      const std::string& text = read->article.text;
      EXPECT_EQ(find_invalid_utf8(text), std::string::npos);
      EXPECT_TRUE(
          std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < 0x20 && c != '\n' && c != '\t'; }));
      EXPECT_FALSE(text.empty());
      EXPECT_FALSE(read->article.id.empty());
      if (!read->sentences) continue;
      for (const Sentence& sentence : *read->sentences) EXPECT_LE(sentence.span.end, text.size());
    } catch (const Error& error) {
      EXPECT_EQ(std::string(error.what()).rfind(folder, 0), 0u) << error.what();
    }
  }
  FAIL() << "the reader does not come to an end";
}

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string mutated(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t n) { return random() % n; };
  for (std::size_t edits = 1 + below(8); edits > 0 && !bytes.empty(); --edits) {
    const std::size_t at = below(bytes.size());
    switch (below(4)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.erase(at, 1 + below(20));
        break;
      case 2:
        bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(40)));
        break;
      default:
        bytes.resize(at);
    }
  }
  return bytes;
}

TEST(ReaderRobustness, AnyBytesGiveAnArticleOrALocatedErrorInEveryFormat) {
  const ScratchFolder folder;
  const std::vector<std::string> seeds{
      slurp(HABARI_TEST_DIR "/extractors/pages/semantic.html"),
      slurp(HABARI_TEST_DIR "/extractors/pages/broken.html"),
      "{\"id\": 1, \"text\": \"moja\\u00e9\", \"x\": [{\"y\": null}]}\n{\"html\": \"<p>mbili\", \"date\": "
      "\"2020-01-01\"}\n",
      "[{\"text\": \"moja\"},\n{\"text\": \"mbili\", \"title\": \"T\"}]",
      "# newdoc id = a\n# text = Amina alilala.\n1\tAmina\tAmina\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
      "2\talilala\tlala\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n",
      "MATANGAZO\n\nKichwa cha habari\r\n\r\nMwili wa habari. via REUTERS - X\nShare :\n",
  };
  std::mt19937 random(20240501);  // A fixed sequence: a failure can be run again.
  int files = 0;
  for (int round = 0; round < 150; ++round) {
    for (const std::string& seed : seeds) {
      folder.write(std::to_string(files++) + ".json", mutated(seed, random));
    }
  }
  for (const InputFormat format : {InputFormat::automatic, InputFormat::text, InputFormat::html, InputFormat::json,
                                   InputFormat::jsonl, InputFormat::lines, InputFormat::conllu}) {
    expect_sound(folder.path(), format);
  }
}

TEST(ReaderRobustness, BoundsHowDeepAPageMayNest) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_THROW(HtmlTree::parse(deep), Error);
  std::string wide;
  for (int i = 0; i < 500'000; ++i) wide += "<br>";
  EXPECT_THROW(HtmlTree::parse(wide), Error);
  EXPECT_THROW(HtmlTree::parse("<!--<script>-->" + deep), Error);
  std::string paragraphs;
  for (int i = 0; i < 20'000; ++i) paragraphs += "<p>aya<li>kipengele";
  EXPECT_GT(HtmlTree::parse(paragraphs).size(), 40'000u);
}

TEST(ReaderRobustness, BoundsTheAttributesOfATag) {
  const auto tag = [](int count) {
    std::string text = "<p";
    for (int i = 0; i < count; ++i) text += " a" + std::to_string(i) + "='" + std::string(i % 2 * 127, '>') + "'";
    return text + ">aya</p>";
  };
  std::string many;
  for (int i = 0; i < 100; ++i) many += tag(100);
  EXPECT_GT(HtmlTree::parse(many).size(), 100u);
  EXPECT_GT(HtmlTree::parse(tag(2'000)).size(), 1u);
  for (const std::string before : {"", "<!-- <script> -->", "<svg><style>", "<a title='<!--'>"}) {
    EXPECT_THROW(HtmlTree::parse(before + tag(2'001)), Error) << before;
  }
  EXPECT_NO_THROW(HtmlTree::parse("<!--" + tag(2'001)));
}

TEST(ReaderRobustness, ReadsJsonThatNestsDeeperThanAnyStack) {
  const ScratchFolder folder;
  std::string deep = "{\"text\": \"moja\", \"x\": ";
  deep += std::string(2'000'000, '[') + std::string(2'000'000, ']') + "}\n{\"text\": \"mbili\"}\n";
  ArticleReader reader({folder.write("a.jsonl", deep)}, DataDirectory(HABARI_DATA_DIR));
  EXPECT_EQ(reader.next().value().article.text, "moja");
  EXPECT_EQ(reader.next().value().article.text, "mbili");
}

TEST(ReaderRobustness, LetsNoControlCharacterInByReference) {
  const ScratchFolder folder;
  const std::string path = folder.write("a.html", "<p>The mayor&#1;opened&#x85;the new&#0; bridge on Monday.</p>");
  ArticleReader reader({path}, DataDirectory(HABARI_DATA_DIR));
  const std::string text = reader.next().value().article.text;
  EXPECT_TRUE(std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < 0x20; })) << text;
}

TEST(ReaderRobustness, DecodesAPageThatSaysItsEncoding) {
  const ScratchFolder folder;
  const std::string path = folder.write(
      "a.html",
      "<html><head><meta charset=\"iso-8859-1\"><title>Caf\xE9</title></head><body>"
      "<p>The caf\xE9 on the corner \x96 it has no name \x96 was sold on Monday, its owner said.</p></body></html>");
  ArticleReader reader({path}, DataDirectory(HABARI_DATA_DIR));
  EXPECT_EQ(reader.next().value().article.text,
            "Caf\u00e9\nThe caf\u00e9 on the corner \u2013 it has no name \u2013 was sold on Monday, its owner said.");
}

}  // namespace
}  // namespace habari
