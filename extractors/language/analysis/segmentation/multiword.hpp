#pragma once

#include "analysis/model/model_file.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace habari::segmentation {

/// Surface tokens that stand for several words (`don't`: do, n't), as a treebank has them: whole tokens, and
/// beginnings or endings that are cut off any token.
class MultiwordTable {
 public:
  MultiwordTable() = default;
  /// Errors: Error where the section is missing or malformed.
  explicit MultiwordTable(const learned::ModelFile& file);

  /// The words of a token, one where it is a word itself.
  void expand(std::string_view surface, std::vector<std::string>& words) const;

  /// How a table is stored: lines of kind, key (folded), and words.
  /// `cut KEY LENGTHS`: the token is cut after so many characters each (`cut don't 2`).
  /// `forms KEY FORM FORM …`: its words are these.   `ending KEY`, `beginning KEY`: cut off any token.
  /// `whole KEY`: not to be cut by an ending or beginning.   Fields are set apart by tabs.
  static constexpr const char* section_name = "multiword";

 private:
  struct Entry {
    std::vector<std::size_t> cuts;
    std::vector<std::string> forms;
  };
  std::unordered_map<std::string, Entry> tokens_;
  std::unordered_map<std::string, std::size_t> endings_;
  std::unordered_map<std::string, std::size_t> beginnings_;
  std::size_t longest_ending_ = 0;
  std::size_t longest_beginning_ = 0;
};

}  // namespace habari::segmentation
