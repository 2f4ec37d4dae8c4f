#include "views/names_view.hpp"

#include "src/sorting.hpp"
#include "views/element_ids.hpp"
#include "views/names_graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace habari::views {
namespace {

constexpr std::array node_attributes = {Attribute{"kind"},
                                        Attribute{"weight", AttributeType::real},
                                        Attribute{"degree", AttributeType::integer},
                                        Attribute{"rank", AttributeType::integer},
                                        Attribute{"community", AttributeType::integer},
                                        Attribute{"aliases", AttributeType::texts},
                                        Attribute{"wikidata", AttributeType::texts},
                                        Attribute{"articles", AttributeType::texts},
                                        Attribute{"article_count", AttributeType::integer}};

constexpr std::array edge_attributes = {Attribute{"kind"},
                                        Attribute{"relation"},
                                        Attribute{"relations", AttributeType::texts},
                                        Attribute{"date"},
                                        Attribute{"end_date"},
                                        Attribute{"confidence", AttributeType::real},
                                        Attribute{"articles", AttributeType::texts},
                                        Attribute{"article_count", AttributeType::integer}};

constexpr std::array bond_names = {"relation", "event", "together", "source", "phrase", "through", "sentence"};

/// Colours that are told apart on white, also by most of those who see few; the last is for all smaller communities.
/// Source: Okabe and Ito, Color Universal Design, 2008, and five tints between.
constexpr std::array<Colour, 12> palette = {{{0, 114, 178},
                                             {230, 159, 0},
                                             {0, 158, 115},
                                             {213, 94, 0},
                                             {204, 121, 167},
                                             {86, 180, 233},
                                             {160, 140, 0},
                                             {112, 88, 163},
                                             {150, 75, 45},
                                             {90, 160, 60},
                                             {0, 128, 128},
                                             {150, 150, 150}}};

constexpr float smallest = 6;
constexpr float largest = 36;

class NamesExport {
 public:
  NamesExport(const Graph& graph, const ViewOptions& options, ViewWriter& writer)
      : graph_(graph), names_(graph, options), writer_(writer) {}

  void write() {
    writer_.begin(node_attributes, edge_attributes, true);
    for (std::size_t i = 0; i < names_.nodes().size(); ++i) node(names_.nodes()[i], i + 1);
    writer_.begin_edges();
    for (const NamesEdge& edge : names_.edges()) this->edge(edge);
    writer_.end();
  }

 private:
  Look look(const NamesNode& node) const {
    // An area, not a width, is what the eye compares.
    const float most = static_cast<float>(std::max(1U, names_.nodes().front().degree));
    const float share = std::sqrt(static_cast<float>(node.degree) / most);
    return {std::round((smallest + share * (largest - smallest)) * 10) / 10,
            palette[std::min<std::size_t>(node.community, palette.size() - 1)]};
  }

  void node(const NamesNode& node, std::size_t rank) {
    const EntityView entity = graph_.entity(node.vertex);
    take_node_id(graph_, node.vertex, source_);
    writer_.open_node({source_, graph_.label(node.vertex), {}, look(node)});
    writer_.text("kind", name(entity.kind));
    writer_.integer("weight", static_cast<std::int64_t>(entity.mentions.size()));
    writer_.integer("degree", node.degree);
    writer_.integer("rank", static_cast<std::int64_t>(rank));
    writer_.integer("community", node.community);
    texts_.clear();
    for (const EntityName& name : entity.names) texts_.push_back(graph_.text(name.text));
    sort_unique(texts_);
    std::erase(texts_, graph_.label(node.vertex));
    writer_.texts("aliases", texts_);
    texts_.clear();
    for (const EntityLink& row : graph_.links(node.vertex)) {
      const std::string_view link = graph_.text(row.link);
      if (link_kind(link) == LinkKind::wikidata) texts_.push_back(link_value(link));
    }
    writer_.texts("wikidata", texts_);
    std::vector<std::uint32_t> all;
    for (const EntityMention& mention : entity.mentions) all.push_back(mention.article);
    sort_unique(all);
    articles(all);
    writer_.close();
  }

  void edge(const NamesEdge& edge) {
    take_node_id(graph_, edge.source, source_);
    take_node_id(graph_, edge.target, target_);
    const std::string_view kind = bond_names[static_cast<std::size_t>(edge.bond)];
    writer_.open_edge(
        {edge_id({"names", kind, edge.label, source_, target_}), source_, target_, edge.label, edge.weight, edge.days});
    writer_.text("kind", kind);
    writer_.text("relation", edge.label);
    texts_.assign(edge.relations.begin(), edge.relations.end());
    writer_.texts("relations", texts_);
    if (!edge.days.empty()) {
      writer_.text("date", iso(edge.days.front().first));
      writer_.text("end_date", iso(edge.days.back().last));
    }
    if (edge.confidence > 0) writer_.real("confidence", edge.confidence);
    articles(edge.articles);
    writer_.close();
  }

  void articles(const std::vector<std::uint32_t>& numbers) {
    texts_.clear();
    for (const std::uint32_t number : numbers) texts_.push_back(graph_.article(number).id);
    writer_.texts("articles", texts_);
    writer_.integer("article_count", static_cast<std::int64_t>(texts_.size()));
  }

  const Graph& graph_;
  NamesGraph names_;
  ViewWriter& writer_;
  std::string source_;  ///< Identifier of the node at work, or of the edge's source.
  std::string target_;
  std::vector<std::string_view> texts_;  ///< Of the attribute at work.
};

}  // namespace

void write_names_view(const Graph& graph, const ViewOptions& options, ViewWriter& writer) {
  NamesExport(graph, options, writer).write();
}

}  // namespace habari::views
