#include "encoder_model.hpp"
#include "scratch_folder.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/extractor.hpp>

#include <gtest/gtest.h>

namespace habari {
namespace {

/// The data folder with another accurate model, or none.
class Data {
 public:
  explicit Data(const std::string& model) {
    for (const char* name : {"languages", "gazetteer", "ontology"}) {
      std::filesystem::create_directory_symlink(std::filesystem::path(HABARI_DATA_DIR) / name,
                                                std::filesystem::path(folder_.path()) / name);
    }
    if (!model.empty()) folder_.write("models/encoder.bin", model);
  }
  DataDirectory directory() const { return DataDirectory(folder_.path()); }
  std::string path() const { return folder_.path(); }

 private:
  ScratchFolder folder_;
};

std::string refusal(const Data& data, std::string_view language, std::optional<ReaderKind> reader) {
  try {
    make_analyzer(language, data.directory(), reader);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string checksum_of(const std::string& identifier) { return identifier.substr(identifier.find(' ') + 1); }

TEST(MakeAnalyzer, ReadsAccuratelyWithTheSharedModelAndTheLanguagesOwnLemmas) {
  const Data data(encoder::small_model());
  const auto analyzer = make_analyzer("en", data.directory(), ReaderKind::accurate);
  EXPECT_TRUE(analyzer->finds_names());
  std::vector<Sentence> sentences = analyzer->analyze("The farmers sold maize. It rained.");
  ASSERT_EQ(sentences.size(), 2U);
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) EXPECT_FALSE(token.lemma.empty());
  }
  // The random model knows six tags; the lemma is that of the form with the tag that was found.
  const std::vector<Sentence> before = sentences;
  sentences[0].tokens[1].lemma = "other";
  analyzer->parse(sentences);
  EXPECT_EQ(sentences[0].tokens[1].lemma, before[0].tokens[1].lemma);
}

TEST(MakeAnalyzer, FindsNamesInTreesThatCameFromElsewhere) {
  const Data data(encoder::small_model());
  const auto analyzer = make_analyzer("en", data.directory(), ReaderKind::accurate);
  const std::vector<Sentence> read = analyzer->analyze("The farmers of Arusha sold maize to Asha.");
  std::vector<Sentence> given = read;
  for (Sentence& sentence : given) {
    sentence.names.clear();
    for (Token& token : sentence.tokens) token.upos = Upos::x;
  }
  analyzer->find_names(given);
  EXPECT_EQ(given[0].names, read[0].names);
  EXPECT_EQ(given[0].tokens[0].upos, Upos::x);
}

TEST(MakeAnalyzer, SaysWhichFileTheAccurateReaderLacks) {
  const Data data("");
  EXPECT_EQ(refusal(data, "en", ReaderKind::accurate),
            data.path() + "/models/encoder.bin: cannot read the model: No such file or directory");
  EXPECT_TRUE(make_analyzer("en", data.directory())->reader().starts_with("fast "));
}

TEST(MakeAnalyzer, SaysWhichLanguagesTheAccurateModelReads) {
  encoder::Sizes sizes = encoder::RandomModel::small();
  const Data data(encoder::RandomModel(sizes, 8, "sw").bytes());
  EXPECT_EQ(refusal(data, "en", ReaderKind::accurate),
            data.path() + "/models/encoder.bin: reads no language \"en\"; it reads: sw");
  EXPECT_TRUE(make_analyzer("en", data.directory())->reader().starts_with("fast "));
}

TEST(MakeAnalyzer, NamesItsReaderByKindAndModel) {
  const Data data(encoder::small_model());
  const std::string fast = make_analyzer("en", data.directory(), ReaderKind::fast)->reader();
  const std::string accurate = make_analyzer("en", data.directory(), ReaderKind::accurate)->reader();
  EXPECT_TRUE(fast.starts_with("fast ")) << fast;
  EXPECT_TRUE(accurate.starts_with("accurate ")) << accurate;
  EXPECT_EQ(checksum_of(accurate).size(), 8U);
  EXPECT_NE(checksum_of(accurate), checksum_of(fast));
  EXPECT_EQ(make_analyzer("sw", data.directory(), ReaderKind::accurate)->reader(), accurate);
  const Data other(encoder::RandomModel(encoder::RandomModel::small(), 9).bytes());
  EXPECT_NE(make_analyzer("en", other.directory(), ReaderKind::accurate)->reader(), accurate);
  EXPECT_EQ(make_analyzer("en", data.directory())->reader(), accurate);
}

TEST(Extractor, WritesIntoADocumentWhoReadIt) {
  const Data data(encoder::small_model());
  Article article;
  article.id = "a";
  article.language = "en";
  article.text = "The farmers sold maize.";
  for (const ReaderKind kind : {ReaderKind::accurate, ReaderKind::fast}) {
    const Extractor extractor(data.directory(), {.reader = kind});
    EXPECT_EQ(extractor.extract(article).reader, make_analyzer("en", data.directory(), kind)->reader());
    EXPECT_EQ(extractor.extract(article, std::vector<Sentence>()).reader, "");
  }
}

TEST(ReaderKind, IsReadByItsName) {
  EXPECT_EQ(parse_reader_kind("accurate"), ReaderKind::accurate);
  EXPECT_EQ(parse_reader_kind("fast"), ReaderKind::fast);
  EXPECT_EQ(parse_reader_kind("best"), std::nullopt);
}

}  // namespace
}  // namespace habari
