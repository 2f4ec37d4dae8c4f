#include <habari/exporters/output_file.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace habari {
namespace {

namespace fs = std::filesystem;

class OutputFiles : public testing::Test {
 protected:
  OutputFiles() {
    std::string pattern = (fs::temp_directory_path() / "habari-test-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~OutputFiles() override { fs::remove_all(folder_); }

  std::string contents(const fs::path& file) const {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  void write_old(const char* name) const { std::ofstream(folder_ / name) << "old"; }

  fs::path folder_;
};

TEST_F(OutputFiles, AppearOnCommitAndNotBefore) {
  OutputFile file(folder_ / "a");
  file.stream() << "new";
  EXPECT_FALSE(fs::exists(folder_ / "a"));
  file.commit();
  EXPECT_EQ(contents(folder_ / "a"), "new");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFiles, LeaveTheOldFileAloneWithoutCommit) {
  write_old("a");
  { OutputFile(folder_ / "a").stream() << "new"; }
  EXPECT_EQ(contents(folder_ / "a"), "old");
  EXPECT_EQ(files(), 1u);
}

}  // namespace
}  // namespace habari
