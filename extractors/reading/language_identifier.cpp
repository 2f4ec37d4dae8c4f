#include <habari/extractors/language_identifier.hpp>

#include "lexicon/table.hpp"
#include "reading/text_shape.hpp"

#include <habari/core/error.hpp>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <vector>

namespace habari {
namespace {

/// The beginning of a text tells its language; more only costs time.
constexpr std::size_t max_bytes = 4096;
/// The detector is not sure of short texts, where names outweigh words (a headline of five names).
constexpr double frequent_word_weight = 2.0;
/// Least sum of the detector's share and the weighted share of frequent words. Swahili and English prose has 1.4 and
/// more; Kinyarwanda, Zulu and French reach 0.4 by frequent words alone.
constexpr double min_score = 0.45;

std::string_view beginning(std::string_view text) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

struct Guess {
  std::string code;
  double share = 0.0;  ///< Of the text, 0 to 1.
};

/// The detector's three best guesses; none for a text without letters.
std::vector<Guess> detect(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  constexpr int best_effort = 0x4000;
  int text_bytes = 0;
  int valid_bytes = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints, best_effort,
                                          languages.data(), percents.data(), scores.data(), nullptr, &text_bytes,
                                          &is_reliable, &valid_bytes);
  std::vector<Guess> guesses;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (languages[i] == CLD2::UNKNOWN_LANGUAGE || percents[i] <= 0) continue;
    guesses.push_back({CLD2::LanguageCode(languages[i]), percents[i] / 100.0});
  }
  return guesses;
}

std::string english_name(const std::string& code) {
  for (int i = 0; i < CLD2::NUM_LANGUAGES; ++i) {
    const auto language = static_cast<CLD2::Language>(i);
    if (code != CLD2::LanguageCode(language)) continue;
    std::string name = ascii_lower(CLD2::LanguageName(language));
    if (!name.empty()) name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }
  return code;
}

}  // namespace

struct LanguageIdentifier::Tables {
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::vector<std::string> codes;
  std::unordered_map<std::string, std::vector<std::size_t>, StringHash, std::equal_to<>> frequent;

  /// For each language the share of the text's words that are its frequent ones.
  std::vector<double> frequent_shares(std::string_view text) const {
    std::vector<double> shares(codes.size(), 0.0);
    std::size_t words = 0;
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const unsigned char c = at < text.size() ? static_cast<unsigned char>(text[at]) : ' ';
      if (c >= 0x80 || (c >= 'a' && c <= 'z')) {
        word += static_cast<char>(c);
      } else if (c >= 'A' && c <= 'Z') {
        word += static_cast<char>(c - 'A' + 'a');
      } else if (!word.empty()) {
        ++words;
        if (const auto found = frequent.find(word); found != frequent.end()) {
          for (const std::size_t language : found->second) shares[language] += 1.0;
        }
        word.clear();
      }
    }
    for (double& share : shares) share /= static_cast<double>(std::max<std::size_t>(words, 1));
    return shares;
  }
};

LanguageIdentifier::LanguageIdentifier(const DataDirectory& data) {
  auto tables = std::make_unique<Tables>();
  tables->codes = data.languages();
  for (std::size_t i = 0; i < tables->codes.size(); ++i) {
    const auto file = data.language(tables->codes[i]) / "frequent_words.tsv";
    if (!std::filesystem::exists(file)) continue;
    for (const auto row : Table(file, {"word"})) tables->frequent[std::string(row["word"])].push_back(i);
  }
  tables_ = std::move(tables);
}

LanguageIdentifier::~LanguageIdentifier() = default;
LanguageIdentifier::LanguageIdentifier(LanguageIdentifier&&) noexcept = default;
LanguageIdentifier& LanguageIdentifier::operator=(LanguageIdentifier&&) noexcept = default;

std::string LanguageIdentifier::identify(std::string_view text, std::string_view hint) const {
  text = beginning(text);
  const std::vector<Guess> guesses = detect(text);
  std::vector<double> scores = tables_->frequent_shares(text);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i] *= frequent_word_weight;
    for (const Guess& guess : guesses) scores[i] += guess.code == tables_->codes[i] ? guess.share : 0.0;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  if (best != scores.end() && *best >= min_score) {
    return tables_->codes[static_cast<std::size_t>(best - scores.begin())];
  }
  const std::string hinted = language_code(hint);
  // The markup may name a language that the text plainly is not.
  const bool contradicted = text.size() > 200 && !guesses.empty();
  if (!contradicted && std::find(tables_->codes.begin(), tables_->codes.end(), hinted) != tables_->codes.end()) {
    return hinted;
  }
  const std::string seems =
      guesses.empty() ? "the language cannot be told from the text"
                      : fmt::format("the language seems to be {} ({})", english_name(guesses[0].code), guesses[0].code);
  throw Error(fmt::format("{}; there are data for: {}", seems, fmt::join(tables_->codes, ", ")));
}

std::string LanguageIdentifier::language_code(std::string_view tag) {
  char code[ULOC_LANG_CAPACITY] = {};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(std::string(tag).c_str(), code, sizeof code, &status);
  return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING ? ascii_lower(code) : std::string();
}

}  // namespace habari
