#include "building/part_rows.hpp"

#include <habari/core/quantity.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace habari {
namespace {

std::vector<std::string_view> mentioned_entities(const ArticlePart& part) {
  std::vector<std::string_view> entities;
  for (const auto& mention : part.entity_mentions) entities.push_back(mention.entity);
  std::sort(entities.begin(), entities.end());
  return entities;
}

/// Takes in fields one by one, each with its length.
class Fields {
 public:
  void operator()(std::string_view text) { key_.add(text); }
  void operator()(CharSpan span) {
    key_.add(std::to_string(span.begin));
    key_.add(std::to_string(span.end));
  }
  void operator()(float confidence) { key_.add(std::to_string(confidence)); }
  void operator()(std::uint32_t index) { key_.add(std::to_string(index)); }
  template <typename... Items>
  void all(const Items&... items) {
    ((*this)(items), ...);
  }
  Uuid uuid() const { return key_.uuid(); }

 private:
  IdentityKey key_{"part"};
};

}  // namespace

void check_part(const ArticlePart& part) {
  const std::vector<std::string_view> entities = mentioned_entities(part);
  const auto check_entity = [&](std::string_view entity) {
    if (!std::binary_search(entities.begin(), entities.end(), entity)) {
      throw std::invalid_argument("entity \"" + std::string(entity) + "\" takes part, but is not mentioned");
    }
  };
  const auto check_index = [&](std::uint32_t index) {
    if (index >= part.event_mentions.size()) {
      throw std::invalid_argument("there is no event mention number " + std::to_string(index));
    }
  };
  const auto check_confidence = [](float confidence) {
    if (!(confidence >= 0.0F && confidence <= 1.0F)) {
      throw std::invalid_argument("a confidence of " + std::to_string(confidence) + ", expected 0 to 1");
    }
  };
  for (const auto& mention : part.event_mentions) {
    if (!mention.source.empty()) check_entity(mention.source);
    check_confidence(mention.confidence);
  }
  for (const auto& mention : part.role_mentions) {
    check_index(mention.event_mention);
    check_confidence(mention.confidence);
    if (mention.event) {
      check_index(*mention.event);
    } else {
      check_entity(mention.entity);
    }
  }
  for (const auto& mention : part.time_mentions) check_index(mention.event_mention);
  for (const auto& mention : part.quantity_mentions) {
    check_index(mention.event_mention);
    if (!parse_decimal(mention.value)) throw std::invalid_argument("a quantity of \"" + mention.value + "\"");
  }
  for (const auto& mention : part.relation_mentions) {
    check_entity(mention.subject);
    check_entity(mention.object);
    check_confidence(mention.confidence);
  }
  for (const auto& match : part.event_matches) check_confidence(match.confidence);
  for (const auto& link : part.entity_links) check_entity(link.entity);
}

Uuid fingerprint(const ArticlePart& part) {
  Fields fields;
  const Article& article = part.article;
  fields.all(article.id, article.language, article.date ? article.date->iso() : std::string(), article.title,
             article.url, article.text);
  const Publication& publication = article.publication;
  fields.all(publication.outlet, publication.author, publication.section, publication.published, publication.updated,
             article.words);
  for (const auto& row : part.entity_mentions) fields.all(row.entity, name(row.kind), row.span, row.text, row.name);
  for (const auto& row : part.event_mentions) {
    fields.all(row.event.text(), row.label, row.sense, name(row.type), name(row.factuality),
               row.time ? row.time->iso() : std::string(), row.trigger, row.sentence, row.text, row.lemma, row.rule,
               row.confidence, row.source, row.source_span, row.source_text);
  }
  for (const auto& row : part.role_mentions) {
    fields.all(row.event_mention, name(row.role), row.entity, row.event ? std::to_string(*row.event) : std::string(),
               row.core, row.phrase, row.text, row.confidence);
  }
  for (const auto& row : part.time_mentions) fields.all(row.event_mention, row.span, row.text, row.value);
  for (const auto& row : part.quantity_mentions) {
    fields.all(row.event_mention, row.participant, row.span, row.text, row.value, row.unit, name(row.bound));
  }
  for (const auto& row : part.relation_mentions) {
    fields.all(row.subject, row.label, row.object, row.subject_span, row.relation_span, row.object_span, row.text,
               row.confidence);
  }
  for (const auto& row : part.entity_links) fields.all(row.entity, row.link);
  for (const auto& row : part.event_matches) fields.all(row.first.text(), row.second.text(), row.confidence);
  return fields.uuid();
}

std::vector<RawEntityMention> PartRows::entity_mentions() const {
  std::vector<RawEntityMention> rows;
  rows.reserve(part_.entity_mentions.size());
  for (const auto& from : part_.entity_mentions) {
    rows.push_back({strings_(from.entity), article_, from.span, strings_(from.text), strings_(from.name), from.kind,
                    strings_({})});
  }
  return rows;
}

std::vector<RawEventMention> PartRows::event_mentions() const {
  std::vector<RawEventMention> rows;
  rows.reserve(part_.event_mentions.size());
  for (const auto& from : part_.event_mentions) {
    RawEventMention row;
    row.event = {from.event, strings_(from.label), strings_(from.sense), PackedTime::pack(from.time),
                 from.type,  from.factuality};
    row.mention.article = article_;
    row.mention.trigger = from.trigger;
    row.mention.sentence = from.sentence;
    row.mention.text = strings_(from.text);
    row.mention.lemma = strings_(from.lemma);
    row.mention.rule = strings_(from.rule);
    row.mention.confidence = from.confidence;
    row.mention.source_span = from.source_span;
    row.mention.source_text = strings_(from.source_text);
    row.source = from.source.empty() ? no_source : strings_(from.source);
    rows.push_back(row);
  }
  return rows;
}

std::vector<RawRole> PartRows::roles(std::uint32_t first_mention) const {
  std::vector<RawRole> rows;
  rows.reserve(part_.role_mentions.size());
  for (const auto& from : part_.role_mentions) {
    RawRole row;
    row.mention = first_mention + from.event_mention;
    row.role = from.role;
    if (from.event) {
      row.content = first_mention + *from.event;
    } else {
      row.entity = strings_(from.entity);
    }
    row.gloss = strings_({});
    row.place = {0, from.core, from.phrase, strings_(from.text), from.confidence};
    rows.push_back(row);
  }
  return rows;
}

std::vector<TimeMention> PartRows::times(std::uint32_t first_mention) const {
  std::vector<TimeMention> rows;
  rows.reserve(part_.time_mentions.size());
  for (const auto& from : part_.time_mentions) {
    rows.push_back({first_mention + from.event_mention, from.span, strings_(from.text), strings_(from.value)});
  }
  return rows;
}

std::vector<QuantityMention> PartRows::quantities(std::uint32_t first_mention) const {
  std::vector<QuantityMention> rows;
  rows.reserve(part_.quantity_mentions.size());
  for (const auto& from : part_.quantity_mentions) {
    rows.push_back({first_mention + from.event_mention, from.participant, from.span, strings_(from.text),
                    strings_(from.value), strings_(from.unit), from.bound});
  }
  return rows;
}

std::vector<RawRelation> PartRows::relations() const {
  std::vector<RawRelation> rows;
  rows.reserve(part_.relation_mentions.size());
  for (const auto& from : part_.relation_mentions) {
    RawRelation row;
    row.subject = strings_(from.subject);
    row.label = strings_(from.label);
    row.object = strings_(from.object);
    row.mention = {article_,         from.subject_span,   from.relation_span,
                   from.object_span, strings_(from.text), from.confidence};
    rows.push_back(row);
  }
  return rows;
}

std::vector<RawLink> PartRows::links() const {
  std::vector<RawLink> rows;
  rows.reserve(part_.entity_links.size());
  for (const auto& from : part_.entity_links) rows.push_back({strings_(from.entity), strings_(from.link), article_});
  return rows;
}

std::vector<RawKnownMatch> PartRows::known_matches() const {
  std::vector<RawKnownMatch> rows;
  rows.reserve(part_.event_matches.size());
  for (const auto& from : part_.event_matches) rows.push_back({{from.first, from.second, from.confidence}, article_});
  return rows;
}

}  // namespace habari
