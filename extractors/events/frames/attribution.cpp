#include "frames/attribution.hpp"

#include "frames/arguments.hpp"
#include "frames/clause_relation.hpp"
#include "frames/complex_prepositions.hpp"
#include "frames/passive_agents.hpp"
#include "frames/quotations.hpp"

#include <algorithm>
#include <limits>

namespace habari {
namespace {

/// Events above one another that are climbed in search of a speaker: far more than people put into a sentence, and a
/// bound on the time that a chain of them takes.
constexpr std::uint32_t deepest_report = 64;

bool is_speech(const Predicate& predicate) { return predicate.verb != nullptr && predicate.verb->speech; }

bool is_complement(Deprel relation) {
  return relation == Deprel::ccomp || relation == Deprel::xcomp || relation == Deprel::csubj;
}

/// The phrase below `word` that says whose word it is: `kwa mujibu wa polisi`, `according to police`.
std::optional<Word> source_phrase(const SentenceContext& context, Word word) {
  const TreeView& tree = context.tree();
  for (const Word child : tree.dependents(word)) {
    if (const auto preposition = complex_preposition(context, child)) {
      if (context.marker_entry(preposition->marker, MarkerEntry::Use::source_marker, std::nullopt) != nullptr)
        return preposition->object;
      continue;
    }
    const std::string marker = context.marker(child, Deprel::case_);
    if (!marker.empty() && context.marker_entry(marker, MarkerEntry::Use::source_marker, std::nullopt) != nullptr)
      return child;
  }
  return std::nullopt;
}

/// `The dam burst and killed two, officials said`: a saying set in behind coordinated clauses reports all of them, as
/// does one before the first.
void share_inserted_holders(const TreeView& tree, const std::vector<Predicate>& all, const Predicates& predicates,
                            std::vector<std::optional<std::uint32_t>>& holders) {
  for (std::uint32_t event = 0; event < all.size(); ++event) {
    const Word first = tree.first_conjunct(all[event].top());
    const auto shared = first == all[event].top() ? std::nullopt : predicates.at(first);
    if (!shared || holders[event] || !holders[*shared] || *holders[*shared] == event) continue;
    const Word saying = all[*holders[*shared]].word;
    if (saying < first || saying > all[event].word) holders[event] = holders[*shared];
  }
}

/// The event that a word names, alone or as the noun of a construction: `ahadi` in `alitoa ahadi kuwa …`.
std::optional<std::uint32_t> event_named_by(const TreeView& tree, const Predicates& predicates, Word word) {
  if (const auto event = predicates.at(word)) return event;
  const auto verb = tree.head(word);
  const auto event = verb ? predicates.at(*verb) : std::nullopt;
  return event && predicates.all()[*event].noun == word ? event : std::nullopt;
}

/// A saying set into or behind what is said, bare or with a conjunction that makes it whose word it is.
bool interrupts(const SentenceContext& context, Word top) {
  const Deprel relation = context.tree()[top].deprel;
  if (relation == Deprel::parataxis) return true;
  const std::string marker = relation == Deprel::advcl ? context.marker(top, Deprel::mark) : std::string();
  return !marker.empty() && context.marker_entry(marker, MarkerEntry::Use::reporting_marker, std::nullopt) != nullptr;
}

}  // namespace

std::vector<std::optional<std::uint32_t>> content_holders(const SentenceContext& context,
                                                          const Predicates& predicates) {
  const TreeView& tree = context.tree();
  const auto& all = predicates.all();
  std::vector<std::optional<std::uint32_t>> holders(all.size());
  for (std::uint32_t event = 0; event < all.size(); ++event) {
    Word first = tree.first_conjunct(all[event].top());
    // `wanaendelea kukamata na kufunga`: what governs the first conjunct governs the second, and has it as no content.
    if (const auto shared = predicates.at(first)) first = tree.first_conjunct(all[*shared].top());
    // A conjunct that is tensed otherwise than the first may be a clause of its own: `alisema … na akaondoka`.
    const auto head = clause_head(context, first);
    if (!head) continue;
    const auto above = event_named_by(tree, predicates, *head);
    if (!above || *above == event) continue;
    const Deprel relation = clause_relation(context, first);
    const bool noun_of_light = all[*above].noun == *head && tree[first].subtype != "relcl";
    const bool object_clause =
        relation == Deprel::obj && tree[*head].upos == Upos::verb && !is_noun_object(context, first);
    // `waliofika walishangaa`: a relative without a noun is someone, and nothing that is said.
    if (!tree[first].feature("RelNounClass").empty() && (object_clause || relation == Deprel::csubj)) continue;
    if (is_complement(relation) || object_clause || (noun_of_light && relation == Deprel::acl) ||
        (relation == Deprel::parataxis && is_speech(all[*above]) && all[*above].type == EventType::statement &&
         !is_speech(all[event]))) {
      holders[event] = above;
    }
  }
  // A saying that interrupts what is said hangs below it: `Watu wawili, alisema waziri, walifariki`; `as the mayor
  // said`.
  for (std::uint32_t event = 0; event < all.size(); ++event) {
    if (!is_speech(all[event]) || !interrupts(context, all[event].top())) continue;
    const auto head = tree.head(all[event].top());
    const auto above = head ? predicates.at(*head) : std::nullopt;
    if (above && *above != event && !holders[*above] && governed_complement(context, all[event].word) == std::nullopt) {
      holders[*above] = event;
    }
  }
  share_inserted_holders(tree, all, predicates, holders);
  return holders;
}

namespace {

/// Climbs from an event to whose word it is.
class SourceFinder {
 public:
  SourceFinder(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses)
      : context_(context),
        tree_(context.tree()),
        predicates_(predicates),
        clauses_(clauses),
        holders_(content_holders(context, predicates)),
        quotations_(quotations(context)),
        closing_phrases_(predicates.all().size()) {
    for (std::uint32_t event = 0; event < predicates.all().size(); ++event) {
      const auto phrase = phrase_at(event);
      const auto report = phrase && closes_sentence(*phrase) ? outermost_report(event, *phrase) : std::nullopt;
      if (report) closing_phrases_[*report] = phrase;
    }
  }

  Attribution find(std::uint32_t event) const {
    Attribution attribution = climb(event);
    if (!attribution.speaker && !attribution.report) attribution = quoted(event);
    return attribution;
  }

  /// The event directly above, where it is one of saying and this one its content.
  std::optional<std::uint32_t> reporter(std::uint32_t event) const {
    bool reported = false;
    const auto above = next(event, reported);
    const bool told = above && above != event && reported;
    return told && tells(*above, event) ? above : std::nullopt;
  }

 private:
  /// Whether the event above gives this one as its subject's word: a verb of speech, or any verb with a tensed clause
  /// in quotation marks for its complement (`"Bandari itauzwa," alitania Mwakyusa`).
  bool tells(std::uint32_t above, std::uint32_t event) const {
    const Predicate& saying = predicates_.all()[above];
    const Word top = top_of(event);
    if (reports(context_, saying.verb, top)) return true;
    if (tree_[top].deprel != Deprel::ccomp || !is_tensed(tree_, top)) return false;
    return std::any_of(quotations_.begin(), quotations_.end(), [&](const Quotation& quotation) {
      return quotation.contains(top) && !quotation.contains(saying.word);
    });
  }

  Word top_of(std::uint32_t event) const { return tree_.first_conjunct(predicates_.all()[event].top()); }

  Attribution climb(std::uint32_t event) const {
    Attribution attribution;
    std::optional<std::uint32_t> at = event;
    for (std::uint32_t steps = 0; at && steps <= deepest_report; ++steps) {
      const auto phrase = phrase_of(*at);
      if (phrase && !tree_.is_below(predicates_.all()[event].top(), *phrase)) return attribution.with(phrase);
      if (const auto teller = told_by_noun(*at)) return attribution.with(teller);
      bool reported = false;
      const auto above = next(*at, reported);
      if (above == event) return attribution;
      if (above && reported && tells(*above, *at)) {
        if (const auto speaking = speaker(*above)) return attribution.with(speaking);
        if (!attribution.report && has_open_speaker(*above)) attribution.report = above;
      }
      at = above;
    }
    return attribution;
  }

  std::optional<std::uint32_t> next(std::uint32_t event, bool& reported) const {
    reported = holders_[event].has_value();
    return reported ? holders_[event] : next_above(predicates_.all()[event].top(), reported);
  }

  /// `The minister said two had died, according to the paper`: a phrase that closes the sentence says whose word the
  /// report is, and not what is reported.
  std::optional<Word> phrase_of(std::uint32_t event) const {
    if (closing_phrases_[event]) return closing_phrases_[event];
    const auto phrase = phrase_at(event);
    const auto& closing = closing_phrases_;
    const bool of_report = phrase && std::find(closing.begin(), closing.end(), phrase) != closing.end();
    return of_report ? std::nullopt : phrase;
  }

  /// Behind a comma, with nothing but punctuation behind it.
  bool closes_sentence(Word phrase) const {
    const auto belongs = [&](Word word) { return word == phrase || tree_.is_below(word, phrase); };
    Word first = phrase;
    while (first > 0 && belongs(first - 1) && tree_[first - 1].upos != Upos::punct) --first;
    if (first > 0 && tree_[first - 1].upos == Upos::adv) --first;
    if (first == 0 || tree_[first - 1].upos != Upos::punct) return false;
    for (Word word = phrase + 1; word < tree_.size(); ++word) {
      if (tree_[word].upos != Upos::punct && !belongs(word)) return false;
    }
    return true;
  }

  /// The highest event of saying that an event is content of, in front of the phrase.
  std::optional<std::uint32_t> outermost_report(std::uint32_t event, Word phrase) const {
    std::optional<std::uint32_t> found;
    std::optional<std::uint32_t> at = event;
    for (std::uint32_t steps = 0; at && steps <= deepest_report; ++steps) {
      bool reported = false;
      const auto above = next(*at, reported);
      if (above == event) break;
      const bool told = above && reported && tells(*above, *at);
      if (told && predicates_.all()[*above].word < phrase) found = above;
      at = above;
    }
    return found;
  }

  std::optional<Word> phrase_at(std::uint32_t event) const {
    const Predicate& predicate = predicates_.all()[event];
    if (auto phrase = phrase_under(predicate.word, event)) return phrase;
    for (const Word governor : predicate.governors) {
      if (auto phrase = phrase_under(governor, event)) return phrase;
    }
    if (predicate.noun) {
      if (auto phrase = phrase_under(*predicate.noun, event)) return phrase;
    }
    // Before the first of coordinated clauses it stands before all of them.
    const Word first = tree_.first_conjunct(predicate.top());
    if (first != predicate.top()) {
      const auto phrase = source_phrase(context_, first);
      if (phrase && *phrase < first) return phrase;
    }
    // Behind a conjunction it belongs to the clause that follows, whatever it hangs from: `said that, by one account,
    // …`.
    const auto head = tree_.head(predicate.top());
    const auto mark = tree_.dependent(predicate.top(), Deprel::mark);
    if (!head || !mark) return std::nullopt;
    const auto phrase = source_phrase(context_, *head);
    return phrase && *mark < *phrase && *phrase < predicate.top() ? phrase : std::nullopt;
  }

  /// The phrase under a word of this event, unless it stands inside a complement of it.
  std::optional<Word> phrase_under(Word word, std::uint32_t event) const {
    const auto phrase = source_phrase(context_, word);
    if (!phrase) return std::nullopt;
    for (const Word child : tree_.dependents(word)) {
      if (!is_complement(tree_[child].deprel) || predicates_.at(child) == event) continue;
      const auto mark = tree_.dependent(child, Deprel::mark);
      if (mark && *mark < *phrase && *phrase < child) return std::nullopt;
    }
    return phrase;
  }

  /// Whose claim or report a clause under such a noun is: `the union's claim that …`, `claims by the union that …`; the
  /// noun itself where nobody is named (`reports that …`).
  std::optional<Word> told_by_noun(std::uint32_t event) const {
    const Word top = tree_.first_conjunct(predicates_.all()[event].top());
    const auto noun = tree_.head(top);
    if (!noun || tree_[top].deprel != Deprel::acl || !tree_.dependent(top, Deprel::mark)) return std::nullopt;
    if (tree_[top].feature("VerbForm") != "Fin" || event_named_by(tree_, predicates_, *noun)) return std::nullopt;
    const NounEntry* row = context_.mention(*noun) == nullptr ? context_.noun(*noun) : nullptr;
    if (row == nullptr || row->type != EventType::statement) return std::nullopt;
    for (const Word child : tree_.dependents(*noun)) {
      if (tree_[child].deprel != Deprel::nmod || !is_nominal(tree_[child].upos)) continue;
      if (is_someone(describe_participant(context_, child).kind)) return child;
    }
    // `told it in its statement that …`: whoever speaks tells it, the statement is how.
    const auto verb = tree_.head(*noun);
    const auto report = verb ? predicates_.at(*verb) : std::nullopt;
    const auto teller = report && is_speech(predicates_.all()[*report]) ? speaker(*report) : std::nullopt;
    return teller ? teller : noun;
  }

  /// The speaker of the quotation that an event stands in: of the saying nearest to its marks.
  Attribution quoted(std::uint32_t event) const {
    const Word word = predicates_.all()[event].word;
    const auto quotation = std::find_if(quotations_.begin(), quotations_.end(),
                                        [&](const Quotation& candidate) { return candidate.contains(word); });
    if (quotation == quotations_.end()) return {};
    std::optional<std::uint32_t> nearest;
    Word distance = std::numeric_limits<Word>::max();
    for (std::uint32_t other = 0; other < predicates_.all().size(); ++other) {
      const Word saying = predicates_.all()[other].word;
      if (!is_speech(predicates_.all()[other]) || quotation->contains(saying)) continue;
      const Word gap = saying < quotation->first ? quotation->first - saying : saying - quotation->last;
      if (gap < distance) {
        distance = gap;
        nearest = other;
      }
    }
    if (!nearest) return {};
    Attribution attribution;
    if (has_open_speaker(*nearest)) attribution.report = nearest;
    return attribution.with(speaker(*nearest));
  }

  /// The event above a word, climbing through phrases and verbless clauses; `reported` where the last step into it was
  /// from its complement: `alisema kuna watu waliofariki`.
  std::optional<std::uint32_t> next_above(Word word, bool& reported) const {
    for (std::uint32_t steps = 0; steps <= tree_.size(); ++steps) {
      const Word first = tree_.first_conjunct(word);
      const auto head = tree_.head(first);
      if (!head) return std::nullopt;
      reported = is_complement(clause_relation(context_, first));
      if (const auto event = predicates_.at(*head)) return event;
      word = *head;
    }
    return std::nullopt;
  }

  /// `anasemekana kuondoka`: the subject of such a verb is whom others speak of.
  bool is_told_about(std::uint32_t event) const {
    const VerbEntry* row = predicates_.all()[event].verb;
    const auto* role = row == nullptr ? nullptr : find_role(row->roles, "subj");
    return role != nullptr && *role != Role::agent;
  }

  /// Somebody speaks who is no noun of this sentence.
  bool has_open_speaker(std::uint32_t event) const {
    return !is_passive(tree_, predicates_.all()[event].word) && clauses_.subjects(event).empty() &&
           !is_told_about(event);
  }

  std::optional<Word> speaker(std::uint32_t event) const {
    const Word verb = predicates_.all()[event].word;
    if (is_passive(tree_, verb)) {
      const auto agent = agent_phrase(context_, verb);
      return agent && tree_[*agent].feature("PronType") != "Prs" ? agent : std::nullopt;
    }
    const auto& subjects = clauses_.subjects(event);
    return subjects.empty() || is_told_about(event) ? std::nullopt : std::optional(subjects.front());
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicates& predicates_;
  const Clauses& clauses_;
  std::vector<std::optional<std::uint32_t>> holders_;
  std::vector<Quotation> quotations_;
  std::vector<std::optional<Word>> closing_phrases_;  ///< Of events of saying.
};

}  // namespace

std::vector<std::optional<std::uint32_t>> reporters(const SentenceContext& context, const Predicates& predicates,
                                                    const Clauses& clauses) {
  const SourceFinder finder(context, predicates, clauses);
  std::vector<std::optional<std::uint32_t>> found;
  for (std::uint32_t event = 0; event < predicates.all().size(); ++event) found.push_back(finder.reporter(event));
  return found;
}

std::vector<Attribution> sources(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses) {
  const SourceFinder finder(context, predicates, clauses);
  std::vector<Attribution> found;
  for (std::uint32_t event = 0; event < predicates.all().size(); ++event) found.push_back(finder.find(event));
  return found;
}

}  // namespace habari
