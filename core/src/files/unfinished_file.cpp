#include "files/unfinished_file.hpp"

#include <habari/core/error.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <string_view>

namespace habari {
namespace {

constexpr std::size_t digit_count = 16;
constexpr std::size_t longest_stem = 200;  // Of the 255 bytes that a file name may have.
constexpr int most_tries = 100;

std::string prefix(const std::filesystem::path& place) {
  return place.filename().string().substr(0, longest_stem) + ".part-";
}

std::string random_digits() {
  std::random_device random;
  const std::uint64_t number = std::uint64_t{random()} << 32U | random();
  std::array<char, digit_count + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(number));
  return digits.data();
}

bool is_of_unfinished(std::string_view name, std::string_view prefix) {
  return name.size() == prefix.size() + digit_count && name.starts_with(prefix) &&
         name.find_first_not_of("0123456789abcdef", prefix.size()) == std::string_view::npos;
}

/// Where the file is regular, this user's and no process has it locked.
void remove_if_stale(const std::filesystem::path& path) noexcept {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
      ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
    ::unlink(path.c_str());
  }
  ::close(descriptor);
}

}  // namespace

UnfinishedFile::UnfinishedFile(const std::filesystem::path& place, mode_t mode) {
  const std::filesystem::path folder = std::filesystem::absolute(place).parent_path();
  for (int tries = 0; tries < most_tries; ++tries) {
    path_ = folder / (prefix(place) + random_digits());
    if (open(mode)) return;
    if (errno != EEXIST) break;
  }
  throw Error(place.string() + ": cannot be written: " + std::strerror(errno));
}

bool UnfinishedFile::open(mode_t mode) {
  name_.emplace(path_.string());
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
  if (descriptor_ < 0) {
    const int reason = errno;
    name_.reset();
    errno = reason;
    return false;
  }
  // A file system without locks has no stale files removed either.
  const bool is_taken = ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  struct stat status {};
  if (!is_taken && (::fstat(descriptor_, &status) != 0 || status.st_nlink != 0)) return true;
  remove();
  ::close(descriptor_);
  descriptor_ = -1;
  errno = EEXIST;
  return false;
}

UnfinishedFile::~UnfinishedFile() {
  remove();
  if (descriptor_ >= 0) ::close(descriptor_);
}

void UnfinishedFile::remove() noexcept {
  if (!name_) return;
  ::unlink(path_.c_str());
  name_.reset();
}

bool UnfinishedFile::put(const std::filesystem::path& place) {
  // Not every file system can be told to write through.
  if (::fsync(descriptor_) != 0 && errno != EINVAL) return false;
  if (::rename(path_.c_str(), place.c_str()) != 0) return false;
  name_.reset();
  const int folder = ::open(path_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return true;
  ::fsync(folder);
  ::close(folder);
  return true;
}

void remove_stale_files(const std::filesystem::path& place) noexcept {
  try {
    const std::string stem = prefix(place);
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::absolute(place).parent_path())) {
      if (is_of_unfinished(entry.path().filename().string(), stem)) remove_if_stale(entry.path());
    }
  } catch (const std::exception&) {
    // What cannot be listed cannot be cleaned; writing there tells what is wrong.
  }
}

}  // namespace habari
