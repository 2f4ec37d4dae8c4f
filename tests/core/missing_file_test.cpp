#include <habari/core/missing_file.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace habari {
namespace {

TEST(MissingFile, AddressesTextsAndPatternsAreToldWhatToDo) {
  EXPECT_NE(missing_file_message("https://habari.example/1").find("nothing is fetched from the network"),
            std::string::npos);
  EXPECT_NE(missing_file_message("Rais wa Zambia alikutana na waziri").find("a text itself is piped in"),
            std::string::npos);
  EXPECT_NE(missing_file_message("news/*.txt").find("nothing fits this pattern"), std::string::npos);
  EXPECT_EQ(missing_file_message("none.txt"), "none.txt: no such file or folder");
}

TEST(MissingFile, TheFileWithTheNearestNameIsTold) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "habari-missing-file-test";
  std::filesystem::create_directories(folder);
  for (const char* name : {"article.txt", "articles.txt", ".artcle.txt"}) std::ofstream(folder / name) << "a";
  EXPECT_EQ(
      missing_file_message((folder / "artcle.txt").string()),
      (folder / "artcle.txt").string() + ": no such file or folder; there is " + (folder / "article.txt").string());
  EXPECT_EQ(missing_file_message((folder / "a\xFFle.txt").string()),
            (folder / "a\xFFle.txt").string() + ": no such file or folder");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace habari
