#include "rdf/reading/term_reader.hpp"

#include "rdf/model/graph_iris.hpp"
#include "rdf/terms/vocabulary.hpp"
#include "src/percent_encoding.hpp"
#include "src/replace_characters.hpp"

#include <habari/core/error.hpp>

#include <algorithm>
#include <charconv>

namespace habari::rdf {
namespace {

constexpr std::string_view hb_iri = "https://w3id.org/habari/ontology#";
constexpr std::string_view rel_iri = "https://w3id.org/habari/relation#";
constexpr std::string_view sense_iri = "https://w3id.org/habari/sense#";
constexpr std::string_view article_prefix = "article/";
constexpr std::string_view event_prefix = "event/";

std::optional<std::uint32_t> parse_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
  Uuid uuid;
  std::string digits(text);
  std::erase(digits, '-');
  if (digits.size() != 2 * uuid.bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
    const char* first = digits.data() + 2 * i;
    if (std::from_chars(first, first + 2, uuid.bytes[i], 16).ptr != first + 2) return std::nullopt;
  }
  return uuid.text() == text ? std::optional(uuid) : std::nullopt;
}

}  // namespace

void TermReader::fail(TermNumber subject, const std::string& reason) const {
  throw Error(name_ + ": <" + std::string(table_.text(subject)) + ">: " + reason);
}

TermNumber TermReader::one(TermNumber subject, Predicate predicate, std::string_view expected) const {
  const auto statements = table_.of(subject, predicate);
  if (statements.empty()) fail(subject, "has no " + std::string(expected));
  return statements.front().object;
}

std::string_view TermReader::text(TermNumber subject, Predicate predicate) const {
  const auto statements = table_.of(subject, predicate);
  return statements.empty() ? std::string_view() : table_.text(statements.front().object);
}

std::vector<TermNumber> TermReader::with_type(std::string_view iri) const {
  std::vector<TermNumber> found;
  const auto type = table_.find_iri(iri);
  for (const Statement& statement : table_.all()) {
    if (statement.predicate == Predicate::type && type && statement.object == *type) found.push_back(statement.subject);
  }
  return found;
}

std::vector<TermNumber> TermReader::with_own_type(std::string_view name) const {
  return with_type(std::string(hb_iri) + std::string(name));
}

bool TermReader::has_type(TermNumber subject, std::string_view iri) const {
  const auto type = table_.find_iri(iri);
  const auto types = table_.of(subject, Predicate::type);
  return type && std::any_of(types.begin(), types.end(), [&](const Statement& s) { return s.object == *type; });
}

std::string_view TermReader::under(TermNumber iri, std::string_view prefix, std::string_view expected) const {
  const std::string_view text = table_.text(iri);
  if (!text.starts_with(prefix))
    fail(iri, "is no " + std::string(expected) + ", expected one under " + std::string(prefix));
  return text.substr(prefix.size());
}

void TermReader::find_base(TermNumber article) {
  const std::string_view iri = table_.text(article);
  const std::string_view id = text(article, Predicate::identifier);
  for (std::size_t at = iri.find(article_prefix); at != std::string_view::npos; at = iri.find(article_prefix, at + 1)) {
    const std::string decoded = percent_decoded(iri.substr(at + article_prefix.size()));
    // RDF/XML replaces more than the others.
    if (replace_characters(decoded, Carrier::rdf) != id && replace_characters(decoded, Carrier::xml) != id) continue;
    base_ = iri.substr(0, at);
    return;
  }
  fail(article, "does not end in its dcterms:identifier");
}

std::string TermReader::add_article(TermNumber article) {
  if (articles_.empty()) find_base(article);
  articles_.emplace(table_.text(article), static_cast<std::uint32_t>(articles_.size()));
  return percent_decoded(under(article, base_ + std::string(article_prefix), "article"));
}

std::string TermReader::entity_id(TermNumber entity) const {
  return percent_decoded(under(entity, base_ + "entity/", "entity"));
}

/// What the identifier begins with; else the class that is stated.
EntityKind TermReader::entity_kind(TermNumber entity) const {
  for (const Term<EntityKind>& kind : entity_kinds()) {
    if (has_type(entity, std::string(hb_iri) + std::string(class_name(kind.value)))) return kind.value;
  }
  fail(entity, "has no class of entities");
}

std::optional<Uuid> TermReader::event_id(TermNumber event) const {
  const std::string prefix = base_ + std::string(event_prefix);
  const std::string_view iri = table_.text(event);
  return iri.starts_with(prefix) ? parse_uuid(iri.substr(prefix.size())) : std::nullopt;
}

EventType TermReader::event_type(TermNumber event) const {
  const auto type = parse_event_type(under(one(event, Predicate::event_type, "sem:eventType"), hb_iri, "event type"));
  if (!type) fail(event, "has an event type that is none");
  return *type;
}

Factuality TermReader::factuality(TermNumber event) const {
  const auto value = parse_factuality(under(one(event, Predicate::factuality, "hb:factuality"), hb_iri, "factuality"));
  if (!value) fail(event, "has a factuality that is none");
  return *value;
}

std::string TermReader::label(TermNumber subject) const {
  return GraphIris::label(under(one(subject, Predicate::relation, "hb:relation"), rel_iri, "relation"));
}

/// Graphs of older versions have none: what the label says.
std::string TermReader::sense(TermNumber event) const {
  if (table_.of(event, Predicate::sense).empty()) return label(event);
  return GraphIris::label(under(one(event, Predicate::sense, "hb:sense"), sense_iri, "sense"));
}

float TermReader::confidence(TermNumber subject) const {
  const std::string_view digits = table_.text(one(subject, Predicate::confidence, "hb:confidence"));
  float value = 0.0F;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size())
    fail(subject, "has an hb:confidence that is no number");
  if (!(value >= 0.0F && value <= 1.0F)) {
    fail(subject, "has an hb:confidence of " + std::string(digits) + ", expected 0 to 1");
  }
  return value;
}

std::pair<std::string, QuantityBound> TermReader::quantity(TermNumber subject) const {
  const bool about = text(subject, Predicate::approximate) == "true";
  const std::pair<Predicate, QuantityBound> forms[] = {
      {Predicate::min_value, QuantityBound::at_least},
      {Predicate::max_value, QuantityBound::at_most},
      {Predicate::value, about ? QuantityBound::about : QuantityBound::exact}};
  for (const auto& [predicate, bound] : forms) {
    if (table_.of(subject, predicate).empty()) continue;
    const auto value = parse_decimal(text(subject, predicate));
    if (!value) fail(subject, "has an amount that is no number: \"" + std::string(text(subject, predicate)) + "\"");
    return {decimal(*value), bound};
  }
  fail(subject, "has no schema:value, schema:minValue or schema:maxValue");
}

std::optional<Date> TermReader::date(TermNumber subject, Predicate predicate) const {
  const std::string_view iso = text(subject, predicate);
  if (iso.empty()) return std::nullopt;
  const auto date = Date::parse(iso);
  if (!date) fail(subject, "has a date that is none: \"" + std::string(iso) + "\"");
  return date;
}

std::optional<TimeValue> TermReader::event_time(TermNumber event) const {
  if (const auto point = date(event, Predicate::time_stamp)) return TimeValue(*point);
  const auto begin = date(event, Predicate::begin_time);
  const auto end = date(event, Predicate::end_time);
  if (begin && end) return TimeValue(*begin, *end);
  return std::nullopt;
}

Role TermReader::role(TermNumber subject) const {
  const auto role = parse_role(under(one(subject, Predicate::role, "hb:role"), hb_iri, "role"));
  if (!role) fail(subject, "has an hb:role that is none");
  return *role;
}

/// `<article#char=14,28>`.
std::optional<TermReader::Place> TermReader::find_place(TermNumber string) const {
  constexpr std::string_view fragment = "#char=";
  const std::string_view iri = table_.text(string);
  const std::size_t hash = iri.rfind(fragment);
  if (table_.is_literal(string) || hash == std::string_view::npos) return std::nullopt;
  const auto article = articles_.find(iri.substr(0, hash));
  const std::string_view offsets = iri.substr(hash + fragment.size());
  const std::size_t comma = std::min(offsets.find(','), offsets.size());
  const auto begin = parse_number(offsets.substr(0, comma));
  const auto end = parse_number(offsets.substr(std::min(comma + 1, offsets.size())));
  if (article == articles_.end() || !begin || !end || *end < *begin) return std::nullopt;
  return Place{article->second, {*begin, *end}};
}

TermReader::Place TermReader::place(TermNumber subject, TermNumber string) const {
  if (const auto found = find_place(string)) return *found;
  fail(subject, "points at <" + std::string(table_.text(string)) + ">, which is no piece of a known article");
}

std::string TermReader::anchor(TermNumber string) const {
  return std::string(table_.text(one(string, Predicate::anchor, "nif:anchorOf")));
}

}  // namespace habari::rdf
