#include "open_triples/open_triples.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include "scratch_folder.hpp"
#include "tree_rows.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace habari {
namespace {

struct Read {
  std::string text;
  Span sentence;
  std::vector<OpenTriple> triples;
};

/// Triples of one tree; rows and names as `read_tree` takes them.
Read read(const std::string& language, const std::string& rows, const std::vector<Name>& names = {}) {
  const NamedTree tree = read_tree(rows, names);
  const std::filesystem::path folder = std::string(HABARI_DATA_DIR) + "/languages/" + language + "/lexicon";
  const Lexicon lexicon(folder);
  return {tree.text, tree.sentences.front().span,
          read_open_triples(lexicon, read_unsaid_words(folder), tree.text, tree.mentions, tree.sentences)};
}

/// `(subject; relation; argument; …)`, triples joined by blanks.
std::string shown(const Read& read) {
  std::string out;
  for (const OpenTriple& triple : read.triples) {
    if (!out.empty()) out += ' ';
    out += '(' + triple.subject.text + "; " + triple.relation.text;
    for (const OpenPhrase& argument : triple.arguments) out += "; " + argument.text;
    out += ')';
  }
  return out;
}

constexpr const char* born =
    "Odhiambo Odhiambo PROPN _ 3 nsubj:pass\n"
    "was be AUX _ 3 aux:pass\n"
    "born bear VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n"
    "in in ADP _ 5 case\n"
    "Kisumu Kisumu PROPN _ 3 obl\n"
    "in in ADP _ 7 case\n"
    "1957 1957 NUM _ 3 obl\n"
    ". . PUNCT _ 3 punct\n";

TEST(OpenTriples, GiveThePrepositionOfTheFirstObliqueToTheRelation) {
  EXPECT_EQ(shown(read("en", born)), "(Odhiambo; was born in; Kisumu; in 1957)");
}

TEST(OpenTriples, PointAtTheirWords) {
  const Read found = read("en", born);
  ASSERT_EQ(found.triples.size(), 1u);
  const OpenTriple& triple = found.triples.front();
  EXPECT_EQ(triple.sentence, found.sentence);
  ASSERT_EQ(triple.relation.spans.size(), 1u);
  EXPECT_EQ(slice(found.text, triple.relation.spans.front()), "was born in");
  EXPECT_EQ(slice(found.text, triple.arguments.back().spans.front()), "in 1957");
}

TEST(OpenTriples, SpreadACoordinatedObjectAndShareThePronounSubject) {
  EXPECT_EQ(shown(read("en",
                       "They they PRON PronType=Prs 3 nsubj\n"
                       "quickly quickly ADV _ 3 advmod\n"
                       "mined mine VERB VerbForm=Fin 0 root\n"
                       "gold gold NOUN _ 3 obj\n"
                       "and and CCONJ _ 6 cc\n"
                       "tin tin NOUN _ 4 conj\n"
                       "and and CCONJ _ 8 cc\n"
                       "left leave VERB VerbForm=Fin 3 conj\n")),
            "(They; quickly mined; gold) (They; quickly mined; tin) (They; left)");
}

TEST(OpenTriples, TakeInfinitivesOfOneSubjectIntoTheRelation) {
  EXPECT_EQ(shown(read("en",
                       "Troops troops NOUN _ 4 nsubj\n"
                       "were be AUX _ 4 cop\n"
                       "n't not PART Polarity=Neg 4 advmod\n"
                       "able able ADJ _ 0 root\n"
                       "to to PART _ 6 mark\n"
                       "cross cross VERB VerbForm=Inf 4 xcomp\n"
                       "the the DET _ 8 det\n"
                       "river river NOUN _ 6 obj\n")),
            "(Troops; were n't able to cross; the river)");
  EXPECT_EQ(shown(read("en",
                       "Troops troops NOUN _ 2 nsubj\n"
                       "wanted want VERB VerbForm=Fin 0 root\n"
                       "villagers villager NOUN _ 2 obj\n"
                       "to to PART _ 5 mark\n"
                       "cross cross VERB VerbForm=Inf 2 xcomp\n"
                       "it it PRON PronType=Prs 5 obj\n")),
            "(Troops; wanted; villagers; to cross it) (villagers; to cross; it)");
}

TEST(OpenTriples, MeanTheNounAboveByARelativePronounAndAParticiple) {
  EXPECT_EQ(shown(read("en",
                       "She she PRON PronType=Prs 2 nsubj\n"
                       "sold sell VERB VerbForm=Fin 0 root\n"
                       "boats boat NOUN _ 2 obj\n"
                       "that that PRON PronType=Rel 5 nsubj\n"
                       "leaked leak VERB VerbForm=Fin 3 acl:relcl\n"
                       "oil oil NOUN _ 5 obj\n")),
            "(She; sold; boats) (boats; leaked; oil)");
  EXPECT_EQ(shown(read("en",
                       "She she PRON PronType=Prs 2 nsubj\n"
                       "sold sell VERB VerbForm=Fin 0 root\n"
                       "boats boat NOUN _ 2 obj\n"
                       "built build VERB Tense=Past|VerbForm=Part 3 acl\n"
                       "in in ADP _ 6 case\n"
                       "Lamu Lamu PROPN _ 4 obl\n")),
            "(She; sold; boats built in Lamu) (boats; be built in; Lamu)");
}

TEST(OpenTriples, GiveWhatIsSaidAsTheObjectAndAsATripleOfItsOwn) {
  const Read found = read("en",
                          "Juma Juma PROPN _ 2 nsubj\n"
                          "said say VERB VerbForm=Fin 0 root\n"
                          "that that SCONJ _ 5 mark\n"
                          "rain rain NOUN _ 5 nsubj\n"
                          "ruined ruin VERB VerbForm=Fin 2 ccomp\n"
                          "crops crop NOUN _ 5 obj\n");
  EXPECT_EQ(shown(found), "(Juma; said; rain ruined crops) (rain; ruined; crops)");
  EXPECT_GT(found.triples[0].confidence, found.triples[1].confidence);
}

TEST(OpenTriples, SayWhatACopulaSays) {
  EXPECT_EQ(shown(read("en",
                       "Lamu Lamu PROPN _ 4 nsubj\n"
                       "is be AUX _ 4 cop\n"
                       "an a DET _ 4 det\n"
                       "island island NOUN _ 0 root\n"
                       "of of ADP _ 6 case\n"
                       "Kenya Kenya PROPN _ 4 nmod\n")),
            "(Lamu; is; an island of Kenya)");
  EXPECT_EQ(shown(read("en",
                       "They they PRON PronType=Prs 4 nsubj\n"
                       "are be AUX _ 4 cop\n"
                       "fully fully ADV _ 4 advmod\n"
                       "aware aware ADJ _ 0 root\n"
                       "of of ADP _ 6 case\n"
                       "risks risk NOUN _ 4 obl\n")),
            "(They; are fully aware of; risks)");
}

TEST(OpenTriples, StateAppositionsTitlesAndNamedPossessors) {
  EXPECT_EQ(shown(read("en",
                       "Obi Obi PROPN _ 6 nsubj\n"
                       ", , PUNCT _ 3 punct\n"
                       "mayor mayor NOUN _ 1 appos\n"
                       "of of ADP _ 5 case\n"
                       "Kisumu Kisumu PROPN _ 3 nmod\n"
                       "left leave VERB VerbForm=Fin 0 root\n"
                       "Kenya Kenya PROPN _ 9 nmod:poss\n"
                       "'s 's PART _ 7 case\n"
                       "lakes lake NOUN _ 6 obj\n")),
            "(Obi; left; Kenya 's lakes) (Obi; is mayor of; Kisumu) (Kenya; has; lakes)");
  EXPECT_EQ(shown(read("sw",
                       "Rais rais NOUN _ 5 nsubj\n"
                       "wa wa ADP _ 3 case\n"
                       "Moloni Moloni PROPN _ 1 nmod\n"
                       "Asha Asha PROPN _ 1 appos\n"
                       "amewasili wasili VERB Aspect=Perf|VerbForm=Fin 0 root\n"
                       "Tanga Tanga PROPN _ 5 obl\n",
                       {{"Moloni", EntityKind::country}, {"Asha", EntityKind::person}, {"Tanga", EntityKind::place}})),
            "(Rais wa Moloni Asha; amewasili; Tanga) (Asha; ni Rais wa; Moloni)");
}

TEST(OpenTriples, ReadSwahiliRelativeVerbsByTheSameRules) {
  EXPECT_EQ(
      shown(read("sw",
                 "Asha Asha PROPN _ 2 nsubj\n"
                 "alinunua nunua VERB VerbForm=Fin 0 root\n"
                 "mashua mashua NOUN NounClass=Bantu10 2 obj\n"
                 "zilizojengwa jenga VERB NounClass=Bantu10|RelNounClass=Bantu10|VerbForm=Fin|Voice=Pass 3 acl:relcl\n"
                 "na na ADP _ 6 case\n"
                 "mafundi fundi NOUN _ 4 obl\n",
                 {{"Asha", EntityKind::person}})),
      "(Asha; alinunua; mashua) (mashua; zilizojengwa na; mafundi)");
}

TEST(OpenTriples, HaveLessConfidenceInWhatIsLessSure) {
  const Read found = read("en",
                          "Amina Amina PROPN _ 2 nsubj\n"
                          "runs run VERB VerbForm=Fin 0 root\n"
                          "farms farm NOUN _ 2 obj\n"
                          "growing grow VERB VerbForm=Ger 3 acl\n"
                          "tea tea NOUN _ 4 obj\n"
                          "and and CCONJ _ 7 cc\n"
                          "smiles smile VERB VerbForm=Fin 2 conj\n");
  EXPECT_EQ(shown(found), "(Amina; runs; farms growing tea) (farms; be growing; tea) (Amina; smiles)");
  EXPECT_GT(found.triples[0].confidence, found.triples[1].confidence);
  EXPECT_GT(found.triples[1].confidence, found.triples[2].confidence);
  EXPECT_LE(found.triples[0].confidence, 1);
}

TEST(OpenTriples, BecomeOneLineWhateverWhiteSpaceTheTextHas) {
  OpenTriple triple;
  triple.confidence = 0.5;
  triple.relation.text = "led\tto";
  triple.subject.text = " a\r\n b ";
  triple.arguments.push_back({"c", {}});
  std::string out;
  append_tsv(out, triple, "a\r\n b led\tto c\n");
  EXPECT_EQ(out, "a b led to c\t0.500\tled to\ta b\tc\n");
}

TEST(UnsaidWords, NameFileAndLineOfABadRow) {
  const ScratchFolder folder;
  EXPECT_TRUE(read_unsaid_words(folder.path()).identity.empty());
  folder.write("open_triples.tsv", "use\tform\nidentity\tis\nownership\thas\n");
  try {
    read_unsaid_words(folder.path());
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("open_triples.tsv:3: use is \"ownership\""), std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace habari
