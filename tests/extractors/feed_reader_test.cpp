#include "scratch_folder.hpp"

#include <habari/extractors/article_reader.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace habari {
namespace {

struct Feed {
  std::vector<ReadArticle> articles;
  std::vector<std::string> errors;
};

Feed read(const std::string& bytes, ReadingOptions options = {}) {
  const ScratchFolder folder;
  ArticleReader reader({folder.write("feed.xml", bytes)}, DataDirectory(HABARI_DATA_DIR), std::move(options));
  Feed feed;
  while (true) {
    try {
      auto article = reader.next();
      if (!article) return feed;
      feed.articles.push_back(std::move(*article));
    } catch (const Error& error) {
      const std::string message = error.what();
      feed.errors.push_back(message.substr(message.find("feed.xml")));
    }
  }
}

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Habari za "
         "Ziwa</title><language>sw</language>\n" +
         items + "</channel></rss>";
}

TEST(FeedReader, ReadsItemsOfRss) {
  const Feed feed =
      read(rss("<item><title>Kivuko &amp;#8220;kipya&amp;#8221; chazinduliwa</title>"
               "<link>https://ziwa.example/1</link><guid>17</guid>"
               "<pubDate>Mon, 13 May 2024 08:00:00 +0300</pubDate>"
               "<description>Kivuko kimezinduliwa.</description>"
               "<content:encoded><![CDATA[<p>Waziri Asha Mlowe alizindua kivuko mjini Bukoba.</p>"
               "<p>Soma zaidi: nauli</p>]]></content:encoded></item>\n"
               "<item><guid>18</guid><description>Bei ya samaki &lt;b&gt;yapanda&lt;/b&gt; tena."
               "</description></item>"));
  ASSERT_EQ(feed.articles.size(), 2u) << feed.errors.at(0);
  const Article& first = feed.articles[0].article;
  EXPECT_EQ(first.id, "https://ziwa.example/1");
  EXPECT_EQ(first.title, "Kivuko “kipya” chazinduliwa");
  EXPECT_EQ(first.date, Date(2024, 5, 13));
  EXPECT_EQ(first.text, "Kivuko “kipya” chazinduliwa\nWaziri Asha Mlowe alizindua kivuko mjini Bukoba.");
  EXPECT_EQ(first.origin.line, 3u);
  EXPECT_EQ(feed.articles[0].language_hint, "sw");
  EXPECT_EQ(feed.articles[1].article.id, "18");
  EXPECT_EQ(feed.articles[1].article.text, "Bei ya samaki yapanda tena.");
  EXPECT_EQ(feed.articles[1].article.date, std::nullopt);
}

TEST(FeedReader, ReadsEntriesOfAtom) {
  const Feed feed = read(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Lake News</title>"
      "<entry><title type=\"html\">Ferry &amp;amp; pier open</title><id>urn:x:1</id>"
      "<link rel=\"enclosure\" href=\"https://lake.example/a.mp3\"/><link href=\"https://lake.example/1\"/>"
      "<updated>2024-05-15T08:00:00Z</updated><published>2024-05-14T08:00:00Z</published>"
      "<author><name>Asha</name></author><summary>A ferry.</summary>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Minister Asha Mlowe opened a ferry &amp; "
      "a "
      "pier.</p><p>Fares start at &lt; 500 shillings.</p></div></content></entry></feed>");
  ASSERT_EQ(feed.articles.size(), 1u) << feed.errors.at(0);
  const Article& article = feed.articles[0].article;
  EXPECT_EQ(article.id, "https://lake.example/1");
  EXPECT_EQ(article.date, Date(2024, 5, 14));
  EXPECT_EQ(article.text,
            "Ferry & pier open\nMinister Asha Mlowe opened a ferry & a pier.\nFares start at < 500 shillings.");
  EXPECT_EQ(feed.articles[0].language_hint, "en");
}

TEST(FeedReader, ReadsItemsBesideTheChannelAsRss1HasThem) {
  const Feed feed = read(
      "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>a</title></channel>"
      "<item><title>Habari</title><link>https://a.example/1</link><dc:date>2024-05-13T08:00Z</dc:date>"
      "<description>Rais alisema.</description></item></rdf:RDF>");
  ASSERT_EQ(feed.articles.size(), 1u) << feed.errors.at(0);
  EXPECT_EQ(feed.articles[0].article.date, Date(2024, 5, 13));
}

TEST(FeedReader, ABadItemCostsItself) {
  const Feed feed = read(rss("<item><title>a</title></item>\n<item><description>Rais alisema.</description></item>"));
  EXPECT_EQ(feed.errors, std::vector<std::string>{"feed.xml:3: an item without text"});
  EXPECT_EQ(feed.articles.size(), 1u);
}

TEST(FeedReader, MalformedXmlCostsTheRest) {
  const Feed feed = read("<rss><channel><item><description>Rais alisema.</description></item>\n<item></channel></rss>");
  EXPECT_EQ(feed.articles.size(), 1u);
  EXPECT_EQ(feed.errors,
            std::vector<std::string>{"feed.xml:2: malformed XML: mismatched tag; the rest of the feed is left out"});
}

TEST(FeedReader, EntitiesOpenNoFilesAndStaySmall) {
  const std::string bomb =
      "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"" + std::string(1000, 'x') +
      "\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
      "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>";
  const Feed feed = read("<?xml version=\"1.0\"?>" + bomb +
                         "<rss><item><description>Rais &a; alisema.</description></item><item>"
                         "<description>&f;&f;&f;&f;&f;&f;&f;&f;&f;</description></item></rss>");
  ASSERT_EQ(feed.articles.size(), 1u);
  EXPECT_EQ(feed.articles[0].article.text.find("root"), std::string::npos);
  ASSERT_EQ(feed.errors.size(), 1u);
}

TEST(FeedReader, WhatIsTooLongIsReadOver) {
  ReadingOptions options;
  options.max_article_bytes = 1000;
  const Feed feed = read(rss("<item><description>" + std::string(100'000, 'a') +
                             "</description></item>\n<item><description>Rais alisema.</description></item>"),
                         options);
  EXPECT_EQ(feed.errors, std::vector<std::string>{"feed.xml:3: more than 4000 bytes in one item; skipped"});
  EXPECT_EQ(feed.articles.size(), 1u);
  const Feed tag = read("<rss><item a=\"" + std::string(3'000'000, 'a') + "\"/></rss>");
  EXPECT_EQ(tag.errors,
            std::vector<std::string>{"feed.xml:1: a tag of more than 1048576 bytes; the rest of the feed is left out"});
}

TEST(FeedReader, AFeedWithoutItemsIsTold) {
  EXPECT_EQ(read(rss("")).errors, std::vector<std::string>{"feed.xml: no item in the feed"});
}

}  // namespace
}  // namespace habari
