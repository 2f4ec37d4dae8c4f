#include <habari/extractors/article_reader.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace habari {
namespace {

std::vector<std::filesystem::path> pages() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(HABARI_TEST_DIR "/extractors/pages")) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// What the page says of who published it and when, a line each.
std::string published(const Publication& publication) {
  std::string told;
  const auto tell = [&](const char* what, const std::string& said) {
    if (!said.empty()) told += std::string("\n") + what + ": " + said;
  };
  tell("outlet", publication.outlet);
  tell("author", publication.author);
  tell("section", publication.section);
  tell("published", publication.published);
  tell("updated", publication.updated);
  return told;
}

std::string read_page(const std::filesystem::path& page) {
  ArticleReader reader({page.string()}, DataDirectory(HABARI_DATA_DIR));
  try {
    const auto read = reader.next();
    const Article& article = read.value().article;
    return "title: " + article.title + "\ndate: " + (article.date ? article.date->iso() : "") +
           "\nlanguage: " + read->language_hint + "\nurl: " + article.url + published(article.publication) + "\n\n" +
           article.text + "\n";
  } catch (const Error& error) {
    std::string message = error.what();
    return message.substr(page.parent_path().string().size() + 1) + "\n";
  }
}

class Page : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Page, HoldsExactlyThisArticle) {
  std::filesystem::path golden = GetParam();
  golden.replace_extension(".txt");
  const std::string got = read_page(GetParam());
  if (std::getenv("HABARI_REWRITE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << got;
  std::ifstream in(golden, std::ios::binary);
  ASSERT_TRUE(in) << golden << " is missing";
  std::ostringstream expected;
  expected << in.rdbuf();
  EXPECT_EQ(got, expected.str());
}

INSTANTIATE_TEST_SUITE_P(Golden, Page, testing::ValuesIn(pages()),
                         [](const auto& page) { return page.param.stem().string(); });

}  // namespace
}  // namespace habari
