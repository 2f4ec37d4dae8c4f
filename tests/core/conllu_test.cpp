#include <habari/core/conllu.hpp>
#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace habari {
namespace {

ConlluSentence read_one(const std::string& text, ConlluReader::Options options = {}) {
  std::istringstream in(text);
  ConlluReader reader(in, "t.conllu", options);
  ConlluSentence sentence;
  EXPECT_TRUE(reader.next(sentence));
  return sentence;
}

std::string message_of(const std::string& text) {
  std::istringstream in(text);
  ConlluReader reader(in, "t.conllu");
  ConlluSentence sentence;
  try {
    reader.next(sentence);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

constexpr const char* do_not =
    "# sent_id = a1\n"
    "# text = I don't.\n"
    "1\tI\tI\tPRON\tPRP\tNumber=Sing|Person=1\t2\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tVERB\t_\t_\t0\troot\t_\t_\n"
    "2.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tn't\tnot\tPART\t_\tPolarity=Neg\t2\tadvmod:neg\t_\t_\n"
    "4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
    "\n";

TEST(Conllu, ReadsMultiwordTokensEmptyNodesAndSubtypes) {
  const ConlluSentence read = read_one(do_not);
  ASSERT_EQ(read.sentence.tokens.size(), 4u);
  EXPECT_EQ(read.text, "I don't.");
  EXPECT_EQ(slice(read.text, read.sentence.tokens[1].span), "don't");
  EXPECT_EQ(read.sentence.tokens[1].span, read.sentence.tokens[2].span);
  EXPECT_TRUE(read.sentence.tokens[2].is(Deprel::advmod, "neg"));
  EXPECT_EQ(read.sentence.tokens[2].feature("Polarity"), "Neg");
  EXPECT_EQ(read.sentence.tokens[0].feature("Person"), "1");
  EXPECT_EQ(read.sentence.tokens[0].feature("Pers"), "");
  EXPECT_EQ(read.sentence.id, "a1");
}

TEST(Conllu, WritesWhatItReads) {
  const ConlluSentence read = read_one(do_not);
  std::string written;
  append_conllu(written, read.sentence, read.text);
  const ConlluSentence again = read_one(written);
  std::string twice;
  append_conllu(twice, again.sentence, again.text);
  EXPECT_EQ(written, twice);
  EXPECT_EQ(again.text, read.text);
  EXPECT_EQ(again.sentence.tokens.size(), read.sentence.tokens.size());
}

TEST(Conllu, WritesTheTextsFormOfARepairedWordAndTheWordBesideIt) {
  const std::string text = "wame shambuliwa.";
  Sentence sentence;
  sentence.span = {0, 16};
  sentence.tokens.resize(2);
  sentence.tokens[0].span = {0, 15};
  sentence.tokens[0].form = "wameshambuliwa";
  sentence.tokens[0].deprel = Deprel::root;
  sentence.tokens[1].span = {15, 16};
  sentence.tokens[1].form = ".";
  sentence.tokens[1].head = 1;
  sentence.tokens[1].deprel = Deprel::punct;
  std::string written;
  append_conllu(written, sentence, text);
  EXPECT_NE(written.find("1\twame shambuliwa\t"), std::string::npos) << written;
  EXPECT_NE(written.find("\tCorrectForm=wameshambuliwa|SpaceAfter=No\n"), std::string::npos) << written;
  EXPECT_EQ(read_one(written).sentence.tokens[0].span, sentence.tokens[0].span);
}

TEST(Conllu, JoinsFormsWhereThereIsNoText) {
  const ConlluSentence read = read_one(
      "1\tHabari\thabari\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
      "2\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n");
  EXPECT_EQ(read.text, "Habari!");
}

TEST(Conllu, PassesOverATextBehindItsWords) {
  const ConlluSentence read = read_one(
      "1\tAmani\tAmani\tPROPN\t_\t_\t0\troot\t_\t_\n"
      "# text = \tOther text\n"
      "2\tnow\tnow\tADV\t_\t_\t1\tadvmod\t_\t_\n\n");
  EXPECT_EQ(read.text, "Amani now");
  EXPECT_EQ(slice(read.text, read.sentence.tokens[1].span), "now");
}

TEST(Conllu, KeepsNamesInMisc) {
  const std::string rows =
      "# text = Asha Juma, Dar es Salaam\n"
      "1\tAsha\tAsha\tPROPN\t_\t_\t0\troot\t_\tNER=B-person\n"
      "2\tJuma\tJuma\tPROPN\t_\t_\t1\tflat\t_\tNER=I-person|SpaceAfter=No\n"
      "3\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
      "4\tDar\tDar\tPROPN\t_\t_\t1\tappos\t_\tNER=B-place\n"
      "5\tes\tes\tPROPN\t_\t_\t4\tflat\t_\tNER=I-place\n"
      "6\tSalaam\tSalaam\tPROPN\t_\t_\t4\tflat\t_\tNER=I-place\n\n";
  const ConlluSentence read = read_one(rows);
  const std::vector<SentenceName> expected = {{0, 2, EntityKind::person}, {3, 6, EntityKind::place}};
  EXPECT_EQ(read.sentence.names, expected);
  std::string written;
  append_conllu(written, read.sentence, read.text);
  EXPECT_EQ(written, rows);
}

TEST(Conllu, TellsNamesSideBySideApartAndPassesOverKindsOfOthers) {
  const auto row = [](int id, const std::string& misc) {
    return std::to_string(id) + "\ta\ta\tX\t_\t_\t" + std::to_string(id - 1) + "\t" + (id == 1 ? "root" : "dep") +
           "\t_\t" + misc + "\n";
  };
  const ConlluSentence read = read_one(row(1, "NER=I-work") + row(2, "NER=B-work") + row(3, "Gloss=x|NER=I-work") +
                                       row(4, "NER=I-language") + row(5, "NER=B-MISC") + row(6, "NER=O") + "\n");
  const std::vector<SentenceName> expected = {
      {0, 1, EntityKind::work}, {1, 3, EntityKind::work}, {3, 4, EntityKind::language}};
  EXPECT_EQ(read.sentence.names, expected);
}

TEST(Conllu, NamesLineAndFieldOfWhatIsWrong) {
  const std::string good = "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n";
  EXPECT_EQ(message_of(good + "2\tb\tb\tX\t_\t_\t9\tdep\t_\t_\n\n"), "t.conllu:2: HEAD is 9, the sentence has 2 words");
  EXPECT_EQ(message_of("1\ta\ta\tX\t_\t_\t0\troot\t_\n\n"), "t.conllu:1: expected 10 tab-separated fields, found 9");
  EXPECT_EQ(message_of("1\ta\ta\tFOO\t_\t_\t0\troot\t_\t_\n\n"),
            "t.conllu:1: UPOS is FOO, no universal part of speech");
  EXPECT_EQ(message_of("1\ta\ta\tX\t_\t_\t0\tfoo\t_\t_\n\n"), "t.conllu:1: DEPREL is foo, no universal relation");
  EXPECT_EQ(message_of(good + "2\tb\tb\tX\t_\t_\t0\troot\t_\t_\n\n"),
            "t.conllu:2: a second root (HEAD 0) in one sentence");
  EXPECT_EQ(message_of(good + "2\tb\tb\tX\t_\t_\t3\tdep\t_\t_\n3\tc\tc\tX\t_\t_\t2\tdep\t_\t_\n\n"),
            "t.conllu:2: HEAD leads round in a cycle");
  EXPECT_EQ(message_of("2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n"), "t.conllu:1: ID is 2, expected 1");
  EXPECT_EQ(message_of("# text = other\n" + good + "\n"), "t.conllu:2: FORM is not in # text");
}

TEST(Conllu, RefusesWordsOfNoCharacters) {
  EXPECT_EQ(message_of("1\t\t_\t_\t_\t_\t0\troot\t_\t_\n\n"), "t.conllu:1: FORM is empty");
  EXPECT_EQ(message_of("1-2\t\t_\t_\t_\t_\t_\t_\t_\t_\n\n"), "t.conllu:1: FORM is empty");
}

TEST(Conllu, RefusesIdentifiersThatAreNoText) {
  const std::string word = "1\tNjoo\tja\tVERB\t_\t_\t0\troot\t_\t_\n\n";
  EXPECT_EQ(message_of("# newdoc id = a\xFF\n" + word), "t.conllu:1: invalid UTF-8");
  EXPECT_EQ(message_of("# newdoc id = a\n# sent_id = \xC3\n" + word), "t.conllu:2: invalid UTF-8");
  EXPECT_EQ(message_of("# a\xFF\n" + word), "no error");
}

TEST(Conllu, GoesOnBehindABadSentence) {
  std::istringstream in("1\ta\ta\tX\t_\t_\t7\tdep\t_\t_\n\n1\tb\tb\tX\t_\t_\t0\troot\t_\t_\n\n");
  ConlluReader reader(in, "t.conllu");
  ConlluSentence sentence;
  EXPECT_THROW(reader.next(sentence), Error);
  ASSERT_TRUE(reader.next(sentence));
  EXPECT_EQ(sentence.sentence.tokens[0].form, "b");
  EXPECT_FALSE(reader.next(sentence));
}

TEST(Conllu, PassesOverAnyNumberOfCommentsWithoutWords) {
  std::string text = "# newdoc id = b\n\n";
  for (int i = 0; i < 100000; ++i) text += "# text = none\n\n";
  std::istringstream in(text + "1\tb\tb\tX\t_\t_\t0\troot\t_\t_\n\n" + text);
  ConlluReader reader(in, "t.conllu");
  ConlluSentence sentence;
  ASSERT_TRUE(reader.next(sentence));
  EXPECT_EQ(sentence.line, 200003u);
  EXPECT_EQ(sentence.text, "b");
  EXPECT_EQ(sentence.new_document, "b");
  EXPECT_FALSE(reader.next(sentence));
}

TEST(Conllu, ReadsALongChainOfWordsInLinearTime) {
  constexpr std::size_t count = 100000;
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text +=
        std::to_string(i + 1) + "\ta\ta\tX\t_\t_\t" + std::to_string(i) + (i == 0 ? "\troot" : "\tdep") + "\t_\t_\n";
  }
  EXPECT_EQ(read_one(text + "\n").sentence.tokens.size(), count);
}

TEST(Conllu, NamesTheLineThatIsTooLongAndGoesOn) {
  const std::string good = "1\tb\tb\tX\t_\t_\t0\troot\t_\t_\n\n";
  std::istringstream in("# c\n1\t" + std::string(std::size_t{1} << 25U, 'a') + "\n\n" + good);
  ConlluReader reader(in, "t.conllu");
  ConlluSentence sentence;
  try {
    reader.next(sentence);
    ADD_FAILURE() << "read";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "t.conllu:2: more than 16777216 bytes in one sentence");
  }
  ASSERT_TRUE(reader.next(sentence));
  EXPECT_EQ(sentence.line, 4u);
}

}  // namespace
}  // namespace habari
