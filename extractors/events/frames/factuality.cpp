#include "frames/factuality.hpp"

#include "frames/clause_relation.hpp"
#include "frames/clauses.hpp"
#include "frames/complex_prepositions.hpp"

#include <algorithm>

namespace habari {
namespace {

/// Negation wins, then the less sure standing.
Factuality weaker(Factuality a, Factuality b) { return std::max(a, b); }

class Standing {
 public:
  Standing(const SentenceContext& context, const Predicates& predicates)
      : context_(context),
        tree_(context.tree()),
        predicates_(predicates),
        known_(predicates.all().size()),
        open_(predicates.all().size(), false) {}

  Factuality of(std::uint32_t event) {
    if (known_[event]) return *known_[event];
    if (open_[event]) return Factuality::actual;
    open_[event] = true;
    const Predicate& predicate = predicates_.all()[event];
    Factuality standing = own(predicate.word);
    if (predicate.noun) standing = weaker(standing, own(*predicate.noun));
    for (const Word governor : predicate.governors) {
      const VerbEntry* row = governing_row(context_, governor);
      if (row != nullptr && row->content) standing = weaker(standing, *row->content);
      standing = weaker(standing, own(governor));
    }
    standing = weaker(standing, from_context(event, predicate.top()));
    known_[event] = standing;
    return standing;
  }

 private:
  bool is_tenseless(Word word) const {
    const Token& token = tree_[word];
    return token.feature("VerbForm") != "Fin" || token.feature("Mood") == "Sub" || token.feature("Situative") == "Yes";
  }

  /// `nobody came`, `found no weapons`: what no one does and nothing suffers is denied.
  bool is_nobody(Word word) const {
    const Deprel relation = tree_[word].deprel;
    if (relation != Deprel::nsubj && relation != Deprel::obj && relation != Deprel::iobj) return false;
    if (tree_[word].feature("PronType") == "Neg" || is_denied(word)) return true;
    const auto conjuncts = tree_.conjuncts(word);
    return std::any_of(conjuncts.begin(), conjuncts.end(),
                       [&](Word conjunct) { return is_joined_by_denial(conjunct); });
  }

  /// `neither Karisa nor Mollel`, `nor did he leave`.
  bool is_joined_by_denial(Word word) const {
    const auto children = tree_.dependents(word);
    return std::any_of(children.begin(), children.end(), [&](Word child) {
      if (tree_[child].deprel != Deprel::cc) return false;
      const AdverbEntry* row = context_.lexicon().adverb(fold_case(tree_[child].form));
      return row != nullptr && row->factuality == Factuality::negated;
    });
  }

  /// `hakuna kundi lililodai`, `there is no group that claimed`: what is told of nobody.
  bool is_denied(Word noun) const {
    for (const Word child : tree_.dependents(noun)) {
      const bool negative = tree_[child].feature("Polarity") == "Neg" || tree_[child].feature("PronType") == "Neg";
      if (negative && (tree_[child].deprel == Deprel::cop || tree_[child].deprel == Deprel::det)) return true;
    }
    return is_missing(noun);
  }

  /// What a verb of being there denies: `hakuna kundi`.
  bool is_missing(Word noun) const {
    const auto head = tree_.head(noun);
    if (!head || (tree_[noun].deprel != Deprel::obj && tree_[noun].deprel != Deprel::nsubj)) return false;
    const VerbEntry* row = context_.verb(*head);
    return row != nullptr && row->copula && tree_[*head].feature("Polarity") == "Neg";
  }

  /// `not only`: with the word behind it a negation that denies nothing.
  bool is_affirmed(Word negation) const {
    if (negation + 1 >= tree_.size()) return false;
    const std::string words = fold_case(tree_[negation].form) + ' ' + fold_case(tree_[negation + 1].form);
    const AdverbEntry* row = context_.lexicon().adverb(words);
    return row != nullptr && row->factuality == Factuality::actual;
  }

  /// What the word's own form, auxiliaries, adverbs and negation say.
  Factuality own(Word word) const {
    const Token& token = tree_[word];
    Factuality standing = Factuality::actual;
    if (token.feature("Polarity") == "Neg" || is_joined_by_denial(word)) return Factuality::negated;
    if (token.feature("Tense") == "Fut") standing = Factuality::planned;
    if (token.feature("Mood") == "Cnd") standing = Factuality::possible;
    for (const Word child : tree_.dependents(word)) {
      const Token& dependent = tree_[child];
      if (dependent.deprel == Deprel::aux || dependent.deprel == Deprel::cop) {
        if (const VerbEntry* row = context_.verb(child); row != nullptr && row->auxiliary && row->content) {
          standing = weaker(standing, *row->content);
        }
        standing = weaker(standing, own(child));
      } else if (is_nobody(child)) {
        return Factuality::negated;
      } else if (dependent.deprel == Deprel::advmod || dependent.deprel == Deprel::discourse ||
                 dependent.deprel == Deprel::det) {
        const bool denies = dependent.feature("Polarity") == "Neg" && dependent.deprel == Deprel::advmod;
        if (denies && !is_affirmed(child)) return Factuality::negated;
        if (denies) continue;
        const AdverbEntry* row = context_.lexicon().adverb(fold_case(dependent.form));
        if (row != nullptr && row->factuality) standing = weaker(standing, *row->factuality);
      }
    }
    return standing;
  }

  /// What the conjunction before the clause says; nothing where there is none.
  std::optional<Factuality> from_marker(Word top) const {
    const auto preposition = clause_preposition(context_, top);
    const std::string marker = preposition ? preposition->marker : context_.marker(top, Deprel::mark);
    if (marker.empty()) return std::nullopt;
    const MarkerEntry* row = context_.marker_entry(marker, MarkerEntry::Use::clause_marker, std::nullopt);
    // `until he retired`: what is told as past was done.
    const bool past = tree_[top].feature("Tense") == "Past" && tree_[top].feature("VerbForm") == "Fin";
    if (row == nullptr || (past && row->factuality == Factuality::planned)) return std::nullopt;
    return row->factuality;
  }

  /// What the clause's place in the sentence says.
  Factuality from_context(std::uint32_t event, Word top) {
    const Factuality marked = from_marker(top).value_or(Factuality::actual);
    const Word first = tree_.first_conjunct(top);
    if (first != top) {
      const auto shared = predicates_.at(first);
      if (!shared || *shared == event) return marked;
      // A tenseless conjunct goes on in the tense of the first; a tensed one shares only what stands above both.
      // One that says itself how bound it is takes no other's standing: `anaweza kuondoka na lazima aseme`.
      const bool own_standing = tree_[top].feature("Mood") == "Sub" && own(top) != Factuality::actual;
      const Factuality before = (is_tenseless(top) && !own_standing) || tree_[top].feature("Aspect") == "Cons"
                                    ? of(*shared)
                                    : from_context(*shared, predicates_.all()[*shared].top());
      return weaker(marked, tree_[top].feature("Polarity") == "Neg" ? Factuality::actual : before);
    }
    const auto head = clause_head(context_, top);
    // `lazima nikiri`: what says itself how bound it is is no wish.
    const bool subjunctive =
        (tree_[top].feature("Mood") == "Sub" || tree_[top].feature("Mood") == "Imp") && own(top) != Factuality::planned;
    const auto above = head ? predicates_.at(*head) : std::nullopt;
    if (tree_[top].deprel == Deprel::acl && head && is_denied(*head)) return Factuality::negated;
    if (headline_doer(context_, top) || (tree_[top].deprel == Deprel::acl && has_infinitive_marker(top))) {
      return weaker(marked, Factuality::planned);
    }
    if (!above || *above == event) {
      // Beside a predicate that is no verb too a bare infinitive says what for: `ni mzuri kuwafundisha`.
      const bool purpose = clause_relation(context_, top) == Deprel::advcl && is_bare_infinitive(top);
      if (purpose) return weaker(marked, Factuality::planned);
      if (head) return weaker(marked, from_nominal_head(*head, subjunctive));
      return subjunctive ? weaker(marked, Factuality::possible) : marked;
    }
    switch (clause_relation(context_, top)) {
      case Deprel::ccomp:
      case Deprel::xcomp:
      case Deprel::csubj:
      case Deprel::obj:
      case Deprel::nsubj:
        return weaker(marked, from_governor(*above, top, subjunctive));
      case Deprel::advcl:
        return from_adverbial(*above, top, marked, subjunctive);
      default:
        return subjunctive ? weaker(marked, Factuality::possible) : marked;
    }
  }

  bool is_bare_infinitive(Word top) const {
    const bool bare = context_.marker(top, Deprel::mark).empty() || has_infinitive_marker(top);
    return tree_[top].feature("VerbForm") == "Inf" && bare;
  }

  /// `to`, where the language marks its infinitives.
  bool has_infinitive_marker(Word top) const {
    const std::string marker = context_.marker(top, Deprel::mark);
    return context_.lexicon().marker(marker, MarkerEntry::Use::infinitive_marker, std::nullopt) != nullptr;
  }

  Factuality from_governor(std::uint32_t above, Word top, bool subjunctive) {
    const VerbEntry* row = predicates_.all()[above].verb;
    const Factuality governor = of(above);
    const Factuality passed = governor == Factuality::negated ? Factuality::actual : governor;
    if (row != nullptr && row->content) {
      if (*row->content == Factuality::negated)
        return governor == Factuality::negated ? Factuality::actual : Factuality::negated;
      if (row->type == EventType::request && reports(context_, row, top)) return Factuality::actual;
      return is_tenseless(top) ? weaker(*row->content, passed) : *row->content;
    }
    if (subjunctive) return weaker(passed, Factuality::possible);
    const bool reported = row != nullptr && row->speech;
    return is_tenseless(top) && !reported ? passed : Factuality::actual;
  }

  Factuality from_adverbial(std::uint32_t above, Word top, Factuality marked, bool subjunctive) {
    const Factuality governor = of(above);
    const Factuality passed = governor == Factuality::negated ? Factuality::actual : governor;
    const bool infinitive = tree_[top].feature("VerbForm") == "Inf";
    const bool unmarked = context_.marker(top, Deprel::mark).empty() || has_infinitive_marker(top);
    // An infinitive or subjunctive with no conjunction of its own says what for.
    const bool purpose = (infinitive || subjunctive) && (unmarked || marked == Factuality::planned);
    if (purpose) return Factuality::planned;
    // A preposition that belongs to the verb says nothing of its own.
    if (const auto verb = tree_.head(top); verb && has_listed_marker(context_, *verb, top)) return passed;
    return is_tenseless(top) ? weaker(marked, passed) : marked;
  }

  /// Under an adjective, noun or adverb that judges: `ni lazima waondoke`.
  Factuality from_nominal_head(Word head, bool subjunctive) const {
    const AdverbEntry* row = context_.lexicon().adverb(fold_case(tree_[head].form));
    if (row != nullptr && row->factuality) return *row->factuality;
    return subjunctive ? Factuality::possible : Factuality::actual;
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicates& predicates_;
  std::vector<std::optional<Factuality>> known_;
  std::vector<bool> open_;
};

}  // namespace

std::vector<Factuality> factualities(const SentenceContext& context, const Predicates& predicates) {
  Standing standing(context, predicates);
  std::vector<Factuality> all;
  for (std::uint32_t event = 0; event < predicates.all().size(); ++event) all.push_back(standing.of(event));
  return all;
}

}  // namespace habari
