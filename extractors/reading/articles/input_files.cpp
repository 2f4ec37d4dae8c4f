#include "articles/input_files.hpp"

#include "articles/input_format.hpp"

#include <habari/extractors/article_reader.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace habari {

InputFiles::InputFiles(std::vector<std::string> inputs, bool any_name)
    : inputs_(std::move(inputs)), any_name_(any_name) {}

InputFiles::Folder InputFiles::list(const std::string& path) const {
  Folder folder;
  folder.name = path;
  std::error_code failure;
  for (std::filesystem::directory_iterator entry(path, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    // A linked folder could lead round in a circle; a linked file cannot.
    const bool is_folder = entry->is_directory(ignored) && !entry->is_symlink(ignored);
    const bool is_article = entry->is_regular_file(ignored) && (any_name_ || format_of_name(name));
    if (is_folder || is_article) {
      folder.paths.push_back(entry->path().string());
    } else {
      ++folder.others[entry->path().extension().string()];
    }
  }
  if (failure) throw InputError(path + ": cannot be listed: " + failure.message());
  std::sort(folder.paths.rbegin(), folder.paths.rend());
  return folder;
}

std::optional<std::string> InputFiles::next_in_folders() {
  while (!open_.empty()) {
    Folder& folder = open_.back();
    if (folder.paths.empty()) {
      const Folder done = std::move(folder);
      open_.pop_back();
      Counts& others = open_.empty() ? passed_over_ : open_.back().others;
      if (!open_.empty()) open_.back().had_file |= done.had_file;
      if (done.is_input && !done.had_file) {
        const std::string instead = told(done.others);
        throw InputError(
            done.name + ": a folder without articles (.txt .html .json .jsonl .rss .atom .conllu, or any of them .gz)" +
            (instead.empty() ? "" : "; it holds " + instead));
      }
      for (const auto& [ending, count] : done.others) others[ending] += count;
      continue;
    }
    std::string path = std::move(folder.paths.back());
    folder.paths.pop_back();
    if (std::filesystem::is_directory(path)) {
      open_.push_back(list(path));
      continue;
    }
    folder.had_file = true;
    return path;
  }
  return std::nullopt;
}

std::string InputFiles::told(const Counts& counts) {
  std::string told;
  for (const auto& [ending, count] : counts) {
    told += fmt::format("{}{} {}", told.empty() ? "" : ", ", count, ending.empty() ? "without an ending" : ending);
  }
  return told;
}

std::optional<std::string> InputFiles::next() {
  while (true) {
    if (auto path = next_in_folders()) return path;
    if (next_input_ == inputs_.size()) return std::nullopt;
    const std::string input = inputs_[next_input_++];
    if (input == "-" || !std::filesystem::is_directory(input)) return input;
    open_.push_back(list(input));
    open_.back().is_input = true;
  }
}

}  // namespace habari
