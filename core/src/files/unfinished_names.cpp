#include "files/unfinished_names.hpp"

#include <habari/core/whole_file.hpp>

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

namespace habari {
namespace {

using Entry = UnfinishedName::Entry;
static_assert(std::atomic<char*>::is_always_lock_free && std::atomic<Entry*>::is_always_lock_free,
              "signal handlers read the list");

std::atomic<Entry*> first_entry{nullptr};

Entry* list(char* path) {
  for (Entry* entry = first_entry.load(); entry != nullptr; entry = entry->next) {
    char* none = nullptr;
    if (entry->path.compare_exchange_strong(none, path)) return entry;
  }
  auto* entry = new Entry;
  entry->path = path;
  entry->next = first_entry.load();
  while (!first_entry.compare_exchange_weak(entry->next, entry)) {
  }
  return entry;
}

}  // namespace

UnfinishedName::UnfinishedName(const std::string& path) {
  path_ = ::strdup(path.c_str());
  if (path_ == nullptr) throw std::bad_alloc();
  entry_ = list(path_);
}

// A name that a signal handler took is the handler's: the process is about to end.
UnfinishedName::~UnfinishedName() {
  char* mine = path_;
  if (entry_->path.compare_exchange_strong(mine, nullptr)) std::free(path_);
}

void remove_unfinished_files() noexcept {
  const int kept = errno;
  for (Entry* entry = first_entry.load(); entry != nullptr; entry = entry->next) {
    if (const char* path = entry->path.exchange(nullptr)) ::unlink(path);
  }
  errno = kept;
}

}  // namespace habari
