#pragma once

#include "rdf/reading/statement_table.hpp"

#include <habari/core/date.hpp>
#include <habari/core/graph_records.hpp>
#include <habari/core/quantity.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari::rdf {

/// Statements' terms as the values of the model of docs/rdf.md.
/// Errors: Error that names the file and the subject, where a term is none of what is asked for.
class TermReader {
 public:
  /// A piece of an article's text.
  struct Place {
    std::uint32_t article = 0;  ///< As add_article() numbers it.
    CharSpan span;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  TermReader(const StatementTable& table, std::string name) : table_(table), name_(std::move(name)) {}

  /// Reads the article's identifier; the first article tells the base of all data's IRIs.
  std::string add_article(TermNumber article);

  [[noreturn]] void fail(TermNumber subject, const std::string& reason) const;
  /// The object of the first statement; `expected` says what is missing where there is none.
  TermNumber one(TermNumber subject, Predicate predicate, std::string_view expected) const;
  std::string_view text(TermNumber subject, Predicate predicate) const;  ///< Empty where there is none.
  /// Subjects of a class of ours (`EventMention`) or, by its whole IRI, of another.
  std::vector<TermNumber> with_type(std::string_view iri) const;
  std::vector<TermNumber> with_own_type(std::string_view name) const;

  std::string entity_id(TermNumber entity) const;
  EntityKind entity_kind(TermNumber entity) const;
  std::optional<Uuid> event_id(TermNumber event) const;  ///< Nothing where it is no event's IRI.
  EventType event_type(TermNumber event) const;
  Factuality factuality(TermNumber event) const;
  std::string label(TermNumber subject) const;
  std::string sense(TermNumber event) const;
  float confidence(TermNumber subject) const;
  std::optional<TimeValue> event_time(TermNumber event) const;
  /// A decimal number as it is stored, and how exactly it is given.
  std::pair<std::string, QuantityBound> quantity(TermNumber subject) const;
  std::optional<Date> date(TermNumber subject, Predicate predicate) const;
  /// The role that `subject` states by name.
  Role role(TermNumber subject) const;
  /// The piece of text that `subject` points at.
  Place place(TermNumber subject, TermNumber string) const;
  std::string anchor(TermNumber string) const;

 private:
  void find_base(TermNumber article);
  bool has_type(TermNumber subject, std::string_view iri) const;
  std::string_view under(TermNumber iri, std::string_view prefix, std::string_view expected) const;
  std::optional<Place> find_place(TermNumber string) const;

  const StatementTable& table_;
  std::string name_;
  std::string base_;
  std::map<std::string, std::uint32_t, std::less<>> articles_;  ///< By IRI.
};

}  // namespace habari::rdf
