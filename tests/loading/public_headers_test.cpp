#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

TEST(PublicHeaders, AreAllInHabariHpp) {
  const std::filesystem::path root = std::filesystem::path(HABARI_TEST_DIR).parent_path();
  std::ifstream in(root / "loading/include/habari/habari.hpp");
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  std::size_t count = 0;
  for (const std::string module : {"core", "extractors", "exporters", "loading"}) {
    for (const auto& header : std::filesystem::recursive_directory_iterator(root / module)) {
      const std::filesystem::path name = header.path().filename();
      if (header.path().parent_path().parent_path().filename() != "habari" || !header.is_regular_file()) continue;
      const std::string line = "#include <habari/" + module + "/" + name.string() + ">\n";
      EXPECT_NE(all.find(line), std::string::npos) << line;
      ++count;
    }
  }
  EXPECT_GT(count, 30u);
}

}  // namespace
