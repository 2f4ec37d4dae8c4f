#include <habari/core/error.hpp>
#include <habari/extractors/language_identifier.hpp>

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

const LanguageIdentifier& identifier() {
  static const LanguageIdentifier identifier{DataDirectory(HABARI_DATA_DIR)};
  return identifier;
}

TEST(LanguageIdentifier, TellsSwahiliFromEnglishInOneSentence) {
  EXPECT_EQ(identifier().identify("Waziri wa afya amesema kwamba hospitali mpya itafunguliwa mwezi ujao."), "sw");
  EXPECT_EQ(identifier().identify("The health minister said that a new hospital will open next month."), "en");
}

TEST(LanguageIdentifier, LooksAtFrequentWordsWhereNamesOutweighThem) {
  EXPECT_EQ(identifier().identify("Gazeti la Lakeside Weekly News na redio ya Sunrise Broadcasting zimefungwa"), "sw");
}

TEST(LanguageIdentifier, RefusesALanguageWithoutDataAndNamesIt) {
  const auto message = [](const std::string& text) -> std::string {
    try {
      return "found " + identifier().identify(text);
    } catch (const Error& error) {
      return error.what();
    }
  };
  EXPECT_EQ(
      message("Le ministre de la santé a annoncé hier que le nouvel hôpital ouvrira ses portes le mois prochain."),
      "the language seems to be French (fr); there are data for: en, sw");
  EXPECT_EQ(message("Minisitiri w'ubuzima yavuze ko ibitaro bishya bizafungurwa mu kwezi gutaha mu mujyi wa Kigali."),
            "the language seems to be Kinyarwanda (rw); there are data for: en, sw");
  EXPECT_EQ(message("12 : 30"), "the language cannot be told from the text; there are data for: en, sw");
}

TEST(LanguageIdentifier, TakesAHintOnlyWhereTheTextDoesNotContradictIt) {
  EXPECT_EQ(identifier().identify("12 : 30", "sw-KE"), "sw");
  EXPECT_EQ(identifier().identify("Waziri wa afya amesema kwamba hospitali mpya itafunguliwa.", "en-US"), "sw");
  EXPECT_THROW(identifier().identify("12 : 30", "fr"), Error);
  const std::string french =
      "Le ministre de la santé a annoncé hier que le nouvel hôpital ouvrira ses portes le mois prochain. Les habitants "
      "de la ville attendaient cette nouvelle depuis longtemps, selon le maire, qui a remercié le gouvernement.";
  EXPECT_THROW(identifier().identify(french, "en"), Error);
}

TEST(LanguageIdentifier, ReadsLanguageTags) {
  EXPECT_EQ(LanguageIdentifier::language_code("sw-TZ"), "sw");
  EXPECT_EQ(LanguageIdentifier::language_code("SW_KE"), "sw");
  EXPECT_EQ(LanguageIdentifier::language_code("swa"), "sw");
  EXPECT_EQ(LanguageIdentifier::language_code("en"), "en");
  EXPECT_EQ(LanguageIdentifier::language_code(""), "");
}

}  // namespace
}  // namespace habari
