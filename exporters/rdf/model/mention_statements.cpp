#include "rdf/model/graph_statements.hpp"

#include <habari/core/text.hpp>

#include <algorithm>
#include <tuple>

namespace habari::rdf {

/// From which article the mention is, and by what it was made.
void GraphStatements::made_of(std::uint32_t article) {
  if (!is_full()) return;
  link(prov("wasDerivedFrom"), iris_.article(article));
  link(prov("wasGeneratedBy"), iris_.extraction(article));
}

void GraphStatements::state_event_mention(std::uint32_t mention, Vertex event) {
  const EventMention& row = graph_.event_mention(mention);
  const auto string = [&](CharSpan span) { return iris_.string(row.article, span); };
  sink_.subject(iris_.event_mention(mention));
  if (is_full()) sink_.link(rdf_type, hb("EventMention"));
  if (iris_.has_node(mention)) link(hb("trigger"), string(row.trigger));
  link(hb("sentence"), string(row.sentence));
  state_lemma(row, event);
  if (const std::string_view rule = graph_.text(row.rule); is_full() && !rule.empty()) sink_.value(hb("rule"), rule);
  if (is_full()) confidence(row.confidence);
  if (row.source != no_vertex) {
    const Vertex sources[] = {row.source};
    if (is_full() || !readings_->are_all_at(row.source_span, sources))
      link(sem("accordingTo"), iris_.entity(row.source));
    link(hb("sourceMention"), string(row.source_span));
  }
  participations_.clear();
  state_participants(mention, event);
  state_times(mention);
  for (const QuantityMention& quantity : graph_.quantities(mention))
    link(hb("quantity"), iris_.quantity(iris_.event_mention(mention), quantity));
  made_of(row.article);
  state_participations(mention);
  state_quantities(mention);
}

/// In lean the event's label is the lemma of an English mention that states none.
void GraphStatements::state_lemma(const EventMention& mention, Vertex event) {
  const std::string_view lemma = graph_.text(mention.lemma);
  const std::string_view language = graph_.article(mention.article).language;
  const bool is_told = !is_full() && language == "en" && lemma == graph_.event(event).label;
  if (!lemma.empty() && !is_told) sink_.text(hb("lemma"), to_nfc(lemma), language);
}

/// The pieces of text that the participants stand at, those of one role together.
void GraphStatements::state_participants(std::uint32_t mention, Vertex event) {
  const std::uint32_t article = graph_.event_mention(mention).article;
  std::vector<Participation> all;
  for (auto [edge, end] = out_edges(event, graph_); edge != end; ++edge) {
    const RoleView role = graph_.role(*edge);
    for (auto at = std::ranges::lower_bound(role.mentions, mention, {}, &RoleMention::event_mention);
         at != role.mentions.end() && at->event_mention == mention; ++at) {
      all.push_back({role.role, at->core, role.participant, {}, at->confidence});
    }
  }
  const auto key = [](const Participation& of) { return std::tie(of.role, of.core, of.participant); };
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<Vertex> participants;
  for (auto first = all.cbegin(); first != all.cend();) {
    participants.clear();
    bool is_sure = true;
    auto last = first;
    for (; last != all.cend() && last->role == first->role && last->core == first->core; ++last) {
      participants.push_back(last->participant);
      is_sure = is_sure && (!is_full() || last->confidence == 1.0F);
    }
    link(hb(mention_property(first->role)), iris_.string(article, first->core));
    if (!is_sure || !readings_->are_all_at(first->core, participants))
      participations_.insert(participations_.end(), first, last);
    first = last;
  }
}

void GraphStatements::state_times(std::uint32_t mention) {
  const std::uint32_t article = graph_.event_mention(mention).article;
  std::optional<CharSpan> last;
  for (const TimeMention& time : graph_.times(mention)) {
    if (time.span != last) link(hb(mention_property(Role::time)), iris_.string(article, time.span));
    last = time.span;
    if (!readings_->has_one_time(time.span))
      participations_.push_back({Role::time, time.span, no_vertex, time.value, 1.0F});
  }
}

void GraphStatements::state_participations(std::uint32_t mention) {
  const std::uint32_t article = graph_.event_mention(mention).article;
  const Iri event_mention = iris_.event_mention(mention);
  for (const Participation& row : participations_) {
    const bool is_time = row.role == Role::time;
    sink_.subject(iris_.participation(event_mention, row.role, row.core,
                                      is_time ? std::string(graph_.text(row.time)) : graph_.id(row.participant)));
    sink_.link(rdf_type, hb("Participation"));
    link(hb("eventMention"), event_mention);
    sink_.link(hb("role"), hb(name(row.role)));
    if (!is_time) link(hb("participant"), iris_.vertex(row.participant));
    link(hb("participantMention"), iris_.string(article, row.core));
    if (is_time) time_value(row.time);
    if (is_full() && row.confidence != 1.0F) confidence(row.confidence);
    made_of(article);
  }
}

/// How many or how much: of a participant, or of the event where none is stated.
void GraphStatements::state_quantities(std::uint32_t mention) {
  const std::uint32_t article = graph_.event_mention(mention).article;
  const Iri event_mention = iris_.event_mention(mention);
  for (const QuantityMention& row : graph_.quantities(mention)) {
    sink_.subject(iris_.quantity(event_mention, row));
    sink_.link(rdf_type, hb("QuantityMention"));
    if (is_full()) sink_.link(rdf_type, {Namespace::schema, "QuantitativeValue"});
    link(hb("eventMention"), event_mention);
    if (row.participant != CharSpan()) link(hb("participantMention"), iris_.string(article, row.participant));
    link(hb("trigger"), iris_.string(article, row.span));
    const bool lowest = row.bound == QuantityBound::at_least;
    const bool highest = row.bound == QuantityBound::at_most;
    sink_.value({Namespace::schema, lowest    ? "minValue"
                                    : highest ? "maxValue"
                                              : "value"},
                graph_.text(row.value), Datatype::decimal);
    if (row.bound == QuantityBound::about) sink_.value(hb("approximate"), "true", Datatype::boolean);
    if (const std::string_view unit = graph_.text(row.unit); !unit.empty())
      sink_.value({Namespace::schema, "unitText"}, to_nfc(unit));
    made_of(article);
  }
}

/// Where the names of several entities that stand at one piece of text cannot be told from the piece.
void GraphStatements::state_entity_mention(std::uint32_t mention, Vertex entity) {
  const EntityMention& row = graph_.rows().entity_mentions[mention];
  if (!needs_name(row, entity) || readings_->has_one_name(row.span)) return;
  sink_.subject(iris_.entity_mention(row.article, row.span, entity));
  sink_.link(rdf_type, hb("EntityMention"));
  link(hb("participant"), iris_.entity(entity));
  link(hb("participantMention"), iris_.string(row.article, row.span));
  sink_.value(hb("name"), to_nfc(graph_.text(row.name)));
  made_of(row.article);
}

std::optional<StringId> GraphStatements::local_name(Vertex entity) const {
  const EntityView view = graph_.entity(entity);
  if (!is_local_entity_id(view.id)) return std::nullopt;
  const EntityMention& first = view.mentions.front();
  const bool is_one = std::ranges::all_of(view.mentions, [&](const EntityMention& mention) {
    return mention.article == first.article && mention.name == first.name;
  });
  return is_one ? std::optional(first.name) : std::nullopt;
}

bool GraphStatements::needs_name(const EntityMention& mention, Vertex entity) const {
  if (is_full() || !is_local_entity_id(graph_.entity(entity).id)) return mention.name != mention.text;
  return !local_name(entity);
}

void GraphStatements::state_relation_mention(Graph::Edge edge, const RelationMention& mention) {
  sink_.subject(iris_.relation_mention(edge, mention));
  sink_.link(rdf_type, hb("RelationMention"));
  link(hb("subjectMention"), iris_.string(mention.article, mention.subject));
  link(hb("trigger"), iris_.string(mention.article, mention.relation));
  link(hb("objectMention"), iris_.string(mention.article, mention.object));
  if (is_full()) confidence(mention.confidence);
  made_of(mention.article);
}

/// A time expression's value; nothing where it has none.
void GraphStatements::time_value(StringId value) {
  const std::string_view iso = graph_.text(value);
  if (iso.empty()) return;
  if (const auto time = TimeValue::parse(iso); time && time->begin == time->end) {
    date(hb("timeValue"), time->begin);
  } else {
    sink_.value(hb("timeValue"), iso);
  }
}

}  // namespace habari::rdf
