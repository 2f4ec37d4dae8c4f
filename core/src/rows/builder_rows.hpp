#pragma once

#include "rows/row_number.hpp"

#include <habari/core/graph_records.hpp>
#include <habari/core/text.hpp>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace habari {

/// Numbers strings in the order they come; the frozen graph's numbers follow their bytewise order instead.
class Interner {
 public:
  StringId operator()(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const StringId id{row_number(strings_.size())};
    const std::string& kept = strings_.emplace_back(text);
    numbers_.emplace(kept, id);
    return id;
  }
  std::string_view operator[](StringId id) const { return strings_[static_cast<std::uint32_t>(id)]; }
  std::size_t size() const { return strings_.size(); }

 private:
  std::deque<std::string> strings_;
  std::unordered_map<std::string_view, StringId> numbers_;
};

struct RawArticle {
  ArticleRecord record;
  Uuid fingerprint;  ///< Of the whole document.
  std::string text;
  bool has_identity = false;  ///< From a graph, where entities and events were joined.
  bool alive = true;          ///< False once another document of the same id took its place.
};

struct RawEntityMention {
  StringId entity{};
  std::uint32_t article = 0;
  CharSpan span;
  StringId text{};
  StringId name{};
  EntityKind kind = EntityKind::thing;
  StringId parts{};  ///< Mention::parts.
  friend auto operator<=>(const RawEntityMention&, const RawEntityMention&) = default;
};

/// An article's word that an entity has an entry in a catalogue.
struct RawLink {
  StringId entity{};
  StringId link{};
  std::uint32_t article = 0;
};

struct RawEventMention {
  EventRecord event;     ///< `uuid` is not set before events are joined.
  EventMention mention;  ///< `source` is not set.
  StringId source{};     ///< Entity identifier, or no_source.
};
inline constexpr StringId no_source{none};

/// Two events that are probably one.
struct RawEventMatch {
  Uuid first;
  Uuid second;
  float confidence = 0.0F;
  friend auto operator<=>(const RawEventMatch&, const RawEventMatch&) = default;
};

/// One that was found when the article's graph was made.
struct RawKnownMatch {
  RawEventMatch match;
  std::uint32_t article = 0;
};

struct RawRole {
  std::uint32_t mention = none;  ///< Row of event_mentions.
  Role role = Role::agent;
  StringId entity{};             ///< Entity identifier, where content is none.
  std::uint32_t content = none;  ///< Row of event_mentions.
  StringId gloss{};              ///< Argument::gloss.
  RoleMention place;             ///< `event_mention` is not set.
};

struct RawRelation {
  StringId subject{};
  StringId label{};
  StringId object{};
  RelationMention mention;
};

/// All rows of one article stand together and name it by number, so that an article can be left out again.
struct BuilderRows {
  Interner strings;
  std::vector<RawArticle> articles;
  std::unordered_map<std::string, std::uint32_t> article_numbers;  ///< By id; looked up, never iterated.
  std::vector<RawEntityMention> entity_mentions;
  std::vector<RawLink> links;
  std::vector<RawEventMention> event_mentions;
  std::vector<RawRole> roles;
  std::vector<TimeMention> times;           ///< `event_mention` is a row of event_mentions.
  std::vector<QuantityMention> quantities;  ///< As times.
  std::vector<RawRelation> relations;
  std::vector<RawKnownMatch> known_matches;
};

}  // namespace habari
