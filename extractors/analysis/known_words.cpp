#include "analysis/known_words.hpp"

#include "analysis/sw/swahili_words.hpp"
#include "analysis/word_list.hpp"

namespace habari {

std::shared_ptr<const KnownWords> make_known_words(std::string_view language, const DataDirectory& data) {
  const auto folder = data.language(language);
  if (std::filesystem::exists(folder / "morphology"))
    return swahili::share_swahili_words(folder, data.root() / "gazetteer");
  return std::make_shared<WordList>(folder);
}

}  // namespace habari
