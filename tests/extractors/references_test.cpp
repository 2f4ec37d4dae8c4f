#include "references/reference_resolver.hpp"

#include "scratch_folder.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/extractor.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace habari {
namespace {

const Extractor& extractor() {
  static const Extractor shared(DataDirectory(HABARI_DATA_DIR), {.reader = ReaderKind::accurate});
  return shared;
}

Document read(const std::string& language, const std::string& text) {
  Article article;
  article.id = "a";
  article.language = language;
  article.text = text;
  return extractor().extract(article);
}

/// Entity of the participant that has this role in the first event with this label; what is missing is `-`.
std::string who(const Document& document, std::string_view label, Role role) {
  for (const Event& event : document.events) {
    if (event.label != label) continue;
    for (const Argument& argument : event.args) {
      if (argument.role == role) return argument.entity;
    }
  }
  return "-";
}

TEST(References, FindWhomAPronounMeans) {
  const Document document = read("en", "Mayor Neema Okoth resigned on Monday. She thanked the workers.");
  EXPECT_EQ(who(document, "thank", Role::agent), "person/neema-okoth");
}

TEST(References, FindWhomAVerbWithoutASubjectMeans) {
  const Document document = read("sw", "Waziri Neema Okoth alijiuzulu Jumatatu. Aliwashukuru wafanyakazi.");
  EXPECT_EQ(who(document, "thank", Role::agent), "person/neema-okoth");
}

TEST(References, FindWhomADescriptionMeans) {
  const Document document =
      read("en", "Finance Minister Neema Okoth met Juma Hamisi in Arusha. The minister praised the farmers.");
  EXPECT_EQ(who(document, "praise", Role::agent), "person/neema-okoth");
}

TEST(References, GiveAQuotationItsSpeaker) {
  const Document document = read("en", "\"I will rebuild the bridge,\" Neema Okoth told reporters.");
  EXPECT_EQ(who(document, "rebuild", Role::agent), "person/neema-okoth");
  for (const Event& event : document.events) {
    if (event.label != "rebuild") continue;
    ASSERT_TRUE(event.source);
    EXPECT_EQ(event.source->entity, "person/neema-okoth");
  }
}

TEST(References, LeaveOpenWhatNobodyFits) {
  const Document document = read("en", "It was raining. She thanked the workers.");
  EXPECT_EQ(who(document, "thank", Role::agent), "-");
}

TEST(References, GiveSpansOfTheText) {
  const Document document = read("sw", "Waziri Neema Okoth alijiuzulu Jumatatu. Aliwashukuru wafanyakazi.");
  const Document again = parse_document(to_json(document));
  EXPECT_EQ(again.events, document.events);
  bool implicit = false;
  for (const Event& event : document.events) {
    for (const Argument& argument : event.args) {
      if (!argument.implicit) continue;
      implicit = true;
      ASSERT_TRUE(argument.antecedent);
      EXPECT_EQ(slice(document.article.text, *argument.antecedent), "Neema Okoth");
    }
  }
  EXPECT_TRUE(implicit);
}

TEST(References, ReadASentenceOfManyCommasInAboutLinearTime) {
  EXPECT_EQ(read("en", "He said" + std::string(50000, ',') + " so.").events.size(), 1U);
}

TEST(References, ReadAnArticleOfManyPronounsInAboutLinearTime) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "Asha Juma met Peter Okoth. She thanked him. ";
  EXPECT_GT(read("en", text).events.size(), 500U);
}

/// Entity whose word the first event with this label is; `-` where it is nobody's.
std::string source_of(const Document& document, std::string_view label) {
  for (const Event& event : document.events) {
    if (event.label == label) return event.source ? event.source->entity : "-";
  }
  return "no event";
}

TEST(References, GiveWhatAColonAnnouncesItsSpeaker) {
  const Document document =
      read("en",
           "The council fined the bakers. Neema Okoth writes:\n\nThey closed the market at noon.\n\n"
           "I saw the mayor there.\n\nPolice arrested a trader, the council said.");
  EXPECT_EQ(source_of(document, "fine"), "-");
  EXPECT_EQ(source_of(document, "close"), "person/neema-okoth");
  EXPECT_EQ(source_of(document, "see"), "person/neema-okoth");
  EXPECT_NE(source_of(document, "arrest"), "person/neema-okoth");
}

TEST(References, LeaveAQuotationOpenUntilItsClosingMark) {
  const Document document = read("en",
                                 "Neema Okoth said: \"They closed the market.\n\nPolice arrested a trader.\"\n\n"
                                 "The council fined the bakers.");
  EXPECT_EQ(source_of(document, "arrest"), "person/neema-okoth");
  EXPECT_EQ(source_of(document, "fine"), "-");
}

/// `subject label object` of the first statement, by their entities.
std::string statement(const Document& document) {
  if (document.relations.empty()) return "-";
  const StandingRelation& told = document.relations.front();
  return told.subject_entity + " " + told.label + " " + told.object_entity;
}

TEST(References, FindWhoseRelativeANounWithAPossessiveIs) {
  EXPECT_EQ(statement(read("sw", "Juma Hamisi alikamatwa. Mkewe, Neema Okoth, alilia.")),
            "person/neema-okoth wife person/juma-hamisi");
}

TEST(References, FindTheBodyBehindTheMatterOfAnOffice) {
  const Document document =
      read("en", "The Commission of Farming met in Arusha. Neema Okoth, head of seeds at the commission, resigned.");
  EXPECT_EQ(slice(document.article.text, document.relations.at(0).object), "commission");
}

TEST(References, FindTheCountryBehindAMinistersName) {
  EXPECT_EQ(statement(read("en", "Foreign Minister Neema Okoth of Somalia met farmers.")),
            "person/neema-okoth foreign minister country/somalia");
}

TEST(References, FindTheNounBehindAPronoun) {
  const Document document = read("en", "After she lost the election, Neema Okoth thanked the voters.");
  EXPECT_EQ(who(document, "lose", Role::agent), "person/neema-okoth");
}

TEST(References, GiveTheOneSpokenToAQuotationsYou) {
  const Document document = read("en", "\"You sold the road,\" Judge Asha Mollel told Juma Hamisi.");
  EXPECT_EQ(who(document, "sell", Role::agent), "person/juma-hamisi");
}

TEST(References, FindTheNameToldLater) {
  const Document document = read("en", "A driver was arrested in Tanga. The driver, Juma Hamisi, denied the charge.");
  EXPECT_EQ(who(document, "arrest", Role::patient), "person/juma-hamisi");
}

TEST(NounSenses, BelongToAWordOrToTheHeadOfItsPhrase) {
  const ScratchFolder folder;
  const NounSenses senses(folder.write("noun_senses.tsv", "sense\tnouns\ncompany\tfirm|company\nministry\tministry\n"));
  const std::set<std::string> company{"company"};
  EXPECT_EQ(senses.of("firm"), company);
  EXPECT_EQ(senses.of("oil company"), company);
  EXPECT_EQ(senses.of("ministry of health"), std::set<std::string>{"ministry"});
  EXPECT_TRUE(senses.of("bridge").empty());
}

/// What is wrong with a table of weights; empty where nothing is.
std::string fault_of(const std::string& rows) {
  const ScratchFolder folder;
  try {
    const ReferenceWeights weights(folder.write("references.tsv", "clue\tpronoun\tverb\tsomebody\tnoun\n" + rows));
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(ReferenceWeights, NameTheRowThatTheyCannotRead) {
  EXPECT_EQ(fault_of("margin\t0.5\t0.2\t\t0.5\n"), "");
  EXPECT_NE(fault_of("margin\t0.5\t0.2\t\t0.5\nmargn\t1\t1\t1\t1\n").find("references.tsv:3: clue is \"margn\""),
            std::string::npos);
  EXPECT_NE(fault_of("margin\t0.5\tmuch\t\t\n").find("references.tsv:2: verb is \"much\""), std::string::npos);
}

TEST(ReferenceWeights, LeaveEveryQuestionOpenWithoutTheirTable) {
  const ReferenceWeights none(std::filesystem::path("no such folder") / "references.tsv");
  const Discourse discourse;
  const ReferenceRanker ranker(discourse, AgreementTable("no such folder"), none);
  std::vector<ReferenceCandidate> candidates(2);
  candidates[0].referent = 0;
  EXPECT_EQ(ranker.choose(ReferenceForm::verb, candidates), std::nullopt);
}

}  // namespace
}  // namespace habari
