#include <habari/exporters/tables.hpp>

#include "src/sorting.hpp"
#include "tables/table_file.hpp"
#include "views/day_interval.hpp"

#include <habari/core/error.hpp>
#include <habari/core/quantity.hpp>
#include <habari/core/text.hpp>
#include <habari/exporters/term_mapping.hpp>

#include <array>
#include <system_error>

namespace habari {
namespace {

using tables::Cell;
using tables::TableFile;
using Texts = std::vector<std::string>;

constexpr std::array<std::string_view, 13> event_columns = {
    "event", "label",      "type",    "codes",    "factuality", "time",        "begin",
    "end",   "confidence", "sources", "articles", "mentions",   "participants"};
constexpr std::array<std::string_view, 7> participant_columns = {"event", "role",  "participant", "name",
                                                                 "kind",  "words", "quantities"};
constexpr std::array<std::string_view, 7> entity_columns = {"entity", "name",     "kind",    "aliases",
                                                            "links",  "mentions", "articles"};
constexpr std::array<std::string_view, 9> statement_columns = {
    "statement", "subject", "subject_name", "relation", "object", "object_name", "confidence", "articles", "mentions"};
constexpr std::array<std::string_view, 16> mention_columns = {
    "of",    "kind",     "article", "outlet",         "language", "published",  "begin", "end",
    "words", "sentence", "lemma",   "sentence_begin", "source",   "confidence", "rule",  "name"};

Cell text_or_none(std::string_view text) { return text.empty() ? Cell() : Cell(std::string(text)); }
Cell number(std::size_t count) { return static_cast<std::int64_t>(count); }

class TablesWriter {
 public:
  TablesWriter(const Graph& graph, const TableOptions& options) : graph_(graph), options_(options) {}

  void write(const std::filesystem::path& folder) {
    TableFile events(folder, "events", event_columns);
    for (const EventView& event : graph_.events()) write_event(event, events);
    TableFile participants(folder, "participants", participant_columns);
    for (const EventView& event : graph_.events()) {
      for (const RoleView& role : graph_.participants(event.vertex)) write_participant(role, participants);
    }
    TableFile entities(folder, "entities", entity_columns);
    for (const EntityView& entity : graph_.entities()) write_entity(entity, entities);
    TableFile statements(folder, "statements", statement_columns);
    for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) write_statement(graph_.edge(i), statements);
    TableFile mentions(folder, "mentions", mention_columns);
    write_mentions(mentions);
    for (TableFile* table : {&events, &participants, &entities, &statements, &mentions}) table->commit();
  }

 private:
  template <typename Mentions>
  Texts articles(const Mentions& mentions) const {
    Texts ids;
    for (const auto& mention : mentions) ids.emplace_back(graph_.article(mention.article).id);
    sort_unique(ids);
    return ids;
  }

  std::string statement_id(const RelationView& relation) const {
    return "relation/" +
           IdentityKey({"relation", graph_.id(relation.subject), relation.label, graph_.id(relation.object)})
               .uuid()
               .text();
  }

  void write_event(const EventView& event, TableFile& table) {
    Texts codes;
    if (options_.mapping != nullptr) {
      for (const TermMapping::Code& code : options_.mapping->of_event(event.label, event.type))
        codes.push_back(code.text);
    }
    Texts sources;
    for (const Vertex source : event.sources()) sources.push_back(graph_.id(source));
    Cell time, begin, end;
    if (event.time) {
      const views::DayInterval days = views::DayInterval::of(*event.time);
      time = event.time->iso();
      begin = views::iso(days.first);
      end = views::iso(days.last);
    }
    const std::array<Cell, event_columns.size()> cells = {graph_.id(event.vertex),
                                                          std::string(event.label),
                                                          std::string(name(event.type)),
                                                          codes,
                                                          std::string(name(event.factuality)),
                                                          time,
                                                          begin,
                                                          end,
                                                          event.confidence(),
                                                          sources,
                                                          articles(event.mentions),
                                                          number(event.mentions.size()),
                                                          number(graph_.participants(event.vertex).size())};
    table.row(cells);
  }

  void write_participant(const RoleView& role, TableFile& table) {
    Texts words;
    Texts quantities;
    for (const RoleMention& mention : role.mentions) {
      words.emplace_back(graph_.text(mention.text));
      for (const QuantityMention& quantity : graph_.quantities(mention.event_mention)) {
        if (quantity.participant == CharSpan() || quantity.participant != mention.core) continue;
        quantities.push_back(
            describe_quantity(quantity.bound, graph_.text(quantity.value), graph_.text(quantity.unit)));
      }
    }
    sort_unique(words);
    sort_unique(quantities);
    const bool is_entity = graph_.is_entity(role.participant);
    const std::array<Cell, participant_columns.size()> cells = {
        graph_.id(role.event),
        std::string(name(role.role)),
        graph_.id(role.participant),
        std::string(graph_.label(role.participant)),
        std::string(is_entity ? name(graph_.entity(role.participant).kind) : "event"),
        words,
        quantities};
    table.row(cells);
  }

  void write_entity(const EntityView& entity, TableFile& table) {
    Texts aliases;
    for (const EntityName& name : entity.names) aliases.emplace_back(graph_.text(name.text));
    sort_unique(aliases);
    std::erase(aliases, graph_.label(entity.vertex));
    Texts links;
    for (const EntityLink& row : graph_.links(entity.vertex)) {
      const std::string_view link = graph_.text(row.link);
      if (is_public_link(link)) links.emplace_back(link);
    }
    const std::array<Cell, entity_columns.size()> cells = {std::string(entity.id),
                                                           std::string(graph_.label(entity.vertex)),
                                                           std::string(name(entity.kind)),
                                                           aliases,
                                                           links,
                                                           number(entity.mentions.size()),
                                                           articles(entity.mentions)};
    table.row(cells);
  }

  void write_statement(Graph::Edge edge, TableFile& table) {
    const RelationView relation = graph_.relation(edge);
    const std::array<Cell, statement_columns.size()> cells = {
        statement_id(relation),      graph_.id(relation.subject), std::string(graph_.label(relation.subject)),
        std::string(relation.label), graph_.id(relation.object),  std::string(graph_.label(relation.object)),
        relation.confidence(),       articles(relation.mentions), number(relation.mentions.size())};
    table.row(cells);
  }

  /// What mentions of every sort have.
  struct Mention {
    std::string of;
    std::string_view kind;
    std::uint32_t article = 0;
    CharSpan span;
    StringId words{};
    Cell sentence{}, lemma{}, sentence_begin{}, source{}, confidence{}, rule{}, name{};
  };

  void write_mention(const Mention& mention, TableFile& table) {
    const ArticleView article = graph_.article(mention.article);
    const std::string published =
        article.published.empty() && article.date ? article.date->iso() : std::string(article.published);
    const std::array<Cell, mention_columns.size()> cells = {mention.of,
                                                            std::string(mention.kind),
                                                            std::string(article.id),
                                                            text_or_none(article.outlet),
                                                            text_or_none(article.language),
                                                            text_or_none(published),
                                                            number(mention.span.begin),
                                                            number(mention.span.end),
                                                            std::string(graph_.text(mention.words)),
                                                            mention.sentence,
                                                            mention.lemma,
                                                            mention.sentence_begin,
                                                            mention.source,
                                                            mention.confidence,
                                                            mention.rule,
                                                            mention.name};
    table.row(cells);
  }

  /// The sentence's words, where the graph has the article's text.
  Cell sentence(std::uint32_t article, CharSpan span) {
    const std::string_view text = graph_.article(article).text;
    if (text.empty()) return {};
    if (article != indexed_ || index_.empty()) {
      index_.clear();
      index_.emplace_back(text);
      indexed_ = article;
    }
    return std::string(slice(text, {index_.front().byte(span.begin), index_.front().byte(span.end)}));
  }

  void write_mentions(TableFile& table) {
    for (const EventView& event : graph_.events()) {
      for (const EventMention& row : event.mentions) {
        Mention mention{graph_.id(event.vertex), "event", row.article, row.trigger, row.text};
        mention.sentence = sentence(row.article, row.sentence);
        mention.lemma = text_or_none(graph_.text(row.lemma));
        mention.sentence_begin = number(row.sentence.begin);
        if (row.source != no_vertex) mention.source = graph_.id(row.source);
        mention.confidence = row.confidence;
        mention.rule = text_or_none(graph_.text(row.rule));
        write_mention(mention, table);
      }
    }
    for (const EntityView& entity : graph_.entities()) {
      for (const EntityMention& row : entity.mentions) {
        Mention mention{std::string(entity.id), "entity", row.article, row.span, row.text};
        mention.name = std::string(graph_.text(row.name));
        write_mention(mention, table);
      }
    }
    for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) {
      const RelationView relation = graph_.relation(graph_.edge(i));
      for (const RelationMention& row : relation.mentions) {
        Mention mention{statement_id(relation), "statement", row.article, row.relation, row.text};
        mention.confidence = row.confidence;
        write_mention(mention, table);
      }
    }
  }

  const Graph& graph_;
  const TableOptions& options_;
  std::uint32_t indexed_ = 0;
  std::vector<CodePointIndexView> index_;  ///< Of article `indexed_`; none or one.
};

}  // namespace

void write_tables(const Graph& graph, const std::filesystem::path& folder, const TableOptions& options) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) throw Error(folder.string() + ": " + failure.message());
  TablesWriter(graph, options).write(folder);
}

}  // namespace habari
