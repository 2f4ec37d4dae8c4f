#include "analysis/composed_analyzer.hpp"
#include "analysis/encoder/shared_reader.hpp"
#include "analysis/learned/learned_model.hpp"
#include "analysis/sw/swahili_analyzer.hpp"
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

/// A language's folder, and what of an analyzer it holds.
class LanguageFolder {
 public:
  LanguageFolder(std::string_view language, const DataDirectory& data)
      : language_(language), data_(data), folder_(data.language(language)) {
    if (!data.has_language(language)) {
      throw Error(fmt::format("no language \"{}\" in {}; there are: {}", language, (data.root() / "languages").string(),
                              fmt::join(data.languages(), ", ")));
    }
  }

  std::unique_ptr<const Analyzer> fast() const {
    if (has_morphology()) {
      return std::make_unique<swahili::SwahiliAnalyzer>(folder_, data_.root() / "gazetteer");
    }
    return learned::analyzer_of(open_own_model());
  }

  std::unique_ptr<const Analyzer> accurate(std::shared_ptr<const encoder::EncoderReader> reader) const {
    if (has_morphology()) {
      auto cutter = std::make_shared<TableCutter>(folder_);
      return std::make_unique<ComposedAnalyzer>(AnalyzerParts{std::move(cutter), std::move(reader), nullptr, true});
    }
    const auto own = open_own_model();
    return std::make_unique<ComposedAnalyzer>(AnalyzerParts{own, std::move(reader), own});
  }

 private:
  bool has_morphology() const { return std::filesystem::exists(folder_ / "morphology"); }

  std::shared_ptr<const learned::LearnedModel> open_own_model() const {
    const auto path = folder_ / "model.bin";
    if (std::filesystem::exists(path)) return learned::open_model(path, language_);
    throw Error(
        folder_.string() +
        ": no analyzer for this language; expected a folder morphology, or model.bin as `habari train` writes it");
  }

  std::string language_;
  const DataDirectory& data_;
  std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<const Analyzer> make_analyzer(std::string_view language, const DataDirectory& data,
                                              std::optional<ReaderKind> reader) {
  const LanguageFolder folder(language, data);
  if (reader == ReaderKind::fast) return folder.fast();
  const auto path = data.root() / "models" / "encoder.bin";
  if (!reader && !std::filesystem::exists(path)) return folder.fast();
  auto encoder = encoder::shared_reader(path);
  if (encoder->reads(language)) return folder.accurate(std::move(encoder));
  if (!reader) return folder.fast();
  throw Error(fmt::format("{}: reads no language \"{}\"; it reads: {}", path.string(), language,
                          fmt::join(encoder->languages(), ", ")));
}

}  // namespace habari
