#include <habari/push/push_journal.hpp>

#include <habari/push/secret_mask.hpp>

#include <habari/core/error.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

namespace habari {
namespace {

constexpr std::string_view header = "habari push journal 1\t";
constexpr std::string_view struck_out = "------------------------------------";  // As wide as a UUID.

bool is_whole(const RdfBatch& batch) { return batch.begins_graph && batch.ends_graph; }

}  // namespace

// A line is CONTENT TAB GRAPH LF; the last one about a graph holds.
PushJournal::PushJournal(const std::string& file, const std::string& endpoint) : file_(file) {
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw Error(file + ": cannot be written: " + std::strerror(errno));
  try {
    make_private(endpoint);
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) throw Error(file + ": another push is using this journal");
    read(endpoint);
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

PushJournal::~PushJournal() { ::close(descriptor_); }

// It may have been made when that was not so.
void PushJournal::make_private(const std::string& endpoint) {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode) || (status.st_mode & 0077U) == 0) return;
  if (::fchmod(descriptor_, 0600) == 0 || secret_values(endpoint).empty()) return;
  throw Error(file_ + ": others can read it, and the URL holds a secret: " + std::strerror(errno));
}

void PushJournal::read(const std::string& endpoint) {
  std::ifstream in(file_, std::ios::binary);
  const std::string first = std::string(header) + endpoint;
  std::string line;
  std::getline(in, line);
  if (in.eof() && first.substr(0, line.size()) == line) {  // New, or killed while it was begun.
    if (::ftruncate(descriptor_, 0) != 0) throw Error(file_ + ": could not be written: " + std::strerror(errno));
    return append(first + "\n");
  }
  if (line.substr(0, header.size()) != header) throw Error(file_ + ":1: is no journal of habari push");
  if (line != first) {
    throw Error(file_ + ": is the journal of " + mask_url(line.substr(header.size())) + ", not of " +
                mask_url(endpoint));
  }
  while (std::getline(in, line)) {
    if (in.eof()) return append("\n");  // Cut short: what comes next shall not continue it.
    if (line.size() < struck_out.size() + 1 || line[struck_out.size()] != '\t') continue;
    const std::string content = line.substr(0, struck_out.size());
    const Uuid graph = name_uuid(std::string_view(line).substr(struck_out.size() + 1));
    if (content == struck_out) {
      contents_.erase(graph);
    } else {
      contents_[graph] = content;
    }
  }
}

bool PushJournal::has(const RdfBatch& batch) const {
  const auto found = contents_.find(name_uuid(batch.graph));
  return is_whole(batch) && found != contents_.end() && found->second == name_uuid(batch.statements).text();
}

void PushJournal::strike_out(const RdfBatch& batch) {
  if (contents_.erase(name_uuid(batch.graph)) == 0) return;
  append(std::string(struck_out) + "\t" + batch.graph + "\n");
}

void PushJournal::note(const RdfBatch& batch) {
  if (!is_whole(batch)) return;
  const std::string& content = contents_[name_uuid(batch.graph)] = name_uuid(batch.statements).text();
  append(content + "\t" + batch.graph + "\n");
}

void PushJournal::append(const std::string& text) {
  std::string_view left = text;
  while (!left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw Error(file_ + ": could not be written: " + std::strerror(errno));
    left.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace habari
