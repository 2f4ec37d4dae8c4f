#include "../extractors/scratch_folder.hpp"

#include <habari/core/error.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace habari {
namespace {

std::string all(std::istream& in) { return {std::istreambuf_iterator<char>(in), {}}; }

/// Digits without a pattern: what is packed is half as long, and longer than any buffer.
std::string digits() {
  std::mt19937 random(3);
  std::string text;
  for (int i = 0; i < 400'000; ++i) text += static_cast<char>('0' + random() % 10);
  return text;
}

class InputFiles : public testing::Test {
 protected:
  std::string packed(const std::string& name, const std::string& text) const {
    OutputFile file(folder_.path() + "/" + name);
    file.stream() << text;
    file.commit();
    std::ifstream in(folder_.path() + "/" + name, std::ios::binary);
    return all(in);
  }
  std::string read(const std::string& name) const {
    InputFile file(folder_.path() + "/" + name);
    return all(file.stream());
  }
  /// What is said of a file that cannot be read; empty where it can.
  std::string complaint(const std::string& name, const std::string& bytes) const {
    folder_.write(name, bytes);
    try {
      read(name);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  ScratchFolder folder_;
};

TEST_F(InputFiles, GiveWhatWasPacked) {
  for (const std::string& text : {std::string(), std::string("one line\n"), digits()}) {
    const std::string bytes = packed("a.gz", text);
    EXPECT_EQ(read("a.gz"), text);
    EXPECT_TRUE(text.size() < 1000 || bytes.size() < text.size() / 2);
    folder_.write("a", text);
    EXPECT_EQ(read("a"), text);
    folder_.write("packed without saying so", bytes);
    EXPECT_EQ(read("packed without saying so"), text);
  }
}

TEST_F(InputFiles, ReadAllMembers) {
  folder_.write("two.gz", packed("1.gz", digits()) + packed("2.gz", "end"));
  EXPECT_EQ(read("two.gz"), digits() + "end");
}

TEST_F(InputFiles, PackTheSameTextToTheSameBytesWithoutNameAndTime) {
  const std::string bytes = packed("a.gz", digits());
  EXPECT_EQ(packed("b.gz", digits()), bytes);
  EXPECT_EQ(bytes.substr(3, 5), std::string(5, '\0'));  // RFC 1952: flags, time.
}

TEST_F(InputFiles, RefuseAFileThatWasCutAnywhere) {
  const std::string bytes = packed("a.gz", "some text to be packed, some text to be cut\n");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_NE(complaint("cut.gz", bytes.substr(0, size)).find("cut.gz: "), std::string::npos) << size;
  }
  const std::string many = packed("a.gz", digits());
  EXPECT_NE(complaint("cut.gz", many.substr(0, many.size() / 2)).find("the compressed data end too early"),
            std::string::npos);
}

TEST_F(InputFiles, RefuseAWrongChecksumAndWhatWasNotPacked) {
  std::string bytes = packed("a.gz", digits());
  bytes[bytes.size() - 8] = static_cast<char>(bytes[bytes.size() - 8] + 1);
  EXPECT_NE(complaint("wrong.gz", bytes).find("incorrect data check"), std::string::npos);
  EXPECT_NE(complaint("plain.gz", "plain").find("plain.gz: its name ends in .gz"), std::string::npos);
  EXPECT_THROW(InputFile(folder_.path() + "/none"), Error);
}

TEST_F(InputFiles, TellHowFarTheyAre) {
  const std::string bytes = packed("a.gz", digits());
  InputFile file(folder_.path() + "/a.gz");
  EXPECT_LT(file.position(), bytes.size());
  all(file.stream());
  EXPECT_EQ(file.position(), bytes.size());
}

TEST(RdfSyntax, IsToldByTheEndingBeforeGz) {
  EXPECT_EQ(rdf_syntax("a.nq"), RdfSyntax::n_quads);
  EXPECT_EQ(rdf_syntax("a.trig"), RdfSyntax::trig);
  EXPECT_EQ(rdf_syntax("a.rj"), RdfSyntax::rdf_json);
  EXPECT_EQ(rdf_syntax("news/a.ttl.gz"), RdfSyntax::turtle);
  EXPECT_EQ(rdf_syntax("a.gz"), std::nullopt);
  EXPECT_EQ(rdf_syntax("a.gz.gz"), std::nullopt);
}

}  // namespace
}  // namespace habari
