#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

TEST(Datelines, NameNoDoerAndNoSource) {
  const std::string rows =
      "% % PROPN _ 7 nsubj\n"
      "( ( PUNCT _ 3 punct\n"
      "Wire Wire PROPN _ 1 appos\n"
      ") ) PUNCT _ 3 punct\n"
      "– – PUNCT _ 1 punct\n"
      "Asha Asha PROPN _ 7 nsubj\n"
      "said say VERB Tense=Past|VerbForm=Fin 0 root\n"
      "Juma Juma PROPN _ 9 nsubj\n"
      "left leave VERB Tense=Past|VerbForm=Fin 7 ccomp\n";
  const auto with = [&](std::string place) {
    std::string text = rows;
    for (int i = 0; i < 2; ++i) text.replace(text.find('%'), 1, place);
    return shown(frames_of(
        text, {{place, EntityKind::place}, {"Asha", EntityKind::person}, {"Juma", EntityKind::person}}, english()));
  };
  const std::string expected = "say/STATEMENT/actual(agent:Asha content:left) leave/MOVE/actual(agent:Juma)<Asha";
  EXPECT_EQ(with("NAIROBI"), expected);
  EXPECT_EQ(with("Nairobi"), expected);
}

TEST(Datelines, AreNotWhatARelativeClauseIsAbout) {
  EXPECT_EQ(shown(frames_of("MWANZA MWANZA PROPN _ 0 root\n"
                            ", , PUNCT _ 3 punct\n"
                            "Tanzania Tanzania PROPN _ 1 appos\n"
                            "— — PUNCT _ 1 punct\n"
                            "people people NOUN _ 6 nsubj\n"
                            "died die VERB Tense=Past|VerbForm=Fin 1 acl:relcl\n",
                            {{"MWANZA", EntityKind::place}, {"Tanzania", EntityKind::country}}, english())),
            "die/OTHER/actual(agent:people)");
}

TEST(Datelines, AreNoSubjectsBeforeADash) {
  EXPECT_EQ(shown(frames_of("Kenya Kenya PROPN _ 3 nsubj\n"
                            "- - PUNCT _ 1 punct\n"
                            "protested protest VERB Tense=Past|VerbForm=Fin 0 root\n",
                            {{"Kenya", EntityKind::country}}, english())),
            "protest/PROTEST/actual(agent:Kenya)");
}

}  // namespace
}  // namespace habari
