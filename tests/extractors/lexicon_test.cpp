#include "lexicon/lexicon.hpp"
#include "lexicon/table.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace habari {
namespace {

class Tables : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("habari-tables-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
    write("verbs.tsv", "lemma\tlabel\ttype\tbehaviour\tcontent\troles\n");
    write("nouns.tsv", "lemma\tkind\tgloss\tlabel\ttype\troles\n");
    write("markers.tsv", "marker\tuse\tobject\trole\tfactuality\n");
    write("adverbs.tsv", "lemma\tfactuality\trole\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
  std::string failure() {
    try {
      const Lexicon lexicon(folder_);
    } catch (const Error& error) {
      return std::string(error.what()).substr(folder_.string().size() + 1);
    }
    return "no error";
  }
  std::filesystem::path folder_;
};

TEST_F(Tables, ReadARowOfEachKind) {
  write("verbs.tsv",
        "lemma\tlabel\ttype\tbehaviour\tcontent\troles\n# a "
        "comment\nambia\ttell\tSTATEMENT\tspeech\tplanned\tobj=recipient kwa_niaba_ya=-\n");
  write("markers.tsv",
        "marker\tuse\tobject\trole\tfactuality\nkwa\tcase\t\tinstrument\t\nkwa\tcase\tperson\trecipient\t\n");
  const Lexicon lexicon(folder_);
  const VerbEntry* verb = lexicon.verb("ambia");
  ASSERT_NE(verb, nullptr);
  EXPECT_TRUE(verb->speech);
  EXPECT_EQ(verb->content, Factuality::planned);
  ASSERT_EQ(verb->roles.size(), 2u);
  EXPECT_EQ(verb->roles[0], (std::pair<std::string, std::optional<Role>>("obj", Role::recipient)));
  EXPECT_EQ(verb->roles[1], (std::pair<std::string, std::optional<Role>>("kwa niaba ya", std::nullopt)));
  EXPECT_EQ(lexicon.marker("kwa", MarkerEntry::Use::case_marker, EntityKind::person)->role, Role::recipient);
  EXPECT_EQ(lexicon.marker("kwa", MarkerEntry::Use::case_marker, EntityKind::thing)->role, Role::instrument);
  EXPECT_EQ(lexicon.marker("kwa", MarkerEntry::Use::source_marker, std::nullopt), nullptr);
}

TEST_F(Tables, NameFileAndLineOfABadRow) {
  write("verbs.tsv", "lemma\tlabel\ttype\tbehaviour\tcontent\troles\nsema\tsay\tSPEAK\t\t\t\n");
  EXPECT_EQ(failure(), "verbs.tsv:2: type is \"SPEAK\", none of its closed set");
  write("verbs.tsv", "lemma\tlabel\ttype\tbehaviour\tcontent\troles\nsema\tsay\tSTATEMENT\t\t\tobj\n");
  EXPECT_EQ(failure(), "verbs.tsv:2: roles has \"obj\", expected position=role");
  write("verbs.tsv", "lemma\tlabel\ttype\tbehaviour\tcontent\troles\nsema\tsay\t\t\t\t\nsema\tsay\t\t\t\t\n");
  EXPECT_EQ(failure(), "verbs.tsv:3: a second row for the same lemma");
  write("verbs.tsv", "lemma\tlabel\ttype\tbehaviour\tcontent\troles\na\tb\tc\td\te\tf\tg\n");
  EXPECT_EQ(failure(), "verbs.tsv:2: the row has 7 cells, the table 6 columns");
  write("verbs.tsv", "lemma\tlabel\n");
  EXPECT_EQ(failure(), "verbs.tsv:1: no column \"type\"");
  std::filesystem::remove(folder_ / "verbs.tsv");
  EXPECT_EQ(failure(), "verbs.tsv: cannot be read");
}

TEST_F(Tables, ReadWhatAnObjectSaysOfAVerb) {
  write("object_groups.tsv", "lemma\tgroup\nrice\tgoods food\n");
  write("object_types.tsv",
        "verbs\tobjects\ttype\tlabel\nhand over, send\tgoods, SANCTION\tAID\tsupply\nannounce\tevent\tobject\n");
  const Lexicon lexicon(folder_);
  const ObjectTypes& types = lexicon.object_types();
  ASSERT_EQ(types.groups("rice").size(), 2u);
  EXPECT_EQ(types.groups("rice")[1], "food");
  EXPECT_TRUE(types.groups("tank").empty());
  const std::vector<std::string> keys{"thing", "goods"};
  ASSERT_NE(types.find("hand over", keys), nullptr);
  EXPECT_EQ(types.find("hand over", keys)->type, EventType::aid);
  EXPECT_EQ(types.find("hand over", keys)->label, "supply");
  EXPECT_EQ(types.find("announce", keys), nullptr);
  EXPECT_EQ(types.find("announce", std::vector<std::string>{"event"})->type, std::nullopt);
}

TEST_F(Tables, NameALineWhoseObjectIsNone) {
  write("object_groups.tsv", "lemma\tgroup\nrice\tgoods\n");
  write("object_types.tsv", "verbs\tobjects\ttype\nsend\tgoods, weapons\tAID\n");
  EXPECT_EQ(failure(), "object_types.tsv:2: objects has \"weapons\", no group, kind or type");
  write("object_types.tsv", "verbs\tobjects\ttype\nsend\tto:weapons\tAID\n");
  EXPECT_EQ(failure(), "object_types.tsv:2: objects has \"to:weapons\", no group, kind or type");
  write("object_types.tsv", "verbs\tobjects\ttype\nsend\tsubj:own\tAID\n");
  EXPECT_EQ(failure(), "object_types.tsv:2: objects has \"subj:own\", no group, kind or type");
  write("object_types.tsv", "verbs\tobjects\ttype\nsend\tgoods\tGIVE\n");
  EXPECT_EQ(failure(), "object_types.tsv:2: type is \"GIVE\", no event type");
  write("object_groups.tsv", "lemma\tgroup\nrice\tperson\n");
  EXPECT_EQ(failure(), "object_groups.tsv:2: group \"person\" is a kind or type");
}

TEST_F(Tables, TellHowNumbersAreGiven) {
  write("quantities.tsv",
        "words\tuse\tvalue\n-\tcount\tbehind\nmilioni\tscale_before\t1000000\nangalau|zaidi ya\tbound\tat least\n"
        "dola\tunit\tUSD\n");
  const QuantityTable quantities(folder_);
  EXPECT_TRUE(quantities.counts_behind());
  EXPECT_EQ(quantities.find("milioni")->value, 1e6);
  EXPECT_EQ(quantities.find("zaidi ya")->bound, QuantityBound::at_least);
  EXPECT_EQ(quantities.find("dola")->unit, "USD");
  EXPECT_EQ(quantities.find("euro"), nullptr);
  const auto fails = [&](const std::string& row) {
    write("quantities.tsv", "words\tuse\tvalue\n" + row + "\n");
    return failure();
  };
  EXPECT_EQ(fails("two\tnumber\ttwo"), "quantities.tsv:2: value is \"two\", expected a number");
  EXPECT_EQ(fails("some\tbound\tsome"), "quantities.tsv:2: value is \"some\", no bound");
  EXPECT_EQ(fails("two\tfigure\t2"), "quantities.tsv:2: use is \"figure\", none of its closed set");
  EXPECT_EQ(fails("-\tcount\tabove"), "quantities.tsv:2: value is neither before nor behind");
  EXPECT_EQ(fails("two|two\tnumber\t2"), "quantities.tsv:2: a second row for \"two\"");
}

Token with_features(const std::string& features) {
  Token token;
  token.feats = features;
  return token;
}

TEST_F(Tables, TellWhichClassesAgree) {
  write("agreement.tsv", "class\tuse\tother\nN10\tsame\tN9\nN16\tplace\t\nN8\tmanner\t\n");
  const AgreementTable table(folder_);
  const Token verb = with_features("NounClass=N10|Person=3");
  EXPECT_TRUE(table.agree(verb, with_features("NounClass=N10")));
  EXPECT_TRUE(table.agree(verb, with_features("NounClass=N9")));
  EXPECT_TRUE(table.agree(with_features("NounClass=N9|Person=3"), with_features("NounClass=N10")));
  EXPECT_FALSE(table.agree(verb, with_features("NounClass=N1")));
  EXPECT_TRUE(table.agree(verb, with_features("")));
  EXPECT_FALSE(table.agree(with_features("NounClass=N10|Person=1"), with_features("NounClass=N10")));
  EXPECT_EQ(table.relative_use(with_features("RelNounClass=N16")), RelativeUse::place);
  EXPECT_EQ(table.relative_use(with_features("RelNounClass=N8")), RelativeUse::manner);
  EXPECT_EQ(table.relative_use(with_features("RelNounClass=N10")), RelativeUse::participant);
}

TEST_F(Tables, TellWhatAnObjectPrefixCanMean) {
  const AgreementTable table(folder_);
  const Token verb = with_features("ObjNounClass=N1|ObjNumber=Sing|ObjPerson=3");
  EXPECT_TRUE(table.agree_with_object(verb, with_features("NounClass=N1")));
  EXPECT_FALSE(table.agree_with_object(verb, with_features("NounClass=N9")));
  Token name;
  EXPECT_FALSE(table.agree_with_object(verb, name));
  name.upos = Upos::propn;
  EXPECT_TRUE(table.agree_with_object(verb, name));
  EXPECT_FALSE(table.agree_with_object(with_features("NounClass=N1"), with_features("NounClass=N1")));
}

TEST_F(Tables, NameFileAndLineOfABadAgreement) {
  write("agreement.tsv", "class\tuse\tother\nN10\talike\tN9\n");
  EXPECT_EQ(failure(),
            "agreement.tsv:2: use is \"alike\", none of same, place, manner, person, people, name, possessor");
}

}  // namespace
}  // namespace habari
