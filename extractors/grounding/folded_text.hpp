#pragma once

#include <habari/core/text.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A text in which others' quotations are found: case, runs of white space and kinds of quotation marks, apostrophes
/// and dashes make no difference.
class FoldedText {
 public:
  /// Requires: valid UTF-8.
  explicit FoldedText(std::string_view text);

  /// Where `phrase` stands as whole words inside `area`, in text order; several parts around `…` or `...` are found one
  /// behind the other, and give what is between them, too.
  std::vector<Span> find(std::string_view phrase, Span area) const;

 private:
  std::vector<Span> find_part(std::string_view folded, Span area) const;

  std::string folded_;
  std::vector<Span> origins_;  ///< Of each folded byte: the character of the text that it comes from.
};

/// `text` as it is compared.
std::string folded(std::string_view text);

}  // namespace habari
