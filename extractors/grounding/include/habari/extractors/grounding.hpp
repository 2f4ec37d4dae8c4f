#pragma once

#include <habari/core/document.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/extractor.hpp>

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// What somebody else says that an article says: a language model, a person, a row of a table.
struct ClaimedStatement {
  std::string article;               ///< Identifier; empty where there is only one article.
  std::string subject;               ///< Who does it, in any words that name it; may be empty.
  std::string relation;              ///< A verb or a noun: `meet`, `met with`, `alikutana`.
  std::string object;                ///< Whom or what it is done to; may be empty where there is a subject.
  std::string evidence;              ///< The words of the article that say it; empty: to be found.
  std::string time;                  ///< The article's words for it, or ISO 8601.
  std::string place;                 ///< Where.
  std::string source;                ///< Whose word it is.
  std::string factuality;            ///< `actual` …; empty: as the article's own reading has it.
  std::optional<double> confidence;  ///< How sure whoever says it is: 0 to 1.
  Origin origin;                     ///< For messages.
};

/// Reads statements one after another: JSON Lines, a JSON array, or a table with a header (CSV, tabs).
/// Errors: Error `NAME:LINE: …` where one is malformed or has no relation, and neither subject nor object.
std::vector<ClaimedStatement> read_statements(std::istream& in, const std::string& name);

/// What became of a statement.
enum class Grounded : std::uint8_t {
  agrees,     ///< The article's own reading says the same.
  conflicts,  ///< It says something else of the same words.
  added,      ///< It says nothing of these words.
  refused     ///< Some part of it stands nowhere, or nothing holds the parts together.
};
std::string_view name(Grounded outcome);  ///< `agrees` …

/// A statement, tied to characters, or why not.
struct GroundedStatement {
  Grounded outcome = Grounded::refused;  ///< What became of it.
  std::vector<std::string> reasons;      ///< Why it is refused, what it conflicts with, which part was left out.
  std::optional<Event> event;            ///< Nothing where it is refused.
};

/// Who an event is from: `verb:kutana` is our own, `extractor:NAME` that of NAME.
std::string extractor_rule(std::string_view extractor);
/// The NAME of such a rule; nothing for our own.
std::optional<std::string> extractor_of(std::string_view rule);

/// Takes out the events of this extractor, and the contents that were such events. Returns how many.
std::size_t drop_extractor(Document& document, std::string_view extractor);

/// Ties statements to the characters that say them. Names are those of the article's own reading, verbs are looked up
/// for label and type. Thread rule: const members may be called from several threads at once.
class Grounder {
 public:
  /// Both outlive it. Errors: as Extractor, when a language is first met.
  Grounder(const Extractor& extractor, const DataDirectory& data);
  ~Grounder();

  /// Adds to `document`, which is the extractor's own, the events that `statements` say, in text order, with the rule
  /// `extractor_rule(extractor)`. Events of the same extractor that are there already go first: twice is once.
  /// One outcome a statement, in order.
  std::vector<GroundedStatement> ground(Document& document, const std::vector<ClaimedStatement>& statements,
                                        std::string_view extractor) const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace habari
