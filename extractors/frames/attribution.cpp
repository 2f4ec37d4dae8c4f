#include "frames/attribution.hpp"

#include "frames/arguments.hpp"

namespace habari {
namespace {

bool is_speech(const Predicate& predicate) { return predicate.verb != nullptr && predicate.verb->speech; }

bool is_complement(Deprel relation) {
  return relation == Deprel::ccomp || relation == Deprel::xcomp || relation == Deprel::csubj;
}

}  // namespace

std::vector<std::optional<std::uint32_t>> content_holders(const SentenceContext& context,
                                                          const Predicates& predicates) {
  const TreeView& tree = context.tree();
  const auto& all = predicates.all();
  std::vector<std::optional<std::uint32_t>> holders(all.size());
  for (std::uint32_t event = 0; event < all.size(); ++event) {
    const Word first = tree.first_conjunct(all[event].top());
    // A conjunct that is tensed otherwise than the first may be a clause of its own: `alisema … na akaondoka`.
    const auto head = tree.head(first);
    if (!head) continue;
    const auto above = predicates.at(*head);
    if (!above || *above == event) continue;
    const Deprel relation = tree[first].deprel;
    const bool noun_of_light = all[*above].noun == *head;
    const bool object_clause = relation == Deprel::obj && tree[*head].upos == Upos::verb;
    // `waliofika walishangaa`: a relative without a noun is someone, and nothing that is said.
    if (!tree[first].feature("RelNounClass").empty() && (object_clause || relation == Deprel::csubj)) continue;
    if (is_complement(relation) || object_clause || (noun_of_light && relation == Deprel::acl) ||
        (relation == Deprel::parataxis && is_speech(all[*above]) && !is_speech(all[event]))) {
      holders[event] = above;
    }
  }
  // A saying that interrupts what is said hangs below it: `Watu wawili, alisema waziri, walifariki`.
  for (std::uint32_t event = 0; event < all.size(); ++event) {
    if (!is_speech(all[event]) || tree[all[event].top()].deprel != Deprel::parataxis) continue;
    const auto head = tree.head(all[event].top());
    const auto above = head ? predicates.at(*head) : std::nullopt;
    if (above && *above != event && !holders[*above] && governed_complement(context, all[event].word) == std::nullopt) {
      holders[*above] = event;
    }
  }
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
        holders_(content_holders(context, predicates)) {}

  std::optional<Word> find(std::uint32_t event) const {
    std::optional<std::uint32_t> at = event;
    for (std::uint32_t steps = 0; at && steps <= tree_.size(); ++steps) {
      if (const auto phrase = phrase_at(*at)) return phrase;
      bool reported = false;
      const auto above = next(*at, reported);
      if (above == event) return std::nullopt;
      if (above && reported && is_speech(predicates_.all()[*above])) return speaker(*above);
      at = above;
    }
    return std::nullopt;
  }

  /// The event directly above, where it is one of saying and this one its content.
  std::optional<std::uint32_t> reporter(std::uint32_t event) const {
    bool reported = false;
    const auto above = next(event, reported);
    return above && above != event && reported && is_speech(predicates_.all()[*above]) ? above : std::nullopt;
  }

 private:
  std::optional<std::uint32_t> next(std::uint32_t event, bool& reported) const {
    reported = holders_[event].has_value();
    return reported ? holders_[event] : next_above(predicates_.all()[event].top(), reported);
  }

  std::optional<Word> phrase_at(std::uint32_t event) const {
    const Predicate& predicate = predicates_.all()[event];
    if (auto phrase = source_phrase(context_, predicate.word)) return phrase;
    for (const Word governor : predicate.governors) {
      if (auto phrase = source_phrase(context_, governor)) return phrase;
    }
    return predicate.noun ? source_phrase(context_, *predicate.noun) : std::nullopt;
  }

  /// The event above a word, climbing through phrases and verbless clauses; `reported` where the last step into it was
  /// from its complement: `alisema kuna watu waliofariki`.
  std::optional<std::uint32_t> next_above(Word word, bool& reported) const {
    for (std::uint32_t steps = 0; steps <= tree_.size(); ++steps) {
      const Word first = tree_.first_conjunct(word);
      const auto head = tree_.head(first);
      if (!head) return std::nullopt;
      reported = is_complement(tree_[first].deprel);
      if (const auto event = predicates_.at(*head)) return event;
      word = *head;
    }
    return std::nullopt;
  }

  std::optional<Word> speaker(std::uint32_t event) const {
    const auto& subjects = clauses_.subjects(event);
    if (subjects.empty() || is_passive(tree_, predicates_.all()[event].word)) return std::nullopt;
    return subjects.front();
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicates& predicates_;
  const Clauses& clauses_;
  std::vector<std::optional<std::uint32_t>> holders_;
};

}  // namespace

std::vector<std::optional<std::uint32_t>> reporters(const SentenceContext& context, const Predicates& predicates,
                                                    const Clauses& clauses) {
  const SourceFinder finder(context, predicates, clauses);
  std::vector<std::optional<std::uint32_t>> found;
  for (std::uint32_t event = 0; event < predicates.all().size(); ++event) found.push_back(finder.reporter(event));
  return found;
}

std::vector<std::optional<Word>> sources(const SentenceContext& context, const Predicates& predicates,
                                         const Clauses& clauses) {
  const SourceFinder finder(context, predicates, clauses);
  std::vector<std::optional<Word>> found;
  for (std::uint32_t event = 0; event < predicates.all().size(); ++event) found.push_back(finder.find(event));
  return found;
}

}  // namespace habari
