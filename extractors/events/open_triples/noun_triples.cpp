#include "open_triples/noun_triples.hpp"

#include "frames/participants.hpp"
#include "open_triples/confidence.hpp"
#include "open_triples/phrases.hpp"

#include <algorithm>
#include <optional>

namespace habari {
namespace {

bool is_noun(Upos upos) { return upos == Upos::noun || upos == Upos::propn; }

class NounReader {
 public:
  NounReader(const SentenceContext& context, const UnsaidWords& unsaid)
      : context_(context), tree_(context.tree()), unsaid_(unsaid), phrases_(context) {}

  std::vector<OpenTriple> read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      if (const auto name = titled_name(word)) read_title(word, *name);
      const auto head = tree_.head(word);
      if (head && tree_[word].deprel == Deprel::appos) read_apposition(*head, word);
      if (tree_[word].is(Deprel::nmod, "poss")) read_possessor(word);
    }
    return std::move(triples_);
  }

 private:
  /// `X, president of Y`: a bare noun takes its preposition into the relation, and what follows is the object.
  void add_identity(Construction construction, const Words& subject, Word noun, Words predicate) {
    if (unsaid_.identity.empty()) return;
    const bool bare = tree_[noun].upos == Upos::noun && !tree_.dependent(noun, Deprel::det) && !predicate.empty() &&
                      predicate.front() == noun;
    if (bare) {
      for (const Word child : tree_.dependents(noun)) {
        if (tree_[child].deprel != Deprel::nmod || child < noun) continue;
        const Words marker = phrases_.case_words(child);
        if (marker.empty() || marker.front() != noun + 1) break;
        const auto object = std::find(predicate.begin(), predicate.end(), marker.back());
        if (object == predicate.end()) break;
        const Words rest(object + 1, predicate.end());
        add(construction, subject, phrases_.phrase(joined({noun}, marker), unsaid_.identity), rest);
        return;
      }
    }
    add(construction, subject, phrases_.phrase({}, unsaid_.identity), predicate);
  }

  void add(Construction construction, const Words& subject, OpenPhrase relation, const Words& object) {
    if (subject.empty() || object.empty()) return;
    OpenTriple triple;
    triple.relation = std::move(relation);
    triple.subject = phrases_.phrase(subject);
    triple.arguments.push_back(phrases_.phrase(object));
    triple.confidence = noun_confidence(construction, tree_.size());
    triples_.push_back(std::move(triple));
  }

  /// The person whom this noun introduces as a title: `President Bush`, `Rais wa Urusi Vladimir Putin`.
  std::optional<Word> titled_name(Word word) const {
    const NounEntry* noun = context_.noun(word);
    if (noun == nullptr || noun->kind != EntityKind::person || context_.mention(word) != nullptr) return std::nullopt;
    return introduced_name(context_, word);
  }

  void read_apposition(Word head, Word apposition) {
    const bool nouns = is_noun(tree_[apposition].upos) && (is_noun(tree_[head].upos) || tree_[head].upos == Upos::pron);
    const auto titled = titled_name(head);
    if (!nouns || (titled && context_.mention(*titled) == context_.mention(apposition))) return;
    const bool of_name = tree_[head].upos == Upos::propn;
    const bool name = tree_[apposition].upos == Upos::propn;
    const Construction construction = !of_name ? Construction::noun_in_apposition
                                      : name   ? Construction::name_in_apposition
                                               : Construction::noun_of_name;
    add_identity(construction, phrases_.noun_phrase(head, PhrasePlace::subject, Conjuncts::left_out), apposition,
                 phrases_.noun_phrase(apposition, PhrasePlace::argument, Conjuncts::kept));
  }

  void read_title(Word word, Word name) {
    const Mention* mention = context_.mention(name);
    Words subject;
    for (Word at = 0; at < tree_.size(); ++at) {
      if (context_.mention(at) == mention) subject.push_back(at);
    }
    const Words title = phrases_.noun_phrase(word, PhrasePlace::argument, Conjuncts::left_out);
    add_identity(Construction::title, subject, word, phrases_.trimmed(without(title, subject)));
  }

  /// Only named possessors: whom a pronoun means is not in the sentence, and what other nouns possess is seldom a fact.
  void read_possessor(Word possessor) {
    const auto possessed = tree_.head(possessor);
    if (unsaid_.possession.empty() || !possessed || tree_[possessor].upos != Upos::propn) return;
    Words subject = phrases_.subtree(possessor);
    // What marks the genitive stands behind it: `'s`.
    for (const Word child : tree_.dependents(possessor)) {
      if (tree_[child].deprel == Deprel::case_) subject = without(std::move(subject), {child});
    }
    const Words object = without(phrases_.noun_phrase(*possessed, PhrasePlace::argument, Conjuncts::left_out),
                                 phrases_.subtree(possessor));
    add(Construction::possession, phrases_.trimmed(std::move(subject)), phrases_.phrase({}, unsaid_.possession),
        phrases_.trimmed(object));
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const UnsaidWords& unsaid_;
  Phrases phrases_;
  std::vector<OpenTriple> triples_;
};

}  // namespace

std::vector<OpenTriple> noun_triples(const SentenceContext& context, const UnsaidWords& unsaid) {
  return NounReader(context, unsaid).read();
}

}  // namespace habari
