#pragma once

#include <habari/core/article.hpp>
#include <habari/core/graph_records.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace habari {

/// What one article contributes to a graph, with identifiers instead of numbers: how a graph that was written is read
/// again. Unlike a Document nothing in it is to be found out any more, and it does not need the article's text.
struct ArticlePart {
  struct EntityMention {
    std::string entity;  ///< `person/vladimir-putin`
    EntityKind kind = EntityKind::thing;
    CharSpan span;
    std::string text;
    std::string name;
  };
  struct EventMention {
    Uuid event;
    std::string label;
    EventType type = EventType::other;
    Factuality factuality = Factuality::actual;
    std::optional<TimeValue> time;
    CharSpan trigger;
    CharSpan sentence;
    std::string text;
    std::string lemma;
    std::string rule;
    float confidence = 0.0F;
    std::string source;  ///< Entity identifier; empty: the article's own word.
    CharSpan source_span;
    std::string source_text;
  };
  /// One of `entity` and `event`: the participant.
  struct RoleMention {
    std::uint32_t event_mention = 0;  ///< Index into event_mentions.
    Role role = Role::agent;
    std::string entity;
    std::optional<std::uint32_t> event;  ///< Index into event_mentions.
    CharSpan core;
    CharSpan phrase;
    std::string text;
  };
  struct TimeMention {
    std::uint32_t event_mention = 0;
    CharSpan span;
    std::string text;
    std::string value;  ///< ISO 8601 (TimeValue::iso), or empty.
  };
  struct RelationMention {
    std::string subject;
    std::string label;
    std::string object;
    CharSpan subject_span;
    CharSpan relation_span;
    CharSpan object_span;
    std::string text;
    float confidence = 0.0F;
  };

  Article article;  ///< `text` may be empty.
  std::vector<EntityMention> entity_mentions;
  std::vector<EventMention> event_mentions;
  std::vector<RoleMention> role_mentions;
  std::vector<TimeMention> time_mentions;
  std::vector<RelationMention> relation_mentions;
};

}  // namespace habari
