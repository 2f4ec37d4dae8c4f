#include "recognition.hpp"

#include "../scratch_folder.hpp"

#include <habari/extractors/gazetteer_import.hpp>

#include <gtest/gtest.h>

namespace habari {
namespace {

using entity_tests::expect_names;
using entity_tests::NameCase;
using entity_tests::recognize;

/// What `with` makes of a marked text, as entity_tests::summary.
std::string summary_with(const EntityRecognizer& with, const std::string& marked) {
  const entity_tests::MarkedText read = entity_tests::read_marked(marked);
  Article article;
  article.language = "en";
  article.text = read.text;
  std::string lines;
  for (const Mention& mention : with.recognize(article, read.sentences)) {
    lines += (lines.empty() ? "" : "; ") + std::string(slice(read.text, mention.span)) + "=" + mention.entity;
    for (const std::string& link : mention.links) lines += " " + link;
  }
  return lines;
}

/// A recognizer with a user's gazetteer of these rows.
class WithTable {
 public:
  explicit WithTable(const std::string& rows) : lexicon_(data_.language("en") / "lexicon") {
    const std::string file = folder_.path() + "/mine.bin";
    import_gazetteer({folder_.write("mine.csv", rows)}, file, data_);
    data_.use_gazetteer(file);
    recognizer_ = std::make_unique<EntityRecognizer>("en", data_, lexicon_);
  }
  std::string operator()(const std::string& marked) const { return summary_with(*recognizer_, marked); }

 private:
  ScratchFolder folder_;
  DataDirectory data_{HABARI_DATA_DIR};
  Lexicon lexicon_;
  std::unique_ptr<EntityRecognizer> recognizer_;
};

TEST(FiledNames, TellPlacesOfOneNameApartByTheArticlesCountry) {
  constexpr NameCase cases[] = {
      {"A bridge fell in {Hamilton:place}, {Canada:country}.", "Hamilton=place/hamilton-canada; Canada=country/canada"},
      {"{Canadian:group} police came to {Hamilton:place}.", "Canadian=country/canada; Hamilton=place/hamilton-canada"},
      {"{Hamilton:place} was calm, and so was {New Zealand:country}.",
       "Hamilton=place/hamilton-new-zealand; New Zealand=country/new-zealand"},
      {"{Hamilton:place} was calm.", "Hamilton=place/hamilton"},
      {"{Springfield:place} lies in the {United States:country}.",
       "Springfield=place/springfield; United States=country/united-states"},
  };
  expect_names("en", cases);
}

TEST(FiledNames, MoveAPlaceIntoTheCountryThatTheArticleGivesIt) {
  EXPECT_EQ(entity_tests::summary("en", "He left {London:place}, {Canada:country}. {London:place} is small."),
            "London=place/london-canada; Canada=country/canada; London=place/london-canada");
}

TEST(FiledNames, AreNeverWhatACommonWordOrAPersonIsCalled) {
  constexpr NameCase cases[] = {
      {"They blame the {West:place}.", "West=place/west"},
      {"Old {Hassan:person} came.", "Hassan=person/hassan"},
  };
  expect_names("en", cases);
}

TEST(FiledNames, GiveRowsOfTheTablesTheirNumberAndTheirPlace) {
  const std::vector<Mention> mentions = recognize("en", "Rain fell in {Kisumu:place}.");
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].links, (std::vector<std::string>{"geonames:191245", "geo:-0.10221,34.76171"}));
  EXPECT_EQ(recognize("en", "{Kenya:country} won.")[0].links.front(), "wikidata:Q114");
  EXPECT_EQ(recognize("en", "{Kenyan:group} doctors met.")[0].links.front(), "wikidata:Q114");
}

TEST(FiledNames, OfTheUserAddTheirIdsToWhatIsKnown) {
  const WithTable with(
      "id,name,wikidata,geonames,latitude,longitude\n"
      "place/kisumu,Kisumu,Q9900001,,,\n"
      "place/port-of-the-lake,Port of the Lake,,191245,,\n"
      "place/korongwema,Korongwema,,,-1.5,36.25\n");
  EXPECT_EQ(with("Rain fell in {Kisumu:place}."),
            "Kisumu=place/kisumu wikidata:Q9900001 geonames:191245 geo:-0.10221,34.76171");
  EXPECT_EQ(with("Rain fell in {Port of the Lake:place}."),
            "Port of the Lake=place/kisumu wikidata:Q9900001 geonames:191245 geo:-0.10221,34.76171");
  EXPECT_EQ(with("Rain fell in {Korongwema:place}."), "Korongwema=place/korongwema geo:-1.5,36.25");
}

TEST(FiledNames, OfTheUserOverrideNothing) {
  const WithTable with("id,name\nplace/we,We\nplace/house,House\nplace/goma-elsewhere,Goma\nplace/kenya,Kenya\n");
  EXPECT_EQ(with("{We:organization} met the {House:organization} in {Goma:place}, not in {Kenya:country}."),
            summary_with(entity_tests::recognizer("en"),
                         "{We:organization} met the {House:organization} in {Goma:place}, not in {Kenya:country}."));
  EXPECT_EQ(with("{House:place} met."), "") << "a common word stays one";
  EXPECT_EQ(with("He saw the {House:place}."), "House=place/house");
}

TEST(Namesakes, AreToldApartByTheArticlesOtherNames) {
  constexpr NameCase cases[] = {
      {"{Congo:country} voted in {Brazzaville:place}.",
       "Congo=country/republic-of-the-congo; Brazzaville=place/brazzaville"},
      {"{Congo:country} voted in {Kinshasa:place}.",
       "Congo=country/democratic-republic-of-the-congo; Kinshasa=place/kinshasa"},
      {"{Georgia:country} voted as {Atlanta:place} and {Texas:place} did.",
       "Georgia=place/georgia-state; Atlanta=place/atlanta; Texas=place/texas"},
      {"{Georgia:country} voted.", "Georgia=country/georgia"},
  };
  expect_names("en", cases);
}

}  // namespace
}  // namespace habari
