#include "scratch_folder.hpp"

#include <habari/extractors/article_reader.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {
namespace {

using namespace std::string_view_literals;

/// The articles' texts, or what was wrong.
std::string read(const std::string& path, InputFormat format = InputFormat::automatic) {
  ReadingOptions options;
  options.format = format;
  ArticleReader reader({path}, DataDirectory(HABARI_DATA_DIR), options);
  try {
    const auto article = reader.next();
    return article ? article->article.text : "";
  } catch (const InputError& error) {
    return std::string("input: ") + error.what();
  } catch (const Error& error) {
    return std::string("article: ") + error.what();
  }
}

TEST(ForeignContent, WhatIsNoTextIsRefusedWhateverItIsCalledAndTakenFor) {
  const ScratchFolder folder;
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"%PDF-1.7 x", "a PDF"},
      {"PK\3\4....[Content_Types].xml....word/document.xml", "a Word document"},
      {"PK\3\4....mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"},
      {"PK\3\4....xl/workbook.xml", "a spreadsheet"},
      {"PK\3\4....article.txt", "a ZIP archive"},
      {"{\\rtf1 Rais}", "a Word document"},
      {"\x89PNG\r\n\x1A\n", "a picture"},
      {"\xFF\xD8\xFF\xE0 JFIF", "a picture"},
      {"\xFD"
       "7zXZ\0 x"sv,
       "packed otherwise"},
      {"BZh91AY&SY", "packed otherwise"},
      {"\0\0\0\x18"
       "ftypmp42"sv,
       "sound or video"},
      {"SQLite format 3\0"sv, "a database"},
      {"PAR1", "a Parquet file"},
      {"WARC/1.1\r\n", "a web archive"},
  };
  for (const auto& [bytes, told] : cases) {
    for (const char* name : {"a.txt", "a.html", "a.json", "a"}) {
      const std::string path = folder.write(name, bytes);
      EXPECT_TRUE(read(path).starts_with("input: " + path + ": " + std::string(told))) << read(path);
      EXPECT_TRUE(read(path, InputFormat::lines).starts_with("input: ")) << told;
    }
  }
}

TEST(ForeignContent, TablesAndGraphsAreRefusedUnlessTheFormatIsGiven) {
  const ScratchFolder folder;
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"id,date,text\n1,2024-05-13,\"Rais, alisema\nleo\"\n", "a table"},
      {"kichwa\tmaandishi\nA\tRais alisema.\n", "a table"},
      {"@prefix a: <urn:a> .\n", "an RDF graph"},
      {"<urn:a> <urn:b> <urn:c> .\n", "an RDF graph"},
      {"<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'/>", "an RDF graph"},
      {"<?xml version='1.0'?>\n<!-- a -->\n<gexf version='1.3'/>", "a graph for Gephi"},
      {"<?xml version='1.0'?><catalogue><a/></catalogue>", "XML that is no feed"},
      {"Received: from a by b\nSubject: c\n", "a letter"},
      {"%!PS-Adobe-3.0", "PostScript"},
  };
  for (const auto& [bytes, told] : cases) {
    for (const char* name : {"a.txt", "a"}) {
      const std::string path = folder.write(name, bytes);
      EXPECT_TRUE(read(path).starts_with("input: " + path + ": " + std::string(told))) << read(path);
      EXPECT_FALSE(read(path, InputFormat::text).starts_with("input: ")) << told;
    }
  }
  for (const char* name : {"a.csv", "a.tsv.gz", "A.GEXF", "a.graphml", "a.ttl", "a.jsonld"}) {
    EXPECT_TRUE(read(folder.write(name, "Rais alisema.")).starts_with("input: ")) << name;
  }
}

TEST(ForeignContent, ProseIsNoTable) {
  const ScratchFolder folder;
  for (const std::string text : {"Kenya, Uganda, Rwanda zakubaliana\nViongozi walikutana Jumatatu, Jumanne, Jumatano.",
                                 "Dodoma\nRais alisema.\nWaziri alijibu.", "Bei: 1,000,000\nBei mpya ni 2,000,000"}) {
    EXPECT_EQ(read(folder.write("a.txt", text)), text);
  }
}

TEST(ForeignContent, AFolderSaysWhatWasPassedOver) {
  const ScratchFolder folder;
  folder.write("news/a.txt", "Rais alisema.");
  folder.write("news/b.pdf", "%PDF-1.7");
  folder.write("news/below/c.pdf", "%PDF-1.7");
  folder.write("news/below/README", "a");
  ArticleReader reader({folder.path() + "/news"}, DataDirectory(HABARI_DATA_DIR));
  while (reader.next()) {
  }
  EXPECT_EQ(reader.passed_over(), "1 without an ending, 2 .pdf");
  const std::string empty = folder.path() + "/news/below";
  EXPECT_EQ(read(empty), "input: " + empty +
                             ": a folder without articles (.txt .html .json .jsonl .rss .atom .conllu, or any of them "
                             ".gz); it holds 1 without an ending, 1 .pdf");
}

}  // namespace
}  // namespace habari
