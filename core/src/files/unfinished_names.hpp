#pragma once

#include <atomic>
#include <string>

namespace habari {

/// The name of an unfinished file in a list that a signal handler can read: on the list from construction to
/// destruction.
class UnfinishedName {
 public:
  /// `path`: absolute.
  explicit UnfinishedName(const std::string& path);
  ~UnfinishedName();
  UnfinishedName(const UnfinishedName&) = delete;
  UnfinishedName& operator=(const UnfinishedName&) = delete;

  /// Entry of the list. Entries are used again and never freed.
  struct Entry {
    std::atomic<char*> path{nullptr};
    Entry* next = nullptr;
  };

 private:
  char* path_;
  Entry* entry_;
};

}  // namespace habari
