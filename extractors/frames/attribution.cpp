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

std::vector<std::optional<Word>> sources(const SentenceContext& context, const Predicates& predicates,
                                         const Clauses& clauses) {
  const TreeView& tree = context.tree();
  const auto& all = predicates.all();
  const auto holders = content_holders(context, predicates);
  std::vector<std::optional<Word>> found(all.size());
  for (std::uint32_t event = 0; event < all.size(); ++event) {
    std::optional<std::uint32_t> at = event;
    std::vector<bool> seen(all.size(), false);
    while (at && !seen[*at]) {
      seen[*at] = true;
      std::optional<Word> phrase = source_phrase(context, all[*at].word);
      for (std::size_t i = 0; i < all[*at].governors.size() && !phrase; ++i) {
        phrase = source_phrase(context, all[*at].governors[i]);
      }
      if (!phrase && all[*at].noun) phrase = source_phrase(context, *all[*at].noun);
      if (phrase) {
        found[event] = phrase;
        break;
      }
      if (holders[*at]) {
        const std::uint32_t holder = *holders[*at];
        if (is_speech(all[holder])) {
          if (!clauses.subjects(holder).empty() && !is_passive(tree, all[holder].word)) {
            found[event] = clauses.subjects(holder).front();
          }
          break;
        }
        at = holder;
        continue;
      }
      // Clauses inside a reported clause are reported with it.
      std::optional<Word> above = tree.head(all[*at].top());
      while (above && !predicates.at(*above)) above = tree.head(*above);
      at = above ? predicates.at(*above) : std::nullopt;
    }
  }
  return found;
}

}  // namespace habari
