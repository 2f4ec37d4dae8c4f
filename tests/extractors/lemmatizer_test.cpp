#include "analysis/learned/lemmatizer.hpp"

#include "analysis/learned/training/lemma_training.hpp"
#include "scratch_folder.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>

namespace habari::learned {
namespace {

std::string lemma_by(const LemmaRule& rule, std::string_view form) {
  std::string lemma;
  return rule.apply(form, lemma) ? lemma : "(none)";
}

TEST(LemmaRule, CarriesOverToOtherForms) {
  EXPECT_EQ(lemma_by(derive_lemma_rule("walikutana", "kutana"), "walisema"), "sema");
  EXPECT_EQ(lemma_by(derive_lemma_rule("cities", "city"), "parties"), "party");
  EXPECT_EQ(lemma_by(derive_lemma_rule("The", "the"), "Dogs"), "dogs");
  EXPECT_EQ(lemma_by(derive_lemma_rule("Parizon", "Parizo"), "Romon"), "Romo");
  EXPECT_EQ(lemma_by(derive_lemma_rule("went", "go"), "went"), "go");
  EXPECT_EQ(lemma_by(derive_lemma_rule("gegangen", "gehen"), "gegangen"), "gehen");
  EXPECT_EQ(lemma_by(derive_lemma_rule("ĝardenojn", "ĝardeno"), "ŝipojn"), "ŝipo");
  EXPECT_EQ(lemma_by(derive_lemma_rule("cities", "city"), "ab"), "(none)");
}

std::vector<ConlluSentence> read(const std::string& conllu) {
  std::istringstream in(conllu);
  ConlluReader reader(in, "test");
  std::vector<ConlluSentence> sentences;
  ConlluSentence sentence;
  while (reader.next(sentence)) sentences.push_back(sentence);
  return sentences;
}

/// A treebank of one-word sentences: form, lemma, UPOS, XPOS.
std::vector<ConlluSentence> words_with_lemmas(const std::vector<std::array<std::string, 4>>& words) {
  std::string conllu;
  for (const auto& [form, lemma, upos, xpos] : words) {
    conllu += "1\t" + form + "\t" + lemma + "\t" + upos + "\t" + xpos + "\t_\t0\troot\t_\t_\n\n";
  }
  return read(conllu);
}

/// What a lemmatizer says that learnt from a treebank and a dictionary and has a table.
class LemmaOf {
 public:
  LemmaOf(const std::vector<ConlluSentence>& treebank, const std::vector<DictionaryEntry>& dictionary,
          IrregularForms irregular = {})
      : tags_(tags_of(treebank)),
        file_(trained(treebank, tags_, dictionary)),
        lemmatizer_(file_, tags_, std::move(irregular)) {}

  std::string operator()(std::string_view form, std::string_view xpos) const {
    const auto at = std::find_if(tags_.begin(), tags_.end(), [&](const Tag& tag) { return tag.xpos == xpos; });
    return lemmatizer_.lemma(form, static_cast<std::size_t>(at - tags_.begin()));
  }

 private:
  static std::vector<Tag> tags_of(const std::vector<ConlluSentence>& treebank) {
    std::set<Tag> tags;
    for (const ConlluSentence& entry : treebank) {
      for (const Token& token : entry.sentence.tokens) tags.insert({token.upos, token.xpos, token.feats});
    }
    return {tags.begin(), tags.end()};
  }
  static ModelFile trained(const std::vector<ConlluSentence>& treebank, const std::vector<Tag>& tags,
                           const std::vector<DictionaryEntry>& dictionary) {
    ModelWriter writer("en");
    train_lemmatizer(treebank, tags, dictionary, writer);
    return ModelFile::from_bytes(writer.bytes(), "test", "en");
  }

  std::vector<Tag> tags_;
  ModelFile file_;
  Lemmatizer lemmatizer_;
};

const std::vector<ConlluSentence>& past_forms() {
  static const auto treebank = words_with_lemmas({{"walked", "walk", "VERB", "VBD"},
                                                  {"jumped", "jump", "VERB", "VBD"},
                                                  {"landed", "land", "VERB", "VBD"},
                                                  {"opened", "open", "VERB", "VBD"},
                                                  {"baked", "bake", "VERB", "VBD"},
                                                  {"liked", "like", "VERB", "VBD"},
                                                  {"hoped", "hope", "VERB", "VBD"},
                                                  {"rule", "rule", "VERB", "VB"},
                                                  {"walk", "walk", "VERB", "VB"},
                                                  {"found", "found", "VERB", "VB"},
                                                  {"Cats", "cat", "NOUN", "NNS"},
                                                  {"dogs", "dog", "NOUN", "NNS"},
                                                  {"Kisumu", "Kisumu", "PROPN", "NNP"}});
  return treebank;
}

TEST(Lemmatizer, ChoosesTheRuleThatMakesAKnownLemma) {
  const LemmaOf without(past_forms(), {});
  EXPECT_EQ(without("shelled", "VBD"), "shell");
  EXPECT_EQ(without("tiled", "VBD"), "til");   // Nothing tells it from `shelled`,
  EXPECT_EQ(without("ruled", "VBD"), "rule");  // but the treebank has the verb `rule`.
  const LemmaOf with(past_forms(), {{"tile", Upos::verb}, {"shell", Upos::verb}, {"tilt", Upos::noun}});
  EXPECT_EQ(with("tiled", "VBD"), "tile");
  EXPECT_EQ(with("Tiled", "VBD"), "tile");
  EXPECT_EQ(with("shelled", "VBD"), "shell");
  EXPECT_EQ(with("hoped", "VBD"), "hope");
}

class IrregularForm : public testing::Test {
 protected:
  LemmaOf lemma_of(std::string_view rows, const std::vector<DictionaryEntry>& dictionary = {}) const {
    const std::string table = "form\tupos\tlemma\n" + std::string(rows);
    return {past_forms(), dictionary, IrregularForms(folder_.write("lemmas.tsv", table))};
  }

 private:
  ScratchFolder folder_;
};

TEST_F(IrregularForm, GoesBeforeWhatTheTreebankTaught) {
  const LemmaOf lemma = lemma_of("clung\tVERB\tcling\nburst\tVERB\tburst\nbaked\tVERB\tbakke\n");
  EXPECT_EQ(lemma("clung", "VBD"), "cling");
  EXPECT_EQ(lemma("Clung", "VB"), "cling");
  EXPECT_EQ(lemma("burst", "VBD"), "burst");
  EXPECT_EQ(lemma("baked", "VBD"), "bakke");
}

TEST_F(IrregularForm, IsItsOwnLemmaWhereTheTagKeepsFormsAsTheyAre) {
  const LemmaOf lemma = lemma_of("found\tVERB\tfind\n");
  EXPECT_EQ(lemma("found", "VBD"), "find");
  EXPECT_EQ(lemma("found", "VB"), "found");  // The treebank has the verb `found`.
}

TEST_F(IrregularForm, HelpsWhereTheTagIsWrong) {
  const LemmaOf lemma = lemma_of("slain\tVERB\tslay\n");
  EXPECT_EQ(lemma("slain", "NNS"), "slay");
  EXPECT_NE(lemma("slain", "NNP"), "slay");  // A name may be called so.
}

TEST_F(IrregularForm, TellsWhichLemmaDoesNotMakeARegularOne) {
  const std::vector<DictionaryEntry> words = {{"fin", Upos::verb}, {"fine", Upos::verb}, {"tail", Upos::verb}};
  EXPECT_EQ(lemma_of("", words)("fined", "VBD"), "fin");
  const LemmaOf lemma = lemma_of("finned\tVERB\tfin\ntailled\tVERB\ttail\n", words);
  EXPECT_EQ(lemma("fined", "VBD"), "fine");
  EXPECT_EQ(lemma("finned", "VBD"), "fin");
  EXPECT_EQ(lemma("tailed", "VBD"), "tail");  // There is no other lemma.
}

TEST(IrregularForms, AreRefusedWithTheRowThatIsWrong) {
  const ScratchFolder folder;
  const auto refused = [&](std::string_view rows) -> std::string {
    try {
      IrregularForms(folder.write("lemmas.tsv", "form\tupos\tlemma\n" + std::string(rows)));
    } catch (const Error& error) {
      const std::string message = error.what();
      return message.substr(message.rfind('/') + 1);
    }
    return "";
  };
  EXPECT_EQ(refused("went\tVERB\tgo\n"), "");
  EXPECT_EQ(refused("went\tVERBUM\tgo\n"), "lemmas.tsv:2: \"VERBUM\" is no universal part of speech");
  EXPECT_EQ(refused("# past\nwent\tVERB\n"), "lemmas.tsv:3: expected a form, its UPOS and its lemma");
  EXPECT_EQ(refused("went\tVERB\tgo\nWent\tVERB\twend\n"), "lemmas.tsv:3: a second lemma of went, which has go");
}

TEST(Lemmatizer, KeepsCapitalsWhereTheTagsOtherWordsKeepThem) {
  const LemmaOf lemma(words_with_lemmas({{"www.a.org/Page", "www.a.org/Page", "X", "ADD"},
                                         {"www.b.org/x", "www.b.org/x", "X", "ADD"},
                                         {"www.c.org/y", "www.c.org/y", "X", "ADD"},
                                         {"Cats", "cat", "NOUN", "NNS"},
                                         {"dogs", "dog", "NOUN", "NNS"}}),
                      {});
  EXPECT_EQ(lemma("www.d.org/Index", "ADD"), "www.d.org/Index");
  EXPECT_EQ(lemma("Birds", "NNS"), "bird");
}

/// The English model's lemmatizer with its table.
class EnglishLemmas : public testing::Test {
 protected:
  static std::string lemma(std::string_view form, Upos upos, std::string_view xpos) {
    static const std::filesystem::path folder = std::filesystem::path(HABARI_DATA_DIR) / "languages/en";
    static const ModelFile file = ModelFile::open(folder / "model.bin", "en");
    static const std::vector<Tag> tags = read_tags(file, "tags");
    static const Lemmatizer lemmatizer(file, tags, IrregularForms(folder / "lemmas.tsv"));
    const auto tag =
        std::find_if(tags.begin(), tags.end(), [&](const Tag& one) { return one.upos == upos && one.xpos == xpos; });
    return lemmatizer.lemma(form, static_cast<std::size_t>(tag - tags.begin()));
  }
};

TEST_F(EnglishLemmas, OfIrregularPastForms) {
  const std::vector<std::array<std::string, 2>> forms = {
      {"fled", "flee"}, {"burst", "burst"}, {"lent", "lend"},  {"slain", "slay"}, {"fined", "fine"},
      {"rose", "rise"}, {"sworn", "swear"}, {"bred", "breed"}, {"torn", "tear"},  {"Went", "go"}};
  for (const auto& [form, expected] : forms) {
    EXPECT_EQ(lemma(form, Upos::verb, "VBD"), expected);
    EXPECT_EQ(lemma(form, Upos::verb, "VBN"), expected);
  }
}

TEST_F(EnglishLemmas, OfFormsWhoseTagIsWrong) {
  EXPECT_EQ(lemma("lent", Upos::adj, "JJ"), "lend");
  EXPECT_EQ(lemma("fled", Upos::adj, "JJ"), "flee");
  EXPECT_EQ(lemma("fled", Upos::verb, "VB"), "flee");
  EXPECT_EQ(lemma("rose", Upos::verb, "VBP"), "rise");
}

TEST_F(EnglishLemmas, OfFormsThatAreLemmasToo) {
  EXPECT_EQ(lemma("found", Upos::verb, "VBD"), "find");
  EXPECT_EQ(lemma("found", Upos::verb, "VB"), "found");
  EXPECT_EQ(lemma("bore", Upos::verb, "VBD"), "bear");
  EXPECT_EQ(lemma("wound", Upos::noun, "NN"), "wound");
  EXPECT_EQ(lemma("rose", Upos::noun, "NN"), "rose");
}

TEST_F(EnglishLemmas, OfFormsThatTwoVerbsCouldMake) {
  EXPECT_EQ(lemma("scared", Upos::verb, "VBD"), "scare");
  EXPECT_EQ(lemma("scarred", Upos::verb, "VBD"), "scar");
  EXPECT_EQ(lemma("planed", Upos::verb, "VBD"), "plane");
  EXPECT_EQ(lemma("planned", Upos::verb, "VBD"), "plan");
  EXPECT_EQ(lemma("staring", Upos::verb, "VBG"), "stare");
  EXPECT_EQ(lemma("traveled", Upos::verb, "VBN"), "travel");
}

}  // namespace
}  // namespace habari::learned
