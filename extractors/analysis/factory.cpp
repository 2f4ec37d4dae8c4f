#include "analysis/composed_analyzer.hpp"
#include "analysis/encoder/shared_reader.hpp"
#include "analysis/learned/learned_model.hpp"
#include "analysis/morphology.hpp"
#include "analysis/sw/swahili_morphology.hpp"
#include "analysis/tokenizer.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>

#include <fmt/format.h>

namespace habari {
namespace {

/// The tokenizer of languages that have no model of their own.
class TableCutter : public TextCutter {
 public:
  explicit TableCutter(const std::filesystem::path& language_folder) : tokenizer_(language_folder) {}
  std::vector<Sentence> cut(std::string_view text) const override { return tokenizer_.split(text); }

 private:
  Tokenizer tokenizer_;
};

std::shared_ptr<const learned::LearnedModel> open_own_model(const std::filesystem::path& folder,
                                                            std::string_view language) {
  const auto path = folder / "model.bin";
  return std::filesystem::exists(path) ? learned::open_model(path, language) : nullptr;
}

/// The network that was asked for; without a kind the accurate one where it is there and reads the language.
std::shared_ptr<const TreeReader> choose_reader(std::string_view language, const DataDirectory& data,
                                                std::optional<ReaderKind> kind,
                                                std::shared_ptr<const learned::LearnedModel> own) {
  const auto path = data.root() / "models" / "encoder.bin";
  if (kind == ReaderKind::accurate || (!kind && std::filesystem::exists(path))) {
    auto encoder = encoder::shared_reader(path);
    if (encoder->reads(language)) return encoder;
    if (kind) {
      throw Error(fmt::format("{}: reads no language \"{}\"; it reads: {}", path.string(), language,
                              fmt::join(encoder->languages(), ", ")));
    }
  }
  if (own) return own;
  throw Error(data.language(language).string() +
              ": no fast reader for this language; expected model.bin as `habari train` writes it");
}

}  // namespace

std::unique_ptr<const Analyzer> make_analyzer(std::string_view language, const DataDirectory& data,
                                              std::optional<ReaderKind> reader) {
  if (!data.has_language(language)) {
    throw Error(fmt::format("no language \"{}\" in {}; there are: {}", language, (data.root() / "languages").string(),
                            fmt::join(data.languages(), ", ")));
  }
  const auto folder = data.language(language);
  const auto own = open_own_model(folder, language);
  AnalyzerParts parts;
  parts.reader = choose_reader(language, data, reader, own);
  parts.morphology = make_morphology(language, data);
  parts.features_by_morphology = parts.morphology != nullptr;
  if (!parts.morphology) parts.morphology = own;
  if (own)
    parts.cutter = own;
  else
    parts.cutter = std::make_shared<TableCutter>(folder);
  return std::make_unique<ComposedAnalyzer>(std::move(parts));
}

std::unique_ptr<const Morphology> make_morphology(std::string_view language, const DataDirectory& data) {
  const auto folder = data.language(language);
  if (!std::filesystem::exists(folder / "morphology")) return nullptr;
  return std::make_unique<swahili::SwahiliMorphology>(folder);
}

}  // namespace habari
