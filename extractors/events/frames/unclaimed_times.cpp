#include "frames/unclaimed_times.hpp"

#include <algorithm>

namespace habari {
namespace {

/// People, places and other names have no date; what is told of them has.
bool is_dateless(const SentenceContext& context, Word noun) {
  switch (context.kind(noun).value_or(EntityKind::event)) {
    case EntityKind::event:
    case EntityKind::time:
      return false;
    case EntityKind::thing:
    case EntityKind::product:
      return context.mention(noun) != nullptr;
    default:
      return true;
  }
}

/// The event that a time nobody has claimed belongs to: the nearest above it, past nouns before the time that have no
/// date
/// (`killed five people in Rufiji on Wednesday`, but not `read the report of Wednesday`). One of several times has the
/// event of the first (`tarehe 20 na 21 Mei`).
std::optional<std::uint32_t> dated_event(const SentenceContext& context, const Predicates& predicates, Word time) {
  const TreeView& tree = context.tree();
  const Mention* mention = context.mention(time);
  std::optional<Word> at = tree.head(time);
  for (std::uint32_t steps = 0; at && steps <= tree.size(); ++steps) {
    if (const auto event = predicates.at(*at)) return event;
    const Upos upos = tree[*at].upos;
    const bool shared = tree[time].deprel == Deprel::conj && context.kind(*at) == EntityKind::time;
    const bool noun = !shared && (upos == Upos::noun || upos == Upos::propn || upos == Upos::pron);
    if (noun && context.mention(*at) != mention && (*at > time || !is_dateless(context, *at))) return std::nullopt;
    at = tree.head(*at);
  }
  return std::nullopt;
}

}  // namespace

void add_unclaimed_times(const SentenceContext& context, const Predicates& predicates,
                         std::vector<std::vector<RoleFiller>>& all) {
  if (!context.follows(FrameRule::unclaimed_time)) return;
  const Mention* last = nullptr;
  for (Word word = 0; word < context.tree().size(); ++word) {
    const Mention* mention = context.mention(word);
    if (mention == nullptr || mention->kind != EntityKind::time || mention == last) continue;
    last = mention;
    const bool claimed = std::any_of(all.begin(), all.end(), [&](const auto& fillers) {
      return std::any_of(fillers.begin(), fillers.end(),
                         [&](const RoleFiller& filler) { return filler.participant.core.overlaps(mention->span); });
    });
    if (claimed) continue;
    if (const auto event = dated_event(context, predicates, word)) {
      all[*event].push_back({Role::time, describe_participant(context, word), FrameRule::unclaimed_time, {}});
    }
  }
}

}  // namespace habari
