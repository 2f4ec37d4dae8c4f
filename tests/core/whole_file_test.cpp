#include <habari/core/error.hpp>
#include <habari/core/scratch_file.hpp>
#include <habari/core/whole_file.hpp>

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace habari {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "habari-test-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Files() override { fs::remove_all(folder_); }

  std::string contents(const char* name) const {
    std::ifstream in(folder_ / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  Names names() const {
    Names all;
    for (const auto& entry : fs::directory_iterator(folder_)) all.insert(entry.path().filename().string());
    return all;
  }
  void write_old(const char* name, mode_t mode = 0644) const {
    std::ofstream(folder_ / name) << "old";
    ::chmod((folder_ / name).c_str(), mode);
  }
  void write_new(const char* name) const {
    WholeFile file(folder_ / name);
    file.stream() << "new";
    file.commit();
  }
  mode_t mode(const std::string& name) const {
    struct stat status {};
    EXPECT_EQ(::stat((folder_ / name).c_str(), &status), 0);
    return status.st_mode & 07777U;
  }

  fs::path folder_;
};

using WholeFiles = Files;
using ScratchFiles = Files;

TEST_F(WholeFiles, AppearOnCommitAndNotBefore) {
  WholeFile file(folder_ / "a");
  file.stream() << "new";
  EXPECT_FALSE(fs::exists(folder_ / "a"));
  file.commit();
  EXPECT_EQ(contents("a"), "new");
  EXPECT_EQ(names(), Names{"a"});
}

TEST_F(WholeFiles, LeaveTheOldFileAloneWithoutCommit) {
  write_old("a");
  { WholeFile(folder_ / "a").stream() << "new"; }
  EXPECT_EQ(contents("a"), "old");
  EXPECT_EQ(names(), Names{"a"});
}

TEST_F(WholeFiles, OfOnePlaceAreWholeEach) {
  WholeFile first(folder_ / "a");
  WholeFile second(folder_ / "a");
  first.stream() << "first";
  second.stream() << "2nd";
  second.commit();
  EXPECT_EQ(contents("a"), "2nd");
  first.commit();
  EXPECT_EQ(contents("a"), "first");
  EXPECT_EQ(names(), Names{"a"});
}

TEST_F(WholeFiles, HaveTheModeOfTheFileThatTheyReplace) {
  for (const mode_t kept : {0600U, 0640U, 0444U, 0755U}) {
    write_old("a", kept);
    {
      WholeFile file(folder_ / "a");
      for (const std::string& name : names()) EXPECT_EQ(mode(name), kept) << name;
      file.commit();
    }
    EXPECT_EQ(mode("a"), kept);
    fs::remove(folder_ / "a");
  }
}

TEST_F(WholeFiles, HaveTheModeOfAnyNewFileElse) {
  const mode_t mask = ::umask(027);
  write_new("a");
  ::umask(mask);
  EXPECT_EQ(mode("a"), 0640U);
}

TEST_F(WholeFiles, WriteThroughLinksAndKeepThem) {
  write_old("a", 0600);
  fs::create_symlink("a", folder_ / "link");
  fs::create_symlink(folder_ / "link", folder_ / "link of link");
  write_new("link of link");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link of link"));
  EXPECT_EQ(contents("a"), "new");
  EXPECT_EQ(mode("a"), 0600U);
}

TEST_F(WholeFiles, MakeTheFileThatALinkLeadsTo) {
  fs::create_directory(folder_ / "inner");
  fs::create_symlink("inner/a", folder_ / "link");
  write_new("link");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(contents("inner/a"), "new");
}

TEST_F(WholeFiles, RefuseAFolderAndWhereNothingCanBe) {
  EXPECT_THROW(WholeFile{folder_}, Error);
  EXPECT_THROW(WholeFile(folder_ / "none" / "a"), Error);
  EXPECT_THROW(WholeFile(""), Error);
  fs::create_symlink("loop", folder_ / "loop");
  EXPECT_THROW(WholeFile(folder_ / "loop"), Error);
}

TEST_F(WholeFiles, WriteToADeviceWithoutReplacingIt) {
  WholeFile file("/dev/full");
  file.stream() << "new";
  EXPECT_THROW(file.commit(), Error);
  struct stat status {};
  ASSERT_EQ(::stat("/dev/full", &status), 0);
  EXPECT_TRUE(S_ISCHR(status.st_mode));
}

TEST_F(WholeFiles, HaveNamesAsLongAsAFileCan) {
  const std::string name(255, 'a');
  write_new(name.c_str());
  EXPECT_EQ(names(), Names{name});
}

TEST_F(WholeFiles, RemoveWhatAKilledRunLeft) {
  if (::fork() == 0) {
    const WholeFile file(folder_ / "a");
    ::_exit(0);
  }
  ::wait(nullptr);
  EXPECT_EQ(names().size(), 1u);
  write_new("a");
  EXPECT_EQ(names(), Names{"a"});
}

TEST_F(WholeFiles, LeaveWhatIsNotTheirs) {
  const Names others = {"a.part-0123456789abcde", "a.part-0123456789abcdeF", "b.part-0123456789abcdef",
                        "a.part-1111111111111111", "a.part-2222222222222222"};
  for (const std::string& name : others) write_old(name.c_str());
  fs::remove(folder_ / "a.part-1111111111111111");
  fs::create_symlink("b.part-0123456789abcdef", folder_ / "a.part-1111111111111111");
  const int in_use = ::open((folder_ / "a.part-2222222222222222").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::flock(in_use, LOCK_EX), 0);
  { const WholeFile file(folder_ / "a"); }
  EXPECT_EQ(names(), others);
  ::close(in_use);
  { const WholeFile file(folder_ / "a"); }
  EXPECT_FALSE(names().contains("a.part-2222222222222222"));
}

TEST_F(WholeFiles, AreGoneAtASignal) {
  write_new("a");
  WholeFile file(folder_ / "a");
  const WholeFile other(folder_ / "b");
  remove_unfinished_files();
  EXPECT_EQ(names(), Names{"a"});
  EXPECT_THROW(file.commit(), Error);
  EXPECT_EQ(contents("a"), "new");
}

TEST_F(ScratchFiles, GiveBackWhatWasWritten) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += std::to_string(i);
  ScratchFile file(folder_ / "a");
  for (std::size_t at = 0; at < text.size(); at += 1000) file.write(std::string_view(text).substr(at, 1000));
  file.rewind();
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file.stream()), {}), text);
}

TEST_F(ScratchFiles, HaveNoName) {
  ScratchFile file(folder_ / "a");
  file.write("text");
  file.rewind();
  EXPECT_EQ(names(), Names{});
}

}  // namespace
}  // namespace habari
