#include "rdf/reading/statement_table.hpp"

#include "rdf/terms/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace habari::rdf {
namespace {

constexpr std::array<IriView, static_cast<std::size_t>(Predicate::first_role)> names = {{
    rdf_type,
    {Namespace::dcterms, "identifier"},
    {Namespace::dcterms, "title"},
    {Namespace::dcterms, "language"},
    {Namespace::dcterms, "issued"},
    {Namespace::schema, "url"},
    {Namespace::nif, "isString"},
    {Namespace::nif, "anchorOf"},
    {Namespace::itsrdf, "taIdentRef"},
    {Namespace::hb, "name"},
    {Namespace::hb, "phrase"},
    {Namespace::hb, "timeValue"},
    {Namespace::hb, "mention"},
    {Namespace::hb, "relation"},
    {Namespace::hb, "sense"},
    {Namespace::sem, "eventType"},
    {Namespace::hb, "factuality"},
    {Namespace::sem, "hasTimeStamp"},
    {Namespace::sem, "hasBeginTimeStamp"},
    {Namespace::sem, "hasEndTimeStamp"},
    {Namespace::hb, "trigger"},
    {Namespace::hb, "sentence"},
    {Namespace::hb, "lemma"},
    {Namespace::hb, "rule"},
    {Namespace::hb, "confidence"},
    {Namespace::sem, "accordingTo"},
    {Namespace::hb, "sourceMention"},
    {Namespace::hb, "subject"},
    {Namespace::hb, "object"},
    {Namespace::hb, "subjectMention"},
    {Namespace::hb, "objectMention"},
    {Namespace::hb, "participantMention"},
    {Namespace::hb, "participant"},
    {Namespace::hb, "eventMention"},
    {Namespace::hb, "role"},
    {Namespace::owl, "sameAs"},
    {Namespace::hb, "matchedEvent"},
    {Namespace::schema, "value"},
    {Namespace::schema, "minValue"},
    {Namespace::schema, "maxValue"},
    {Namespace::schema, "unitText"},
    {Namespace::hb, "approximate"},
    {Namespace::geo, "hasGeometry"},
    {Namespace::geo, "asWKT"},
}};

std::unordered_map<std::string, Predicate> predicate_table() {
  const Namespaces namespaces("http://unused/");
  std::unordered_map<std::string, Predicate> table;
  const auto put = [&](IriView iri, std::size_t number) {
    table.emplace(namespaces.iri(iri.space) + std::string(iri.local), static_cast<Predicate>(number));
  };
  for (std::size_t i = 0; i < names.size(); ++i) put(names[i], i);
  for (const Term<Role>& role : roles()) {
    const auto number = static_cast<std::size_t>(role.value);
    put(hb(role.name), static_cast<std::size_t>(Predicate::first_role) + number);
    put(hb(mention_property(role.value)), static_cast<std::size_t>(Predicate::first_role_mention) + number);
  }
  return table;
}

}  // namespace

StatementTable::StatementTable() : literal_(1, literal_mark) {}

std::optional<Predicate> StatementTable::predicate(std::string_view iri) {
  static const std::unordered_map<std::string, Predicate> table = predicate_table();
  const auto found = table.find(std::string(iri));
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

TermNumber StatementTable::number(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const std::string& kept = terms_.emplace_back(text);
  const auto number = static_cast<TermNumber>(terms_.size() - 1);
  numbers_.emplace(kept, number);
  return number;
}

void StatementTable::add(std::string_view subject_iri, Predicate predicate, std::string_view object_iri) {
  const TermNumber subject = number(subject_iri);
  statements_.push_back({subject, predicate, number(object_iri)});
}

void StatementTable::add_literal(std::string_view subject_iri, Predicate predicate, std::string_view characters) {
  literal_.resize(1);
  literal_ += characters;
  add(subject_iri, predicate, literal_);
}

void StatementTable::finish() {
  std::sort(statements_.begin(), statements_.end());
  statements_.erase(std::unique(statements_.begin(), statements_.end()), statements_.end());
}

std::span<const Statement> StatementTable::of(TermNumber subject) const {
  const auto first = std::lower_bound(statements_.begin(), statements_.end(), Statement{subject, Predicate::type, 0});
  const auto last = std::find_if(first, statements_.end(), [&](const Statement& s) { return s.subject != subject; });
  return {first, last};
}

std::span<const Statement> StatementTable::of(TermNumber subject, Predicate predicate) const {
  const auto first = std::lower_bound(statements_.begin(), statements_.end(), Statement{subject, predicate, 0});
  const auto last = std::find_if(first, statements_.end(),
                                 [&](const Statement& s) { return s.subject != subject || s.predicate != predicate; });
  return {first, last};
}

std::optional<TermNumber> StatementTable::find_iri(std::string_view iri) const {
  const auto found = numbers_.find(iri);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace habari::rdf
