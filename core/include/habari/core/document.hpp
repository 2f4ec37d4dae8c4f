#pragma once

#include <habari/core/article.hpp>
#include <habari/core/ontology.hpp>
#include <habari/core/quantity.hpp>
#include <habari/core/text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// A name or time expression in the text, with what it stands for.
struct Mention {
  Span span;                            ///< Where it stands.
  EntityKind kind = EntityKind::thing;  ///< What sort of thing it is.
  std::string entity;  ///< Entity identifier, `person/vladimir-putin`: a function of what it is. Empty for times.
  std::string name;    ///< The entity's fullest name in this article, or its gazetteer name.
  std::string value;   ///< ISO 8601 value of a time (TimeValue::iso), empty where none can be known.
  /// Entries in catalogues, the surest first, and where it lies: `wikidata:Q3870`, `geonames:184745`,
  /// `geo:-1.28333,36.81667`, `gazetteer:place/goma` (links.hpp); none where nothing is certain.
  std::vector<std::string> links{};
  /// What languages translate in its name, and what they keep: `university+victoria`; empty where it is not made so.
  std::string parts{};
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// What led to an event or to one of its participants, where that was asked for (`habari extract --trace`).
struct Trace {
  std::string rule;  ///< Name of the rule: docs/frames.md lists them.
  std::string row;   ///< The table's row that it follows, `en/lexicon/verbs.tsv:41`; empty where it follows none.
  std::vector<std::pair<std::string, double>> evidence;  ///< What the confidence was reckoned from.
  friend bool operator==(const Trace&, const Trace&) = default;
};

/// One participant of an event.
struct Argument {
  Role role = Role::agent;  ///< How it takes part.
  /// Shortest text that identifies the participant (GUIDELINES' core): a name, a noun, a pronoun; where no word stands
  /// for it (`implicit`), its antecedent.
  Span core;
  Span phrase;  ///< The whole noun phrase. Invariant: phrase.contains(core).
  /// Entity identifier of what has a name in the article, or of what is spoken of more than once (`thing/bridge#2`: the
  /// second bridge of this article); else empty.
  std::string entity;
  std::string value;                   ///< ISO 8601 value, for times.
  std::optional<std::uint32_t> event;  ///< For content: index into Document::events.
  std::optional<Span> antecedent{};    ///< Where the article names what a pronoun, a description or nothing stands for.
  bool implicit = false;               ///< No word stands for it. Then there is an antecedent.
  std::optional<Quantity> quantity{};  ///< How many or how much of it there is: `34` of `34 dead`.
  double confidence = 1.0;             ///< That it takes this part, and is who is meant: 0 to 1.
  std::optional<Trace> trace{};        ///< Not read back from a document.
  std::string gloss{};                 ///< English noun for what has no name (`waandamanaji`: `protester`), or empty.
  friend bool operator==(const Argument&, const Argument&) = default;
};

/// Whose word the text gives for an event.
struct Source {
  Span span;                         ///< Where the text names it.
  std::string entity;                ///< Entity identifier as an argument's.
  std::optional<Span> antecedent{};  ///< As an argument's.
  friend bool operator==(const Source&, const Source&) = default;
};

/// One predicate with its participants.
struct Event {
  Span trigger;                                ///< The word that tells of it.
  std::string lemma;                           ///< In the article's language, as a dictionary gives it.
  std::string label;                           ///< English verb: the relation's name in the graph.
  EventType type = EventType::other;           ///< Its kind in the PLOVER scheme.
  Factuality factuality = Factuality::actual;  ///< Whether it happened.
  std::optional<Source> source;                ///< Nothing: the article's own word.
  std::vector<Argument> args;                  ///< Its participants, times included.
  Span sentence;                               ///< The sentence that tells of it.
  double confidence = 1.0;                     ///< 0 to 1.
  std::string rule;                            ///< The lexicon row or rule that produced it.
  std::optional<Quantity> quantity{};          ///< By how much, where that is no participant: `rose by 12.5 percent`.
  std::optional<Trace> trace{};                ///< As an argument's.
  std::string sense{};  ///< What is meant, in any language's words (`kill` of `murder`); empty: as the label says.
  friend bool operator==(const Event&, const Event&) = default;
};

/// What a title, an apposition or a copula states: subject is the `relation` of object.
struct StandingRelation {
  Span subject;                                ///< Who holds it.
  Span relation;                               ///< The title or the noun.
  Span object;                                 ///< Of whom or what.
  std::string subject_entity;                  ///< Entity identifier, or empty.
  std::string object_entity;                   ///< Entity identifier, or empty.
  std::string label;                           ///< English noun: `president`.
  double confidence = 1.0;                     ///< 0 to 1.
  Factuality factuality = Factuality::actual;  ///< Whether it holds. Only what does is a relation of the graph.
  std::optional<Source> source{};              ///< Nothing: the article's own word.
  std::optional<Span> subject_antecedent{};    ///< As an argument's.
  std::optional<Span> object_antecedent{};     ///< As an argument's.
  friend bool operator==(const StandingRelation&, const StandingRelation&) = default;
};

/// An article's frames. The second interface of the system (Sentence is the first):
/// whatever writes it is an extractor, whatever reads it can build a graph.
struct Document {
  Article article;                          ///< Where all spans point into.
  std::vector<Mention> entities;            ///< In text order.
  std::vector<Event> events;                ///< In text order.
  std::vector<StandingRelation> relations;  ///< In text order.
  std::string reader;  ///< Kind and model of what made its trees: `accurate 1a2b3c4d`; may be empty.
};

/// What to_json writes. Documents of `habari/document/1`, which lacks antecedents, are read as well.
inline constexpr std::string_view document_schema = "habari/document/2";
/// Whether parse_document reads documents that say so.
constexpr bool is_document_schema(std::string_view schema) {
  return schema == document_schema || schema == "habari/document/1";
}

/// One line of JSON, no line feed; spans in code points. Throws std::invalid_argument for a confidence outside 0 to 1.
std::string to_json(const Document& document);

/// Reads what to_json writes. Requires valid UTF-8.
/// Errors: Error names the member that is missing, of a wrong type or whose offsets lie outside the text.
Document parse_document(std::string_view json);

}  // namespace habari
