#include "records.hpp"

#include "highlights.hpp"

#include <habari/core/links.hpp>
#include <habari/core/quantity.hpp>
#include <habari/core/triples.hpp>

#include <algorithm>
#include <set>

namespace habari::serve {
namespace {

/// An event with many agents and patients has a triple for each pair: more than a row can show.
constexpr std::size_t most_triples = 4;

}  // namespace

void Records::reference_members(Vertex v) const {
  json_.member("id", graph_.id(v));
  if (graph_.is_event(v)) {
    json_.member("kind", "event");
    json_.member("label", describe_event(graph_, v));
    return;
  }
  const EntityView entity = graph_.entity(v);
  json_.member("kind", name(entity.kind));
  json_.member("label", graph_.label(v));
  json_.key("names");
  json_.begin_object();
  for (const EntityName& name : entity.names) {
    if (name.preferred) json_.member(graph_.text(name.language), graph_.text(name.text));
  }
  json_.end_object();
  json_.member("mentions", entity.mentions.size());
}

void Records::reference(Vertex v) const {
  if (references_ == References::ids) return json_.text(graph_.id(v));
  json_.begin_object();
  reference_members(v);
  json_.end_object();
}

void Records::entity(Vertex v) const {
  json_.begin_object();
  reference_members(v);
  json_.begin_array("aliases");
  for (const EntityName& name : graph_.entity(v).names) {
    json_.begin_object();
    json_.member("language", graph_.text(name.language));
    json_.member("text", graph_.text(name.text));
    json_.member("mentions", std::uint64_t{name.mentions});
    json_.end_object();
  }
  json_.end_array();
  json_.begin_array("wikidata");
  for (const EntityLink& row : graph_.links(v)) {
    const std::string_view link = graph_.text(row.link);
    if (link_kind(link) == LinkKind::wikidata) json_.text(link_value(link));
  }
  json_.end_array();
  if (const auto at = graph_.position(v)) {
    json_.begin_array("at");
    json_.number(at->latitude);
    json_.number(at->longitude);
    json_.end_array();
  }
  json_.begin_array("relations");
  const auto relation = [&](const RelationView& view) {
    json_.begin_object();
    json_.key("subject");
    reference(view.subject);
    json_.member("label", view.label);
    json_.key("object");
    reference(view.object);
    json_.member("mentions", view.mentions.size());
    json_.end_object();
  };
  for (const RelationView& view : graph_.relations_from(v)) relation(view);
  for (const RelationView& view : graph_.relations_to(v)) relation(view);
  json_.end_array();
  json_.end_object();
}

void Records::event_members(Vertex v) const {
  const EventView event = graph_.event(v);
  json_.member("id", graph_.id(v));
  json_.member("label", event.label);
  json_.member("type", name(event.type));
  json_.member("factuality", name(event.factuality));
  if (event.time) json_.member("time", event.time->iso());
  json_.member("confidence", double{event.confidence()});
  json_.member("mentions", event.mentions.size());
  std::set<std::string_view> languages;
  std::set<std::uint32_t> articles;
  for (const EventMention& mention : event.mentions) {
    languages.insert(graph_.article(mention.article).language);
    articles.insert(mention.article);
  }
  json_.member("articles", articles.size());
  json_.begin_array("languages");
  for (const std::string_view language : languages) json_.text(language);
  json_.end_array();
  triples(v);
  json_.begin_array("sources");
  for (const Vertex source : event.sources()) reference(source);
  json_.end_array();
  roles(v);
}

void Records::triples(Vertex event) const {
  const std::vector<TripleView> all = triples_of(graph_, event);
  json_.begin_array("triples");
  for (std::size_t i = 0; i < std::min(all.size(), most_triples); ++i) {
    json_.begin_object();
    if (all[i].subject()) json_.member("subject", graph_.id(*all[i].subject()));
    if (all[i].object()) json_.member("object", graph_.id(*all[i].object()));
    json_.end_object();
  }
  json_.end_array();
  if (all.size() > most_triples) json_.member("more_triples", all.size() - most_triples);
}

void Records::roles(Vertex event) const {
  json_.begin_array("roles");
  for (const RoleView& role : graph_.participants(event)) {
    json_.begin_object();
    json_.member("role", name(role.role));
    json_.key("participant");
    reference(role.participant);
    json_.end_object();
  }
  json_.end_array();
}

void Records::event(Vertex event) const {
  json_.begin_object();
  event_members(event);
  json_.end_object();
}

void Records::told_event(Vertex v) const {
  json_.begin_object();
  event_members(v);
  if (references_ == References::ids) json_.member("in_words", describe_event(graph_, v));
  json_.begin_array("told");
  const EventView event = graph_.event(v);
  const auto first = static_cast<std::uint32_t>(event.mentions.data() - graph_.rows().event_mentions.data());
  for (std::uint32_t i = 0; i < event.mentions.size(); ++i) mention(event, first + i);
  json_.end_array();
  matches(v);
  json_.end_object();
}

void Records::mention(const EventView& event, std::uint32_t number) const {
  const EventMention& mention = graph_.event_mention(number);
  json_.begin_object();
  json_.key("article");
  article_reference(mention.article);
  json_.member("words", graph_.text(mention.text));
  json_.member("lemma", graph_.text(mention.lemma));
  json_.member("rule", graph_.text(mention.rule));
  json_.member("confidence", double{mention.confidence});
  if (mention.source != no_vertex) {
    json_.key("source");
    reference(mention.source);
  }
  sentence(event, number);
  times_and_quantities(number);
  json_.end_object();
}

void Records::article_reference(std::uint32_t number) const {
  if (references_ == References::ids) return json_.text(graph_.article(number).id);
  article(number);
}

void Records::article(std::uint32_t number) const {
  const ArticleView article = graph_.article(number);
  json_.begin_object();
  json_.member("id", article.id);
  json_.member("language", article.language);
  if (!article.title.empty()) json_.member("title", article.title);
  if (!article.url.empty()) json_.member("url", article.url);
  if (article.date) json_.member("date", article.date->iso());
  json_.end_object();
}

/// Empty where the graph has no texts.
void Records::sentence(const EventView& event, std::uint32_t number) const {
  const EventMention& mention = graph_.event_mention(number);
  std::vector<Highlight> highlights = {{mention.trigger, "trigger"}};
  for (const RoleView& role : graph_.participants(event.vertex)) {
    for (const RoleMention& told : role.mentions) {
      if (told.event_mention == number) highlights.push_back({told.core, name(role.role)});
    }
  }
  if (mention.source != no_vertex) highlights.push_back({mention.source_span, "source"});
  for (const TimeMention& time : graph_.times(number)) highlights.push_back({time.span, "time"});
  for (const QuantityMention& quantity : graph_.quantities(number)) highlights.push_back({quantity.span, "quantity"});

  json_.begin_array("sentence");
  const std::string_view text = graph_.article(mention.article).text;
  if (!text.empty()) {
    const CodePointIndexView& places = offsets(mention.article);
    for (const Piece& piece : cut(mention.sentence, highlights)) {
      json_.begin_object();
      json_.member("text", slice(text, {places.byte(piece.span.begin), places.byte(piece.span.end)}));
      if (!piece.as.empty()) {
        json_.begin_array("as");
        for (const std::string_view as : piece.as) json_.text(as);
        json_.end_array();
      }
      json_.end_object();
    }
  }
  json_.end_array();
}

void Records::times_and_quantities(std::uint32_t number) const {
  json_.begin_array("times");
  for (const TimeMention& time : graph_.times(number)) {
    json_.begin_object();
    json_.member("words", graph_.text(time.text));
    json_.member("value", graph_.text(time.value));
    json_.end_object();
  }
  json_.end_array();
  json_.begin_array("quantities");
  for (const QuantityMention& quantity : graph_.quantities(number)) {
    json_.text(describe_quantity(quantity.bound, graph_.text(quantity.value), graph_.text(quantity.unit)));
  }
  json_.end_array();
}

void Records::matches(Vertex event) const {
  json_.begin_array("matches");
  for (const EventMatch& match : graph_.matches(event)) {
    json_.begin_object();
    const Vertex other = match.first == event ? match.second : match.first;
    json_.member("id", graph_.id(other));
    json_.member("label", describe_event(graph_, other));
    json_.member("confidence", double{match.confidence});
    json_.end_object();
  }
  json_.end_array();
}

const CodePointIndexView& Records::offsets(std::uint32_t article) const {
  const auto found = offsets_.find(article);
  if (found != offsets_.end()) return found->second;
  return offsets_.emplace(article, CodePointIndexView(graph_.article(article).text)).first->second;
}

}  // namespace habari::serve
