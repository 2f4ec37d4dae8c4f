#include "analysis/learned/learned_analyzer.hpp"
#include "analysis/morphology.hpp"
#include "analysis/sw/swahili_morphology.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>

namespace habari {

std::unique_ptr<const Analyzer> make_analyzer(std::string_view language, const DataDirectory& data) {
  if (!data.has_language(language)) {
    std::string known;
    for (const std::string& code : data.languages()) known += (known.empty() ? "" : ", ") + code;
    throw Error("no language \"" + std::string(language) + "\" in " + (data.root() / "languages").string() +
                "; there are: " + known);
  }
  const auto folder = data.language(language);
  if (std::filesystem::exists(folder / "model.bin"))
    return learned::load_learned_analyzer(folder / "model.bin", language);
  throw Error(folder.string() +
              ": no analyzer for this language; expected model.bin as `habari train` writes it, or trees (CoNLL-U) as "
              "input");
}

std::unique_ptr<const Morphology> make_morphology(std::string_view language, const DataDirectory& data) {
  const auto folder = data.language(language);
  if (!std::filesystem::exists(folder / "morphology")) return nullptr;
  return std::make_unique<swahili::SwahiliMorphology>(folder);
}

}  // namespace habari
