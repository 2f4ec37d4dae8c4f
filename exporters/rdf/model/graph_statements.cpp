#include "rdf/model/graph_statements.hpp"

#include "src/sorting.hpp"

#include <habari/core/triples.hpp>

#include <algorithm>
#include <charconv>

namespace habari::rdf {
namespace {

/// SEM's property that a role's is a kind of, written beside it for readers who do not infer.
std::optional<IriView> sem_property(Role role) {
  switch (role) {
    case Role::agent:
    case Role::patient:
    case Role::recipient:
    case Role::companion:
      return sem("hasActor");
    case Role::place:
    case Role::destination:
    case Role::origin:
      return sem("hasPlace");
    default:
      return std::nullopt;
  }
}

bool is_place(EntityKind kind) {
  return kind == EntityKind::country || kind == EntityKind::place || kind == EntityKind::facility;
}

}  // namespace

GraphStatements::GraphStatements(const Graph& graph, const RdfOptions& options, StatementSink& sink)
    : graph_(graph), options_(options), sink_(sink), iris_(graph), by_article_(graph) {
  const std::vector<EventMatch>& matches = graph.rows().event_matches;
  for (std::uint32_t i = 0; i < matches.size(); ++i) {
    matches_.emplace_back(matches[i].first, i);
    matches_.emplace_back(matches[i].second, i);
  }
  std::sort(matches_.begin(), matches_.end());
}

void GraphStatements::write_all() {
  std::vector<PlainStatement> plain;
  for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) {
    const RelationView relation = graph_.relation(graph_.edge(i));
    plain.push_back({relation.subject, graph_.rows().relation_labels[i], relation.object});
  }
  for (std::uint32_t i = 0; i < graph_.event_count(); ++i) add_plain(graph_.entity_count() + i, plain);
  sort_unique(plain);

  auto next = plain.cbegin();
  for (Vertex v = 0; v < graph_.entity_count(); ++v) state_entity(v, {}, next, plain.cend());
  for (Vertex v = graph_.entity_count(); v < graph_.vertex_count(); ++v) state_event(v, {});
  for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) state_relation(graph_.edge(i), {});
  state_matches();
  state_intervals();
  state_predicates();
  if (graph_.article_count() != 0) state_software();
  for (std::uint32_t i = 0; i < graph_.article_count(); ++i) state_article(i);
}

void GraphStatements::write_article(std::uint32_t article) {
  sink_.graph(iris_.article(article));
  const auto events = by_article_.events(article);
  const auto relations = by_article_.relations(article);
  std::vector<PlainStatement> plain;
  for (const auto& entry : relations) {
    const RelationView relation = graph_.relation(graph_.edge(entry.owner));
    plain.push_back({relation.subject, graph_.rows().relation_labels[entry.owner], relation.object});
  }
  for (const auto& entry : events) add_plain(entry.owner, plain);
  sort_unique(plain);

  const auto each_owner = [](std::span<const ArticleIndex::Entry> entries, auto state) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i == 0 || entries[i].owner != entries[i - 1].owner) state(entries[i].owner);
    }
  };
  auto next = plain.cbegin();
  each_owner(by_article_.entities(article), [&](Vertex v) {
    // Of an event of several articles, those that others mention are stated with them.
    while (next != plain.cend() && next->subject < v) ++next;
    state_entity(v, article, next, plain.cend());
  });
  each_owner(events, [&](Vertex v) { state_event(v, article); });
  each_owner(relations, [&](std::uint32_t edge) { state_relation(graph_.edge(edge), article); });
  state_matches();
  state_intervals();
  state_predicates();
  state_software();
  state_article(article);
}

void GraphStatements::add_plain(Vertex event, std::vector<PlainStatement>& plain) const {
  if (graph_.event(event).factuality != Factuality::actual) return;
  const StringId label = graph_.rows().events[event - graph_.entity_count()].label;
  for (const TripleView& triple : triples_of(graph_, event, Objects::entities)) {
    if (triple.subject() && triple.object() && graph_.is_entity(*triple.subject())) {
      plain.push_back({*triple.subject(), label, *triple.object()});
    }
  }
}

void GraphStatements::use_predicate(IriView property, StringId label) {
  labels_.insert(label);
  link(property, GraphIris::predicate(graph_.text(label)));
}

void GraphStatements::date(IriView predicate, const Date& date) {
  const Datatype datatype = date.has_day() ? Datatype::date : date.has_month() ? Datatype::year_month : Datatype::year;
  sink_.value(predicate, date.iso(), datatype);
}

void GraphStatements::confidence(float value) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr;
  sink_.value(hb("confidence"), std::string_view(digits, static_cast<std::size_t>(end - digits)), Datatype::decimal);
}

/// The article, the mentions it holds, and the pieces of text they point at.
void GraphStatements::state_article(std::uint32_t article) {
  const ArticleView view = graph_.article(article);
  sink_.subject(iris_.article(article));
  sink_.link(rdf_type, {Namespace::schema, "NewsArticle"});
  sink_.link(rdf_type, prov("Entity"));
  sink_.value({Namespace::dcterms, "identifier"}, view.id);
  if (!view.title.empty()) sink_.text({Namespace::dcterms, "title"}, to_nfc(view.title), view.language);
  if (!view.language.empty()) sink_.value({Namespace::dcterms, "language"}, view.language);
  if (view.date) date({Namespace::dcterms, "issued"}, *view.date);
  if (!view.url.empty()) sink_.value({Namespace::schema, "url"}, view.url, Datatype::any_uri);
  state_extraction(article);
  readings_ = PieceReadings(graph_, by_article_, article);
  for (const auto& entry : by_article_.events(article)) state_event_mention(entry.mention, entry.owner);
  for (const auto& entry : by_article_.relations(article)) {
    state_relation_mention(graph_.edge(entry.owner), graph_.rows().relation_mentions[entry.mention]);
  }
  for (const auto& entry : by_article_.entities(article)) state_entity_mention(entry.mention, entry.owner);
  state_strings(article);
}

void GraphStatements::state_entity(Vertex v, Scope scope, std::vector<PlainStatement>::const_iterator& plain,
                                   std::vector<PlainStatement>::const_iterator plain_end) {
  const EntityKind kind = graph_.entity(v).kind;
  sink_.subject(iris_.entity(v));
  if (!is_place(kind) || kind == EntityKind::country) sink_.link(rdf_type, sem("Actor"));
  if (is_place(kind)) sink_.link(rdf_type, sem("Place"));
  sink_.link(rdf_type, hb(class_name(kind)));
  state_names(v, scope);
  state_links(v);
  for (; plain != plain_end && plain->subject == v; ++plain) {
    labels_.insert(plain->label);
    sink_.link(GraphIris::predicate(graph_.text(plain->label)), iris_.entity(plain->object));
  }
  state_point(v);
}

void GraphStatements::state_names(Vertex v, Scope scope) {
  const EntityView entity = graph_.entity(v);
  const IriView alternative{Namespace::skos, "altLabel"};
  if (!scope) {
    for (const EntityName& name : entity.names) {
      sink_.text(name.preferred ? rdfs_label : alternative, to_nfc(graph_.text(name.text)), graph_.text(name.language));
    }
    return;
  }
  // One article has one name for an entity; what else it writes are others.
  std::vector<StringId> others;
  StringId label{};
  for (const EntityMention& mention : entity.mentions) {
    if (mention.article != *scope) continue;
    label = mention.name;
    others.push_back(mention.text);
  }
  const std::string_view language = graph_.article(*scope).language;
  sink_.text(rdfs_label, to_nfc(graph_.text(label)), language);
  sort_unique(others);
  for (const StringId other : others) {
    if (other != label) sink_.text(alternative, to_nfc(graph_.text(other)), language);
  }
}

void GraphStatements::state_event(Vertex v, Scope scope) {
  const EventView event = graph_.event(v);
  const StringId label = graph_.rows().events[v - graph_.entity_count()].label;
  sink_.subject(iris_.event(v));
  sink_.link(rdf_type, sem("Event"));
  use_predicate(hb("relation"), label);
  link(hb("sense"), GraphIris::sense(event.sense));
  sink_.link(sem("eventType"), hb(name(event.type)));
  sink_.link(hb("factuality"), hb(name(event.factuality)));

  std::set<std::pair<std::string_view, std::string_view>> labels = {{"en", event.label}};
  std::vector<Iri> sources;
  std::vector<Iri> mentions;
  std::vector<Iri> articles;
  float sureness = 0.0F;
  const auto first = static_cast<std::uint32_t>(event.mentions.data() - graph_.rows().event_mentions.data());
  for (std::uint32_t i = 0; i < event.mentions.size(); ++i) {
    const EventMention& mention = event.mentions[i];
    if (!within(scope, mention.article)) continue;
    if (const std::string_view lemma = graph_.text(mention.lemma); !lemma.empty()) {
      labels.emplace(graph_.article(mention.article).language, lemma);
    }
    if (mention.source != no_vertex) sources.push_back(iris_.entity(mention.source));
    mentions.push_back(iris_.event_mention(first + i));
    articles.push_back(iris_.article(mention.article));
    sureness = std::max(sureness, mention.confidence);
  }
  for (const auto& [language, text] : labels) sink_.text(rdfs_label, to_nfc(text), language);
  if (event.time) state_event_time(*event.time);
  state_roles(v, scope);
  sort_unique(sources);
  sort_unique(articles);
  for (const Iri& source : sources) link(sem("accordingTo"), source);
  confidence(sureness);
  for (const Iri& mention : mentions) link(hb("mention"), mention);
  for (const Iri& article : articles) link(prov("wasDerivedFrom"), article);
  for (const auto& [of, match] : equal_rows(matches_, v, &std::pair<Vertex, std::uint32_t>::first)) {
    const EventMatch& both = graph_.rows().event_matches[match];
    link({Namespace::skos, "closeMatch"}, iris_.event(both.first == v ? both.second : both.first));
    stated_matches_.insert(match);
  }
}

void GraphStatements::state_event_time(const TimeValue& time) {
  if (time.begin == time.end) return date(sem("hasTimeStamp"), time.begin);
  date(sem("hasBeginTimeStamp"), time.begin);
  date(sem("hasEndTimeStamp"), time.end);
  link(sem("hasTime"), GraphIris::interval(time));
  stretches_.insert(PackedTime::pack(time));
}

void GraphStatements::state_roles(Vertex v, Scope scope) {
  std::vector<Vertex> actors;
  std::vector<Vertex> places;
  for (auto [edge, end] = out_edges(v, graph_); edge != end; ++edge) {
    const RoleView role = graph_.role(*edge);
    const bool stated = std::any_of(role.mentions.begin(), role.mentions.end(), [&](const RoleMention& mention) {
      return within(scope, graph_.event_mention(mention.event_mention).article);
    });
    if (!stated) continue;
    link(hb(name(role.role)), iris_.vertex(role.participant));
    if (const auto property = sem_property(role.role); property && graph_.is_entity(role.participant)) {
      (*property == sem("hasActor") ? actors : places).push_back(role.participant);
    }
  }
  const auto state = [&](IriView property, std::vector<Vertex>& participants) {
    sort_unique(participants);
    for (const Vertex participant : participants) link(property, iris_.entity(participant));
  };
  state(sem("hasActor"), actors);
  state(sem("hasPlace"), places);
}

void GraphStatements::state_relation(Graph::Edge edge, Scope scope) {
  const RelationView relation = graph_.relation(edge);
  sink_.subject(iris_.relation(edge));
  sink_.link(rdf_type, hb("StandingRelation"));
  link(hb("subject"), iris_.entity(relation.subject));
  use_predicate(hb("relation"), graph_.rows().relation_labels[edge.idx]);
  link(hb("object"), iris_.entity(relation.object));
  std::vector<Iri> articles;
  std::vector<const RelationMention*> mentions;
  float sureness = 0.0F;
  for (const RelationMention& mention : relation.mentions) {
    if (!within(scope, mention.article)) continue;
    mentions.push_back(&mention);
    articles.push_back(iris_.article(mention.article));
    sureness = std::max(sureness, mention.confidence);
  }
  confidence(sureness);
  for (const RelationMention* mention : mentions) link(hb("mention"), iris_.relation_mention(edge, *mention));
  sort_unique(articles);
  for (const Iri& article : articles) link(prov("wasDerivedFrom"), article);
}

void GraphStatements::state_matches() {
  for (const std::uint32_t number : stated_matches_) {
    const EventMatch& match = graph_.rows().event_matches[number];
    sink_.subject(iris_.match(match));
    sink_.link(rdf_type, hb("EventMatch"));
    link(hb("matchedEvent"), iris_.event(match.first));
    link(hb("matchedEvent"), iris_.event(match.second));
    confidence(match.confidence);
  }
  stated_matches_.clear();
}

void GraphStatements::state_intervals() {
  std::set<PackedTime> instants;
  for (const PackedTime& stretch : stretches_) {
    const TimeValue time = *stretch.unpack();
    sink_.subject(GraphIris::interval(time));
    sink_.link(rdf_type, {Namespace::time, "Interval"});
    link({Namespace::time, "hasBeginning"}, GraphIris::instant(time.begin));
    link({Namespace::time, "hasEnd"}, GraphIris::instant(time.end));
    instants.insert(PackedTime::pack(TimeValue(time.begin)));
    instants.insert(PackedTime::pack(TimeValue(time.end)));
  }
  for (const PackedTime& instant : instants) {
    const Date at = instant.unpack()->begin;
    sink_.subject(GraphIris::instant(at));
    sink_.link(rdf_type, {Namespace::time, "Instant"});
    date({Namespace::time, at.has_day() ? "inXSDDate" : at.has_month() ? "inXSDgYearMonth" : "inXSDgYear"}, at);
  }
  stretches_.clear();
}

void GraphStatements::state_predicates() {
  for (const StringId label : labels_) {
    sink_.subject(GraphIris::predicate(graph_.text(label)));
    sink_.link(rdf_type, {Namespace::owl, "ObjectProperty"});
    sink_.text(rdfs_label, to_nfc(graph_.text(label)), "en");
    sink_.link({Namespace::rdfs, "subPropertyOf"}, hb("related"));
  }
  labels_.clear();
}

}  // namespace habari::rdf
