#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace habari {
namespace {

/// `role=bound value unit`, of arguments and of the event itself (`-`), each with its words.
std::string quantities(const std::string& rows, const Lexicon& lexicon = swahili(),
                       const std::vector<Name>& names = {}) {
  const Document document = frames_of(rows, names, lexicon);
  std::string out;
  const auto add = [&](std::string_view of, const std::optional<Quantity>& quantity) {
    if (!quantity) return;
    out += (out.empty() ? "" : "; ") + std::string(of) + "=" +
           describe_quantity(quantity->bound, decimal(quantity->value), quantity->unit) + " <" +
           std::string(slice(document.article.text, quantity->span)) + ">";
  };
  for (const Event& event : document.events) {
    for (const Argument& argument : event.args) add(name(argument.role), argument.quantity);
    add("-", event.quantity);
  }
  return out;
}

TEST(Quantities, CountWhatStandsBehindTheNumberInEnglish) {
  EXPECT_EQ(quantities("At at ADP _ 2 case\n"
                       "least least ADJ _ 3 nmod\n"
                       "34 34 NUM _ 5 nummod\n"
                       "young young ADJ _ 5 amod\n"
                       "people people NOUN Number=Plur 6 nsubj\n"
                       "died die VERB Tense=Past|VerbForm=Fin 0 root\n",
                       english()),
            "agent=at least 34 person <At least 34 young people>");
}

TEST(Quantities, CountWhatStandsBeforeTheNumberInSwahili) {
  EXPECT_EQ(quantities("Watu mtu NOUN NounClass=Bantu2 3 nsubj\n"
                       "31 31 NUM _ 1 nummod\n"
                       "walikufa fa VERB NounClass=Bantu2|Tense=Past|VerbForm=Fin 0 root\n"),
            "agent=31 person <Watu 31>");
  EXPECT_EQ(quantities("Watu mtu NOUN NounClass=Bantu2 4 nsubj\n"
                       "wapatao pata VERB RelNounClass=Bantu2|VerbForm=Fin 1 acl:relcl\n"
                       "40 40 NUM _ 2 obj\n"
                       "walikufa fa VERB NounClass=Bantu2|Tense=Past|VerbForm=Fin 0 root\n"),
            "agent=about 40 person <Watu wapatao 40>");
}

TEST(Quantities, AddUpNumbersInWords) {
  const auto gave = [](const std::string& number) {
    std::string rows =
        "Benki benki NOUN NounClass=Bantu9 2 nsubj\nilinunua nunua VERB NounClass=Bantu9|VerbForm=Fin 0 root\n"
        "vitabu kitabu NOUN NounClass=Bantu8 2 obj\n";
    std::istringstream words(number);
    for (std::string word; words >> word;)
      rows += word + " " + word + " " + (word == "na" ? "CCONJ" : "NUM") + " _ 3 nummod\n";
    const std::string all = quantities(rows);
    return all.substr(0, all.find(" book"));
  };
  EXPECT_EQ(gave("mia mbili na hamsini"), "patient=250");
  EXPECT_EQ(gave("elfu ishirini na tano"), "patient=25000");
  EXPECT_EQ(gave("elfu mbili mia tano"), "patient=2500");
  EXPECT_EQ(gave("elfu mia mbili"), "patient=200000");
  EXPECT_EQ(gave("milioni mbili na laki tano"), "patient=2500000");
  EXPECT_EQ(gave("milioni mbili na nusu"), "patient=2500000");
  EXPECT_EQ(gave("thelathini na moja"), "patient=31");
  EXPECT_EQ(gave("20 na 21"), "patient=20");
  const auto bought = [](const std::string& number) {
    std::string rows = "Kings king NOUN _ 2 nsubj\nbought buy VERB VerbForm=Fin 0 root\n";
    std::istringstream words(number);
    int count = 3;
    std::string parts;
    for (std::string word; words >> word; ++count)
      parts += word + " " + word + " " + (word == "and" ? "CCONJ" : "NUM") + " _ @ nummod\n";
    for (std::size_t at; (at = parts.find('@')) != std::string::npos;) parts.replace(at, 1, std::to_string(count));
    const std::string all = quantities(rows + parts + "books book NOUN Number=Plur 2 obj\n", english());
    return all.substr(0, all.find(" book"));
  };
  EXPECT_EQ(bought("two hundred and fifty thousand"), "patient=250000");
  EXPECT_EQ(bought("1,200"), "patient=1200");
  EXPECT_EQ(bought("3.5 million"), "patient=3500000");
  EXPECT_EQ(bought("twenty-one"), "patient=21");
  EXPECT_EQ(bought("two dozen"), "patient=24");
}

TEST(Quantities, NameAmountsByTheirUnit) {
  const std::string gave = "Banks bank NOUN Number=Plur 2 nsubj\ngave give VERB Tense=Past|VerbForm=Fin 0 root\n";
  EXPECT_EQ(quantities(gave + "$ $ SYM _ 2 obj\n20 20 NUM _ 5 compound\nmillion million NUM _ 3 nummod\n", english()),
            "patient=20000000 USD <$ 20 million>");
  EXPECT_EQ(quantities(gave + "40 40 NUM _ 4 nummod\ntons ton NOUN Number=Plur 2 obj\nof of ADP _ 6 case\n"
                              "rice rice NOUN _ 4 nmod\n",
                       english()),
            "patient=40 ton <40 tons>");
  EXPECT_EQ(quantities(gave + "$20m $20m NUM _ 2 obj\n", english()), "patient=20000000 USD <$20m>");
  EXPECT_EQ(quantities("Benki benki NOUN NounClass=Bantu9 2 nsubj\n"
                       "ilitoa toa VERB NounClass=Bantu9|VerbForm=Fin 0 root\n"
                       "Sh sh SYM _ 2 obj\nbilioni bilioni NUM _ 3 nummod\n3 3 NUM _ 4 flat\n"),
            "patient=3000000000 shilling <Sh bilioni 3>");
}

TEST(Quantities, AreAnEventsOwnWhereNothingTakesPartAsSuch) {
  EXPECT_EQ(quantities("Prices price NOUN Number=Plur 2 nsubj\n"
                       "rose rise VERB Tense=Past|VerbForm=Fin 0 root\n"
                       "by by ADP _ 5 case\n"
                       "12.5 12.5 NUM _ 5 nummod\n"
                       "percent percent NOUN _ 2 obl\n",
                       english()),
            "-=12.5 percent <12.5 percent>");
}

TEST(Quantities, AreNeitherTimesNorPartsOfNamesNorManyWithoutANumber) {
  const std::string fled = "fled flee VERB Tense=Past|VerbForm=Fin 0 root\n";
  EXPECT_EQ(
      quantities("Hundreds hundred NOUN Number=Plur 4 nsubj\nof of ADP _ 3 case\npeople people NOUN _ 1 nmod\n" + fled,
                 english()),
      "");
  EXPECT_EQ(quantities("Flight flight PROPN _ 3 nsubj\n370 370 NUM _ 1 nummod\nleft leave VERB VerbForm=Fin 0 root\n",
                       english(), {{"Flight 370", EntityKind::product}}),
            "");
  EXPECT_EQ(quantities("Rebels rebel NOUN Number=Plur 2 nsubj\n" + fled +
                           "34 34 NUM _ 4 nummod\nyears year NOUN Number=Plur 2 obl:unmarked\nago ago ADV _ 4 advmod\n",
                       english()),
            "");
}

}  // namespace
}  // namespace habari
