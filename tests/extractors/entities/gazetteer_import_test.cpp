#include "gazetteer/gazetteer_file.hpp"
#include "recognition/entity_recognizer.hpp"
#include "words/pieces.hpp"

#include "../scratch_folder.hpp"
#include "recognition.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/gazetteer_import.hpp>

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace habari {
namespace {

/// Entities made up for this test, in the form of Wikidata's dumps.
std::string entity(const std::string& id, const std::string& class_id, const std::string& english,
                   const std::string& swahili, const std::string& alias, int links) {
  const auto label = [](const std::string& language, const std::string& value) {
    return "\"" + language + R"(":{"language":")" + language + R"(","value":")" + value + "\"}";
  };
  std::string sitelinks;
  for (int i = 0; i < links; ++i) {
    sitelinks += std::string(i == 0 ? "" : ",") + "\"w" + std::to_string(i) + R"(":{"site":"x","title":"x"})";
  }
  const auto claim = [](const std::string& property, const std::string& item) {
    return "\"" + property + R"(":[{"mainsnak":{"snaktype":"value","property":")" + property +
           R"(","datavalue":{"value":{"entity-type":"item","id":")" + item +
           R"("},"type":"wikibase-entityid"}},"type":"statement","rank":"normal"}])";
  };
  return R"({"type":"item","id":")" + id + R"(","labels":{)" + label("en", english) +
         (swahili.empty() ? "" : "," + label("sw", swahili)) + R"(},"descriptions":{},"aliases":{)" +
         (alias.empty() ? "" : R"("en":[{"language":"en","value":")" + alias + R"("}])") + R"(},"claims":{)" +
         claim("P31", class_id) + "," + claim("P17", "Q114") + R"(},"sitelinks":{)" + sitelinks + "}}";
}

std::string dump() {
  return "[\n" + entity("Q990001", "Q43229", "Lake Traders Union", "Muungano wa Wachuuzi wa Ziwa", "LTRU", 4) + ",\n" +
         entity("Q990002", "Q5", "Zubeda Makorongo", "", "", 9) + ",\n" +
         entity("Q990003", "Q515", "Korongwema", "", "Makorongo", 50) + ",\n" +
         entity("Q990004", "Q571", "A Book of Lakes", "", "", 9) + ",\n" +
         R"({"type":"property","id":"P31","labels":{}})" + "\n]\n";
}

std::string gzip(const std::string& path, const std::string& bytes) {
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
  return path;
}

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::uint64_t hash_of(std::string_view name) {
  NameHash hash;
  for (const NameWord& word : cut_name(name)) hash.add(word.hash);
  return hash.value();
}

const DataDirectory& data() {
  static const DataDirectory directory(HABARI_DATA_DIR);
  return directory;
}

std::string message_of(const ScratchFolder& folder, const std::string& input) {
  try {
    import_gazetteer({input}, folder.path() + "/out.bin", data());
  } catch (const Error& error) {
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/out.bin")) << "half a gazetteer was left";
    return error.what();
  }
  return "no error";
}

TEST(GazetteerImport, TakesWhatNewsNamesFromADump) {
  const ScratchFolder folder;
  const std::string out = folder.path() + "/out.bin";
  const auto counts = import_gazetteer({folder.write("dump.json", dump())}, out, data());
  EXPECT_EQ(counts.read, 5u);
  EXPECT_EQ(counts.taken, 3u);
  const GazetteerFile file(out);
  const auto found = file.find(hash_of("LTRU"));
  ASSERT_TRUE(found);
  const GazetteerRecord record = file.record(found->candidates.at(0).record);
  EXPECT_EQ(record.id, "organization/lake-traders-union-q990001");
  EXPECT_EQ(record.kind, EntityKind::organization);
  EXPECT_EQ(record.country, "Q114");
  EXPECT_EQ(record.rank, 4u);
  EXPECT_EQ(record.names.front(), (std::pair<std::string, std::string>("sw", "Muungano wa Wachuuzi wa Ziwa")));
}

TEST(GazetteerImport, ReadsACompressedDumpAlike) {
  const ScratchFolder folder;
  import_gazetteer({folder.write("dump.json", dump())}, folder.path() + "/plain.bin", data());
  import_gazetteer({gzip(folder.path() + "/dump.json.gz", dump())}, folder.path() + "/packed.bin", data());
  EXPECT_EQ(file_bytes(folder.path() + "/packed.bin"), file_bytes(folder.path() + "/plain.bin"));
}

TEST(GazetteerImport, ReadsTables) {
  const ScratchFolder folder;
  const std::string out = folder.path() + "/out.bin";
  const std::string table = folder.write("towns.csv",
                                         "id,name,sw,wikidata,country,rank\n"
                                         "place/korongwema,\"Korongwema, Upper\",Korongwema|Korongo Wema,Q990003,"
                                         "country/kenya,7\n");
  EXPECT_EQ(import_gazetteer({table}, out, data()).taken, 1u);
  const GazetteerFile file(out);
  const auto found = file.find(hash_of("Korongo Wema"));
  ASSERT_TRUE(found);
  EXPECT_EQ(file.record(found->candidates.at(0).record).id, "place/korongwema");
}

TEST(GazetteerImport, SaysWhatIsWrongAndWhere) {
  const ScratchFolder folder;
  const std::string whole = dump();
  EXPECT_NE(message_of(folder, folder.write("cut.json", whole.substr(0, 400))).find("cut.json:2: no JSON"),
            std::string::npos);
  EXPECT_NE(message_of(folder, folder.write("bare.json", "[\n7\n]\n")).find("bare.json:2: expected an entity"),
            std::string::npos);
  const std::string packed = gzip(folder.path() + "/whole.json.gz", whole);
  const std::string half = file_bytes(packed).substr(0, 150);
  EXPECT_NE(message_of(folder, folder.write("half.json.gz", half)).find("half.json.gz: "), std::string::npos);
  EXPECT_NE(message_of(folder, folder.write("t.csv", "id,name\nGoma,Goma\n")).find("t.csv:2: id is \"Goma\""),
            std::string::npos);
  EXPECT_NE(message_of(folder, folder.write("u.csv", "id\nplace/x\n")).find("u.csv:1: expected a first line"),
            std::string::npos);
  EXPECT_NE(message_of(folder, folder.write("v.csv", "id,name\nplace/x,\"x\n")).find("v.csv:2: a quote is opened"),
            std::string::npos);
  EXPECT_NE(message_of(folder, folder.write("w.txt", "x")).find("expected a Wikidata dump"), std::string::npos);
}

TEST(GazetteerImport, LinksNamesOfArticles) {
  const ScratchFolder folder;
  DataDirectory with_file = data();
  const std::string out = folder.path() + "/out.bin";
  import_gazetteer({folder.write("dump.json", dump())}, out, data());
  with_file.use_gazetteer(out);
  const Lexicon lexicon(data().language("en") / "lexicon");
  const EntityRecognizer recognizer("en", with_file, lexicon);
  const EntityRecognizer without("en", data(), lexicon);
  Article article;
  article.id = "a";
  article.language = "en";
  article.date = Date(2024, 3, 5);
  article.text = "Traders of Korongwema met the Lake Traders Union on Monday.";
  const auto sentences = entity_tests::bare_sentences(article.text);
  const auto link_of = [&](const EntityRecognizer& with, const std::string& id) {
    for (const Mention& mention : with.recognize(article, sentences, NameSource::gazetteer)) {
      if (mention.entity == id) return mention.links.empty() ? std::string() : mention.links.front();
    }
    return std::string("not found");
  };
  EXPECT_EQ(link_of(recognizer, "place/korongwema-q990003"), "wikidata:Q990003");
  EXPECT_EQ(link_of(recognizer, "organization/lake-traders-union-q990001"), "wikidata:Q990001");
  EXPECT_EQ(link_of(without, "place/korongwema-q990003"), "not found");
}

TEST(GazetteerImport, RefusesADamagedFileWhenItIsUsed) {
  const ScratchFolder folder;
  DataDirectory with_file = data();
  with_file.use_gazetteer(folder.write("bad.bin", "no gazetteer"));
  const Lexicon lexicon(data().language("en") / "lexicon");
  EXPECT_THROW(EntityRecognizer("en", with_file, lexicon), Error);
}

}  // namespace
}  // namespace habari
