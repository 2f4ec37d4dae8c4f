#include "rdf/part_reader.hpp"

#include "rdf/graph_iris.hpp"
#include "rdf/vocabulary.hpp"
#include "src/percent_encoding.hpp"
#include "src/replace_characters.hpp"

#include <habari/core/error.hpp>

#include <algorithm>
#include <charconv>

namespace habari::rdf {
namespace {

constexpr std::string_view hb_iri = "https://w3id.org/habari/ontology#";
constexpr std::string_view rel_iri = "https://w3id.org/habari/relation#";
constexpr std::string_view event_iri = "http://semanticweb.cs.vu.nl/2009/11/sem/Event";
constexpr std::string_view article_iri = "https://schema.org/NewsArticle";
constexpr std::string_view article_prefix = "article/";

Predicate offset(Predicate first, Role role) {
  return static_cast<Predicate>(static_cast<std::size_t>(first) + static_cast<std::size_t>(role));
}

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

PartReader::PartReader(const StatementTable& table, std::string name) : table_(table), name_(std::move(name)) {}

void PartReader::fail(TermNumber subject, const std::string& reason) const {
  throw Error(name_ + ": <" + std::string(table_.text(subject)) + ">: " + reason);
}

TermNumber PartReader::one(TermNumber subject, Predicate predicate, std::string_view expected) const {
  const auto statements = table_.of(subject, predicate);
  if (statements.empty()) fail(subject, "has no " + std::string(expected));
  return statements.front().object;
}

std::string_view PartReader::text(TermNumber subject, Predicate predicate) const {
  const auto statements = table_.of(subject, predicate);
  return statements.empty() ? std::string_view() : table_.text(statements.front().object);
}

bool PartReader::has_type(TermNumber subject, std::string_view iri) const {
  const auto type = table_.find_iri(iri);
  const auto types = table_.of(subject, Predicate::type);
  return type && std::any_of(types.begin(), types.end(), [&](const Statement& s) { return s.object == *type; });
}

std::string_view PartReader::under(TermNumber iri, std::string_view prefix, std::string_view expected) const {
  const std::string_view text = table_.text(iri);
  if (!text.starts_with(prefix))
    fail(iri, "is no " + std::string(expected) + ", expected one under " + std::string(prefix));
  return text.substr(prefix.size());
}

std::string PartReader::entity_id(TermNumber entity) const {
  return percent_decoded(under(entity, base_ + "entity/", "entity"));
}

/// What the identifier begins with; else the class that is stated.
EntityKind PartReader::entity_kind(TermNumber entity) const {
  for (const Term<EntityKind>& kind : entity_kinds()) {
    if (has_type(entity, std::string(hb_iri) + std::string(class_name(kind.value)))) return kind.value;
  }
  fail(entity, "has no class of entities");
}

std::string PartReader::label(TermNumber subject) const {
  return GraphIris::label(under(one(subject, Predicate::relation, "hb:relation"), rel_iri, "relation"));
}

float PartReader::confidence(TermNumber subject) const {
  const std::string_view digits = table_.text(one(subject, Predicate::confidence, "hb:confidence"));
  float value = 0.0F;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size())
    fail(subject, "has an hb:confidence that is no number");
  return value;
}

std::optional<Date> PartReader::date(TermNumber subject, Predicate predicate) const {
  const std::string_view iso = text(subject, predicate);
  if (iso.empty()) return std::nullopt;
  const auto date = Date::parse(iso);
  if (!date) fail(subject, "has a date that is none: \"" + std::string(iso) + "\"");
  return date;
}

std::optional<TimeValue> PartReader::event_time(TermNumber event) const {
  if (const auto point = date(event, Predicate::time_stamp)) return TimeValue(*point);
  const auto begin = date(event, Predicate::begin_time);
  const auto end = date(event, Predicate::end_time);
  if (begin && end) return TimeValue(*begin, *end);
  return std::nullopt;
}

/// `<article#char=14,28>`.
std::optional<PartReader::Place> PartReader::place(TermNumber string) const {
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

PartReader::Place PartReader::required_place(TermNumber subject, TermNumber string) const {
  if (const auto found = place(string)) return *found;
  fail(subject, "points at <" + std::string(table_.text(string)) + ">, which is no piece of a known article");
}

std::string PartReader::anchor(TermNumber string) const {
  return std::string(table_.text(one(string, Predicate::anchor, "nif:anchorOf")));
}

void PartReader::find_base(TermNumber article) {
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

void PartReader::read_articles() {
  std::map<std::string_view, TermNumber> by_iri;
  for (const TermNumber article : with_type(article_iri)) by_iri.emplace(table_.text(article), article);
  for (const auto& [iri, term] : by_iri) {
    if (base_.empty()) find_base(term);
    ArticlePart part;
    Article& article = part.article;
    article.id = percent_decoded(under(term, base_ + std::string(article_prefix), "article"));
    article.language = text(term, Predicate::language);
    article.title = text(term, Predicate::title);
    article.url = text(term, Predicate::url);
    article.date = date(term, Predicate::issued);
    articles_.emplace(iri, static_cast<std::uint32_t>(parts_.size()));
    parts_.push_back(std::move(part));
  }
}

/// Texts, and which entities are mentioned where.
void PartReader::read_strings() {
  for (const Statement& statement : table_.all()) {
    if (statement.predicate == Predicate::text) {
      const Place context = required_place(statement.subject, statement.subject);
      parts_[context.article].article.text = table_.text(statement.object);
    }
    if (statement.predicate != Predicate::refers_to) continue;
    const Place at = required_place(statement.subject, statement.subject);
    ArticlePart::EntityMention mention;
    mention.entity = entity_id(statement.object);
    mention.kind = entity_kind(statement.object);
    mention.span = at.span;
    mention.text = anchor(statement.subject);
    const std::string_view name = text(statement.subject, Predicate::name);
    mention.name = name.empty() ? mention.text : std::string(name);
    parts_[at.article].entity_mentions.push_back(std::move(mention));
    entities_[at].push_back(statement.object);
  }
}

void PartReader::read_event(TermNumber event) {
  ArticlePart::EventMention mention;
  const auto uuid = parse_uuid(under(event, base_ + "event/", "event"));
  if (!uuid) fail(event, "does not end in a UUID");
  mention.event = *uuid;
  mention.label = label(event);
  const auto type = parse_event_type(under(one(event, Predicate::event_type, "sem:eventType"), hb_iri, "event type"));
  const auto factuality =
      parse_factuality(under(one(event, Predicate::factuality, "hb:factuality"), hb_iri, "factuality"));
  if (!type || !factuality) fail(event, "has an event type or a factuality that is none");
  mention.type = *type;
  mention.factuality = *factuality;
  mention.time = event_time(event);
  one(event, Predicate::mention, "hb:mention");
  for (const Statement& statement : table_.of(event, Predicate::mention)) read_event_mention(statement.object, mention);
}

void PartReader::read_event_mention(TermNumber mention, const ArticlePart::EventMention& event) {
  ArticlePart::EventMention row = event;
  const TermNumber trigger = one(mention, Predicate::trigger, "hb:trigger");
  const Place at = required_place(mention, trigger);
  row.trigger = at.span;
  row.text = anchor(trigger);
  row.sentence = required_place(mention, one(mention, Predicate::sentence, "hb:sentence")).span;
  row.lemma = text(mention, Predicate::lemma);
  row.rule = text(mention, Predicate::rule);
  row.confidence = confidence(mention);
  if (const auto source = table_.of(mention, Predicate::according_to); !source.empty()) {
    const TermNumber words = one(mention, Predicate::source_mention, "hb:sourceMention");
    row.source = entity_id(source.front().object);
    row.source_span = required_place(mention, words).span;
    row.source_text = anchor(words);
  }
  auto& mentions = parts_[at.article].event_mentions;
  event_mentions_[mention] = {at.article, static_cast<std::uint32_t>(mentions.size())};
  mentions.push_back(std::move(row));
}

void PartReader::read_triggers() {
  for (const auto& [mention, place] : event_mentions_) {
    const ArticlePart::EventMention& row = parts_[place.article].event_mentions[place.index];
    triggers_[{place.article, row.trigger}].emplace_back(row.event, place.index);
  }
}

void PartReader::read_roles(TermNumber event) {
  for (const Statement& statement : table_.of(event, Predicate::mention)) {
    for (const Term<Role>& role : roles()) {
      if (role.value == Role::time) continue;
      for (const Statement& words : table_.of(statement.object, offset(Predicate::first_role_mention, role.value))) {
        read_role(event, statement.object, role.value, words.object);
      }
    }
    read_times(statement.object);
  }
}

/// The participants in this role that the piece of text stands for: entities mentioned there, events told of there.
void PartReader::read_role(TermNumber event, TermNumber mention, Role role, TermNumber string) {
  const Place at = required_place(mention, string);
  const MentionPlace& owner = event_mentions_.at(mention);
  ArticlePart& part = parts_[owner.article];
  ArticlePart::RoleMention row;
  row.event_mention = owner.index;
  row.role = role;
  row.core = at.span;
  row.text = anchor(string);
  const auto phrase = table_.of(string, Predicate::phrase);
  row.phrase = phrase.empty() ? at.span : required_place(string, phrase.front().object).span;
  const std::size_t before = part.role_mentions.size();
  for (const Statement& statement : table_.of(event, offset(Predicate::first_role, role))) {
    const TermNumber participant = statement.object;
    const auto here = entities_.find(at);
    if (here != entities_.end() && std::count(here->second.begin(), here->second.end(), participant) != 0) {
      row.entity = entity_id(participant);
      row.event.reset();
      part.role_mentions.push_back(row);
      continue;
    }
    const std::string_view iri = table_.text(participant);
    const auto told = triggers_.find(at);
    if (told == triggers_.end() || !iri.starts_with(base_ + "event/")) continue;
    const auto uuid = parse_uuid(iri.substr(base_.size() + std::string_view("event/").size()));
    for (const auto& [other, index] : told->second) {
      if (!uuid || other != *uuid) continue;
      row.entity.clear();
      row.event = index;
      part.role_mentions.push_back(row);
      break;
    }
  }
  if (part.role_mentions.size() == before) {
    fail(mention, "has a participant at <" + std::string(table_.text(string)) + "> that the event does not have");
  }
}

void PartReader::read_times(TermNumber mention) {
  const MentionPlace& owner = event_mentions_.at(mention);
  for (const Statement& words : table_.of(mention, offset(Predicate::first_role_mention, Role::time))) {
    const Place at = required_place(mention, words.object);
    parts_[owner.article].time_mentions.push_back(
        {owner.index, at.span, anchor(words.object), std::string(text(words.object, Predicate::time_value))});
  }
}

void PartReader::read_relation(TermNumber relation) {
  ArticlePart::RelationMention row;
  row.subject = entity_id(one(relation, Predicate::subject, "hb:subject"));
  row.object = entity_id(one(relation, Predicate::object, "hb:object"));
  row.label = label(relation);
  one(relation, Predicate::mention, "hb:mention");
  for (const Statement& statement : table_.of(relation, Predicate::mention)) {
    const TermNumber mention = statement.object;
    const TermNumber trigger = one(mention, Predicate::trigger, "hb:trigger");
    const Place at = required_place(mention, trigger);
    row.relation_span = at.span;
    row.text = anchor(trigger);
    row.subject_span = required_place(mention, one(mention, Predicate::subject_mention, "hb:subjectMention")).span;
    row.object_span = required_place(mention, one(mention, Predicate::object_mention, "hb:objectMention")).span;
    row.confidence = confidence(mention);
    parts_[at.article].relation_mentions.push_back(row);
  }
}

std::vector<TermNumber> PartReader::with_type(std::string_view iri) const {
  std::vector<TermNumber> found;
  const auto type = table_.find_iri(iri);
  for (const Statement& statement : table_.all()) {
    if (statement.predicate == Predicate::type && type && statement.object == *type) found.push_back(statement.subject);
  }
  return found;
}

std::vector<ArticlePart> PartReader::read() {
  read_articles();
  if (parts_.empty()) throw Error(name_ + ": holds no article of a Habari graph");
  read_strings();
  const std::vector<TermNumber> events = with_type(event_iri);
  for (const TermNumber event : events) read_event(event);
  read_triggers();
  for (const TermNumber event : events) read_roles(event);
  for (const TermNumber relation : with_type(std::string(hb_iri) + "StandingRelation")) read_relation(relation);
  return std::move(parts_);
}

}  // namespace habari::rdf
