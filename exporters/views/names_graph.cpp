#include "views/names_graph.hpp"

#include "src/sorting.hpp"
#include "views/communities.hpp"
#include "views/element_ids.hpp"

#include <habari/core/triples.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace habari::views {
namespace {

/// What a mention of each bond weighs: two who are listed, or who share a sentence, have less to do with each other
/// than two who act on each other.
float weight_of(Bond bond) {
  switch (bond) {
    case Bond::relation:
    case Bond::event:
      return 1.0F;
    case Bond::together:
    case Bond::source:
    case Bond::phrase:
      return 0.5F;
    case Bond::through:
    case Bond::sentence:
      break;
  }
  return 0.25F;
}

/// A sentence that names more is a list: being named there says nothing of any two.
constexpr std::size_t most_names_in_a_sentence = 8;
/// What has to do with more names joins none of them: the country, the government, the war.
constexpr std::size_t most_names_through_one = 4;
const std::string through_label = "through";
const std::string sentence_label = "same sentence";

/// The names that stand inside a piece of text.
template <typename Names, typename Use>
void each_name_in(const Names& names, CharSpan piece, Use use) {
  for (auto name = std::ranges::lower_bound(names, piece.begin, {}, [](const auto& at) { return at.first.begin; });
       name != names.end() && name->first.begin < piece.end; ++name) {
    if (name->first.end <= piece.end) use(name->second);
  }
}

std::pair<Vertex, Vertex> pair_of(Vertex a, Vertex b) { return std::minmax(a, b); }

}  // namespace

NamesGraph::NamesGraph(const Graph& graph, const ViewOptions& options) : graph_(graph) {
  find_names();
  add_relations();
  for (Vertex v = graph.entity_count(); v < graph.vertex_count(); ++v) add_event(v);
  add_through();
  if (options.sentences) add_sentences();
  for (auto& [key, made] : found_) {
    sort_unique(made.articles);
    unite(made.days);
    edges_.push_back(std::move(made));
  }
  if (options.one_edge_a_pair) fold_pairs();
  place_nodes(options.isolated);
}

/// What common words name has no name, though a first name that is its article's own is one; dates and numbers are no
/// actors.
bool NamesGraph::is_named(Vertex v) const {
  if (!graph_.is_entity(v)) return false;
  const EntityView entity = graph_.entity(v);
  return entity.kind != EntityKind::time && entity.kind != EntityKind::quantity &&
         !(is_local_entity_id(entity.id) && entity.id.starts_with("thing/"));
}

NamesEdge& NamesGraph::edge(Vertex source, Vertex target, Bond bond, const std::string& label) {
  NamesEdge& made = found_[{source, target, bond, label}];
  made.source = source;
  made.target = target;
  made.bond = bond;
  made.label = label;
  if (made.relations.empty()) made.relations = {label};
  joined_.insert(pair_of(source, target));
  return made;
}

void NamesGraph::add_relations() {
  for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) {
    const RelationView relation = graph_.relation(graph_.edge(i));
    if (relation.subject == relation.object || !is_named(relation.subject) || !is_named(relation.object)) continue;
    NamesEdge& made = edge(relation.subject, relation.object, Bond::relation, std::string(relation.label));
    made.weight += static_cast<float>(relation.mentions.size()) * weight_of(Bond::relation);
    made.confidence = std::max(made.confidence, relation.confidence());
    for (const RelationMention& mention : relation.mentions) made.articles.push_back(mention.article);
  }
}

void NamesGraph::find_names() {
  names_.resize(graph_.article_count());
  for (Vertex v = 0; v < graph_.entity_count(); ++v) {
    if (!is_named(v)) continue;
    for (const EntityMention& mention : graph_.entity(v).mentions)
      names_[mention.article].emplace_back(mention.span, v);
  }
  for (Names& names : names_) sort_unique(names);
}

/// Who takes part in an event, and who is named in the words for its participants.
void NamesGraph::add_parts(Vertex event, Standing standing, std::vector<Part>& parts) const {
  const bool is_content = standing == Standing::content;
  for (const RoleView& role : graph_.participants(event)) {
    if (!graph_.is_entity(role.participant)) continue;
    const Role as = is_content ? Role::content : role.role;
    if (is_named(role.participant)) parts.push_back({role.participant, as, standing});
    for (const RoleMention& mention : role.mentions) {
      if (mention.phrase == mention.core) continue;
      const Standing below = is_content ? Standing::content : Standing::phrase;
      each_name_in(names_[graph_.event_mention(mention.event_mention).article], mention.phrase, [&](Vertex named) {
        parts.push_back({named, as, below});
      });
    }
  }
}

/// Those of the event, and those of the events that it says: who says that two met has to do with both.
std::vector<NamesGraph::Part> NamesGraph::parts_of(Vertex event) const {
  std::vector<Part> parts;
  add_parts(event, Standing::direct, parts);
  for (const RoleView& role : graph_.participants(event)) {
    if (graph_.is_event(role.participant)) add_parts(role.participant, Standing::content, parts);
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return std::tuple(a.standing, a.role, a.entity) < std::tuple(b.standing, b.role, b.entity);
  });
  return parts;
}

void NamesGraph::join_event(Vertex source, Vertex target, Bond bond, const EventView& event) {
  if (source == target) return;
  NamesEdge& made = edge(source, target, bond, event_label(event));
  made.weight += static_cast<float>(event.mentions.size()) * weight_of(bond);
  made.confidence = std::max(made.confidence, event.confidence());
  for (const EventMention& mention : event.mentions) made.articles.push_back(mention.article);
  if (event.time) made.days.push_back(DayInterval::of(*event.time));
}

/// Each two once an event, by the strongest bond that it gives them.
void NamesGraph::add_event(Vertex v) {
  const EventView event = graph_.event(v);
  const std::vector<Part> parts = parts_of(v);
  std::set<std::pair<Vertex, Vertex>> done;
  const auto join = [&](Vertex source, Vertex target, Bond bond) {
    if (done.insert(pair_of(source, target)).second) join_event(source, target, bond, event);
  };
  for (const TripleView& triple : triples_of(graph_, v, Objects::entities)) {
    if (!triple.subject() || !triple.object()) continue;
    if (is_named(*triple.subject()) && is_named(*triple.object()))
      join(*triple.subject(), *triple.object(), Bond::event);
  }
  const auto each_two = [&](auto use) {
    for (auto first = parts.begin(); first != parts.end(); ++first) {
      for (auto second = first + 1; second != parts.end(); ++second) use(*first, *second);
    }
  };
  each_two([&](const Part& a, const Part& b) {
    const bool is_event = a.standing == Standing::direct && b.standing != Standing::phrase && a.role != b.role;
    if (is_event) join(a.entity, b.entity, Bond::event);
  });
  each_two([&](const Part& a, const Part& b) {
    const bool is_listed = a.standing == Standing::direct && b.standing == Standing::direct && a.role == b.role;
    if (is_listed) join(a.entity, b.entity, Bond::together);
  });
  for (const Vertex source : event.sources()) {
    if (!is_named(source)) continue;
    for (const Part& part : parts) join(source, part.entity, Bond::source);
  }
  each_two([&](const Part& a, const Part& b) {
    // What is said to be between two of the content is its own event's to tell.
    if (a.standing != Standing::content) join(a.entity, b.entity, Bond::phrase);
  });
}

bool NamesGraph::joins_newly(Vertex a, Vertex b, Bond bond, const std::string& label) const {
  return !joined_.contains({a, b}) || found_.contains({a, b, bond, label});
}

/// Two that act on one who has no name, or stand in a relation to it.
void NamesGraph::add_through() {
  for (Vertex v = 0; v < graph_.entity_count(); ++v) {
    if (is_named(v)) continue;
    std::vector<Vertex> around;
    const auto take = [&](Vertex other) {
      if (is_named(other)) around.push_back(other);
    };
    for (const RoleView& role : graph_.participations(v)) {
      for (const RoleView& other : graph_.participants(role.event)) take(other.participant);
    }
    for (const RelationView& relation : graph_.relations_from(v)) take(relation.object);
    for (const RelationView& relation : graph_.relations_to(v)) take(relation.subject);
    sort_unique(around);
    if (around.size() > most_names_through_one) continue;
    for (std::size_t i = 0; i < around.size(); ++i) {
      for (std::size_t k = i + 1; k < around.size(); ++k) {
        if (!joins_newly(around[i], around[k], Bond::through, through_label)) continue;
        NamesEdge& made = edge(around[i], around[k], Bond::through, through_label);
        made.weight += weight_of(Bond::through);
        for (const EntityMention& mention : graph_.entity(v).mentions) made.articles.push_back(mention.article);
      }
    }
  }
}

void NamesGraph::add_sentences() {
  std::vector<std::vector<CharSpan>> sentences(graph_.article_count());
  for (const EventMention& mention : graph_.rows().event_mentions) {
    sentences[mention.article].push_back(mention.sentence);
  }
  for (std::uint32_t article = 0; article < graph_.article_count(); ++article) {
    sort_unique(sentences[article]);
    add_sentences(article, sentences[article]);
  }
}

void NamesGraph::add_sentences(std::uint32_t article, const std::vector<CharSpan>& sentences) {
  for (const CharSpan sentence : sentences) {
    std::vector<Vertex> there;
    each_name_in(names_[article], sentence, [&](Vertex named) { there.push_back(named); });
    sort_unique(there);
    if (there.size() > most_names_in_a_sentence) continue;
    for (std::size_t i = 0; i < there.size(); ++i) {
      for (std::size_t k = i + 1; k < there.size(); ++k) {
        if (!joins_newly(there[i], there[k], Bond::sentence, sentence_label)) continue;
        NamesEdge& made = edge(there[i], there[k], Bond::sentence, sentence_label);
        made.weight += weight_of(Bond::sentence);
        made.articles.push_back(article);
      }
    }
  }
}

/// The heaviest edge of each pair says how it is joined, and which way; of equally heavy ones the first.
void NamesGraph::fold_pairs() {
  std::map<std::pair<Vertex, Vertex>, NamesEdge> pairs;
  std::map<std::pair<Vertex, Vertex>, float> heaviest;
  for (NamesEdge& one : edges_) {
    const auto key = pair_of(one.source, one.target);
    NamesEdge& sum = pairs[key];
    if (sum.source == no_vertex || one.weight > heaviest[key]) {
      heaviest[key] = one.weight;
      std::tie(sum.source, sum.target, sum.bond, sum.label) = std::tie(one.source, one.target, one.bond, one.label);
    }
    sum.weight += one.weight;
    sum.confidence = std::max(sum.confidence, one.confidence);
    const auto append = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    append(sum.relations, one.relations);
    append(sum.articles, one.articles);
    append(sum.days, one.days);
  }
  edges_.clear();
  for (auto& [key, sum] : pairs) {
    sort_unique(sum.relations);
    sort_unique(sum.articles);
    unite(sum.days);
    edges_.push_back(std::move(sum));
  }
}

void NamesGraph::place_nodes(bool isolated) {
  std::map<Vertex, std::set<Vertex>> neighbours;
  std::map<Vertex, float> strength;
  for (const NamesEdge& one : edges_) {
    neighbours[one.source].insert(one.target);
    neighbours[one.target].insert(one.source);
    strength[one.source] += one.weight;
    strength[one.target] += one.weight;
  }
  std::map<Vertex, std::uint32_t> number;
  for (Vertex v = 0; v < graph_.entity_count(); ++v) {
    const auto found = neighbours.find(v);
    if (found == neighbours.end() && !(isolated && is_named(v))) continue;
    number.emplace(v, static_cast<std::uint32_t>(nodes_.size()));
    const bool is_joined = found != neighbours.end();
    nodes_.push_back(
        {v, is_joined ? static_cast<std::uint32_t>(found->second.size()) : 0, is_joined ? strength[v] : 0.0F, 0});
  }
  std::vector<Tie> ties;
  for (const NamesEdge& one : edges_) ties.push_back({number[one.source], number[one.target], one.weight});
  const std::vector<std::uint32_t> found = communities(static_cast<std::uint32_t>(nodes_.size()), ties);
  for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i].community = found[i];
  std::stable_sort(nodes_.begin(), nodes_.end(), [](const NamesNode& a, const NamesNode& b) {
    return std::pair(a.degree, a.strength) > std::pair(b.degree, b.strength);
  });
}

}  // namespace habari::views
