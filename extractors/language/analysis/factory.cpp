#include "analysis/factory.hpp"

#include "analysis/composed/composed_analyzer.hpp"
#include "analysis/encoder/shared_reader.hpp"
#include "analysis/learned/learned_model.hpp"
#include "analysis/parts/word_list.hpp"
#include "analysis/segmentation/segmenter.hpp"
#include "analysis/sw/swahili_morphology.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>

#include <fmt/format.h>

namespace habari {
namespace {

/// Cuts text by rules and tables, where a language has no model of its own.
class RuleCutter : public TextCutter {
 public:
  RuleCutter(segmentation::Tables tables, std::shared_ptr<const WordJudge> words)
      : segmenter_(std::move(tables), std::move(words)) {}
  std::vector<Sentence> cut(std::string_view text) const override { return segmenter_.segment(text); }

 private:
  segmentation::Segmenter segmenter_;
};

std::shared_ptr<const swahili::SwahiliWords> swahili_words(std::string_view language, const DataDirectory& data) {
  const auto folder = data.language(language);
  if (!std::filesystem::exists(folder / "morphology")) return nullptr;
  return swahili::share_swahili_words(folder, data.root() / "gazetteer");
}

std::shared_ptr<const learned::LearnedModel> open_own_model(std::string_view language, const DataDirectory& data) {
  const auto path = data.language(language) / "model.bin";
  if (!std::filesystem::exists(path)) return nullptr;
  return learned::open_model(path, language, swahili_words(language, data));
}

std::filesystem::path encoder_file(const DataDirectory& data) { return data.root() / "models" / "encoder.bin"; }

/// The network that was asked for; without a kind the accurate one where it is there and reads the language.
std::shared_ptr<const TreeReader> choose_reader(std::string_view language, const DataDirectory& data,
                                                std::optional<ReaderKind> kind,
                                                std::shared_ptr<const learned::LearnedModel> own) {
  const auto path = encoder_file(data);
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
  const auto own = open_own_model(language, data);
  AnalyzerParts parts;
  parts.reader = choose_reader(language, data, reader, own);
  parts.morphology = make_morphology(language, data);
  parts.features_by_morphology = parts.morphology != nullptr;
  if (!parts.morphology) parts.morphology = own;
  parts.cutter = own;
  if (!own) {
    parts.cutter =
        std::make_shared<RuleCutter>(segmentation::Tables(data.language(language)), swahili_words(language, data));
  }
  return std::make_unique<ComposedAnalyzer>(std::move(parts));
}

bool has_reader(std::string_view language, const DataDirectory& data) {
  if (std::filesystem::exists(data.language(language) / "model.bin")) return true;
  const auto path = encoder_file(data);
  return std::filesystem::exists(path) && encoder::shared_reader(path)->reads(language);
}

std::unique_ptr<const Morphology> make_morphology(std::string_view language, const DataDirectory& data) {
  auto words = swahili_words(language, data);
  return words ? std::make_unique<swahili::SwahiliMorphology>(std::move(words)) : nullptr;
}

std::shared_ptr<const KnownWords> make_known_words(std::string_view language, const DataDirectory& data) {
  if (auto words = swahili_words(language, data)) return words;
  return std::make_shared<WordList>(data.language(language));
}

}  // namespace habari
