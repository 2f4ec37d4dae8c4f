#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace habari {

/// Walks the inputs: files as they are named, folders recursively in bytewise order of names.
/// Hidden files are passed over, and in folders also files whose names do not tell a format, unless `any_name`.
class InputFiles {
 public:
  InputFiles(std::vector<std::string> inputs, bool any_name);

  /// The next file's path, `-` for standard input; nothing at the end.
  /// Errors: InputError where a folder cannot be listed or holds no article; the walk then goes on behind it.
  std::optional<std::string> next();
  /// How many files lay in folders and were passed over, by their endings: `3 .pdf, 1 .docx`; empty where none.
  std::string passed_over() const { return told(passed_over_); }

 private:
  using Counts = std::map<std::string, std::size_t>;
  static std::string told(const Counts& counts);

  struct Folder {
    std::vector<std::string> paths;  ///< In reverse order: the next one is the last.
    std::string name;
    bool is_input = false;
    bool had_file = false;
    Counts others{};  ///< Files passed over, by ending.
  };

  Folder list(const std::string& path) const;
  std::optional<std::string> next_in_folders();

  std::vector<std::string> inputs_;
  std::size_t next_input_ = 0;
  bool any_name_;
  std::vector<Folder> open_;
  Counts passed_over_;
};

}  // namespace habari
