#include "identity/participant_joiner.hpp"

#include "identity/local_entities.hpp"
#include "rows/sorting.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace habari {
namespace {

using RoleNumber = std::uint32_t;

/// Where an article tells an event.
using Telling = std::pair<std::uint32_t, CharSpan>;

/// Participants of one event that are called by the same words, whatever articles call them so.
struct Wording {
  NameForm words;
  std::vector<RoleNumber> roles;
  std::vector<Telling> tellings;  ///< That have it; sorted.
  std::set<std::string_view> ids;
  std::size_t kept;  ///< The wording it goes to; itself where it stays.
};

/// An entity where an article mentions it.
using Place = std::tuple<std::uint32_t, CharSpan, StringId>;

/// What stands at places, and what is to stand there.
using Moves = std::map<Place, StringId>;

class ParticipantJoiner {
 public:
  explicit ParticipantJoiner(const BuilderRows& rows)
      : strings_(rows.strings), articles_(rows.articles), mentions_(rows.event_mentions), roles_(rows.roles) {
    for (const RawLink& link : rows.links) {
      if (is_local_entity_id(strings_[link.entity])) linked_.insert(link.entity);
    }
  }

  Moves moves() {
    struct Row {
      Uuid event;
      Role role;
      std::string_view language;
      RoleNumber number;
      auto head() const { return std::tie(event, role, language); }
    };
    const std::vector<bool> is_joined = joined_mentions();
    std::vector<Row> rows;
    for (RoleNumber i = 0; i < roles_.size(); ++i) {
      const RawRole& role = roles_[i];
      if (!is_joined[role.mention] || !is_unnamed(role)) continue;
      const RawEventMention& mention = mentions_[role.mention];
      const StringId language = articles_[mention.mention.article].record.language;
      rows.push_back({mention.event.uuid, role.role, strings_[language], i});
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.head() < b.head(); });
    std::vector<RoleNumber> group;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
      group.clear();
      for (; end < rows.size() && rows[end].head() == rows[begin].head(); ++end) group.push_back(rows[end].number);
      if (group.size() > 1) join_role(group);
    }
    std::erase_if(moves_, [&](const auto& move) { return disputed_.contains(move.first); });
    return std::move(moves_);
  }

 private:
  /// By event mention: whether the event has others.
  std::vector<bool> joined_mentions() const {
    std::vector<std::pair<Uuid, std::uint32_t>> alive;
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (articles_[mentions_[i].mention.article].alive) alive.emplace_back(mentions_[i].event.uuid, i);
    }
    std::sort(alive.begin(), alive.end());
    std::vector<bool> joined(mentions_.size());
    for (std::size_t i = 1; i < alive.size(); ++i) {
      if (alive[i].first == alive[i - 1].first) joined[alive[i].second] = joined[alive[i - 1].second] = true;
    }
    return joined;
  }

  bool is_unnamed(const RawRole& role) const {
    return role.content == none && is_local_entity_id(strings_[role.entity]) && !linked_.contains(role.entity);
  }

  void join_role(const std::vector<RoleNumber>& group) {
    // Only what has one core, `agreement`, is compared: `port` is no short word for `port workers`.
    std::map<std::vector<std::u32string>, std::vector<RoleNumber>> by_core;
    for (const RoleNumber number : group) {
      by_core[name_form(strings_[roles_[number].place.text]).words].push_back(number);
    }
    for (const auto& [core, roles] : by_core) {
      if (roles.size() > 1 && !core.empty()) join_wordings(wordings(roles));
    }
  }

  /// Those of most words first.
  std::vector<Wording> wordings(const std::vector<RoleNumber>& roles) const {
    std::map<std::vector<std::u32string>, Wording> by_words;
    for (const RoleNumber number : roles) {
      NameForm words = phrase_of_local_id(strings_[roles_[number].entity]);
      sort_unique(words.words);
      Wording& wording = by_words[words.words];
      wording.words = std::move(words);
      wording.roles.push_back(number);
      const EventMention& mention = mentions_[roles_[number].mention].mention;
      wording.tellings.emplace_back(mention.article, mention.trigger);
      wording.ids.insert(strings_[roles_[number].entity]);
    }
    std::vector<Wording> found;
    for (auto& [words, wording] : by_words) {
      sort_unique(wording.tellings);
      found.push_back(std::move(wording));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Wording& a, const Wording& b) { return a.words.words.size() > b.words.words.size(); });
    for (std::size_t i = 0; i < found.size(); ++i) found[i].kept = i;
    return found;
  }

  void join_wordings(std::vector<Wording> wordings) {
    for (std::size_t i = 0; i < wordings.size(); ++i) {
      const std::size_t kept = longest_of(wordings, i);
      if (kept == i) continue;
      wordings[i].kept = kept;
      // What stands beside the shorter one in a mention stands beside the longest from now on.
      auto& tellings = wordings[kept].tellings;
      tellings.insert(tellings.end(), wordings[i].tellings.begin(), wordings[i].tellings.end());
      sort_unique(tellings);
    }
    for (const Wording& wording : wordings) {
      const StringId to = id_of(wordings[wording.kept]);
      for (const RoleNumber number : wording.roles) move(number, to);
    }
  }

  /// The one that all wordings with more words stand for; `part` itself where there is none, where there are two, and
  /// where a mention tells both apart (`a man and a young man`).
  static std::size_t longest_of(const std::vector<Wording>& wordings, std::size_t part) {
    std::set<std::size_t> candidates;
    for (std::size_t i = 0; i < part; ++i) {
      if (all_words_in(wordings[part].words, wordings[i].words)) candidates.insert(wordings[i].kept);
    }
    if (candidates.size() != 1) return part;
    const std::size_t whole = *candidates.begin();
    return intersect(wordings[part].tellings, wordings[whole].tellings) ? part : whole;
  }

  StringId id_of(const Wording& wording) const {
    for (const RoleNumber number : wording.roles) {
      if (strings_[roles_[number].entity] == *wording.ids.begin()) return roles_[number].entity;
    }
    return {};
  }

  /// What stands at one place is one thing: two events that would make two of it leave it as it is.
  void move(RoleNumber number, StringId to) {
    const RawRole& role = roles_[number];
    if (role.entity == to) return;
    const Place place(mentions_[role.mention].mention.article, role.place.core, role.entity);
    const auto [known, added] = moves_.emplace(place, to);
    if (!added && known->second != to) disputed_.insert(place);
  }

  const Interner& strings_;
  const std::vector<RawArticle>& articles_;
  const std::vector<RawEventMention>& mentions_;
  const std::vector<RawRole>& roles_;
  std::set<StringId> linked_;  ///< Local entities that a catalogue has all the same.
  Moves moves_;
  std::set<Place> disputed_;
};

/// A participant is called by the longest name that its own article has for it.
std::map<StringId, StringId> names_of_targets(const Interner& strings, const Moves& moves,
                                              const std::vector<RawEntityMention>& mentions) {
  std::map<StringId, StringId> names;
  for (const auto& [from, to] : moves) names.emplace(to, StringId{none});
  const auto rank = [&](StringId id) { return std::pair(strings[id].size(), strings[id]); };
  for (const RawEntityMention& row : mentions) {
    const auto name = names.find(row.entity);
    if (name == names.end()) continue;
    if (name->second == StringId{none} || rank(row.name) > rank(name->second)) name->second = row.name;
  }
  return names;
}

}  // namespace

void join_participants(BuilderRows& rows) {
  // What moved may be more words for another event's participant. It ends: words only become more, identifiers of the
  // same words smaller.
  while (true) {
    const Moves moves = ParticipantJoiner(rows).moves();
    if (moves.empty()) return;
    const auto move = [&](std::uint32_t article, CharSpan span, StringId& entity) {
      const auto found = moves.find({article, span, entity});
      if (found != moves.end()) entity = found->second;
      return found != moves.end();
    };
    const std::map<StringId, StringId> names = names_of_targets(rows.strings, moves, rows.entity_mentions);
    for (RawEntityMention& row : rows.entity_mentions) {
      if (move(row.article, row.span, row.entity)) row.name = names.at(row.entity);
    }
    for (RawRole& role : rows.roles) {
      if (role.content == none) move(rows.event_mentions[role.mention].mention.article, role.place.core, role.entity);
    }
    for (RawEventMention& row : rows.event_mentions) {
      if (row.source != no_source) move(row.mention.article, row.mention.source_span, row.source);
    }
    for (RawRelation& row : rows.relations) {
      move(row.mention.article, row.mention.subject, row.subject);
      move(row.mention.article, row.mention.object, row.object);
    }
  }
}

}  // namespace habari
