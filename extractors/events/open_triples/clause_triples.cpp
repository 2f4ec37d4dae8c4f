#include "open_triples/clause_triples.hpp"

#include "open_triples/clause_parts.hpp"
#include "open_triples/clause_subject.hpp"
#include "open_triples/confidence.hpp"

#include <algorithm>

namespace habari {
namespace {

/// An adverbial clause of more words tells another story: left out of the arguments.
constexpr std::size_t longest_adverbial = 12;

class ClauseReader {
 public:
  ClauseReader(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses,
               const UnsaidWords& unsaid)
      : context_(context),
        tree_(context.tree()),
        predicates_(predicates),
        clauses_(clauses),
        unsaid_(unsaid),
        phrases_(context) {}

  std::vector<OpenTriple> read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      if (!heads_clause(tree_, word) || completes_predicate(tree_, word)) continue;
      const auto subject = clause_subject(context_, predicates_, clauses_, word);
      if (!subject) continue;
      if (!tree_.dependent(word, Deprel::cop)) {
        read_verb(word, *subject);
      } else if (is_nominal(tree_[word].upos) || tree_[word].upos == Upos::pron) {
        read_nominal_copula(word, *subject);
      } else {
        read_adjectival_copula(word, *subject);
      }
    }
    return std::move(triples_);
  }

 private:
  Words subject_words(const ClauseSubject& subject) const {
    if (tree_[subject.head].deprel == Deprel::csubj) return phrases_.clause(subject.head);
    // Of coordinated nouns a clause below them tells of the nearest only.
    const bool above = subject.link == SubjectLink::antecedent || subject.link == SubjectLink::participle ||
                       subject.link == SubjectLink::infinitive;
    return phrases_.noun_phrase(subject.head, PhrasePlace::subject, above ? Conjuncts::left_out : Conjuncts::kept);
  }

  Words oblique_words(Word head) const {
    return phrases_.noun_phrase(head, PhrasePlace::argument, Conjuncts::kept, true);
  }

  void add(Construction construction, Word clause, const ClauseSubject& subject, OpenPhrase relation,
           const std::vector<Words>& arguments) {
    OpenTriple triple;
    triple.relation = std::move(relation);
    triple.subject = phrases_.phrase(subject_words(subject));
    for (const Words& words : arguments) {
      if (!words.empty()) triple.arguments.push_back(phrases_.phrase(words));
    }
    if (triple.subject.text.empty() || triple.relation.text.empty()) return;
    triple.confidence = clause_confidence(construction, subject.link, tree_[clause].deprel, tree_.size());
    triples_.push_back(std::move(triple));
  }

  void read_nominal_copula(Word word, const ClauseSubject& subject) {
    const ClauseParts parts = clause_parts(context_, word);
    const Words relation = without(parts.relation, {word});
    const Word copula = relation.front();
    Words predicate{word};
    std::vector<Words> before;
    for (const Word child : tree_.dependents(word)) {
      if (std::binary_search(relation.begin(), relation.end(), child) || is_clausal(child)) continue;
      const Deprel deprel = tree_[child].deprel;
      const bool adjunct = deprel == Deprel::obl || deprel == Deprel::nmod || deprel == Deprel::advmod;
      if (child < copula && adjunct) {
        if (deprel != Deprel::advmod) before.push_back(oblique_words(child));
        continue;
      }
      predicate = joined(std::move(predicate), phrases_.subtree(child));
    }
    std::vector<Words> arguments{phrases_.trimmed(std::move(predicate))};
    arguments.insert(arguments.end(), before.begin(), before.end());
    add(Construction::copula_noun, word, subject, phrases_.phrase(relation), arguments);
  }

  /// What hangs on a nominal predicate and belongs to its clause, not to its phrase.
  bool is_clausal(Word child) const {
    switch (tree_[child].deprel) {
      case Deprel::nsubj:
      case Deprel::csubj:
      case Deprel::mark:
      case Deprel::cc:
      case Deprel::advcl:
      case Deprel::parataxis:
      case Deprel::appos:
      case Deprel::punct:
      case Deprel::aux:
      case Deprel::cop:
        return true;
      case Deprel::acl:
        return tree_[child].subtype == "relcl";
      case Deprel::conj:
        return heads_clause(tree_, child);
      default:
        return false;
    }
  }

  void read_adjectival_copula(Word word, const ClauseSubject& subject) {
    const ClauseParts parts = clause_parts(context_, word);
    if (parts.chain.size() > 1) {
      read_complements(Construction::copula_adjective_infinitive, word, subject, parts, {});
      return;
    }
    const Words adjective = joined(adverbs_beside(word), {word});
    std::vector<Words> arguments;
    for (const Word oblique : parts.obliques) arguments.push_back(oblique_words(oblique));
    const auto behind =
        std::find_if(parts.obliques.begin(), parts.obliques.end(), [&](Word oblique) { return oblique > word; });
    if (behind != parts.obliques.end()) {
      const Words marker = phrases_.case_words(*behind);
      arguments.erase(arguments.begin() + (behind - parts.obliques.begin()));
      arguments.insert(arguments.begin(), without(oblique_words(*behind), marker));
      add(Construction::copula_adjective_oblique, word, subject,
          phrases_.phrase(joined(joined(parts.relation, adjective), marker)), arguments);
      return;
    }
    Words predicate = adjective;
    for (const Words* complements : {&parts.objects, &parts.contents, &parts.adverbials}) {
      for (const Word complement : *complements) {
        if (complement > word) predicate = joined(std::move(predicate), phrases_.clause(complement));
      }
    }
    arguments.insert(arguments.begin(), phrases_.trimmed(std::move(predicate)));
    add(Construction::copula_adjective, word, subject, phrases_.phrase(without(parts.relation, adjective)), arguments);
  }

  /// `entirely dead`: adverbs between copula and adjective go with the adjective.
  Words adverbs_beside(Word adjective) const {
    const auto copula = tree_.dependent(adjective, Deprel::cop);
    Words words;
    for (const Word child : tree_.dependents(adjective)) {
      const bool negation = tree_[child].feature("Polarity") == "Neg";
      if (tree_[child].deprel == Deprel::advmod && child > *copula && child < adjective && !negation) {
        words = joined(std::move(words), phrases_.subtree(child));
      }
    }
    return words;
  }

  void read_verb(Word word, const ClauseSubject& subject) {
    const ClauseParts parts = clause_parts(context_, word);
    const bool reduced =
        subject.link == SubjectLink::participle && is_participle(tree_[word]) && !tree_.dependent(word, Deprel::aux);
    read_complements(Construction::verb, word, subject, parts, reduced ? unsaid_.participle : std::string());
  }

  std::optional<Word> relative_object(Word word, const ClauseParts& parts) const {
    const auto event = parts.objects.empty() ? predicates_.at(word) : std::nullopt;
    return event ? clauses_.relative_object(*event) : std::nullopt;
  }

  void read_complements(Construction construction, Word word, const ClauseSubject& subject, const ClauseParts& parts,
                        const std::string& unsaid) {
    ClauseParts own = parts;
    if (const auto object = relative_object(word, parts)) own.objects.push_back(*object);
    std::vector<Words> arguments;
    for (const Word object : own.objects) {
      const bool clause = tree_[object].deprel == Deprel::xcomp;
      arguments.push_back(clause ? phrases_.clause(object)
                                 : phrases_.noun_phrase(object, PhrasePlace::argument, Conjuncts::kept));
    }
    for (const Word content : own.contents) arguments.push_back(phrases_.clause(content, false));
    Words marker;
    std::optional<Word> spread;
    std::size_t place = 0;
    if (!own.objects.empty()) {
      place = own.objects.size() - 1;
      if (tree_[own.objects.back()].deprel != Deprel::xcomp) spread = own.objects.back();
    } else if (arguments.empty()) {
      spread = take_first_oblique(word, own.obliques, marker);
      if (spread) arguments.push_back(without(oblique_words(*spread), marker));
    }
    add_adjuncts(own, arguments);
    if (arguments.empty() && construction == Construction::verb) construction = Construction::verb_alone;
    spread_object(construction, word, subject, own.relation, marker, unsaid, spread, place, std::move(arguments));
  }

  /// The first oblique behind the verb gives its preposition to the relation: `was born in`, `led to`.
  std::optional<Word> take_first_oblique(Word word, Words& obliques, Words& marker) const {
    for (auto oblique = obliques.begin(); oblique != obliques.end(); ++oblique) {
      marker = phrases_.case_words(*oblique);
      if (*oblique < word || marker.empty() || tree_[*oblique].upos == Upos::verb) continue;
      const Word taken = *oblique;
      obliques.erase(oblique);
      return taken;
    }
    marker.clear();
    return std::nullopt;
  }

  void add_adjuncts(const ClauseParts& parts, std::vector<Words>& arguments) const {
    for (const Word oblique : parts.obliques) arguments.push_back(oblique_words(oblique));
    for (const Word adverb : parts.adverbs) arguments.push_back(phrases_.trimmed(phrases_.subtree(adverb)));
    for (const Word adverbial : parts.adverbials) {
      if (phrases_.subtree(adverbial).size() <= longest_adverbial) arguments.push_back(phrases_.clause(adverbial));
    }
  }

  /// One triple for each conjunct of the object; a conjunct with a preposition of its own takes it into the relation.
  void spread_object(Construction construction, Word word, const ClauseSubject& subject, const Words& relation,
                     const Words& marker, const std::string& unsaid, std::optional<Word> object, std::size_t place,
                     std::vector<Words> arguments) {
    Words conjuncts;
    if (object) {
      for (const Word conjunct : tree_.conjuncts(*object)) {
        const Upos upos = tree_[conjunct].upos;
        if (is_nominal(upos) || upos == Upos::pron || upos == Upos::adj) conjuncts.push_back(conjunct);
      }
    }
    if (conjuncts.size() < 2) {
      add(construction, word, subject, phrases_.phrase(joined(relation, marker), unsaid), arguments);
      return;
    }
    for (const Word conjunct : conjuncts) {
      const Words own_marker = marker.empty() || conjunct == *object ? Words() : phrases_.case_words(conjunct);
      arguments[place] = phrases_.noun_phrase(conjunct, PhrasePlace::argument, Conjuncts::left_out);
      add(construction, word, subject,
          phrases_.phrase(joined(relation, own_marker.empty() ? marker : own_marker), unsaid), arguments);
    }
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicates& predicates_;
  const Clauses& clauses_;
  const UnsaidWords& unsaid_;
  Phrases phrases_;
  std::vector<OpenTriple> triples_;
};

}  // namespace

std::vector<OpenTriple> clause_triples(const SentenceContext& context, const Predicates& predicates,
                                       const Clauses& clauses, const UnsaidWords& unsaid) {
  return ClauseReader(context, predicates, clauses, unsaid).read();
}

}  // namespace habari
