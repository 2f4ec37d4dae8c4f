#include "building/freezer.hpp"

#include "building/joined_rows.hpp"
#include "rows/sorting.hpp"

#include <habari/core/links.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace habari {
namespace {

/// Rows in sorted order as a list of lists: `same_owner` of neighbours says where a list goes on.
template <typename Row, typename SameOwner, typename NewOwner, typename Item>
void share_out(const std::vector<Row>& rows, std::vector<std::uint32_t>& begin, SameOwner same_owner,
               NewOwner new_owner, Item item) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || !same_owner(rows[i - 1], rows[i])) {
      begin.push_back(row_number(i));
      new_owner(rows[i]);
    }
    item(rows[i]);
  }
  begin.push_back(row_number(rows.size()));
}

/// Calls `use` with every string that the rows name.
template <typename Use>
void each_string(GraphRows& rows, Use use) {
  const auto each = [&](auto& list, auto... strings) {
    for (auto& row : list) (use(row.*strings), ...);
  };
  each(rows.articles, &ArticleRecord::id, &ArticleRecord::language, &ArticleRecord::title, &ArticleRecord::url,
       &ArticleRecord::outlet, &ArticleRecord::author, &ArticleRecord::section, &ArticleRecord::published,
       &ArticleRecord::updated);
  each(rows.entities, &EntityRecord::id);
  each(rows.names, &EntityName::language, &EntityName::text);
  each(rows.entity_mentions, &EntityMention::text, &EntityMention::name);
  each(rows.entity_links, &EntityLink::link);
  each(rows.events, &EventRecord::label, &EventRecord::sense);
  each(rows.event_mentions, &EventMention::text, &EventMention::lemma, &EventMention::rule, &EventMention::source_text);
  each(rows.time_mentions, &TimeMention::text, &TimeMention::value);
  each(rows.quantity_mentions, &QuantityMention::text, &QuantityMention::value, &QuantityMention::unit);
  each(rows.relation_mentions, &RelationMention::text);
  each(rows.role_mentions, &RoleMention::text);
  for (StringId& label : rows.relation_labels) use(label);
}

}  // namespace

void Freezer::number_strings(const Interner& strings) {
  std::vector<std::uint32_t> order(strings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return strings[StringId(a)] < strings[StringId(b)]; });
  new_strings_.resize(order.size());
  std::vector<std::string_view> sorted;
  sorted.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    new_strings_[order[i]] = StringId(i);
    sorted.push_back(strings[StringId(order[i])]);
  }
  rows_.strings = StringTable(sorted);
}

/// What was left out may have had words of its own.
void Freezer::drop_unused_strings() {
  std::vector<bool> used(rows_.strings.size());
  each_string(rows_, [&](StringId id) { used[static_cast<std::uint32_t>(id)] = true; });
  std::vector<StringId> numbers(used.size());
  std::vector<std::string_view> kept;
  for (std::uint32_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    numbers[i] = StringId(static_cast<std::uint32_t>(kept.size()));
    kept.push_back(rows_.strings[StringId(i)]);
  }
  if (kept.size() == used.size()) return;
  rows_.strings = StringTable(kept);
  each_string(rows_, [&](StringId& id) { id = numbers[static_cast<std::uint32_t>(id)]; });
}

void Freezer::place_articles() {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < articles_.size(); ++i) {
    if (alive(i)) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return renumber(articles_[a].record.id) < renumber(articles_[b].record.id);
  });
  const bool has_texts =
      std::any_of(order.begin(), order.end(), [&](std::uint32_t raw) { return !articles_[raw].text.empty(); });
  new_articles_.assign(articles_.size(), none);
  for (const std::uint32_t raw : order) {
    new_articles_[raw] = row_number(rows_.articles.size());
    ArticleRecord record = articles_[raw].record;
    for (StringId* id : {&record.id, &record.language, &record.title, &record.url, &record.outlet, &record.author,
                         &record.section, &record.published, &record.updated}) {
      *id = renumber(*id);
    }
    rows_.articles.push_back(record);
    if (has_texts) rows_.texts.push_back(std::move(articles_[raw].text));
  }
}

void Freezer::place_entities(std::vector<RawEntityMention> mentions) {
  std::erase_if(mentions, [&](const RawEntityMention& row) { return !alive(row.article); });
  for (RawEntityMention& row : mentions) {
    row.article = new_articles_[row.article];
    for (StringId* id : {&row.entity, &row.text, &row.name}) *id = renumber(*id);
  }
  std::sort(mentions.begin(), mentions.end());
  const auto place = [](const RawEntityMention& row) { return std::tie(row.entity, row.article, row.span); };
  mentions.erase(
      std::unique(mentions.begin(), mentions.end(), [&](const auto& a, const auto& b) { return place(a) == place(b); }),
      mentions.end());
  mentions.shrink_to_fit();

  // The kind most mentions give; of equally many the first of EntityKind.
  std::array<std::uint32_t, 16> kinds{};
  share_out(
      mentions, rows_.entity_mention_begin, [](const auto& a, const auto& b) { return a.entity == b.entity; },
      [&](const RawEntityMention& row) {
        rows_.entities.push_back({row.entity, row.kind});
        kinds.fill(0);
      },
      [&](const RawEntityMention& row) {
        rows_.entity_mentions.push_back({row.article, row.span, row.text, row.name});
        ++kinds[static_cast<std::size_t>(row.kind)];
        rows_.entities.back().kind =
            static_cast<EntityKind>(std::max_element(kinds.begin(), kinds.end()) - kinds.begin());
      });
  name_entities();
}

void Freezer::name_entities() {
  std::vector<NameUse> uses;
  for (std::size_t entity = 0; entity < rows_.entities.size(); ++entity) {
    const auto first = row_number(rows_.names.size());
    rows_.name_begin.push_back(first);
    uses.clear();
    for (std::uint32_t i = rows_.entity_mention_begin[entity]; i < rows_.entity_mention_begin[entity + 1]; ++i) {
      const EntityMention& mention = rows_.entity_mentions[i];
      const StringId language = rows_.articles[mention.article].language;
      uses.push_back({language, mention.name, true});
      if (mention.text != mention.name) uses.push_back({language, mention.text, false});
    }
    std::sort(uses.begin(), uses.end());
    append_names(uses);
    std::sort(rows_.names.begin() + first, rows_.names.end(), [&](const EntityName& a, const EntityName& b) {
      const auto length = [&](const EntityName& name) { return rows_.strings[name.text].size(); };
      return std::tuple(!a.preferred, b.mentions, length(b), a.language, a.text) <
             std::tuple(!b.preferred, a.mentions, length(a), b.language, b.text);
    });
  }
  rows_.name_begin.push_back(row_number(rows_.names.size()));
}

void Freezer::append_names(const std::vector<NameUse>& uses) {
  // In each language the name with most mentions is preferred; of several the longest, of those the bytewise first.
  std::size_t preferred = none;
  std::pair<std::uint32_t, std::size_t> best;
  for (std::size_t i = 0; i < uses.size();) {
    EntityName name{uses[i].language, uses[i].text, 0, false};
    if (i == 0 || uses[i - 1].language != name.language) {
      preferred = none;
      best = {0, 0};
    }
    std::uint32_t as_name = 0;
    for (; i < uses.size() && uses[i].language == name.language && uses[i].text == name.text; ++i) {
      ++name.mentions;
      as_name += uses[i].is_name ? 1 : 0;
    }
    const std::pair rank(as_name, rows_.strings[name.text].size());
    if (as_name > 0 && (preferred == none || rank > best)) {
      if (preferred != none) rows_.names[preferred].preferred = false;
      preferred = rows_.names.size();
      best = rank;
      name.preferred = true;
    }
    rows_.names.push_back(name);
  }
}

Vertex Freezer::entity_vertex(StringId raw_id) const {
  const StringId id = renumber(raw_id);
  const auto found = std::lower_bound(rows_.entities.begin(), rows_.entities.end(), id,
                                      [](const EntityRecord& entity, StringId wanted) { return entity.id < wanted; });
  return static_cast<Vertex>(found - rows_.entities.begin());
}

void Freezer::place_events(std::vector<RawEventMention> mentions) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    RawEventMention& row = mentions[i];
    EventMention& mention = row.mention;
    if (!alive(mention.article)) continue;
    order.push_back(i);
    mention.article = new_articles_[mention.article];
    for (StringId* id :
         {&row.event.label, &row.event.sense, &mention.text, &mention.lemma, &mention.rule, &mention.source_text}) {
      *id = renumber(*id);
    }
    mention.source = row.source == no_source ? no_vertex : entity_vertex(row.source);
  }
  // At one place an article tells an event once: the surest account stays.
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    const RawEventMention& left = mentions[a];
    const RawEventMention& right = mentions[b];
    const auto place = [](const RawEventMention& row) {
      return std::tie(row.event.uuid, row.mention.article, row.mention.trigger);
    };
    if (place(left) != place(right)) return place(left) < place(right);
    if (left.mention.confidence != right.mention.confidence) return left.mention.confidence > right.mention.confidence;
    return left.mention < right.mention;
  };
  std::sort(order.begin(), order.end(), less);

  new_mentions_.assign(mentions.size(), none);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const RawEventMention& row = mentions[order[i]];
    const RawEventMention* before = i == 0 ? nullptr : &mentions[order[i - 1]];
    const bool new_event = before == nullptr || before->event.uuid != row.event.uuid;
    if (new_event) {
      rows_.event_mention_begin.push_back(row_number(rows_.event_mentions.size()));
      rows_.events.push_back(row.event);
    }
    if (new_event || before->mention.article != row.mention.article || before->mention.trigger != row.mention.trigger) {
      rows_.event_mentions.push_back(row.mention);
      event_of_mention_.push_back(row_number(rows_.entities.size() + rows_.events.size() - 1));
    }
    new_mentions_[order[i]] = row_number(rows_.event_mentions.size() - 1);
  }
  rows_.event_mention_begin.push_back(row_number(rows_.event_mentions.size()));
  rows_.events.shrink_to_fit();
  rows_.event_mentions.shrink_to_fit();
}

void Freezer::place_relations(const std::vector<RawRelation>& relations) {
  struct Row {
    Vertex subject;
    StringId label;
    Vertex object;
    RelationMention mention;
    auto operator<=>(const Row&) const = default;
  };
  std::vector<Row> rows;
  for (const RawRelation& raw : relations) {
    if (!alive(raw.mention.article)) continue;
    Row row{entity_vertex(raw.subject), renumber(raw.label), entity_vertex(raw.object), raw.mention};
    row.mention.article = new_articles_[raw.mention.article];
    row.mention.text = renumber(raw.mention.text);
    rows.push_back(row);
  }
  sort_unique(rows);
  // At one place an article states a relation once: the surest statement, which comes last, stays.
  const auto place = [](const Row& row) {
    const RelationMention& at = row.mention;
    return std::tie(row.subject, row.label, row.object, at.article, at.subject, at.relation, at.object);
  };
  const auto last =
      std::unique(rows.rbegin(), rows.rend(), [&](const Row& a, const Row& b) { return place(a) == place(b); });
  rows.erase(rows.begin(), last.base());
  share_out(
      rows, rows_.relation_mention_begin,
      [](const Row& a, const Row& b) {
        return std::tie(a.subject, a.label, a.object) == std::tie(b.subject, b.label, b.object);
      },
      [&](const Row& row) {
        rows_.relation_labels.push_back(row.label);
        ends_.emplace_back(row.subject, row.object);
      },
      [&](const Row& row) { rows_.relation_mentions.push_back(row.mention); });
}

void Freezer::place_roles(std::vector<RawRole> roles) {
  struct Row {
    Vertex event;
    Role role;
    Vertex participant;
    RoleMention mention;
    auto operator<=>(const Row&) const = default;
  };
  std::vector<Row> rows;
  rows.reserve(roles.size());
  for (const RawRole& raw : roles) {
    const std::uint32_t mention = new_mentions_[raw.mention];
    if (mention == none) continue;
    Row row{event_of_mention_[mention], raw.role, no_vertex, raw.place};
    row.participant = raw.content == none ? entity_vertex(raw.entity) : event_of_mention_[new_mentions_[raw.content]];
    row.mention.event_mention = mention;
    row.mention.text = renumber(raw.place.text);
    rows.push_back(row);
  }
  roles = {};
  sort_unique(rows);
  // At one place a participant is told once: the surest, which comes last, stays.
  const auto place = [](const Row& row) {
    const RoleMention& at = row.mention;
    return std::tie(row.event, row.role, row.participant, at.event_mention, at.core);
  };
  const auto last =
      std::unique(rows.rbegin(), rows.rend(), [&](const Row& a, const Row& b) { return place(a) == place(b); });
  rows.erase(rows.begin(), last.base());
  rows_.role_mentions.reserve(rows.size());
  share_out(
      rows, rows_.role_mention_begin,
      [](const Row& a, const Row& b) {
        return std::tie(a.event, a.role, a.participant) == std::tie(b.event, b.role, b.participant);
      },
      [&](const Row& row) {
        rows_.roles.push_back(row.role);
        ends_.emplace_back(row.event, row.participant);
      },
      [&](const Row& row) { rows_.role_mentions.push_back(row.mention); });
}

void Freezer::place_times(const std::vector<TimeMention>& times) {
  for (const TimeMention& raw : times) {
    const std::uint32_t mention = new_mentions_[raw.event_mention];
    if (mention == none) continue;
    rows_.time_mentions.push_back({mention, raw.span, renumber(raw.text), renumber(raw.value)});
  }
  sort_unique(rows_.time_mentions);
  rows_.time_mentions.shrink_to_fit();
}

void Freezer::place_quantities(std::vector<QuantityMention> quantities) {
  std::erase_if(quantities, [&](const QuantityMention& row) { return new_mentions_[row.event_mention] == none; });
  for (QuantityMention& row : quantities) {
    row.event_mention = new_mentions_[row.event_mention];
    for (StringId* id : {&row.text, &row.value, &row.unit}) *id = renumber(*id);
  }
  sort_unique(quantities);
  rows_.quantity_mentions = std::move(quantities);
  rows_.quantity_mentions.shrink_to_fit();
}

/// An event of a match may have left with its article, and several articles' parts may tell of one match.
void Freezer::place_matches(std::vector<RawEventMatch> matches) {
  const auto vertex = [&](const Uuid& uuid) {
    const auto found =
        std::lower_bound(rows_.events.begin(), rows_.events.end(), uuid,
                         [](const EventRecord& event, const Uuid& wanted) { return event.uuid < wanted; });
    if (found == rows_.events.end() || found->uuid != uuid) return no_vertex;
    return static_cast<Vertex>(rows_.entities.size() + static_cast<std::size_t>(found - rows_.events.begin()));
  };
  sort_unique(matches);
  for (const RawEventMatch& match : matches) {
    const EventMatch row{vertex(match.first), vertex(match.second), match.confidence};
    if (row.first == no_vertex || row.second == no_vertex) continue;
    std::vector<EventMatch>& placed = rows_.event_matches;
    const bool is_known = !placed.empty() && placed.back().first == row.first && placed.back().second == row.second;
    if (is_known) {
      placed.back() = row;  // The surer one, which comes later.
    } else {
      placed.push_back(row);
    }
  }
}

void Freezer::place_links(const std::vector<RawLink>& links) {
  for (const RawLink& link : links) {
    rows_.entity_links.push_back({entity_vertex(link.entity), renumber(link.link)});
  }
  sort_unique(rows_.entity_links);
  // Strings are numbered by their bytes, so that of several positions the same one stays in every order.
  const auto is_position = [&](const EntityLink& row) {
    return link_kind(rows_.strings[row.link]) == LinkKind::position;
  };
  const auto lie_at_two = [&](const EntityLink& first, const EntityLink& second) {
    return first.entity == second.entity && is_position(first) && is_position(second);
  };
  const auto end = std::unique(rows_.entity_links.begin(), rows_.entity_links.end(), lie_at_two);
  rows_.entity_links.erase(end, rows_.entity_links.end());
  rows_.entity_links.shrink_to_fit();
}

Graph Freezer::graph() && {
  row_number(rows_.entities.size() + rows_.events.size());
  row_number(rows_.events.size() + rows_.relation_labels.size());
  row_number(ends_.size());
  return {std::move(rows_), ends_};
}

Graph GraphBuilder::freeze(IdentityReport* report) {
  Rows rows = std::move(*rows_);
  *rows_ = Rows();
  set_joined_entities(rows, report);
  std::vector<RawEventMatch> matches = set_joined_events(rows);
  Freezer freezer(std::move(rows.articles));
  freezer.number_strings(rows.strings);
  rows.strings = Interner();
  freezer.place_articles();
  freezer.place_entities(std::move(rows.entity_mentions));
  freezer.place_events(std::move(rows.event_mentions));
  freezer.place_relations(rows.relations);
  freezer.place_roles(std::move(rows.roles));
  freezer.place_times(rows.times);
  freezer.place_quantities(std::move(rows.quantities));
  freezer.place_matches(std::move(matches));
  freezer.place_links(rows.links);
  freezer.drop_unused_strings();
  return std::move(freezer).graph();
}

}  // namespace habari
