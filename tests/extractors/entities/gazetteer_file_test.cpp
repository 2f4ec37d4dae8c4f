#include "gazetteer/gazetteer_file.hpp"
#include "words/pieces.hpp"

#include "../scratch_folder.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace habari {
namespace {

std::uint64_t hash_of(std::string_view name) {
  NameHash hash;
  for (const NameWord& word : cut_name(name)) hash.add(word.hash);
  return hash.value();
}

std::vector<GazetteerRecord> records() {
  return {{"person/amina-okello-q900001",
           EntityKind::person,
           {"wikidata:Q900001", "geonames:7", "geo:-1.28333,36.81667"},
           "Q900010",
           12,
           {{"sw", "Amina Okello"}, {"en", "Amina Okello"}, {"en", "Okello"}}},
          {"place/okello-q900002", EntityKind::place, {"wikidata:Q900002"}, "Q900010", 80, {{"en", "Okello"}}},
          {"organization/lake-trade-union-q900003",
           EntityKind::organization,
           {"wikidata:Q900003"},
           "",
           5,
           {{"sw", "Umoja wa Biashara wa Ziwa"}, {"en", "Lake Trade Union"}, {"en", "LTU"}}}};
}

std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::filesystem::path write(const ScratchFolder& folder, const std::vector<GazetteerRecord>& all,
                            std::size_t memory = 1U << 20U) {
  const std::filesystem::path path = std::filesystem::path(folder.path()) / "gazetteer.bin";
  GazetteerWriter writer(path, memory);
  for (const GazetteerRecord& record : all) writer.add(record);
  writer.finish();
  return path;
}

/// Looks every name of `all` up and reads what it stands for.
void read_all(const GazetteerFile& file, const std::vector<GazetteerRecord>& all) {
  for (const GazetteerRecord& record : all) {
    if (const auto known = file.find_key(record.id)) file.record(*known);
    for (const std::string& link : record.links) file.find_key(link);
    for (const auto& [language, name] : record.names) {
      const auto found = file.find(hash_of(name));
      if (!found) continue;
      for (const GazetteerFile::Candidate& candidate : found->candidates) file.record(candidate.record);
    }
  }
}

TEST(GazetteerFile, IsWholeWhereTwoAreWrittenAtATime) {
  const ScratchFolder folder;
  const std::string bytes = file_bytes(write(folder, records()));
  const std::filesystem::path path = std::filesystem::path(folder.path()) / "gazetteer.bin";
  std::vector<GazetteerRecord> fewer = records();
  fewer.pop_back();
  GazetteerWriter first(path, 0);  // Every few names go through a file.
  GazetteerWriter second(path, 0);
  for (const GazetteerRecord& record : records()) first.add(record);
  for (const GazetteerRecord& record : fewer) second.add(record);
  second.finish();
  EXPECT_EQ(GazetteerFile(path).entry_count(), fewer.size());
  first.finish();
  EXPECT_EQ(file_bytes(path), bytes);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(GazetteerFile, GivesBackWhatWasWritten) {
  const ScratchFolder folder;
  const GazetteerFile file(write(folder, records()));
  EXPECT_EQ(file.entry_count(), 3u);
  const auto found = file.find(hash_of("AMINA  Okello"));
  ASSERT_TRUE(found);
  ASSERT_EQ(found->candidates.size(), 1u);
  EXPECT_EQ(file.record(found->candidates[0].record), records()[0]);
  EXPECT_EQ(file.find(hash_of("LTU"))->casing, Casing::acronym);
  EXPECT_FALSE(file.find(hash_of("Lake Trade")));
}

TEST(GazetteerFile, FindsAnEntityByItsIdentifierAndItsLinks) {
  const ScratchFolder folder;
  const GazetteerFile file(write(folder, records()));
  for (const char* key : {"person/amina-okello-q900001", "wikidata:Q900001", "geonames:7"}) {
    const auto found = file.find_key(key);
    ASSERT_TRUE(found) << key;
    EXPECT_EQ(file.record(*found), records()[0]);
  }
  EXPECT_FALSE(file.find_key("wikidata:Q1"));
  EXPECT_FALSE(file.find_key("geo:-1.28333,36.81667")) << "a position is no name of a thing";
}

TEST(GazetteerFile, SaysThatAnOlderVersionIsOne) {
  const ScratchFolder folder;
  std::string bytes = file_bytes(write(folder, records()));
  bytes[7] = 1;
  const std::filesystem::path path = std::filesystem::path(folder.path()) / "old.bin";
  write_bytes(path, bytes);
  try {
    const GazetteerFile file(path);
    ADD_FAILURE() << "an old file was read";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("is of version 1, this program reads version 2"), std::string::npos);
  }
}

TEST(GazetteerFile, TakesNoLinkThatNobodyCanFollow) {
  const ScratchFolder folder;
  for (const char* link : {"gazetteer:place/goma", "wikidata:L7", "geonames:", "geo:91,0", "wikidata:Q99999999999"}) {
    std::vector<GazetteerRecord> all = records();
    all[0].links = {link};
    EXPECT_THROW(write(folder, all), Error) << link;
  }
}

TEST(GazetteerFile, PutsTheBestKnownFirstUnderASharedName) {
  const ScratchFolder folder;
  const GazetteerFile file(write(folder, records()));
  const auto found = file.find(hash_of("Okello"));
  ASSERT_EQ(found->candidates.size(), 2u);
  EXPECT_EQ(file.record(found->candidates[0].record).id, "place/okello-q900002");
}

TEST(GazetteerFile, HoldsNothingAndSaysSo) {
  const ScratchFolder folder;
  const GazetteerFile file(write(folder, {}));
  EXPECT_EQ(file.name_count(), 0u);
  EXPECT_FALSE(file.find(hash_of("Okello")));
}

std::vector<GazetteerRecord> many(std::size_t count) {
  std::vector<GazetteerRecord> all;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    // Every third shares a name with another.
    all.push_back({"place/town-q" + number,
                   EntityKind::place,
                   {"wikidata:Q" + number},
                   "",
                   static_cast<std::uint32_t>(i % 97),
                   {{"en", "Town x" + number}, {"sw", "Mji x" + std::to_string(i / 3)}}});
  }
  return all;
}

TEST(GazetteerFile, IsTheSameWhateverMemoryTheWriterHas) {
  const ScratchFolder folder;
  const auto all = many(3000);
  const std::string expected = file_bytes(write(folder, all));
  EXPECT_EQ(file_bytes(write(folder, all, 4096)), expected);
  const GazetteerFile file(std::filesystem::path(folder.path()) / "gazetteer.bin");
  for (const GazetteerRecord& record : all) {
    const auto found = file.find(hash_of(record.names[0].second));
    ASSERT_TRUE(found) << record.id;
    EXPECT_EQ(file.record(found->candidates[0].record), record);
  }
  for (int i = 0; i < 1000; ++i) EXPECT_FALSE(file.contains(hash_of("Ghost x" + std::to_string(i))));
  std::size_t left = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) left += entry.exists() ? 1 : 0;
  EXPECT_EQ(left, 1u) << "scratch files are gone";
}

TEST(GazetteerFile, SaysWhereItIsCut) {
  const ScratchFolder folder;
  const std::string whole = file_bytes(write(folder, records()));
  const std::filesystem::path path = std::filesystem::path(folder.path()) / "cut.bin";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write_bytes(path, whole.substr(0, size));
    try {
      const GazetteerFile file(path);
      ADD_FAILURE() << "opened with " << size << " of " << whole.size() << " bytes";
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("cut.bin: "), std::string::npos) << error.what();
    }
  }
}

TEST(GazetteerFile, NeverReadsAFlippedBitForTheTruth) {
  const ScratchFolder folder;
  const auto all = many(40);
  const std::string whole = file_bytes(write(folder, all));
  const std::filesystem::path path = std::filesystem::path(folder.path()) / "flipped.bin";
  std::size_t noticed = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
    write_bytes(path, bytes);
    try {
      const GazetteerFile file(path);
      for (const GazetteerRecord& record : all) {
        const auto found = file.find(hash_of(record.names[0].second));
        ASSERT_TRUE(found) << "byte " << at;
        ASSERT_EQ(file.record(found->candidates[0].record), record) << "byte " << at;
      }
      read_all(file, all);
    } catch (const Error& error) {
      ++noticed;
      EXPECT_NE(std::string(error.what()).find("flipped.bin: "), std::string::npos) << error.what();
    }
  }
  EXPECT_EQ(noticed, whole.size());
}

TEST(GazetteerFile, GivesTheTruthOrAnErrorForRandomBytes) {
  const ScratchFolder folder;
  const auto all = records();
  const std::string whole = file_bytes(write(folder, all));
  const std::filesystem::path path = std::filesystem::path(folder.path()) / "random.bin";
  std::mt19937 random(7);
  std::size_t noticed = 0;
  for (int i = 0; i < 300; ++i) {
    std::string bytes = whole;
    for (int k = 0; k < 8; ++k) bytes[64 + random() % (bytes.size() - 64)] = static_cast<char>(random());
    write_bytes(path, bytes);
    const GazetteerFile file(path);
    for (const GazetteerRecord& record : all) {
      try {
        const auto found = file.find(hash_of(record.names.back().second));
        ASSERT_TRUE(found);
        ASSERT_NO_THROW(found->candidates.at(0));
        const GazetteerRecord read = file.record(found->candidates[0].record);
        EXPECT_NE(std::find(all.begin(), all.end(), read), all.end());
      } catch (const Error&) {
        ++noticed;
      }
    }
  }
  EXPECT_GT(noticed, 300u);
}

}  // namespace
}  // namespace habari
