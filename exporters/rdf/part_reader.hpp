#pragma once

#include "rdf/statement_table.hpp"

#include <habari/core/article_part.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari::rdf {

/// Reads statements by the model of docs/rdf.md, back into what each article contributes.
class PartReader {
 public:
  PartReader(const StatementTable& table, std::string name);
  /// Errors: as habari::read_rdf, for what the statements say.
  std::vector<ArticlePart> read();

 private:
  struct Place {
    std::uint32_t article = 0;
    CharSpan span;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct MentionPlace {
    std::uint32_t article = 0;
    std::uint32_t index = 0;
  };
  using Entities = std::map<Place, std::vector<TermNumber>>;

  void read_articles();
  void find_base(TermNumber article);
  void read_strings();
  void read_event(TermNumber event);
  void read_event_mention(TermNumber mention, const ArticlePart::EventMention& event);
  void read_triggers();
  void read_roles(TermNumber event);
  void read_role(TermNumber event, TermNumber mention, Role role, TermNumber string);
  void read_times(TermNumber mention);
  void read_relation(TermNumber relation);

  [[noreturn]] void fail(TermNumber subject, const std::string& reason) const;
  TermNumber one(TermNumber subject, Predicate predicate, std::string_view expected) const;
  std::string_view text(TermNumber subject, Predicate predicate) const;  ///< Empty where there is none.
  std::vector<TermNumber> with_type(std::string_view iri) const;
  bool has_type(TermNumber subject, std::string_view iri) const;
  std::string_view under(TermNumber iri, std::string_view prefix, std::string_view expected) const;
  std::string entity_id(TermNumber entity) const;
  EntityKind entity_kind(TermNumber entity) const;
  std::string label(TermNumber subject) const;
  float confidence(TermNumber subject) const;
  std::optional<TimeValue> event_time(TermNumber event) const;
  std::optional<Date> date(TermNumber subject, Predicate predicate) const;
  std::optional<Place> place(TermNumber string) const;
  Place required_place(TermNumber subject, TermNumber string) const;
  std::string anchor(TermNumber string) const;

  const StatementTable& table_;
  std::string name_;
  std::string base_;
  std::vector<ArticlePart> parts_;
  std::map<std::string, std::uint32_t, std::less<>> articles_;             ///< By IRI.
  Entities entities_;                                                      ///< Mentioned at a place.
  std::map<TermNumber, MentionPlace> event_mentions_;                      ///< By mention.
  std::map<Place, std::vector<std::pair<Uuid, std::uint32_t>>> triggers_;  ///< Event and index, by trigger.
};

}  // namespace habari::rdf
