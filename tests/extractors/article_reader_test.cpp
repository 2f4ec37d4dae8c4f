#include "scratch_folder.hpp"

#include <habari/extractors/article_reader.hpp>

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

namespace habari {
namespace {

struct Readings {
  std::vector<ReadArticle> articles;
  std::vector<std::string> errors;
};

Readings read(const std::vector<std::string>& inputs, ReadingOptions options = {}) {
  ArticleReader reader(inputs, DataDirectory(HABARI_DATA_DIR), std::move(options));
  Readings run;
  while (true) {
    try {
      auto article = reader.next();
      if (!article) return run;
      run.articles.push_back(std::move(*article));
    } catch (const Error& error) {
      run.errors.push_back(error.what());
    }
  }
}

ReadingOptions as(InputFormat format) {
  ReadingOptions options;
  options.format = format;
  return options;
}

std::vector<std::string> texts(const Readings& run) {
  std::vector<std::string> out;
  for (const ReadArticle& read : run.articles) out.push_back(read.article.text);
  return out;
}

std::string gzipped(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

using Texts = std::vector<std::string>;

TEST(ArticleReader, ReadsATextFileAsOneArticleWithItsHeadlineAsTitle) {
  const ScratchFolder folder;
  const Readings run = read({folder.write("a.txt", "Mvua yanyesha Dodoma\r\n\r\nMvua kubwa imenyesha jana.\r\n")});
  ASSERT_EQ(run.articles.size(), 1u);
  EXPECT_EQ(run.articles[0].article.title, "Mvua yanyesha Dodoma");
  EXPECT_EQ(run.articles[0].article.text, "Mvua yanyesha Dodoma\n\nMvua kubwa imenyesha jana.");
  EXPECT_TRUE(run.errors.empty());
}

TEST(ArticleReader, JoinsTheLinesOfWrappedParagraphsOnly) {
  const ScratchFolder folder;
  const Readings run = read({folder.write("a.txt",
                                          "Bandari yafungwa\n\n"
                                          "Bandari ya zamani imefungwa kwa muda wa wiki mbili\n"
                                          "ili kutoa nafasi kwa mafundi kukarabati gati lake\n"
                                          "la kaskazini.\n\n"
                                          "Wavuvi wamelalamika.\n"
                                          "Meneja amewajibu.\n")});
  EXPECT_EQ(texts(run), Texts{"Bandari yafungwa\n\n"
                              "Bandari ya zamani imefungwa kwa muda wa wiki mbili ili kutoa nafasi kwa mafundi "
                              "kukarabati gati lake la kaskazini.\n\n"
                              "Wavuvi wamelalamika.\nMeneja amewajibu."});
}

TEST(ArticleReader, KeepsAJsonTextExactlyAsItIs) {
  const ScratchFolder folder;
  const std::string path =
      folder.write("a.jsonl", "{\"id\": \"s1\", \"text\": \"Share  hii \\u00e9\\u0301 ni sentensi moja\"}\n");
  EXPECT_EQ(texts(read({path})), Texts{"Share  hii \u00e9\u0301 ni sentensi moja"});
}

TEST(ArticleReader, TakesTheMembersOfAJsonObjectAndPutsTheTitleFirst) {
  const ScratchFolder folder;
  const Readings run =
      read({folder.write("a.json", R"({"id": 17, "title": "Kichwa cha habari", "date": "2024-05-06T07:08:09Z",
    "language": "sw", "url": "https://example.org/1", "text": "Mwili wa habari.", "author": {"text": "no"}, "n": [1]})")});
  ASSERT_EQ(run.articles.size(), 1u) << run.errors.at(0);
  const Article& article = run.articles[0].article;
  EXPECT_EQ(article.id, "17");
  EXPECT_EQ(article.title, "Kichwa cha habari");
  EXPECT_EQ(article.date, Date(2024, 5, 6));
  EXPECT_EQ(article.language, "sw");
  EXPECT_EQ(article.url, "https://example.org/1");
  EXPECT_EQ(article.text, "Kichwa cha habari\nMwili wa habari.");
}

TEST(ArticleReader, ReadsArraysSequencesAndLinesOfObjectsAlike) {
  const ScratchFolder folder;
  const Texts expected{"moja", "mbili"};
  EXPECT_EQ(texts(read({folder.write("array.json", "[\n{\"text\": \"moja\"}, {\"text\": \"mbili\"}\n]")})), expected);
  EXPECT_EQ(texts(read({folder.write("row.json", "{\"text\":\n\"moja\"}\n{\"text\": \"mbili\"}")})), expected);
  EXPECT_EQ(texts(read({folder.write("lines.json", "{\"text\": \"moja\"}\n\n{\"text\": \"mbili\"}\n")})), expected);
  EXPECT_EQ(texts(read({folder.write("unnamed", "{\"text\": \"moja\"}\n{\"text\": \"mbili\"}\n")})), expected);
}

TEST(ArticleReader, ReadsOnBehindAMalformedLine) {
  const ScratchFolder folder;
  const std::string path = folder.write("a.jsonl", "{\"text\": \"moja\"}\n{\"text\": mbaya}\n{\"text\": \"tatu\"}\n");
  const Readings run = read({path});
  EXPECT_EQ(texts(run), (Texts{"moja", "tatu"}));
  ASSERT_EQ(run.errors.size(), 1u);
  EXPECT_EQ(run.errors[0], path + ":2: malformed JSON at byte 10: Invalid value");
}

TEST(ArticleReader, SaysWhichMemberIsWrong) {
  const ScratchFolder folder;
  const std::string path =
      folder.write("a.jsonl",
                   "{\"text\": 5}\n{\"title\": \"x\"}\n{\"text\": \"a\", \"date\": \"31/12/2023\"}\n"
                   "{\"text\": \"b\", \"date\": \"2023-02-30\"}\n[1]\n{\"text\": \" \"}\n"
                   "{\"text\": \"\\ud800\"}\n{\"text\": \"a\\u0000b\"}\n");
  const Readings run = read({path});
  EXPECT_TRUE(run.articles.empty());
  ASSERT_EQ(run.errors.size(), 8u);
  EXPECT_EQ(run.errors[0], path + ":1: \"text\" is no string");
  EXPECT_EQ(run.errors[1], path + ":2: no \"text\" and no \"html\"");
  EXPECT_EQ(run.errors[2], path + ":3: \"date\" is \"31/12/2023\", expected YYYY-MM-DD");
  EXPECT_EQ(run.errors[3], path + ":4: \"date\" is \"2023-02-30\", expected YYYY-MM-DD");
  EXPECT_EQ(run.errors[4], path + ":5: expected a JSON object with \"text\" or \"html\"");
  EXPECT_EQ(run.errors[5], path + ":6: no text");
  EXPECT_NE(run.errors[6].find(path + ":7: malformed JSON"), std::string::npos) << run.errors[6];
  EXPECT_EQ(run.errors[7], path + ":8: a NUL byte, expected text");
}

TEST(ArticleReader, SkipsWhatIsNoUtf8AndSaysWhere) {
  const ScratchFolder folder;
  const std::string good = folder.write("c.txt", "Habari njema.");
  const std::string bad = folder.write("a.txt", "Mstari wa kwanza\nwa \xFF pili\n");
  const std::string cut = folder.write("b.txt", "Umekatwa \xE2\x82");
  const std::string wide = folder.write("d.txt", std::string("\xFF\xFEh\0a\0", 6));
  const std::string nul = folder.write("e.txt", std::string("moja\nmb\0ili", 11));
  const Readings run = read({bad, cut, wide, nul, good});
  EXPECT_EQ(texts(run), Texts{"Habari njema."});
  EXPECT_EQ(run.errors,
            (std::vector<std::string>{
                bad + ":2: invalid UTF-8 (0xFF is byte 4 of the line); convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE",
                cut + ":1: truncated UTF-8 (0xE2 is byte 10 of the line)",
                wide + ":1: UTF-16, expected UTF-8",
                nul + ":2: a NUL byte, expected text",
            }));
}

TEST(ArticleReader, ReadsControlCharactersAsBlanksAndSaysSo) {
  const ScratchFolder folder;
  const std::string path = folder.write("a.txt", "Kichwa\nHabari\x01 za\x1B leo.\n");
  const Readings run = read({path});
  ASSERT_EQ(run.articles.size(), 1u);
  EXPECT_EQ(run.articles[0].article.text, "Kichwa\nHabari  za  leo.");
  EXPECT_EQ(run.articles[0].notes, std::vector<std::string>{path + ":2: control characters read as blanks: 2"});
}

TEST(ArticleReader, SkipsAnArticleBeyondTheLimitAndReadsOn) {
  const ScratchFolder folder;
  ReadingOptions options = as(InputFormat::lines);
  options.max_article_bytes = 100;
  const std::string path = folder.write("a", "moja\n" + std::string(300'000, 'x') + "\ntatu\n");
  const Readings run = read({path}, options);
  EXPECT_EQ(texts(run), (Texts{"moja", "tatu"}));
  EXPECT_EQ(run.errors, std::vector<std::string>{path + ":2: more than 100 bytes in one article; skipped"});
}

TEST(ArticleReader, WalksFoldersInOrderOfNamesAndReadsWhatIsCompressed) {
  const ScratchFolder folder;
  folder.write("news/b.txt", "pili");
  folder.write("news/a/z.txt.gz", gzipped("kwanza"));
  folder.write("news/c.jsonl.gz", gzipped("{\"text\": \"tatu\"}\n{\"text\": \"nne\"}\n"));
  folder.write("news/image.png", "no text");
  folder.write("news/.hidden.txt", "siri");
  EXPECT_EQ(texts(read({folder.path() + "/news"})), (Texts{"kwanza", "pili", "tatu", "nne"}));
}

TEST(ArticleReader, SaysWhichInputIsMissingOrHoldsNoArticle) {
  const ScratchFolder folder;
  folder.write("empty/notes.doc", "x");
  const std::string good = folder.write("a.txt", "Habari njema.");
  const std::string nothing = folder.write("nothing.txt", "");
  const std::string missing = folder.path() + "/missing.txt";
  const Readings run = read({missing, folder.path() + "/empty", nothing, good});
  EXPECT_EQ(texts(run), Texts{"Habari njema."});
  ASSERT_EQ(run.errors.size(), 3u);
  EXPECT_EQ(run.errors[0], missing + ": no such file or folder");
  EXPECT_NE(run.errors[1].find("/empty: a folder without articles"), std::string::npos);
  EXPECT_EQ(run.errors[2], nothing + ": no text");
}

TEST(ArticleReader, EndsAFileWhoseCompressionIsCutAndReadsOn) {
  const ScratchFolder folder;
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += "sentensi ya " + std::to_string(i * 7919) + "\n";
  const std::string cut = folder.write("a.gz", gzipped(lines).substr(0, 2'000));
  const std::string good = folder.write("b", "mwisho\n");
  const Readings run = read({cut, good}, as(InputFormat::lines));
  ASSERT_EQ(run.errors.size(), 1u);
  EXPECT_NE(run.errors[0].find(cut + ": cannot be read on: "), std::string::npos) << run.errors[0];
  EXPECT_EQ(run.articles.back().article.text, "mwisho");
}

TEST(ArticleReader, GivesTheSameContentTheSameIdentifierUnderAnyName) {
  const ScratchFolder folder;
  const std::string a = folder.write("a.txt", "Habari njema.");
  const std::string b = folder.write("deep/b.txt", "Habari njema.\n");
  const std::string c = folder.write("c.txt", "Habari mbaya.");
  EXPECT_EQ(read({a}).articles[0].article.id, read({b}).articles[0].article.id);
  EXPECT_NE(read({a}).articles[0].article.id, read({c}).articles[0].article.id);
  const Readings run = read({a, b, c});
  EXPECT_EQ(texts(run), (Texts{"Habari njema.", "Habari mbaya."}));
  ASSERT_EQ(run.errors.size(), 1u);
  EXPECT_NE(run.errors[0].find(b + ": an article with the identifier"), std::string::npos);
}

TEST(ArticleReader, TakesTheAddressForAnIdentifierWhereNoneIsGiven) {
  const ScratchFolder folder;
  const Readings run = read({folder.write("a.jsonl", "{\"text\": \"moja\", \"url\": \"https://example.org/1\"}\n")});
  EXPECT_EQ(run.articles.at(0).article.id, "https://example.org/1");
}

TEST(ArticleReader, NumbersLinesAndNamesTheirFileWhereThereAreSeveral) {
  const ScratchFolder folder;
  const std::string a = folder.write("a", "moja\n\ntatu\n");
  const std::string b = folder.write("b", "moja\n");
  EXPECT_EQ(read({a}, as(InputFormat::lines)).articles.at(1).article.id, "3");
  const Readings run = read({a, b}, as(InputFormat::lines));
  EXPECT_EQ(run.articles.at(2).article.id, b + ":1");
  EXPECT_TRUE(run.errors.empty());
}

TEST(ArticleReader, FillsInTheDateAndTheLanguageItIsGiven) {
  const ScratchFolder folder;
  ReadingOptions options;
  options.date = Date(2024, 1, 2);
  options.language = "sw";
  const Readings run = read({folder.write("a.jsonl",
                                          "{\"text\": \"a\", \"language\": \"en\"}\n"
                                          "{\"text\": \"b\", \"date\": \"2020-01-01\"}\n")},
                            options);
  EXPECT_EQ(run.articles.at(0).article.date, Date(2024, 1, 2));
  EXPECT_EQ(run.articles.at(0).article.language, "sw");
  EXPECT_EQ(run.articles.at(1).article.date, Date(2020, 1, 1));
}

TEST(ArticleReader, ReadsDocumentsAsSuchOnDemand) {
  const ScratchFolder folder;
  const std::string path = folder.write(
      "a.jsonl", "{\"schema\": \"habari/document/1\", \"id\": \"d1\", \"language\": \"sw\", \"text\": \"Habari.\"}\n");
  EXPECT_FALSE(read({path}).articles.at(0).document);
  ReadingOptions options;
  options.documents = true;
  const Readings run = read({path}, options);
  ASSERT_TRUE(run.articles.at(0).document);
  EXPECT_EQ(run.articles[0].document->article.text, "Habari.");
}

constexpr std::string_view two_articles =
    "# newdoc id = a\n# text = Amina alilala.\n1\tAmina\tAmina\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
    "2\talilala\tlala\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
    "# newpar\n# text = Juma alikula.\n1\tJuma\tJuma\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
    "2\talikula\tla\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
    "# newdoc id = b\n# text = Ali alikuja.\n1\tAli\tAli\tPROPN\t_\t_\t7\tnsubj\t_\t_\n"
    "2\talikuja\tja\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
    "# text = Asha aliondoka.\n1\tAsha\tAsha\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
    "2\taliondoka\tondoka\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n";

TEST(ArticleReader, ReadsTreesWithTheTextTheirSpansPointInto) {
  const ScratchFolder folder;
  const std::string path = folder.write("a.conllu", two_articles);
  const Readings run = read({path});
  ASSERT_EQ(run.articles.size(), 2u);
  EXPECT_EQ(run.articles[0].article.id, "a");
  EXPECT_EQ(run.articles[0].article.text, "Amina alilala.\nJuma alikula.");
  for (const ReadArticle& read : run.articles) {
    for (const Sentence& sentence : read.sentences.value()) {
      for (const Token& token : sentence.tokens) EXPECT_EQ(slice(read.article.text, token.span), token.form);
    }
  }
  // A bad sentence costs itself, even where it is the first of its article.
  EXPECT_EQ(run.errors, std::vector<std::string>{path + ":15: HEAD is 7, the sentence has 3 words"});
  EXPECT_EQ(run.articles[1].article.id, "b");
  EXPECT_EQ(run.articles[1].article.text, "Asha aliondoka.");
}

TEST(ArticleReader, SkipsAnArticleWhoseWordsHaveTooMuchInTheirColumns) {
  const ScratchFolder folder;
  ReadingOptions options = as(InputFormat::conllu);
  options.max_article_bytes = 100;
  const auto article = [](const std::string& id, std::size_t size) {
    return "# newdoc id = " + id + "\n1\tHabari\t_\tNOUN\t_\t" + std::string(size, 'x') + "\t0\troot\t_\t_\n\n";
  };
  const std::string path = folder.write("a", article("a", 1500) + article("b", 1700) + article("c", 1500));
  const Readings run = read({path}, options);
  EXPECT_EQ(texts(run), (Texts{"Habari", "Habari"}));
  EXPECT_EQ(run.errors, std::vector<std::string>{
                            path + ":5: the article's words have more than 1600 bytes in their columns; skipped"});
}

TEST(ArticleReader, TakesTheDateOfTheFilesNameWhereItIsAskedTo) {
  const ScratchFolder folder;
  ReadingOptions options;
  options.date_from_name = true;
  options.date = Date(2020, 1, 1);
  const auto date = [&](std::string_view name, const std::string& text = "Rais alisema.") {
    return read({folder.write(name, text)}, options).articles.at(0).article.date;
  };
  EXPECT_EQ(date("2024-05-13-kilimo.txt"), Date(2024, 5, 13));
  EXPECT_EQ(date("kilimo_2024_05_13.txt"), Date(2024, 5, 13));
  EXPECT_EQ(date("20240513T0800.txt"), Date(2024, 5, 13));
  EXPECT_EQ(date("2024/05/13/kilimo.txt"), Date(2024, 5, 13));
  EXPECT_EQ(date("2023-01-01/2024-05-13.txt"), Date(2024, 5, 13));
  EXPECT_EQ(date("kilimo-2024-13-45.txt"), Date(2020, 1, 1));
  EXPECT_EQ(date("id-120240513.txt"), Date(2020, 1, 1));
  EXPECT_EQ(date("2024-05-13.jsonl", R"({"text": "Rais alisema.", "date": "2024-05-01"})"), Date(2024, 5, 1));
}

TEST(ArticleReader, SaysWhatAnObjectWithoutTextHas) {
  const ScratchFolder folder;
  const Readings run =
      read({folder.write("a.jsonl", R"({"headline": "a", "body": {"x": "b"}, "date": "2024-05-01"})")});
  ASSERT_EQ(run.errors.size(), 1u);
  EXPECT_NE(run.errors[0].find(":1: no \"text\" and no \"html\"; the object has \"headline\", \"body\""),
            std::string::npos)
      << run.errors[0];
}

}  // namespace
}  // namespace habari
