#pragma once

#include <habari/core/date.hpp>
#include <habari/core/identifiers.hpp>
#include <habari/core/ontology.hpp>
#include <habari/core/string_table.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// Boost.Graph's vertex descriptor: entities come first, by identifier; then events, by identifier.
using Vertex = std::uint32_t;
/// Stands where there is none.
inline constexpr Vertex no_vertex = 0xFFFFFFFFU;

/// Half-open range of Unicode code points of an article's text, as the document format and NIF count them.
struct CharSpan {
  std::uint32_t begin = 0;  ///< First code point.
  std::uint32_t end = 0;    ///< Code point after the last.
  friend constexpr auto operator<=>(const CharSpan&, const CharSpan&) = default;
};

/// Where an entity is named, or spoken of by a common noun.
struct EntityMention {
  std::uint32_t article = 0;  ///< Index of Graph::article.
  CharSpan span;              ///< Where it stands.
  StringId text{};            ///< The characters under `span`.
  StringId name{};            ///< What the article calls it at its fullest.
  friend auto operator<=>(const EntityMention&, const EntityMention&) = default;
};

/// Where an event is told. What one mention says and another does not (source, rule, sureness) stays with it.
struct EventMention {
  std::uint32_t article = 0;  ///< Index of Graph::article.
  CharSpan trigger;           ///< The word that tells of it.
  CharSpan sentence;          ///< The sentence around it.
  StringId text{};            ///< The trigger as written.
  StringId lemma{};           ///< In the article's language.
  StringId rule{};            ///< What produced it: lexicon row or rule.
  float confidence = 0.0F;    ///< 0 to 1.
  Vertex source = no_vertex;  ///< Entity whose word it is; no_vertex: the article's own.
  CharSpan source_span;       ///< Where the text names the source.
  StringId source_text{};     ///< The characters there.
  friend auto operator<=>(const EventMention&, const EventMention&) = default;
};

/// Where an event's participant stands in a mention of that event.
struct RoleMention {
  std::uint32_t event_mention = 0;  ///< Index of Graph::event_mention.
  CharSpan core;                    ///< Shortest text that tells who it is.
  CharSpan phrase;                  ///< The whole noun phrase.
  StringId text{};                  ///< The characters under `core`.
  float confidence = 1.0F;          ///< That it takes this part, and is who is meant: 0 to 1.
  friend auto operator<=>(const RoleMention&, const RoleMention&) = default;
};

/// A time expression of an event mention.
struct TimeMention {
  std::uint32_t event_mention = 0;  ///< Index of the event mention.
  CharSpan span;                    ///< Where it stands.
  StringId text{};                  ///< The characters under the span.
  StringId value{};                 ///< ISO 8601 (TimeValue::iso), empty where none can be known.
  friend auto operator<=>(const TimeMention&, const TimeMention&) = default;
};

/// A count or an amount of an event mention.
struct QuantityMention {
  std::uint32_t event_mention = 0;             ///< Index of the event mention.
  CharSpan participant;                        ///< `core` of the participant it is of; empty: it is the event's own.
  CharSpan span;                               ///< The words that say it.
  StringId text{};                             ///< The characters under the span.
  StringId value{};                            ///< A decimal number: `12.5`.
  StringId unit{};                             ///< Quantity::unit.
  QuantityBound bound = QuantityBound::exact;  ///< How exactly the text gives it.
  friend auto operator<=>(const QuantityMention&, const QuantityMention&) = default;
};

/// Where a standing relation is stated.
struct RelationMention {
  std::uint32_t article = 0;  ///< Index of Graph::article.
  CharSpan subject;           ///< Who holds it.
  CharSpan relation;          ///< The title or the noun.
  CharSpan object;            ///< Of whom or what.
  StringId text{};            ///< The characters under `relation`.
  float confidence = 0.0F;    ///< 0 to 1.
  friend auto operator<=>(const RelationMention&, const RelationMention&) = default;
};

/// What an entity is called in a language.
struct EntityName {
  StringId language{};         ///< BCP 47, lower case.
  StringId text{};             ///< As written.
  std::uint32_t mentions = 0;  ///< How many of the entity's mentions give it this name or are written so.
  bool preferred = false;      ///< One a language: the name most mentions give, of several the longest.
  friend auto operator<=>(const EntityName&, const EntityName&) = default;
};

/// A TimeValue in eight bytes: year * 10000 + month * 100 + day, twice; 0 where there is none.
struct PackedTime {
  std::uint32_t begin = 0;  ///< First day.
  std::uint32_t end = 0;    ///< Last day.

  static PackedTime pack(const std::optional<TimeValue>& time);  ///< Exact: no precision is lost.
  std::optional<TimeValue> unpack() const;                       ///< What was packed.
  friend auto operator<=>(const PackedTime&, const PackedTime&) = default;
};

/// An article in numbers of the string table.
struct ArticleRecord {
  StringId id{};             ///< Identifier.
  StringId language{};       ///< BCP 47, lower case.
  StringId title{};          ///< Empty where there is none.
  StringId url{};            ///< Empty where there is none.
  std::optional<Date> date;  ///< Publication date.
  StringId outlet{};         ///< As all below, Publication's.
  StringId author{};         ///< Several: set apart by `; `.
  StringId section{};        ///< Empty where there is none.
  StringId published{};      ///< Date and time.
  StringId updated{};        ///< Date, or date and time.
  std::uint32_t words = 0;   ///< Of its text.
  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

/// An entity in numbers of the string table.
struct EntityRecord {
  StringId id{};                        ///< Identifier.
  EntityKind kind = EntityKind::thing;  ///< What sort of thing it is.
  friend bool operator==(const EntityRecord&, const EntityRecord&) = default;
};

/// An event in numbers of the string table.
struct EventRecord {
  Uuid uuid;                                   ///< Identifier, without `event/`.
  StringId label{};                            ///< English word for it.
  StringId sense{};                            ///< What is meant, in any language's words: Event::sense.
  PackedTime time;                             ///< Nothing where none is known.
  EventType type = EventType::other;           ///< Its kind in the PLOVER scheme.
  Factuality factuality = Factuality::actual;  ///< Whether it happened.
  friend bool operator==(const EventRecord&, const EventRecord&) = default;
};

/// An entry of a public catalogue that an entity is, or where it lies, by the word of an article that mentions it.
struct EntityLink {
  Vertex entity = no_vertex;  ///< Who or what.
  StringId link{};            ///< `wikidata:Q7747`; links.hpp tells the others.
  friend auto operator<=>(const EntityLink&, const EntityLink&) = default;
};

/// Two events of different articles that are probably one: all that both tell agrees, but no date proves it.
struct EventMatch {
  Vertex first = no_vertex;   ///< The event with the lower vertex.
  Vertex second = no_vertex;  ///< first < second.
  float confidence = 0.0F;    ///< 0 to 1.
  friend auto operator<=>(const EventMatch&, const EventMatch&) = default;
};

/// What a frozen graph is made of, beside its structure. Lists of lists are flat: those of element i are
/// [begin[i], begin[i + 1]), and every `…_begin` has one element more than there are owners.
/// Order: articles, entities and events by identifier; edges by source, role or label, target; mentions by article
/// and place. So the rows are a function of the articles' content alone.
struct GraphRows {
  StringTable strings;                  ///< All different strings.
  std::vector<ArticleRecord> articles;  ///< By identifier.
  std::vector<std::string> texts;       ///< One an article; empty where none has one.

  std::vector<EntityRecord> entities;               ///< By identifier.
  std::vector<std::uint32_t> name_begin;            ///< Of each entity.
  std::vector<EntityName> names;                    ///< Preferred ones first, most mentioned first.
  std::vector<std::uint32_t> entity_mention_begin;  ///< Of each entity.
  std::vector<EntityMention> entity_mentions;       ///< By article and place.
  std::vector<EntityLink> entity_links;             ///< By entity, then link.

  std::vector<EventRecord> events;                 ///< By identifier.
  std::vector<std::uint32_t> event_mention_begin;  ///< Of each event.
  std::vector<EventMention> event_mentions;        ///< By article and place.
  std::vector<TimeMention> time_mentions;          ///< By event mention.
  std::vector<QuantityMention> quantity_mentions;  ///< By event mention.

  std::vector<EventMatch> event_matches;  ///< By first, then second event.

  std::vector<StringId> relation_labels;              ///< Of edges [0, size).
  std::vector<std::uint32_t> relation_mention_begin;  ///< Of each standing relation.
  std::vector<RelationMention> relation_mentions;     ///< By article and place.

  std::vector<Role> roles;                        ///< Of the edges after the relations.
  std::vector<std::uint32_t> role_mention_begin;  ///< Of each role.
  std::vector<RoleMention> role_mentions;         ///< By event mention and place.

  friend bool operator==(const GraphRows&, const GraphRows&) = default;
};

}  // namespace habari
