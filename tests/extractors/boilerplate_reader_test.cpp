#include "cleaning/boilerplate.hpp"
#include "lexicon/table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace habari {
namespace {

using Paragraphs = std::vector<std::string>;

Paragraphs kept(const Paragraphs& paragraphs) {
  static const BoilerplateFilter filter{DataDirectory(HABARI_DATA_DIR)};
  Paragraphs out;
  for (const auto view : filter.filter({paragraphs.begin(), paragraphs.end()})) {
    if (!view.empty()) out.emplace_back(view);
  }
  return out;
}

const std::string headline = "Daraja jipya la Mto Ruvu lafunguliwa";
const std::string first = "Waziri wa ujenzi amefungua daraja jipya la Mto Ruvu siku ya Jumatatu.";
const std::string second = "Wakazi wa eneo hilo walisubiri daraja hilo kwa miaka kumi.";

TEST(Boilerplate, KeepsPlainProse) {
  EXPECT_EQ(kept({headline, first, second}), (Paragraphs{headline, first, second}));
}

TEST(Boilerplate, KeepsATextOfOneParagraphWhateverItSays) {
  EXPECT_EQ(kept({"Share this"}), Paragraphs{"Share this"});
  EXPECT_EQ(kept({"MATANGAZO"}), Paragraphs{"MATANGAZO"});
}

TEST(Boilerplate, DropsPhrasesOfEveryLanguageWhateverTheCaseAndPunctuation) {
  EXPECT_EQ(kept({headline, "KUSAMBAZA :", first, "Share »", "Matangazo ya kibiashara", "Follow us on Facebook!"}),
            (Paragraphs{headline, first}));
}

TEST(Boilerplate, DropsSectionLabelsInCapitals) {
  EXPECT_EQ(kept({"UCHUMI-KILIMO", headline, first}), (Paragraphs{headline, first}));
}

TEST(Boilerplate, KeepsAHeadlineInCapitals) {
  EXPECT_EQ(kept({"DARAJA LAFUNGULIWA RUVU", first, second}), (Paragraphs{"DARAJA LAFUNGULIWA RUVU", first, second}));
}

TEST(Boilerplate, CutsAPhotoCreditBehindTheLastSentence) {
  EXPECT_EQ(kept({headline, first + " via REUTERS - NEEMA MSUYA", second}), (Paragraphs{headline, first, second}));
  EXPECT_EQ(kept({headline, first + " Picha: Neema Msuya", second}), (Paragraphs{headline, first, second}));
  EXPECT_EQ(kept({headline, first + " © Neema Msuya", second}), (Paragraphs{headline, first, second}));
}

TEST(Boilerplate, KeepsASentenceThatBeginsAsACreditWould) {
  const std::string text = first + " Source after source has dried up.";
  EXPECT_EQ(kept({headline, text}), (Paragraphs{headline, text}));
}

TEST(Boilerplate, DropsACaptionThatIsRepeatedWithACredit) {
  EXPECT_EQ(kept({headline, first, first + " via REUTERS - NEEMA MSUYA", second}),
            (Paragraphs{headline, first, second}));
}

TEST(Boilerplate, KeepsAShortAnswerThatIsRepeated) {
  EXPECT_EQ(kept({first, "Ndiyo.", second, "Ndiyo."}), (Paragraphs{first, "Ndiyo.", second, "Ndiyo."}));
}

TEST(Boilerplate, DropsTheHeadlinesUnderARelatedHeadingAndNoMore) {
  EXPECT_EQ(kept({headline, first, "Habari zinazohusiana", "Bei ya mahindi yapanda sokoni Iringa",
                  "Shule mpya yajengwa Mbeya", second}),
            (Paragraphs{headline, first, second}));
}

TEST(Boilerplate, DropsMenusPathsAndAddresses) {
  EXPECT_EQ(kept({"Kilimo", "Mazingira", "Elimu", "Utamaduni", "Kanda » Pwani » Bagamoyo", headline, first,
                  "https://example.org/a?b=c", "#Ruvu", "dawati@example.org"}),
            (Paragraphs{headline, first}));
}

TEST(Boilerplate, DropsLinesOfNumbersByTheWordsBesideThem) {
  EXPECT_EQ(kept({headline, "(GMT+08:00) 2024-05-13 20:54:17", "Dakika 12 za kusoma", first, "4 min read"}),
            (Paragraphs{headline, first}));
  EXPECT_EQ(kept({headline, "Dakika 12 za kusoma gazeti", first}),
            (Paragraphs{headline, "Dakika 12 za kusoma gazeti", first}));
}

TEST(Boilerplate, DropsBylinesButNoSentenceWithTheSameFirstWord) {
  EXPECT_EQ(kept({headline, "Na Neema Msuya", first}), (Paragraphs{headline, first}));
  EXPECT_EQ(kept({headline, "By Grace Lema", first}), (Paragraphs{headline, first}));
  const std::string text = "By noon the water had gone down";
  EXPECT_EQ(kept({headline, text, first}), (Paragraphs{headline, text, first}));
}

TEST(Boilerplate, DropsAPageNotFoundBlockAtTheEnd) {
  EXPECT_EQ(kept({headline, first, "Ukurasa haupatikani", "Maudhui unayojaribu kuyafungua yameondolewa."}),
            (Paragraphs{headline, first}));
  EXPECT_EQ(kept({headline, first, "Page not found", "The content you requested does not exist any more."}),
            (Paragraphs{headline, first}));
}

TEST(Boilerplate, EveryRowOfTheTablesMatchesItsOwnExample) {
  const BoilerplateFilter filter{DataDirectory(HABARI_DATA_DIR)};
  for (const char* language : {"sw", "en"}) {
    const Table table(std::filesystem::path(HABARI_DATA_DIR) / "languages" / language / "boilerplate.tsv",
                      {"phrase", "match", "example"});
    for (const auto row : table) {
      const std::string example(row["example"]);
      // Who wrote an article stands before its first sentence.
      const std::size_t at = row["match"] == "writer" ? 1 : 3;
      const auto result = at == 1 ? filter.filter({headline, example, first, second})
                                  : filter.filter({headline, first, second, example});
      EXPECT_LT(result[at].size(), example.size()) << row.where() << ": " << example;
    }
  }
}

TEST(Boilerplate, AFieldOfAFormIsNoSentenceAboutIt) {
  const BoilerplateFilter filter{DataDirectory(HABARI_DATA_DIR)};
  for (const std::string_view prose : {"Simu mpya zauzwa Kisumu", "Email from the minister surprised teachers",
                                       "Name of the ship unknown", "Ujumbe wa Malawi wawasili"}) {
    EXPECT_EQ(filter.filter({headline, first, prose})[2], prose);
  }
  for (const std::string_view field : {"Simu: 026 000 0000", "Email *", "Name (required)", "Ujumbe"}) {
    EXPECT_EQ(filter.filter({headline, first, field})[2], "") << field;
  }
}

TEST(Boilerplate, NamesBeforeTheFirstSentenceAreThoseOfWriters) {
  const BoilerplateFilter filter{DataDirectory(HABARI_DATA_DIR)};
  EXPECT_EQ(filter.filter({headline, "Peter Kariuki", first})[1], "");
  EXPECT_EQ(filter.filter({headline, first, "Peter Kariuki"})[2], "Peter Kariuki");
  EXPECT_EQ(filter.filter({"Peter Kariuki", first})[0], "Peter Kariuki");
}

}  // namespace
}  // namespace habari
