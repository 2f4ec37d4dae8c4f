#include "rdf/reading/part_reader.hpp"

#include "rdf/model/piece_readings.hpp"
#include "src/sorting.hpp"

#include <habari/core/error.hpp>
#include <habari/core/links.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

namespace habari::rdf {
namespace {

constexpr std::string_view event_iri = "http://semanticweb.cs.vu.nl/2009/11/sem/Event";
constexpr std::string_view article_iri = "https://schema.org/NewsArticle";
constexpr std::string_view wikidata_iri = "http://www.wikidata.org/entity/";
constexpr std::string_view geonames_iri = "https://sws.geonames.org/";

/// The link that an IRI of another catalogue is; empty where we know no such catalogue.
std::string link_of(std::string_view iri) {
  std::string link;
  if (iri.starts_with(wikidata_iri)) link = "wikidata:" + std::string(iri.substr(wikidata_iri.size()));
  if (iri.starts_with(geonames_iri) && iri.ends_with('/')) {
    link = "geonames:" + std::string(iri.substr(geonames_iri.size(), iri.size() - geonames_iri.size() - 1));
  }
  return is_public_link(link) ? link : std::string();
}

/// The link that `POINT(36.81667 -1.28333)` is; empty for other shapes.
std::string link_of_point(std::string_view wkt) {
  constexpr std::string_view begin = "POINT(";
  const std::size_t blank = wkt.find(' ');
  if (!wkt.starts_with(begin) || !wkt.ends_with(')') || blank == std::string_view::npos) return {};
  std::string link = "geo:" + std::string(wkt.substr(blank + 1, wkt.size() - blank - 2));
  link.append(",").append(wkt.substr(begin.size(), blank - begin.size()));
  return is_public_link(link) ? link : std::string();
}

Predicate offset(Predicate first, Role role) {
  return static_cast<Predicate>(static_cast<std::size_t>(first) + static_cast<std::size_t>(role));
}

}  // namespace

void PartReader::read_articles() {
  std::map<std::string_view, TermNumber> by_iri;
  for (const TermNumber article : terms_.with_type(article_iri)) by_iri.emplace(table_.text(article), article);
  for (const auto& [iri, term] : by_iri) {
    ArticlePart part;
    Article& article = part.article;
    article.id = terms_.add_article(term);
    article.language = terms_.text(term, Predicate::language);
    article.title = terms_.text(term, Predicate::title);
    article.url = terms_.text(term, Predicate::url);
    article.date = terms_.date(term, Predicate::issued);
    read_publication(term, article);
    parts_.push_back(std::move(part));
  }
}

void PartReader::read_publication(TermNumber term, Article& article) {
  Publication& publication = article.publication;
  publication.outlet = terms_.text(term, Predicate::publisher);
  std::vector<std::string_view> authors;
  for (const Statement& statement : table_.of(term, Predicate::author))
    authors.push_back(table_.text(statement.object));
  // A set has no order: alphabetical is as good as any, and always the same.
  std::sort(authors.begin(), authors.end());
  for (const std::string_view author : authors) {
    publication.author.append(publication.author.empty() ? "" : "; ").append(author);
  }
  publication.section = terms_.text(term, Predicate::section);
  publication.published = terms_.text(term, Predicate::published);
  publication.updated = terms_.text(term, Predicate::modified);
  article.words = terms_.number(term, Predicate::word_count);
}

void PartReader::read_names() {
  for (const TermNumber mention : terms_.with_own_type("EntityMention")) {
    const TermNumber entity = terms_.one(mention, Predicate::participant, "hb:participant");
    const TermNumber string = terms_.one(mention, Predicate::participant_mention, "hb:participantMention");
    names_.emplace(std::pair(entity, string), terms_.one(mention, Predicate::name, "hb:name"));
  }
}

void PartReader::read_texts() {
  for (const Statement& statement : table_.all()) {
    if (statement.predicate != Predicate::text) continue;
    const Place context = terms_.place(statement.subject, statement.subject);
    parts_[context.article].article.text = table_.text(statement.object);
    texts_.insert_or_assign(context.article, CodePointIndexView(table_.text(statement.object)));
  }
}

/// The words there: stated, or cut from the text.
std::string PartReader::words_at(TermNumber string) const {
  if (const auto stated = table_.of(string, Predicate::anchor); !stated.empty()) {
    return std::string(table_.text(stated.front().object));
  }
  const Place at = terms_.place(string, string);
  const auto index = texts_.find(at.article);
  if (index == texts_.end()) terms_.fail(string, "has no nif:anchorOf, and its article no nif:isString");
  try {
    const Span bytes{index->second.byte(at.span.begin), index->second.byte(at.span.end)};
    return std::string(slice(parts_[at.article].article.text, bytes));
  } catch (const std::invalid_argument&) {
    terms_.fail(string, "lies beyond the end of its article's nif:isString");
  }
}

/// What the article calls an entity that it mentions there.
std::string PartReader::name(TermNumber entity, TermNumber string, const ArticlePart::EntityMention& mention) const {
  const auto stated = names_.find({entity, string});
  if (stated != names_.end()) return std::string(table_.text(stated->second));
  const auto of_piece = table_.of(string, Predicate::name);
  if (!of_piece.empty()) return std::string(table_.text(of_piece.front().object));
  const auto labels = table_.of(entity, Predicate::label);
  const bool is_labelled = labels.size() == 1 && is_local_entity_id(mention.entity);
  return is_labelled ? std::string(table_.text(labels.front().object)) : mention.text;
}

/// Which entities are mentioned where.
void PartReader::read_strings() {
  for (const Statement& statement : table_.all()) {
    if (statement.predicate != Predicate::refers_to) continue;
    const Place at = terms_.place(statement.subject, statement.subject);
    ArticlePart::EntityMention mention;
    mention.entity = terms_.entity_id(statement.object);
    mention.kind = terms_.entity_kind(statement.object);
    mention.span = at.span;
    mention.text = words_at(statement.subject);
    mention.name = name(statement.object, statement.subject, mention);
    parts_[at.article].entity_mentions.push_back(std::move(mention));
    entities_[at].push_back(statement.object);
  }
}

void PartReader::read_participations() {
  for (const TermNumber subject : terms_.with_own_type("Participation")) {
    const TermNumber string = terms_.one(subject, Predicate::participant_mention, "hb:participantMention");
    const TermNumber mention = terms_.one(subject, Predicate::event_mention, "hb:eventMention");
    participations_[mention].push_back({terms_.role(subject), string, subject});
  }
  for (auto& [mention, rows] : participations_) std::sort(rows.begin(), rows.end());
}

std::span<const PartReader::Participation> PartReader::stated(TermNumber mention, Role role, TermNumber string) const {
  const auto found = participations_.find(mention);
  if (found == participations_.end()) return {};
  const auto key = [](const Participation& row) { return std::pair(row.role, row.string); };
  return equal_rows(found->second, std::pair(role, string), key);
}

void PartReader::read_event(TermNumber event) {
  ArticlePart::EventMention mention;
  const auto uuid = terms_.event_id(event);
  if (!uuid) terms_.fail(event, "is no event, expected a UUID under event/ at the end");
  mention.event = *uuid;
  mention.label = terms_.label(event);
  mention.sense = terms_.sense(event);
  mention.type = terms_.event_type(event);
  mention.factuality = terms_.factuality(event);
  mention.time = terms_.event_time(event);
  mention.confidence = terms_.confidence(event);
  terms_.one(event, Predicate::mention, "hb:mention");
  for (const Statement& statement : table_.of(event, Predicate::mention)) read_event_mention(statement.object, mention);
}

void PartReader::read_event_mention(TermNumber mention, const ArticlePart::EventMention& event) {
  ArticlePart::EventMention row = event;
  // In lean the piece of text that tells of the event is its mention.
  const auto triggers = table_.of(mention, Predicate::trigger);
  const TermNumber trigger = triggers.empty() ? mention : triggers.front().object;
  const Place at = terms_.place(mention, trigger);
  row.trigger = at.span;
  row.text = words_at(trigger);
  row.sentence = terms_.place(mention, terms_.one(mention, Predicate::sentence, "hb:sentence")).span;
  row.lemma = terms_.text(mention, Predicate::lemma);
  row.rule = terms_.text(mention, Predicate::rule);
  const bool is_full = !table_.of(mention, Predicate::confidence).empty();
  if (is_full) row.confidence = terms_.confidence(mention);
  if (!is_full && row.lemma.empty() && parts_[at.article].article.language == "en") row.lemma = row.label;
  read_source(mention, row);
  auto& mentions = parts_[at.article].event_mentions;
  event_mentions_[mention] = {at.article, static_cast<std::uint32_t>(mentions.size())};
  mentions.push_back(std::move(row));
}

void PartReader::read_source(TermNumber mention, ArticlePart::EventMention& row) {
  const auto stated = table_.of(mention, Predicate::according_to);
  const auto places = table_.of(mention, Predicate::source_mention);
  if (stated.empty() && places.empty()) return;
  const TermNumber string = terms_.one(mention, Predicate::source_mention, "hb:sourceMention");
  const Place at = terms_.place(mention, string);
  const auto standing = entities_.find(at);
  if (stated.empty() && (standing == entities_.end() || standing->second.size() != 1)) {
    terms_.fail(mention, "has an hb:sourceMention where not one entity stands, and no sem:accordingTo");
  }
  row.source = terms_.entity_id(stated.empty() ? standing->second.front() : stated.front().object);
  row.source_span = at.span;
  row.source_text = words_at(string);
}

void PartReader::read_triggers() {
  for (const auto& [mention, place] : event_mentions_) {
    const ArticlePart::EventMention& row = parts_[place.article].event_mentions[place.index];
    triggers_[{place.article, row.trigger}].emplace_back(row.event, place.index);
    told_.emplace(std::pair(place.article, row.event), place.index);
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

/// The participants in this role that are stated for the piece of text; where none is, those that it stands for.
void PartReader::read_role(TermNumber event, TermNumber mention, Role role, TermNumber string) {
  const Place at = terms_.place(mention, string);
  ArticlePart::RoleMention row;
  row.event_mention = event_mentions_.at(mention).index;
  row.role = role;
  row.core = at.span;
  row.text = words_at(string);
  const auto phrase = table_.of(string, Predicate::phrase);
  row.phrase = phrase.empty() ? at.span : terms_.place(string, phrase.front().object).span;
  const auto stated = this->stated(mention, role, string);
  for (const Participation& participation : stated) {
    const bool is_doubted = !table_.of(participation.subject, Predicate::confidence).empty();
    row.confidence = is_doubted ? terms_.confidence(participation.subject) : 1.0F;
    add_stated(row, terms_.one(participation.subject, Predicate::participant, "hb:participant"), at.article);
  }
  if (!stated.empty()) return;
  bool is_known = false;
  for (const Statement& statement : table_.of(event, offset(Predicate::first_role, role))) {
    is_known = add_standing(row, statement.object, at) || is_known;
  }
  if (!is_known && !add_told(row, event, at, string)) {
    terms_.fail(mention,
                "has a participant at <" + std::string(table_.text(string)) + "> that the event does not have");
  }
}

void PartReader::add_stated(ArticlePart::RoleMention row, TermNumber participant, std::uint32_t article) {
  if (const auto event = terms_.event_id(participant)) {
    const auto told = told_.find({article, *event});
    if (told == told_.end()) terms_.fail(participant, "takes part in an event, but its article does not tell of it");
    row.event = told->second;
  } else {
    row.entity = terms_.entity_id(participant);
  }
  parts_[article].role_mentions.push_back(std::move(row));
}

/// Adds who stands at a piece of which nothing is stated: the only one of the article's own in that role of the event.
bool PartReader::add_told(ArticlePart::RoleMention row, TermNumber event, const Place& at, TermNumber string) {
  ArticlePart& part = parts_[at.article];
  const std::string prefix = local_entity_prefix(part.article.id);
  std::optional<TermNumber> own;
  for (const Statement& statement : table_.of(event, offset(Predicate::first_role, row.role))) {
    if (terms_.event_id(statement.object) || !terms_.entity_id(statement.object).starts_with(prefix)) continue;
    if (own) return false;
    own = statement.object;
  }
  if (!own || entities_.contains(at)) return false;
  row.entity = terms_.entity_id(*own);
  if (told_pieces_.insert(at).second) {
    ArticlePart::EntityMention mention{row.entity, terms_.entity_kind(*own), at.span, row.text, {}};
    mention.name = name(*own, string, mention);
    part.entity_mentions.push_back(std::move(mention));
  }
  part.role_mentions.push_back(std::move(row));
  return true;
}

/// Adds the participant where it is an entity mentioned or an event told of at this place.
bool PartReader::add_standing(ArticlePart::RoleMention row, TermNumber participant, const Place& at) {
  if (const auto event = terms_.event_id(participant)) {
    const auto told = triggers_.find(at);
    if (told == triggers_.end()) return false;
    const auto here = std::ranges::find(told->second, *event, &std::pair<Uuid, std::uint32_t>::first);
    if (here == told->second.end()) return false;
    row.event = here->second;
  } else {
    const auto here = entities_.find(at);
    if (here == entities_.end() || std::ranges::count(here->second, participant) == 0) return false;
    row.entity = terms_.entity_id(participant);
  }
  parts_[at.article].role_mentions.push_back(std::move(row));
  return true;
}

void PartReader::read_times(TermNumber mention) {
  const MentionPlace& owner = event_mentions_.at(mention);
  for (const Statement& words : table_.of(mention, offset(Predicate::first_role_mention, Role::time))) {
    const Place at = terms_.place(mention, words.object);
    const auto add = [&](TermNumber valued) {
      parts_[owner.article].time_mentions.push_back(
          {owner.index, at.span, words_at(words.object), std::string(terms_.text(valued, Predicate::time_value))});
    };
    const auto stated = this->stated(mention, Role::time, words.object);
    for (const Participation& participation : stated) add(participation.subject);
    if (stated.empty()) add(words.object);
  }
}

void PartReader::read_quantities() {
  for (const TermNumber subject : terms_.with_own_type("QuantityMention")) {
    const auto owner = event_mentions_.find(terms_.one(subject, Predicate::event_mention, "hb:eventMention"));
    if (owner == event_mentions_.end()) terms_.fail(subject, "is of an hb:eventMention that no event has");
    const TermNumber words = terms_.one(subject, Predicate::trigger, "hb:trigger");
    ArticlePart::QuantityMention row;
    row.event_mention = owner->second.index;
    if (const auto participant = table_.of(subject, Predicate::participant_mention); !participant.empty())
      row.participant = terms_.place(subject, participant.front().object).span;
    row.span = terms_.place(subject, words).span;
    row.text = words_at(words);
    std::tie(row.value, row.bound) = terms_.quantity(subject);
    row.unit = terms_.text(subject, Predicate::unit_text);
    parts_[owner->second.article].quantity_mentions.push_back(std::move(row));
  }
}

void PartReader::read_relation(TermNumber relation) {
  ArticlePart::RelationMention row;
  row.subject = terms_.entity_id(terms_.one(relation, Predicate::subject, "hb:subject"));
  row.object = terms_.entity_id(terms_.one(relation, Predicate::object, "hb:object"));
  row.label = terms_.label(relation);
  terms_.one(relation, Predicate::mention, "hb:mention");
  for (const Statement& statement : table_.of(relation, Predicate::mention)) {
    const TermNumber mention = statement.object;
    const auto span = [&](Predicate predicate, std::string_view expected) {
      return terms_.place(mention, terms_.one(mention, predicate, expected)).span;
    };
    const TermNumber trigger = terms_.one(mention, Predicate::trigger, "hb:trigger");
    const Place at = terms_.place(mention, trigger);
    row.relation_span = at.span;
    row.text = words_at(trigger);
    row.subject_span = span(Predicate::subject_mention, "hb:subjectMention");
    row.object_span = span(Predicate::object_mention, "hb:objectMention");
    row.confidence = terms_.confidence(table_.of(mention, Predicate::confidence).empty() ? relation : mention);
    parts_[at.article].relation_mentions.push_back(row);
  }
}

/// Every article that mentions an entity is taken to know its links.
void PartReader::read_links() {
  std::map<std::string, std::vector<std::string>> links;
  const auto take = [&](TermNumber entity, std::string link) {
    if (!link.empty()) links[terms_.entity_id(entity)].push_back(std::move(link));
  };
  for (const Statement& statement : table_.all()) {
    if (statement.predicate == Predicate::same_as) take(statement.subject, link_of(table_.text(statement.object)));
    if (statement.predicate != Predicate::has_geometry) continue;
    for (const Statement& shape : table_.of(statement.object, Predicate::as_wkt)) {
      take(statement.subject, link_of_point(table_.text(shape.object)));
    }
  }
  if (links.empty()) return;
  for (ArticlePart& part : parts_) {
    std::set<std::string_view> entities;
    for (const auto& mention : part.entity_mentions) entities.insert(mention.entity);
    for (const std::string_view entity : entities) {
      const auto found = links.find(std::string(entity));
      if (found == links.end()) continue;
      for (const std::string& link : found->second) part.entity_links.push_back({found->first, link});
    }
  }
}

/// Every article that tells of one of the events is taken to know the match.
void PartReader::read_matches() {
  for (const TermNumber subject : terms_.with_own_type("EventMatch")) {
    const auto events = table_.of(subject, Predicate::matched_event);
    const auto first = events.empty() ? std::nullopt : terms_.event_id(events.front().object);
    const auto second = events.size() != 2 ? std::nullopt : terms_.event_id(events.back().object);
    if (!first || !second) terms_.fail(subject, "has not two events as hb:matchedEvent");
    const ArticlePart::EventMatch match{std::min(*first, *second), std::max(*first, *second),
                                        terms_.confidence(subject)};
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      if (told_.contains({i, match.first}) || told_.contains({i, match.second})) {
        parts_[i].event_matches.push_back(match);
      }
    }
  }
}

std::vector<ArticlePart> PartReader::read() {
  read_articles();
  if (parts_.empty()) throw Error(name_ + ": holds no article of a Habari graph");
  read_texts();
  read_names();
  read_strings();
  read_participations();
  const std::vector<TermNumber> events = terms_.with_type(event_iri);
  for (const TermNumber event : events) read_event(event);
  read_triggers();
  for (const TermNumber event : events) read_roles(event);
  read_quantities();
  for (const TermNumber relation : terms_.with_own_type("StandingRelation")) read_relation(relation);
  read_links();
  read_matches();
  return std::move(parts_);
}

}  // namespace habari::rdf
