#include "identity/named_entities.hpp"

#include "identity/local_entities.hpp"
#include "rows/sorting.hpp"

#include <habari/core/links.hpp>

#include <algorithm>
#include <array>

namespace habari {
namespace {

// What is longer is no name that another article would write otherwise; bytes.
constexpr std::size_t longest_name = 200;

bool has_names(EntityKind kind) {
  return kind != EntityKind::time && kind != EntityKind::group && kind != EntityKind::quantity;
}

class Collector {
 public:
  explicit Collector(const Interner& strings) : strings_(strings) {}

  void rank_articles(const std::vector<RawArticle>& articles) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
      if (articles[i].alive && !articles[i].has_identity) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return strings_[articles[a].record.id] < strings_[articles[b].record.id];
    });
    ranks_.assign(articles.size(), none);
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks_[order[rank]] = rank;
    found_.article_entities.resize(order.size());
  }

  void number_entities(const std::vector<RawEntityMention>& mentions) {
    numbers_.assign(strings_.size(), none);
    std::vector<StringId> ids;
    for (const RawEntityMention& row : mentions) {
      std::uint32_t& seen = numbers_[static_cast<std::uint32_t>(row.entity)];
      if (!is_read(row.article) || seen != none || !has_names(row.kind)) continue;
      seen = 0;
      if (!is_local_entity_id(strings_[row.entity]) || is_own_name(strings_[row.entity])) ids.push_back(row.entity);
    }
    std::sort(ids.begin(), ids.end(), [&](StringId a, StringId b) { return strings_[a] < strings_[b]; });
    numbers_.assign(strings_.size(), none);
    for (const StringId id : ids) {
      numbers_[static_cast<std::uint32_t>(id)] = static_cast<EntityNumber>(found_.entities.size());
      found_.entities.push_back({id, EntityKind::thing, 0, {}, {}});
    }
  }

  void add_links(const std::vector<RawLink>& links) {
    for (const RawLink& link : links) {
      const EntityNumber number = is_read(link.article) ? number_of(link.entity) : none;
      const bool is_entry = link_kind(strings_[link.link]) != LinkKind::position;
      if (number != none && is_entry) found_.entities[number].links.insert(strings_[link.link]);
    }
  }

  void add_mentions(const std::vector<RawEntityMention>& mentions) {
    std::vector<std::array<std::uint32_t, 16>> kinds(found_.entities.size());
    for (const RawEntityMention& row : mentions) {
      const EntityNumber number = is_read(row.article) ? number_of(row.entity) : none;
      if (number == none) continue;
      ++kinds[number][static_cast<std::size_t>(row.kind)];
      NamedEntity& entity = found_.entities[number];
      ++entity.mentions;
      entity.articles.push_back(ranks_[row.article]);
      found_.article_entities[ranks_[row.article]].push_back(number);
      written_.push_back({number, row.name, true, row.parts});
      if (row.text != row.name) written_.push_back({number, row.text, false, row.parts});
    }
    for (auto& entities : found_.article_entities) sort_unique(entities);
    for (EntityNumber number = 0; number < found_.entities.size(); ++number) {
      const auto& counts = kinds[number];
      sort_unique(found_.entities[number].articles);
      found_.entities[number].kind =
          static_cast<EntityKind>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    }
  }

  void add_names() {
    sort_unique(written_);
    for (const Written& written : written_) {
      const std::string_view text = strings_[written.text];
      if (text.size() > longest_name || !is_plain_name(text)) continue;
      const NamedEntity& entity = found_.entities[written.owner];
      const NameForm form = name_form(text);
      const bool is_local = is_own_name(strings_[entity.id]);
      const NameForm given = is_local ? phrase_of_local_id(strings_[entity.id]) : name_form_of_id(strings_[entity.id]);
      // Without a catalogue the identifier is the name; what else an article calls the entity is a way of writing.
      const bool is_own = !entity.links.empty() || given.empty() || form.letters() == given.letters();
      found_.names.push_back({{std::string(text), form, entity.kind, written.is_name && is_own,
                               written.is_name ? std::string(strings_[written.parts]) : std::string(), is_local},
                              written.owner});
    }
    for (EntityNumber number = 0; number < found_.entities.size(); ++number) {
      const std::string_view id = strings_[found_.entities[number].id];
      const std::string_view slug = id.substr(id.find('/') + 1);
      const NameForm form = name_form_of_id(id);
      if (is_own_name(id) || form.empty() || slug.size() > longest_name || !is_plain_name(slug)) continue;
      found_.names.push_back({{std::string(slug), form, found_.entities[number].kind, true, {}, false}, number});
    }
    std::sort(found_.names.begin(), found_.names.end(), [](const OwnedName& a, const OwnedName& b) {
      return std::tie(a.owner, a.name.written, a.name.is_full, a.name.parts) <
             std::tie(b.owner, b.name.written, b.name.is_full, b.name.parts);
    });
  }

  void add_relations(const std::vector<RawRelation>& relations) {
    for (const RawRelation& relation : relations) {
      if (!is_read(relation.mention.article)) continue;
      const EntityNumber subject = number_of(relation.subject);
      const EntityNumber object = number_of(relation.object);
      if (subject != none && object != none) found_.relations.emplace_back(subject, strings_[relation.label], object);
    }
    sort_unique(found_.relations);
  }

  NamedEntities take() {
    found_.article_places = std::move(ranks_);
    return std::move(found_);
  }

 private:
  struct Written {
    EntityNumber owner;
    StringId text;
    bool is_name;  ///< What the article calls the entity at its fullest, not just how one mention is written.
    StringId parts;
    auto operator<=>(const Written&) const = default;
  };

  bool is_read(std::uint32_t article) const { return ranks_[article] != none; }
  EntityNumber number_of(StringId id) const { return numbers_[static_cast<std::uint32_t>(id)]; }

  const Interner& strings_;
  std::vector<std::uint32_t> ranks_;   ///< By raw article: its place by identifier; none where it is not read.
  std::vector<EntityNumber> numbers_;  ///< By raw string.
  std::vector<Written> written_;
  NamedEntities found_;
};

}  // namespace

NamedEntities collect_named_entities(const Interner& strings, const std::vector<RawArticle>& articles,
                                     const std::vector<RawEntityMention>& mentions,
                                     const std::vector<RawRelation>& relations, const std::vector<RawLink>& links) {
  Collector collector(strings);
  collector.rank_articles(articles);
  collector.number_entities(mentions);
  collector.add_links(links);
  collector.add_mentions(mentions);
  collector.add_names();
  collector.add_relations(relations);
  return collector.take();
}

}  // namespace habari
