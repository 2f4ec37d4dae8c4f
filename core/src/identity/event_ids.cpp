#include "identity/event_ids.hpp"

#include <algorithm>
#include <utility>

namespace habari {
namespace {

class EventIds {
 public:
  EventIds(const Interner& strings, const std::vector<RawArticle>& articles,
           const std::vector<RawEventMention>& mentions, const EventProfiles& profiles)
      : strings_(strings), articles_(articles), mentions_(mentions), profiles_(profiles) {}

  std::vector<Uuid> compute() {
    // What an event says is part of what it is, so the events inside come first; a loop is broken at the trigger.
    ids_.resize(mentions_.size());
    std::vector<bool> open(mentions_.size());
    done_.resize(mentions_.size());
    std::vector<std::uint32_t> stack;
    for (std::uint32_t root = 0; root < mentions_.size(); ++root) {
      if (!articles_[mentions_[root].mention.article].alive) continue;
      stack.push_back(root);
      while (!stack.empty()) {
        const std::uint32_t top = stack.back();
        bool waits = false;
        if (!done_[top] && !open[top]) {
          open[top] = true;
          for (const RawRole& role : profiles_.roles(top)) {
            if (role.content == none || done_[role.content] || open[role.content]) continue;
            stack.push_back(role.content);
            waits = true;
          }
        }
        if (waits) continue;
        if (!done_[top]) ids_[top] = id(top);
        done_[top] = true;
        stack.pop_back();
      }
    }
    return std::move(ids_);
  }

 private:
  static std::string place(CharSpan span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

  Uuid id(std::uint32_t mention) const {
    const RawEventMention& row = mentions_[mention];
    if (articles_[row.mention.article].has_identity) return row.event.uuid;
    std::vector<std::pair<Role, std::string>> participants;
    for (const RawRole& role : profiles_.roles(mention)) {
      if (role.content == none) {
        participants.emplace_back(role.role, "entity/" + std::string(strings_[role.entity]));
      } else if (done_[role.content]) {
        participants.emplace_back(role.role, "event/" + ids_[role.content].text());
      } else {
        participants.emplace_back(role.role, "trigger/" + place(mentions_[role.content].mention.trigger));
      }
    }
    std::sort(participants.begin(), participants.end());
    participants.erase(std::unique(participants.begin(), participants.end()), participants.end());

    const auto time = row.event.time.unpack();
    const std::string_view article = strings_[articles_[row.mention.article].record.id];
    IdentityKey key{"event", strings_[row.event.label], name(row.event.type), name(row.event.factuality),
                    time ? time->iso() : std::string()};
    key.add(time && !participants.empty() ? std::string_view() : article);
    key.add(participants.empty() ? place(row.mention.trigger) : std::string());
    for (const auto& [role, participant] : participants) {
      key.add(name(role));
      key.add(participant);
    }
    return key.uuid();
  }

  const Interner& strings_;
  const std::vector<RawArticle>& articles_;
  const std::vector<RawEventMention>& mentions_;
  const EventProfiles& profiles_;
  std::vector<Uuid> ids_;
  std::vector<bool> done_;
};

}  // namespace

std::vector<Uuid> told_event_ids(const Interner& strings, const std::vector<RawArticle>& articles,
                                 const std::vector<RawEventMention>& mentions, const EventProfiles& profiles) {
  return EventIds(strings, articles, mentions, profiles).compute();
}

}  // namespace habari
