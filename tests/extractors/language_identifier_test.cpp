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

TEST(LanguageIdentifier, KnowsHeadlinesOfFewWords) {
  EXPECT_EQ(identifier().identify("Polisi wakamata bangi"), "sw");
  EXPECT_EQ(identifier().identify("Moto wateketeza soko"), "sw");
  EXPECT_EQ(identifier().identify("TUME YAUNDWA TANGA"), "sw");
  EXPECT_EQ(identifier().identify("Port workers strike"), "en");
  EXPECT_EQ(identifier().identify("Still no rain"), "en");
}

TEST(LanguageIdentifier, TakesOneUnknownVerbForNoOtherLanguage) {
  EXPECT_EQ(identifier().identify("alimtundika waziri wa maji mjini Lusaka"), "sw");
}

TEST(LanguageIdentifier, LetsNamesAndQuotationsCountLess) {
  EXPECT_EQ(identifier().identify("Gazeti la Lakeside Weekly News na redio ya Sunrise Broadcasting zimefungwa"), "sw");
  EXPECT_EQ(identifier().identify("Benki ya First Savings Trust Limited imeuzwa kwa Golden Harvest Bank"), "sw");
  EXPECT_EQ(identifier().identify("Facebook, Twitter na WhatsApp zazimwa"), "sw");
  EXPECT_EQ(identifier().identify("Gavana alisema \"We will not pay a single shilling for this old road\" jana."),
            "sw");
  EXPECT_EQ(identifier().identify("Otieno Mwakyusa met Baraka Mollel in Kibada and Mbezi on Monday."), "en");
}

TEST(LanguageIdentifier, KnowsSwahiliMixedWithEnglish) {
  EXPECT_EQ(identifier().identify("Mayouth wa hapa walisema wata-vote tena, but wazee walikataa ku-support hiyo plan."),
            "sw");
}

/// What a refused text is answered.
std::string refusal(const std::string& text) {
  try {
    return "found " + identifier().identify(text);
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(LanguageIdentifier, RefusesALanguageWithoutDataAndNamesIt) {
  EXPECT_EQ(
      refusal("Le ministre de la santé a annoncé hier que le nouvel hôpital ouvrira ses portes le mois prochain."),
      "the language seems to be French (fr); there are data for: en, sw");
  EXPECT_EQ(refusal("Minisitiri w'ubuzima yavuze ko ibitaro bishya bizafungurwa mu kwezi gutaha mu mujyi wa Kigali."),
            "the language seems to be Kinyarwanda (rw); there are data for: en, sw");
  EXPECT_EQ(refusal("12 : 30"), "the language cannot be told from the text; there are data for: en, sw");
}

TEST(LanguageIdentifier, RefusesNeighboursOfSwahili) {
  // Lingala, Somali, Ganda, Nyanja, Shona, Zulu
  for (const char* text : {"Minisele ya mosala alobaki ete bato nyonso bakozwa mbongo na sanza oyo ekoya.",
                           "Wasiirka caafimaadka ayaa sheegay in la furi doono isbitaal cusub bisha dambe.",
                           "Minisita w'ebyobulamu yagambye nti eddwaliro eppya lijja kuggulwawo omwezi ogujja.",
                           "Nduna ya zaumoyo inanena kuti chipatala chatsopano chidzatsegulidwa mwezi wamawa.",
                           "Gurukota rezvehutano rakati chipatara chitsva chichavhurwa mwedzi unouya.",
                           "UNgqongqoshe wezempilo uthe isibhedlela esisha sizovulwa ngenyanga ezayo."}) {
    EXPECT_THROW(identifier().identify(text), Error) << text;
  }
}

TEST(LanguageIdentifier, SaysHowFewWordsAreKnownWhereTheDetectorTakesThemForALanguageWithData) {
  const std::string message = refusal("Wasiirka caafimaadka ayaa maanta la kulmay madaxda isbitaalka cusub.");
  EXPECT_TRUE(message.starts_with("too few of the text's words are Swahili's: ")) << message;
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
