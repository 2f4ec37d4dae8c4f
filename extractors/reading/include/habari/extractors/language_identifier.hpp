#pragma once

#include <habari/extractors/data_directory.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace habari {

/// Tells the language of a text, among those that the data directory knows.
/// It is the one whose lexicon, morphology and frequent words know the larger share of the text, if that share, with a
/// little weight for the word of Compact Language Detector 2, is large enough. So a headline of two words is Swahili
/// where both are, and Lingala is not. Thread rule: const members may be called from several threads at once.
class LanguageIdentifier {
 public:
  /// Errors: Error names file and line of a bad table.
  explicit LanguageIdentifier(const DataDirectory& data);
  ~LanguageIdentifier();
  LanguageIdentifier(LanguageIdentifier&&) noexcept;             ///< Movable.
  LanguageIdentifier& operator=(LanguageIdentifier&&) noexcept;  ///< Movable.

  /// The code of a language of the data directory. `hint` (a BCP 47 tag or nothing) decides where the text does not.
  /// Errors: Error says what the text seems to be, and which languages there are.
  std::string identify(std::string_view text, std::string_view hint = {}) const;

  /// The code for a BCP 47 or ISO 639 tag: `sw` for `sw-KE`, `SW`, `swa`; any language's, lower case.
  static std::string language_code(std::string_view tag);

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace habari
