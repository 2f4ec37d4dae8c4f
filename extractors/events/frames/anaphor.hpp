#pragma once

#include "frames/confidence_weights.hpp"

#include <habari/core/document.hpp>
#include <habari/core/sentence.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// Place of a participant in its clause.
enum class Function : std::uint8_t { subject, object, oblique, possessor };

/// What grammar says of who is meant. Empty or absent: it says nothing.
struct Agreement {
  std::uint8_t person = 3;
  std::optional<bool> plural;
  std::string gender;      ///< Value of the feature Gender: `Masc`, `Fem`, `Neut`.
  std::string noun_class;  ///< Value of the feature NounClass: `Bantu1`.
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

/// What the features say whose names begin with `prefix`: `Obj` for those of an object prefix.
Agreement agreement_of(const Token& token, std::string_view prefix = {});

/// A pronoun that means somebody or something told elsewhere: no relative, interrogative, indefinite or reflexive one.
bool is_anaphoric(const Token& token);

/// How a participant of an event was read.
struct ArgumentReading {
  FrameRule rule = FrameRule::subject;
  TableRow row{};
  ArgumentGrounds grounds{};
};

/// How an event was read.
struct EventReading {
  TableRow row{};
  EventGrounds grounds{};
  std::vector<ArgumentReading> arguments;  ///< In the order of its participants.
};

/// How the events of a document were read, in their order.
struct Readings {
  std::vector<EventReading> events;
};

/// A participant that the article names elsewhere: by a pronoun here, or by no word at all.
struct Anaphor {
  std::uint32_t event = 0;  ///< Index into Document::events.
  Role role = Role::agent;
  Function function = Function::subject;
  std::optional<Span> pronoun;  ///< Nothing where no word stands for it.
  Span at;                      ///< The pronoun, else the verb that lacks it.
  Agreement agreement;
  /// The event whose subject, or object, is meant as well: of `left` in `She resigned and left`, `resigned`.
  struct Lender {
    std::uint32_t event = 0;
    Function function = Function::subject;
  };
  std::optional<Lender> lender;
  ArgumentReading reading{};  ///< Of its part; whom it means is left out.
};

/// An event that is the word of another event's subject, who has no name here: `he said that …`.
struct OpenSource {
  std::uint32_t event = 0;
  std::uint32_t report = 0;
};

/// A statement of which a pronoun or a noun without a name is the subject or the object.
struct OpenRelation {
  std::uint32_t relation = 0;        ///< Index into Document::relations.
  Function end = Function::subject;  ///< subject or object.
  Span at;                           ///< The pronoun or noun.
  std::optional<Agreement> pronoun;  ///< Nothing for a noun.
};

/// What the sentences of an article leave open.
struct OpenReferences {
  std::vector<Anaphor> anaphors;    ///< By event.
  std::vector<OpenSource> sources;  ///< By event.
  std::vector<OpenRelation> relations;
  std::vector<std::uint32_t> reports;  ///< Events of saying.
};

}  // namespace habari
