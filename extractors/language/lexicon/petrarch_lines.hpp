#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A line of a PETRARCH dictionary without its comments.
struct PetrarchLine {
  std::string where;  ///< `FILE:LINE`
  std::string text;   ///< Trimmed at its end; empty where the line was blank.
  std::string code;   ///< What stood in brackets, without blanks; empty where nothing did.
  std::string forms;  ///< What stood in braces.
  bool has_forms = false;
};

/// All lines but those that are nothing but comment: `#`, `;` to the end, `<!-- … -->` over any number of lines.
/// Errors: Error where the file cannot be read.
std::vector<PetrarchLine> read_petrarch_lines(const std::filesystem::path& file);

/// `JAMES_BYRNES_` as a name is written: `James Byrnes`; a word of up to three letters, or one with a digit, stays.
std::string petrarch_name(std::string_view phrase);

/// `CLEAR_UP` as a lemma is written: `clear up`.
std::string petrarch_lemma(std::string_view phrase);

}  // namespace habari
