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
  /// Where an entity is named.
  struct EntityMention {
    std::string entity;                   ///< `person/vladimir-putin`
    EntityKind kind = EntityKind::thing;  ///< What sort of thing it is.
    CharSpan span;                        ///< Where it stands.
    std::string text;                     ///< The characters under the span.
    std::string name;                     ///< What the article calls it at its fullest.
  };
  /// Where an event is told, with what the event is.
  struct EventMention {
    Uuid event;                                  ///< Identifier of the event.
    std::string label;                           ///< English word for it.
    std::string sense;                           ///< Event::sense.
    EventType type = EventType::other;           ///< Its kind in the PLOVER scheme.
    Factuality factuality = Factuality::actual;  ///< Whether it happened.
    std::optional<TimeValue> time;               ///< Nothing where none is known.
    CharSpan trigger;                            ///< The word that tells of it.
    CharSpan sentence;                           ///< The sentence around it.
    std::string text;                            ///< The trigger as written.
    std::string lemma;                           ///< In the article's language.
    std::string rule;                            ///< What produced it.
    float confidence = 0.0F;                     ///< 0 to 1.
    std::string source;                          ///< Entity identifier; empty: the article's own word.
    CharSpan source_span;                        ///< Where the text names the source.
    std::string source_text;                     ///< The characters there.
  };
  /// One of `entity` and `event`: the participant.
  struct RoleMention {
    std::uint32_t event_mention = 0;     ///< Index into event_mentions.
    Role role = Role::agent;             ///< How it takes part.
    std::string entity;                  ///< Identifier; empty where it is an event.
    std::optional<std::uint32_t> event;  ///< Index into event_mentions.
    CharSpan core;                       ///< Shortest text that tells who it is.
    CharSpan phrase;                     ///< The whole noun phrase.
    std::string text;                    ///< The characters under `core`.
    float confidence = 1.0F;             ///< 0 to 1.
  };
  /// A time expression of an event mention.
  struct TimeMention {
    std::uint32_t event_mention = 0;  ///< Index of the event mention.
    CharSpan span;                    ///< Where it stands.
    std::string text;                 ///< The characters under the span.
    std::string value;                ///< ISO 8601 (TimeValue::iso), or empty.
  };
  /// A count or an amount of an event mention.
  struct QuantityMention {
    std::uint32_t event_mention = 0;             ///< Index of the event mention.
    CharSpan participant;                        ///< `core` of the participant it is of; empty: it is the event's own.
    CharSpan span;                               ///< The words that say it.
    std::string text;                            ///< The characters under the span.
    std::string value;                           ///< A decimal number (decimal()).
    std::string unit;                            ///< Quantity::unit.
    QuantityBound bound = QuantityBound::exact;  ///< How exactly the text gives it.
  };
  /// Where a standing relation is stated.
  struct RelationMention {
    std::string subject;      ///< Who holds it.
    std::string label;        ///< English word for it.
    std::string object;       ///< Of whom or what.
    CharSpan subject_span;    ///< Where the subject stands.
    CharSpan relation_span;   ///< Where the title or noun stands.
    CharSpan object_span;     ///< Where the object stands.
    std::string text;         ///< The characters under the span.
    float confidence = 0.0F;  ///< 0 to 1.
  };

  /// An entry of a catalogue that an entity is, or where it lies.
  struct EntityLink {
    std::string entity;  ///< Identifier.
    std::string link;    ///< `wikidata:Q7747`, `geo:-1.28333,36.81667`
  };
  /// Two events that are probably one; the article tells of one of them or of both.
  struct EventMatch {
    Uuid first;               ///< Identifier of an event.
    Uuid second;              ///< first < second.
    float confidence = 0.0F;  ///< 0 to 1.
  };

  Article article;                                 ///< `text` may be empty.
  std::vector<EntityMention> entity_mentions;      ///< In any order.
  std::vector<EventMention> event_mentions;        ///< In any order.
  std::vector<RoleMention> role_mentions;          ///< In any order.
  std::vector<TimeMention> time_mentions;          ///< In any order.
  std::vector<QuantityMention> quantity_mentions;  ///< In any order.
  std::vector<RelationMention> relation_mentions;  ///< In any order.
  std::vector<EntityLink> entity_links;            ///< In any order.
  std::vector<EventMatch> event_matches;           ///< In any order.
};

}  // namespace habari
