#include <habari/core/error.hpp>
#include <habari/core/whole_file.hpp>

#include "files/descriptor_buffer.hpp"
#include "files/unfinished_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace habari {
namespace {

constexpr int most_links = 40;  // As many as Linux follows.

std::optional<struct stat> status_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

/// Owner and group as far as this process may give them. Another group has no more rights than all others.
void take_mode(int descriptor, const struct stat& old) {
  const bool has_group = ::fchown(descriptor, old.st_uid, old.st_gid) == 0 ||
                         ::fchown(descriptor, static_cast<uid_t>(-1), old.st_gid) == 0;
  mode_t mode = old.st_mode & 0777U;
  if (!has_group) mode = (mode & 0707U) | (mode & 0007U) << 3U;
  ::fchmod(descriptor, mode);
}

/// Where links lead, also one to a file that is not there.
std::filesystem::path behind_links(std::filesystem::path path) {
  for (int links = 0; links <= most_links; ++links) {
    std::error_code is_no_link;
    const std::filesystem::path next = std::filesystem::read_symlink(path, is_no_link);
    if (is_no_link) return path;
    path = path.parent_path() / next;
  }
  throw Error(path.string() + ": cannot be written: " + std::strerror(ELOOP));
}

}  // namespace

WholeFile::WholeFile(std::filesystem::path path) : path_(std::move(path)), place_(path_) {
  open();
  buffer_ = std::make_unique<DescriptorBuffer>(unfinished_ ? unfinished_->descriptor() : special_);
  stream_.rdbuf(buffer_.get());
}

void WholeFile::open() {
  const auto old = status_of(path_);
  if (old && S_ISDIR(old->st_mode)) throw Error(path_.string() + ": is a folder, expected a file to write");
  // A device or a pipe has no place for a file beside it, and must not be replaced by one.
  if (old && !S_ISREG(old->st_mode)) {
    special_ = ::open(path_.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (special_ < 0) throw Error(path_.string() + ": cannot be written: " + std::strerror(errno));
    return;
  }
  place_ = behind_links(path_);
  if (!place_.has_filename()) throw Error("\"" + path_.string() + "\" names no file to write");
  remove_stale_files(place_);
  // What replaces a file is nobody else's until it has that one's mode.
  unfinished_ = std::make_unique<UnfinishedFile>(place_, old ? 0600 : 0666);
  if (old) take_mode(unfinished_->descriptor(), *old);
}

WholeFile::~WholeFile() {
  if (special_ >= 0) ::close(special_);
}

void WholeFile::commit() {
  stream_.flush();
  if (!stream_) throw Error(path_.string() + ": could not be written whole: " + std::strerror(buffer_->error()));
  if (!unfinished_) return;
  if (!unfinished_->put(place_)) {
    throw Error(path_.string() + ": could not be put in place: " + std::strerror(errno));
  }
}

}  // namespace habari
