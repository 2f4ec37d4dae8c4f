#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace habari::rdf {

/// What the reader wants to know; statements with other predicates are passed over.
/// Order: as in the table of statement_table.cpp, then one a role.
enum class Predicate : std::uint8_t {
  type,
  identifier,
  title,
  language,
  issued,
  url,
  text,
  anchor,
  refers_to,
  name,
  phrase,
  time_value,
  mention,
  relation,
  sense,
  event_type,
  factuality,
  time_stamp,
  begin_time,
  end_time,
  trigger,
  sentence,
  lemma,
  rule,
  confidence,
  according_to,
  source_mention,
  subject,
  object,
  subject_mention,
  object_mention,
  participant_mention,
  participant,
  event_mention,
  role,
  same_as,
  matched_event,
  value,
  min_value,
  max_value,
  unit_text,
  approximate,
  has_geometry,
  as_wkt,
  first_role,                           ///< hb:agent; the other roles follow, hb:content last.
  first_role_mention = first_role + 13  ///< hb:agentMention and so on.
};

/// Number of an IRI or a literal.
using TermNumber = std::uint32_t;

struct Statement {
  TermNumber subject = 0;
  Predicate predicate = Predicate::type;
  TermNumber object = 0;
  friend auto operator<=>(const Statement&, const Statement&) = default;
};

/// Statements by subject and predicate.
class StatementTable {
 public:
  StatementTable();

  static std::optional<Predicate> predicate(std::string_view iri);
  /// Whether its numbers may not hold the terms of one more statement.
  bool is_full() const { return terms_.size() >= 0xFFFFFFFEU; }
  void add(std::string_view subject_iri, Predicate predicate, std::string_view object_iri);
  void add_literal(std::string_view subject_iri, Predicate predicate, std::string_view characters);
  /// After the last add: sorts.
  void finish();

  std::span<const Statement> all() const { return statements_; }
  std::span<const Statement> of(TermNumber subject) const;
  std::span<const Statement> of(TermNumber subject, Predicate predicate) const;
  bool is_literal(TermNumber term) const { return terms_[term].front() == literal_mark; }
  /// An IRI's or a literal's characters.
  std::string_view text(TermNumber term) const {
    const std::string_view text = terms_[term];
    return is_literal(term) ? text.substr(1) : text;
  }
  std::optional<TermNumber> find_iri(std::string_view iri) const;

 private:
  static constexpr char literal_mark = '"';  // Begins no IRI.
  TermNumber number(std::string_view text);

  std::deque<std::string> terms_;
  std::unordered_map<std::string_view, TermNumber> numbers_;  ///< Looked up, never iterated.
  std::vector<Statement> statements_;
  std::string literal_;
};

}  // namespace habari::rdf
