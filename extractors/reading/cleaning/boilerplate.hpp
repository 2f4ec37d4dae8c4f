#pragma once

#include <habari/extractors/data_directory.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace habari {

/// Tells an article's paragraphs from what a page puts around them. It knows phrases
/// (`data/languages/<code>/boilerplate.tsv` of all languages, since a Swahili page may say "Share") and shapes: labels
/// in capitals, menus, repetitions, photo credits, addresses. docs/input.md lists the rules. Thread rule: const members
/// may be called from several threads at once.
class BoilerplateFilter {
 public:
  /// Errors: Error names file and line of a bad table.
  explicit BoilerplateFilter(const DataDirectory& data);

  /// For each paragraph what is to be kept of it: all, its beginning (a credit went), or nothing (an empty view).
  /// A text of one paragraph is kept as it is.
  std::vector<std::string_view> filter(const std::vector<std::string_view>& paragraphs) const;

 private:
  enum class Match : unsigned char { whole, prefix, label, heading, byline, credit, field };
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Reading;  // a paragraph as the rules look at it

  void load(const std::filesystem::path& file);
  bool knows(std::string_view phrase, Match match) const;
  bool is_phrase(const Reading& paragraph) const;
  bool is_writer(const Reading& paragraph) const;
  std::string_view without_credit(std::string_view paragraph) const;

  std::unordered_map<std::string, unsigned, StringHash, std::equal_to<>> phrases_;  ///< Bits: 1 << Match.
  std::vector<std::string> contained_;
  std::vector<std::string> writers_;  ///< Words for those who write: `correspondent`.
};

}  // namespace habari
