#include "rdf/model/graph_statements.hpp"
#include "src/sorting.hpp"

#include <habari/core/text.hpp>

#include <algorithm>
#include <compare>
#include <functional>
#include <span>
#include <utility>

namespace habari::rdf {

/// One thing known of a piece of an article's text. `a` and `b` are what the sort of fact needs.
struct Fact {
  enum class Sort : std::uint8_t { context, sentence, piece, anchor, entity, name, phrase, time_value };
  CharSpan span;
  Sort sort = Sort::piece;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend auto operator<=>(const Fact&, const Fact&) = default;
};

namespace {

/// Whether lean states it: what stands where, and words only where no text does.
bool is_lean(Fact::Sort sort, bool has_text) {
  switch (sort) {
    case Fact::Sort::entity:
    case Fact::Sort::name:
    case Fact::Sort::time_value:
      return true;
    case Fact::Sort::anchor:
      return !has_text;
    case Fact::Sort::context:
    case Fact::Sort::sentence:
    case Fact::Sort::piece:
    case Fact::Sort::phrase:
      break;
  }
  return false;
}

class FactCollector {
 public:
  using NeedsName = std::function<bool(const EntityMention&, Vertex)>;
  FactCollector(const Graph& graph, const ArticleIndex& by_article, const PieceReadings& readings,
                std::uint32_t article, NeedsName needs_name)
      : graph_(graph),
        by_article_(by_article),
        readings_(readings),
        article_(article),
        needs_name_(std::move(needs_name)) {}

  std::vector<Fact> collect() {
    const GraphRows& rows = graph_.rows();
    for (const auto& entry : by_article_.entities(article_)) {
      const EntityMention& mention = rows.entity_mentions[entry.mention];
      anchor(mention.span, mention.text);
      add(mention.span, Fact::Sort::entity, entry.owner);
      if (needs_name_(mention, entry.owner) && readings_.has_one_name(mention.span)) {
        add(mention.span, Fact::Sort::name, number(mention.name));
      }
    }
    for (const auto& entry : by_article_.events(article_)) event(entry.owner, entry.mention);
    for (const auto& entry : by_article_.relations(article_)) {
      const RelationMention& mention = rows.relation_mentions[entry.mention];
      anchor(mention.relation, mention.text);
    }
    sort_unique(facts_);
    return std::move(facts_);
  }

  void context(CharSpan span) { add(span, Fact::Sort::context); }

 private:
  static std::uint32_t number(StringId id) { return static_cast<std::uint32_t>(id); }
  void add(CharSpan span, Fact::Sort sort, std::uint32_t a = 0, std::uint32_t b = 0) {
    facts_.push_back({span, sort, a, b});
  }
  void anchor(CharSpan span, StringId text) { add(span, Fact::Sort::anchor, number(text)); }

  void event(Vertex event, std::uint32_t mention) {
    const EventMention& row = graph_.event_mention(mention);
    anchor(row.trigger, row.text);
    add(row.sentence, Fact::Sort::sentence);
    if (row.source != no_vertex) anchor(row.source_span, row.source_text);
    for (auto [edge, end] = out_edges(event, graph_); edge != end; ++edge) {
      const RoleView role = graph_.role(*edge);
      for (auto at = std::lower_bound(role.mentions.begin(), role.mentions.end(), mention,
                                      [](const RoleMention&a, std::uint32_t m) { return a.event_mention < m; });
           at != role.mentions.end() && at->event_mention == mention; ++at) {
        anchor(at->core, at->text);
        if (at->phrase == at->core) continue;
        add(at->phrase, Fact::Sort::piece);
        add(at->core, Fact::Sort::phrase, at->phrase.begin, at->phrase.end);
      }
    }
    for (const QuantityMention& quantity : graph_.quantities(mention)) anchor(quantity.span, quantity.text);
    for (const TimeMention& time : graph_.times(mention)) {
      anchor(time.span, time.text);
      if (readings_.has_one_time(time.span)) add(time.span, Fact::Sort::time_value, number(time.value));
    }
  }

  const Graph& graph_;
  const ArticleIndex& by_article_;
  const PieceReadings& readings_;
  std::uint32_t article_;
  NeedsName needs_name_;
  std::vector<Fact> facts_;
};

}  // namespace

void GraphStatements::state_strings(std::uint32_t article) {
  const std::string_view text = graph_.article(article).text;
  FactCollector collector(graph_, by_article_, *readings_, article,
                          [&](const EntityMention& mention, Vertex entity) { return needs_name(mention, entity); });
  const CodePointIndexView index(text);
  const bool has_text = options_.texts && !text.empty();
  if (is_full() && !text.empty()) {
    collector.context({0, index.code_point(static_cast<std::uint32_t>(text.size()))});
  } else if (is_full() || has_text) {
    state_context(article);
  }
  std::vector<Fact> facts = collector.collect();
  if (!is_full()) {
    std::erase_if(facts, [&](const Fact& fact) {
      const bool is_told =
          fact.sort == Fact::Sort::entity && readings_->is_told_by_events(fact.span) && local_name(fact.a);
      return is_told || !is_lean(fact.sort, has_text);
    });
  }
  const Iri context = iris_.context(article);
  for (auto first = facts.cbegin(); first != facts.cend();) {
    const auto last = std::find_if(first, facts.cend(), [&](const Fact& fact) { return fact.span != first->span; });
    sink_.subject(iris_.string(article, first->span));
    if (is_full()) state_place(article, {first, last}, context, index);
    for (; first != last; ++first) state_fact(article, *first);
  }
}

/// The whole text, by a place of its own.
void GraphStatements::state_context(std::uint32_t article) {
  const std::string_view text = graph_.article(article).text;
  sink_.subject(iris_.context(article));
  sink_.link(rdf_type, nif("Context"));
  link(nif("sourceUrl"), iris_.article(article));
  if (options_.texts && !text.empty()) sink_.value(nif("isString"), text);
}

/// What NIF says of a piece of text.
void GraphStatements::state_place(std::uint32_t article, std::span<const Fact> facts, const Iri& context,
                                  const CodePointIndexView& index) {
  const std::string_view text = graph_.article(article).text;
  const auto has = [&](Fact::Sort sort) { return std::ranges::count(facts, sort, &Fact::sort) != 0; };
  const CharSpan span = facts.front().span;
  const bool is_context = has(Fact::Sort::context);
  const bool is_piece = !is_context || facts.size() > 1;
  if (is_context) sink_.link(rdf_type, nif("Context"));
  if (is_piece) sink_.link(rdf_type, nif(has(Fact::Sort::sentence) ? "Sentence" : "Phrase"));
  sink_.value(nif("beginIndex"), std::to_string(span.begin), Datatype::non_negative_integer);
  sink_.value(nif("endIndex"), std::to_string(span.end), Datatype::non_negative_integer);
  link(nif("referenceContext"), context);
  if (is_context) link(nif("sourceUrl"), iris_.article(article));
  if (is_context && options_.texts) sink_.value(nif("isString"), text);
  if (is_piece && !has(Fact::Sort::anchor) && options_.texts && !text.empty()) {
    sink_.value(nif("anchorOf"), slice(text, {index.byte(span.begin), index.byte(span.end)}));
  }
}

void GraphStatements::state_fact(std::uint32_t article, const Fact& fact) {
  switch (fact.sort) {
    case Fact::Sort::anchor:
      return sink_.value(nif("anchorOf"), graph_.text(StringId{fact.a}));
    case Fact::Sort::entity:
      return link({Namespace::itsrdf, "taIdentRef"}, iris_.entity(fact.a));
    case Fact::Sort::name:
      return sink_.value(hb("name"), to_nfc(graph_.text(StringId{fact.a})));
    case Fact::Sort::phrase:
      return link(hb("phrase"), iris_.string(article, {fact.a, fact.b}));
    case Fact::Sort::time_value:
      return time_value(StringId{fact.a});
    case Fact::Sort::context:
    case Fact::Sort::sentence:
    case Fact::Sort::piece:
      return;
  }
}

}  // namespace habari::rdf
