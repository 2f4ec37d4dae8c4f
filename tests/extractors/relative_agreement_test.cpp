#include "analysis/composed/relative_agreement.hpp"

#include "tree_rows.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

/// Heads of the verb of a relative clause before and after.
std::uint32_t head_of_relative(const std::string& rows, std::size_t verb) {
  NamedTree tree = read_tree(rows, {});
  attach_relatives_by_agreement(tree.sentences);
  return tree.sentences[0].tokens[verb].head;
}

TEST(RelativeAgreement, FindsTheNounAboveThatHasTheClass) {
  EXPECT_EQ(head_of_relative("kundi kundi NOUN NounClass=Bantu5 0 root\n"
                             "la la ADP _ 3 case\n"
                             "waasi mwasi NOUN NounClass=Bantu2 1 nmod\n"
                             "linalojulikana julikana VERB NounClass=Bantu5|RelNounClass=Bantu5 3 acl:relcl\n",
                             3),
            1U);
}

TEST(RelativeAgreement, ReadsARelativePronoun) {
  EXPECT_EQ(head_of_relative("kundi kundi NOUN NounClass=Bantu5 0 root\n"
                             "la la ADP _ 3 case\n"
                             "waasi mwasi NOUN NounClass=Bantu2 1 nmod\n"
                             "ambalo amba PRON NounClass=Bantu5|PronType=Rel 5 nsubj\n"
                             "lilishambulia shambulia VERB NounClass=Bantu5 3 acl:relcl\n",
                             4),
            1U);
}

TEST(RelativeAgreement, LeavesWhatAgreesAndWhatAgreesWithNothing) {
  const std::string nouns =
      "kundi kundi NOUN NounClass=Bantu5 0 root\n"
      "la la ADP _ 3 case\n"
      "waasi mwasi NOUN NounClass=Bantu2 1 nmod\n";
  EXPECT_EQ(head_of_relative(nouns + "wanaojulikana julikana VERB RelNounClass=Bantu2 3 acl:relcl\n", 3), 3U);
  EXPECT_EQ(head_of_relative(nouns + "unaojulikana julikana VERB RelNounClass=Bantu3 3 acl:relcl\n", 3), 3U);
}

}  // namespace
}  // namespace habari
