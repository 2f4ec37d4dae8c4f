#include <habari/extractors/language_identifier.hpp>

#include "analysis/factory.hpp"
#include "cleaning/text_shape.hpp"
#include "languages/known_share.hpp"

#include <habari/core/error.hpp>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace habari {
namespace {

/// The beginning of a text tells its language; more only costs time.
constexpr std::size_t max_bytes = 4096;
/// What the detector's word counts for beside the share of known words. It takes Lingala and Somali for Swahili, and
/// Swahili with English names for English.
constexpr double detector_weight = 0.3;
/// It counts up to twice as much where words with fewer letters than this tell anything: a caption of names.
constexpr double enough_letters = 30.0;
/// Least sum of the share of known words and the weighted share that the detector gives. Swahili and English prose has
/// 0.9 and more, Swahili mixed with English slang 0.7; Comorian reaches 0.55, Lingala and Afrikaans 0.4.
constexpr double min_score = 0.6;
/// Fewer letters in known words do not outweigh another language's.
constexpr double few_letters = 8.0;

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

/// One of the languages with data, as far as the text speaks for it.
struct Candidate {
  std::string code;
  KnownShare words;
  double detected = 0.0;  ///< The detector's share.

  double score() const {
    return words.share() + detector_weight * (2.0 - std::min(1.0, words.told / enough_letters)) * detected;
  }

  /// Better evidence is greater.
  friend bool operator<(const Candidate& a, const Candidate& b) { return a.evidence() < b.evidence(); }

 private:
  std::array<double, 3> evidence() const {
    return {words.share() * std::min(1.0, words.known / few_letters), words.known, detected};
  }
};

std::vector<Candidate> weigh(const std::vector<KnownShare>& shares, const std::vector<std::string>& codes,
                             const std::vector<Guess>& guesses) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    Candidate candidate{codes[i], shares[i], 0.0};
    for (const Guess& guess : guesses) candidate.detected += guess.code == codes[i] ? guess.share : 0.0;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

std::string refusal(const std::vector<Guess>& guesses, const Candidate* best, const std::vector<std::string>& codes) {
  const bool has_data = !guesses.empty() && std::find(codes.begin(), codes.end(), guesses[0].code) != codes.end();
  std::string seems = "the language cannot be told from the text";
  if (!guesses.empty() && !has_data)
    seems = fmt::format("the language seems to be {} ({})", english_name(guesses[0].code), guesses[0].code);
  if (!guesses.empty() && has_data && best != nullptr)
    seems = fmt::format("too few of the text's words are {}'s: {:.0f} %", english_name(best->code),
                        100 * best->words.share());
  return fmt::format("{}; there are data for: {}", seems, fmt::join(codes, ", "));
}

}  // namespace

struct LanguageIdentifier::Tables {
  std::vector<std::string> codes;
  std::vector<std::shared_ptr<const KnownWords>> words;  ///< One a code.
};

LanguageIdentifier::LanguageIdentifier(const DataDirectory& data) {
  auto tables = std::make_unique<Tables>();
  tables->codes = data.languages();
  for (const std::string& code : tables->codes) tables->words.push_back(make_known_words(code, data));
  tables_ = std::move(tables);
}

LanguageIdentifier::~LanguageIdentifier() = default;
LanguageIdentifier::LanguageIdentifier(LanguageIdentifier&&) noexcept = default;
LanguageIdentifier& LanguageIdentifier::operator=(LanguageIdentifier&&) noexcept = default;

std::string LanguageIdentifier::identify(std::string_view text, std::string_view hint) const {
  text = beginning(text);
  const std::vector<Guess> guesses = detect(text);
  const std::vector<Candidate> candidates = weigh(known_shares(text, tables_->words), tables_->codes, guesses);
  const auto best = std::max_element(candidates.begin(), candidates.end());
  if (best != candidates.end() && best->score() >= min_score) return best->code;
  const std::string hinted = language_code(hint);
  // The markup may name a language that the text plainly is not.
  const bool contradicted = text.size() > 200 && !guesses.empty();
  if (!contradicted && std::find(tables_->codes.begin(), tables_->codes.end(), hinted) != tables_->codes.end()) {
    return hinted;
  }
  throw Error(refusal(guesses, best == candidates.end() ? nullptr : &*best, tables_->codes));
}

std::string LanguageIdentifier::language_code(std::string_view tag) {
  char code[ULOC_LANG_CAPACITY] = {};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(std::string(tag).c_str(), code, sizeof code, &status);
  return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING ? ascii_lower(code) : std::string();
}

}  // namespace habari
