#pragma once

#include <habari/core/date.hpp>
#include <habari/core/graph_records.hpp>
#include <habari/core/ontology.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace habari {

/// Stands for a vertex to be found; equal names stand for the same one in all steps of a question.
struct Variable {
  std::string name;  ///< Any text.
  friend bool operator==(const Variable&, const Variable&) = default;
};

/// Who or what may stand at one place of a pattern: anything or nothing at all (the default), a vertex, whatever has an
/// identifier or a name (as QueryIndex::named), or a variable, which must be there and may be anything.
class PatternTerm {
 public:
  PatternTerm() = default;
  /// This one.
  /*implicit*/ PatternTerm(Vertex v) : value_(v) {}
  /// Whatever fits, the same wherever the variable stands.
  /*implicit*/ PatternTerm(Variable variable) : value_(std::move(variable)) {}
  /// Whatever has the identifier or the name.
  /*implicit*/ PatternTerm(std::string name) : value_(std::move(name)) {}
  /// Whatever has the identifier or the name.
  /*implicit*/ PatternTerm(std::string_view name) : value_(std::string(name)) {}
  /// Whatever has the identifier or the name.
  /*implicit*/ PatternTerm(const char* name) : value_(std::string(name)) {}

  /// Whether it asks nothing.
  bool is_any() const { return std::holds_alternative<std::monostate>(value_); }
  /// Null unless made of a vertex.
  const Vertex* vertex() const { return std::get_if<Vertex>(&value_); }
  /// Null unless made of a name.
  const std::string* name() const { return std::get_if<std::string>(&value_); }
  /// Null unless made of a variable.
  const Variable* variable() const { return std::get_if<Variable>(&value_); }

 private:
  std::variant<std::monostate, Vertex, std::string, Variable> value_;
};

/// What is asked of a triple. What is left empty asks nothing.
struct Pattern {
  PatternTerm subject = {};  ///< Who does it.
  /// Label (`meet`, `president`), lemma of a mention in any language (`kutana`) or type of event (`CONSULT`).
  std::string relation = {};
  /// Of the event, and narrower ones: `say` takes in `say.announce`.
  std::string sense = {};
  PatternTerm object = {};       ///< Whom or what it is done to.
  PatternTerm place = {};        ///< Where the event happens: a participant as Role::place.
  PatternTerm participant = {};  ///< In any role; of a standing relation, its subject or object.
  PatternTerm source = {};       ///< Whose word a mention is.
  /// The event's time and the days from the first of `since` to the last of `until` share a day. Events without a time,
  /// and standing relations, lie in no range.
  std::optional<Date> since = {};
  std::optional<Date> until = {};             ///< Last day, month or year.
  std::optional<EventType> type = {};         ///< Of the event; standing relations have none.
  std::optional<Factuality> factuality = {};  ///< Standing relations are actual.
  std::string language = {};                  ///< Of an article that tells of it.
  std::string article = {};                   ///< Identifier of one.
  // One mention must fit `source`, `language` and `article` at once.
};

}  // namespace habari
