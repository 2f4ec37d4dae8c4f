#include "rdf/model/graph_iris.hpp"

#include "rdf/terms/iri.hpp"
#include "src/percent_encoding.hpp"

#include <habari/core/text.hpp>

#include <algorithm>

namespace habari::rdf {
namespace {

/// Ends a property that ends in no name of XML.
constexpr std::string_view unnamed = "~n";

}  // namespace

Iri GraphIris::entity(Vertex v) const {
  std::string_view id = graph_.entity(v).id;
  Iri iri{Namespace::entity, {}};
  const std::size_t slash = id.find('/');
  if (slash != std::string_view::npos) {
    if (const auto kind = parse_entity_kind(id.substr(0, slash))) {
      iri.space = entity_namespace(*kind);
      id.remove_prefix(slash + 1);
    }
  }
  append_percent_encoded(iri.local, id);
  return iri;
}

Iri GraphIris::point(Vertex v) const {
  Iri iri = entity(v);
  iri.local += "~point";
  return iri;
}

Iri GraphIris::article(std::uint32_t article) const {
  Iri iri{Namespace::article, {}};
  append_percent_encoded(iri.local, graph_.article(article).id);
  return iri;
}

Iri GraphIris::string(std::uint32_t article, CharSpan span) const {
  Iri iri = this->article(article);
  iri.local.append("#char=").append(std::to_string(span.begin)).append(",").append(std::to_string(span.end));
  return iri;
}

Iri GraphIris::context(std::uint32_t article) const {
  const std::string_view text = graph_.article(article).text;
  if (!text.empty()) {
    const CodePointIndexView index(text);
    return string(article, {0, index.code_point(static_cast<std::uint32_t>(text.size()))});
  }
  Iri iri = this->article(article);
  iri.local += "#char=0,";
  return iri;
}

Iri GraphIris::event_mention(std::uint32_t mention) const {
  const EventMention& row = graph_.event_mention(mention);
  const Uuid event = graph_.event(graph_.event_of_mention(mention)).uuid;
  return {Namespace::mention, IdentityKey({"mention", graph_.article(row.article).id, event.text(),
                                           std::to_string(row.trigger.begin), std::to_string(row.trigger.end)})
                                  .uuid()
                                  .text()};
}

Iri GraphIris::participation(const Iri& event_mention, Role role, CharSpan core, std::string_view participant) const {
  return {Namespace::mention, IdentityKey({"participation", event_mention.local, name(role), std::to_string(core.begin),
                                           std::to_string(core.end), participant})
                                  .uuid()
                                  .text()};
}

Iri GraphIris::quantity(const Iri& event_mention, const QuantityMention& quantity) const {
  IdentityKey key{"quantity", event_mention.local};
  for (const CharSpan span : {quantity.participant, quantity.span}) {
    key.add(std::to_string(span.begin));
    key.add(std::to_string(span.end));
  }
  for (const StringId text : {quantity.value, quantity.unit}) key.add(graph_.text(text));
  key.add(name(quantity.bound));
  return {Namespace::mention, key.uuid().text()};
}

Iri GraphIris::entity_mention(std::uint32_t article, CharSpan span, Vertex entity) const {
  return {Namespace::mention, IdentityKey({"entity mention", graph_.article(article).id, std::to_string(span.begin),
                                           std::to_string(span.end), graph_.id(entity)})
                                  .uuid()
                                  .text()};
}

Iri GraphIris::match(const EventMatch& match) const {
  return {Namespace::match, IdentityKey({"match", graph_.id(match.first), graph_.id(match.second)}).uuid().text()};
}

Iri GraphIris::extraction(std::uint32_t article) const { return {Namespace::extraction, this->article(article).local}; }

Iri GraphIris::relation(Graph::Edge edge) const {
  const RelationView view = graph_.relation(edge);
  return {Namespace::relation,
          IdentityKey({"relation", graph_.id(view.subject), view.label, graph_.id(view.object)}).uuid().text()};
}

Iri GraphIris::relation_mention(Graph::Edge edge, const RelationMention& mention) const {
  IdentityKey key{"mention", graph_.article(mention.article).id, relation(edge).local};
  for (const CharSpan span : {mention.subject, mention.relation, mention.object}) {
    key.add(std::to_string(span.begin));
    key.add(std::to_string(span.end));
  }
  return {Namespace::mention, key.uuid().text()};
}

namespace {

Iri term_iri(Namespace space, std::string_view label) {
  Iri iri{space, {}};
  // One name has no path: `/` is encoded like the rest, and `_`, which stands for the blank, too.
  for (const char c : label) {
    if (c == ' ') {
      iri.local += '_';
    } else if (c == '_') {
      iri.local += "%5F";
    } else if (c == '/') {
      iri.local += "%2F";
    } else if (c == '.') {
      iri.local += c;
    } else if (c == '~') {
      iri.local += "%7E";
    } else {
      append_percent_encoded(iri.local, std::string_view(&c, 1));
    }
  }
  if (xml_name_begin(iri.local) == iri.local.size()) iri.local += unnamed;
  return iri;
}

}  // namespace

Iri GraphIris::predicate(std::string_view label) { return term_iri(Namespace::rel, label); }

Iri GraphIris::sense(std::string_view sense) { return term_iri(Namespace::sense, sense); }

std::string GraphIris::label(std::string_view predicate_local) {
  std::string local(predicate_local.substr(0, predicate_local.find(unnamed.front())));
  std::replace(local.begin(), local.end(), '_', ' ');
  return percent_decoded(local);
}

}  // namespace habari::rdf
