#include "../tree_rows.hpp"
#include "recognition.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

/// `kind text`, joined by `; `, of a sentence whose names are marked nowhere but at `marked`, as tokens [first, end).
std::string found(const std::string& rows, const std::vector<SentenceName>& marked = {}) {
  NamedTree tree = read_tree(rows, {});
  tree.sentences[0].names = marked;
  Article article;
  article.text = tree.text;
  std::string lines;
  for (const Mention& mention : entity_tests::recognizer("sw").recognize(article, tree.sentences)) {
    if (!lines.empty()) lines += "; ";
    lines += std::string(name(mention.kind)) + " " + std::string(slice(article.text, mention.span));
  }
  return lines;
}

constexpr const char* singular = "NounClass=Bantu1|Number=Sing|Person=3|VerbForm=Fin";

TEST(AgreeingNames, ShowASubjectThatIsNoCommonNoun) {
  EXPECT_EQ(found("Juma juma NOUN NounClass=Bantu5 2 nsubj\n"
                  "alilala lala VERB " +
                  std::string(singular) + " 0 root\n"),
            "person Juma");
  EXPECT_EQ(found("Juma juma NOUN NounClass=Bantu5 2 nsubj\n"
                  "lilipita pita VERB NounClass=Bantu5|Person=3 0 root\n"),
            "");
  EXPECT_EQ(found("Jumanne jumanne NOUN NounClass=Bantu9 2 nsubj\n"
                  "alilala lala VERB " +
                  std::string(singular) + " 0 root\n"),
            "time Jumanne");
  EXPECT_EQ(found("Baraka baraka NOUN NounClass=Bantu9 2 nsubj\n"
                  "zilipita pita VERB NounClass=Bantu10|Person=3 0 root\n"),
            "");
}

TEST(AgreeingNames, ShowAnObjectBehindItsVerb) {
  EXPECT_EQ(
      found("Walimkamata kamata VERB NounClass=Bantu2|ObjNounClass=Bantu1|ObjNumber=Sing|ObjPerson=3|Person=3 0 root\n"
            "Juma juma NOUN NounClass=Bantu5 1 obl\n"),
      "person Juma");
  EXPECT_EQ(found("Walilala lala VERB NounClass=Bantu2|Person=3 0 root\n"
                  "Juma juma NOUN NounClass=Bantu5 1 obl\n"),
            "");
}

TEST(AgreeingNames, AreListedWordsThatTheLexiconDoesNotHave) {
  const std::string slept = "alilala lala VERB " + std::string(singular) + " 0 root\n";
  EXPECT_EQ(found("Otieno otieno NOUN _ 2 nsubj\n" + slept), "person Otieno");
  EXPECT_EQ(found("Chitandale chitandale NOUN _ 2 nsubj\n" + slept), "");
  EXPECT_EQ(found("Mgeni mgeni NOUN NounClass=Bantu9 2 nsubj\n" + slept), "");  // a word for a person
}

TEST(AgreeingNames, GoOnOverTheNamesBehindThem) {
  EXPECT_EQ(found("Aprili aprili NOUN NounClass=Bantu9 3 nsubj\n"
                  "Otieno otieno NOUN _ 1 appos\n"
                  "alilala lala VERB " +
                  std::string(singular) + " 0 root\n"),
            "person Aprili Otieno");
  EXPECT_EQ(found("Juma juma NOUN NounClass=Bantu5 3 nsubj\n"
                  "Chitandale chitandale PROPN _ 1 appos\n"
                  "alilala lala VERB " +
                      std::string(singular) + " 0 root\n",
                  {{1, 2, EntityKind::person}}),
            "person Juma Chitandale");
}

}  // namespace
}  // namespace habari
