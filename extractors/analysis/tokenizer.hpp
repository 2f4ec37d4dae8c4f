#pragma once

#include <habari/core/sentence.hpp>
#include <habari/extractors/data_directory.hpp>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace habari {

/// Cuts text into sentences and words, with the byte span of each. Knows scripts and punctuation (ICU's character
/// classes); what a language adds are its abbreviations.
class Tokenizer {
 public:
  /// Reads `abbreviations.tsv` (column `form`, final full stop included) from a language's folder, where there is one.
  /// Errors: Error where that table is bad.
  explicit Tokenizer(const std::filesystem::path& language_folder);

  /// Sentences in text order, their words with `form` and `span` set and nothing else. A newline ends a sentence;
  /// so does a sentence of `longest_sentence` words. Requires: `text` is valid UTF-8.
  std::vector<Sentence> split(std::string_view text) const;

  static constexpr std::size_t longest_sentence = 256;

 private:
  std::unordered_set<std::string> abbreviations_;
};

}  // namespace habari
