#pragma once

#include "lexicon/string_map.hpp"

#include <habari/core/sentence.hpp>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace habari::learned {

/// Forms whose lemma no rule makes, or the wrong one: a language's table `lemmas.tsv`.
class IrregularForms {
 public:
  IrregularForms() = default;
  /// A table of form, upos and lemma. Errors: Error names file and line where a row is something else.
  explicit IrregularForms(const std::filesystem::path& table);

  /// The lemma of a form as fold() gives it; nullptr where the table has none.
  const std::string* find(std::string_view form, Upos upos) const;
  /// Whether one of the lemma's forms here has this ending: so it makes no other form with it by rule (`finned` is of
  /// `fin`, so `fined` is not).
  bool has_form_with_ending(std::string_view lemma, Upos upos, std::string_view ending) const;

 private:
  struct Words {
    StringMap<std::string> lemmas;              ///< By form.
    StringMap<std::vector<std::string>> forms;  ///< By lemma.
  };
  std::array<Words, upos_count> words_;
};

}  // namespace habari::learned
