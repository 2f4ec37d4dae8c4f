#include "building/document_rows.hpp"

#include <algorithm>
#include <stdexcept>

namespace habari {
namespace {

constexpr std::uint32_t longest_local_name = 60;  // Bytes.

/// A day says more than a stretch of days, that more than a month, that more than a year.
int precision(const TimeValue& time) {
  if (time.begin != time.end) return 2;
  return time.begin.has_day() ? 3 : time.begin.has_month() ? 1 : 0;
}

/// The most precise time of an event; the first in the text of several.
std::optional<TimeValue> event_time(const Event& event) {
  std::optional<TimeValue> best;
  std::uint32_t best_begin = 0;
  for (const Argument& argument : event.args) {
    if (argument.role != Role::time) continue;
    const auto time = TimeValue::parse(argument.value);
    if (!time) continue;
    if (!best || precision(*time) > precision(*best) ||
        (precision(*time) == precision(*best) && argument.core.begin < best_begin)) {
      best = time;
      best_begin = argument.core.begin;
    }
  }
  return best;
}

/// `person/vladimir-putin` is a person whatever a mention says.
std::optional<EntityKind> kind_of_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? std::nullopt : parse_entity_kind(id.substr(0, slash));
}

/// `thing/bridge#2`, the second bridge of its article: what stands behind the kind. Nothing of any other identifier.
std::optional<std::string_view> numbered_name(std::string_view id) {
  const std::size_t mark = id.rfind('#');
  if (mark == std::string_view::npos || mark + 1 == id.size() || !kind_of_id(id)) return std::nullopt;
  if (id.find_first_not_of("0123456789", mark + 1) != std::string_view::npos) return std::nullopt;
  return id.substr(id.find('/') + 1);
}

class SpanCheck {
 public:
  explicit SpanCheck(std::string_view text) : text_(text) {}
  void operator()(Span span) const {
    if (span.end < span.begin || span.end > text_.size() || !starts_character(span.begin) ||
        !starts_character(span.end)) {
      throw std::invalid_argument("span " + std::to_string(span.begin) + " to " + std::to_string(span.end) +
                                  " does not lie on characters of the text");
    }
  }

 private:
  bool starts_character(std::size_t offset) const {
    return offset == text_.size() || (static_cast<unsigned char>(text_[offset]) & 0xC0U) != 0x80U;
  }
  std::string_view text_;
};

}  // namespace

void check_document(const Document& document) {
  if (document.article.text.size() >= none) throw std::invalid_argument("an article of more than 2^32 - 2 bytes");
  const auto check_confidence = [](double confidence) {
    if (!(confidence >= 0.0 && confidence <= 1.0)) {
      throw std::invalid_argument("a confidence of " + std::to_string(confidence) + ", expected 0 to 1");
    }
  };
  const SpanCheck check(document.article.text);
  for (const Mention& mention : document.entities) check(mention.span);
  const auto check_quantity = [&](const std::optional<Quantity>& quantity) {
    if (!quantity) return;
    check(quantity->span);
    if (!is_quantity_value(quantity->value)) throw std::invalid_argument("a quantity beyond 1e18");
  };
  for (const Event& event : document.events) {
    check_quantity(event.quantity);
    check(event.trigger);
    check(event.sentence);
    check_confidence(event.confidence);
    if (event.source) {
      check(event.source->span);
      if (event.source->antecedent) check(*event.source->antecedent);
    }
    for (const Argument& argument : event.args) {
      check(argument.core);
      check(argument.phrase);
      check_confidence(argument.confidence);
      if (argument.antecedent) check(*argument.antecedent);
      check_quantity(argument.quantity);
      if (argument.event && *argument.event >= document.events.size()) {
        throw std::invalid_argument("an argument's event is number " + std::to_string(*argument.event) + " of " +
                                    std::to_string(document.events.size()));
      }
    }
  }
  for (const StandingRelation& relation : document.relations) {
    check(relation.subject);
    check(relation.relation);
    check(relation.object);
    check_confidence(relation.confidence);
    if (relation.subject_antecedent) check(*relation.subject_antecedent);
    if (relation.object_antecedent) check(*relation.object_antecedent);
    if (relation.source) {
      check(relation.source->span);
      if (relation.source->antecedent) check(*relation.source->antecedent);
    }
  }
}

DocumentRows::DocumentRows(const Document& document, std::uint32_t article, Interner& strings)
    : document_(document), article_(article), strings_(strings), index_(document.article.text) {
  collect_names();
  collect_phrases();
}

void DocumentRows::collect_names() {
  for (const Mention& mention : document_.entities) {
    mentions_.emplace(mention.span, &mention);
    if (mention.entity.empty()) continue;
    kinds_.emplace(mention.entity, mention.kind);
    const std::string_view name = mention.name.empty() ? text(mention.span) : std::string_view(mention.name);
    std::string& best = names_[mention.entity];
    if (name.size() > best.size() || (name.size() == best.size() && name < best)) best = name;
  }
}

void DocumentRows::collect_phrases() {
  for (const Event& event : document_.events) {
    for (const Argument& argument : event.args) {
      Span& longest = phrases_.emplace(argument.core, argument.core).first->second;
      if (argument.phrase.contains(argument.core)) {
        if (argument.phrase.size() > longest.size()) longest = argument.phrase;
      }
    }
  }
}

DocumentRows::Participant DocumentRows::participant(Span core, const std::string& given_id) const {
  Participant result;
  if (const auto local = numbered_name(given_id)) {
    result.id = local_entity_id(document_.article.id, *local);
    result.kind = kind_of_id(given_id).value_or(EntityKind::thing);
    return result;
  }
  result.id = given_id;
  const auto mention = mentions_.find(core);
  if (result.id.empty() && mention != mentions_.end()) result.id = mention->second->entity;
  if (result.id.empty()) {
    result.id = local_entity_id(document_.article.id, text(phrase(core)));
    if (mention != mentions_.end()) result.kind = mention->second->kind;
    return result;
  }
  if (const auto kind = kind_of_id(result.id)) {
    result.kind = *kind;
  } else if (const auto known = kinds_.find(result.id); known != kinds_.end()) {
    result.kind = known->second;
  }
  return result;
}

Span DocumentRows::phrase(Span core) const {
  const auto phrase = phrases_.find(core);
  return phrase == phrases_.end() ? core : phrase->second;
}

/// The whole phrase, which says more (`21 people`), where it still reads as a name; else its core.
std::string DocumentRows::local_name(Span core) const {
  const Span whole = phrase(core);
  if (whole == core || whole.size() > longest_local_name) return std::string(text(core));
  std::string name;
  for (const char c : text(whole)) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) name += c;
    if (blank && !name.empty() && name.back() != ' ') name += ' ';
  }
  return name;
}

StringId DocumentRows::note_entity(Span core, const std::string& given_id) {
  const Participant who = participant(core, given_id);
  const auto name = names_.find(who.id);
  const std::string local = name == names_.end() ? local_name(core) : name->second;
  if (name == names_.end()) names_.emplace(who.id, local);
  RawEntityMention row;
  row.entity = strings_(who.id);
  row.article = article_;
  row.span = chars(core);
  row.text = strings_(text(core));
  row.name = strings_(local);
  row.kind = who.kind;
  const auto mention = mentions_.find(core);
  row.parts = strings_(mention == mentions_.end() ? std::string_view() : std::string_view(mention->second->parts));
  entity_mentions_.push_back(row);
  return row.entity;
}

std::vector<RawEntityMention> DocumentRows::entity_mentions() {
  for (const Mention& mention : document_.entities) {
    if (!mention.entity.empty()) note_entity(mention.span, mention.entity);
  }
  return std::move(entity_mentions_);
}

RawEventMention DocumentRows::event_mention(std::size_t index) {
  const Event& event = document_.events[index];
  RawEventMention row;
  const std::string& sense = event.sense.empty() ? event.label : event.sense;
  row.event = {Uuid(),     strings_(event.label), strings_(sense), PackedTime::pack(event_time(event)),
               event.type, event.factuality};
  row.mention.article = article_;
  row.mention.trigger = chars(event.trigger);
  row.mention.sentence = chars(event.sentence);
  row.mention.text = strings_(text(event.trigger));
  row.mention.lemma = strings_(event.lemma);
  row.mention.rule = strings_(event.rule);
  row.mention.confidence = static_cast<float>(event.confidence);
  row.mention.source_text = strings_({});
  row.source = no_source;
  if (event.source) {
    row.mention.source_span = chars(event.source->span);
    row.mention.source_text = strings_(text(event.source->span));
    row.source = note_entity(event.source->antecedent.value_or(event.source->span), event.source->entity);
  }
  return row;
}

std::vector<RawLink> DocumentRows::links() {
  std::vector<RawLink> rows;
  for (const Mention& mention : document_.entities) {
    if (mention.entity.empty()) continue;
    for (const std::string& link : mention.links) rows.push_back({strings_(mention.entity), strings_(link), article_});
  }
  return rows;
}

void DocumentRows::append_events(std::vector<RawEventMention>& mentions, std::vector<RawRole>& roles,
                                 std::vector<TimeMention>& times, std::vector<QuantityMention>& quantities) {
  const auto first = static_cast<std::uint32_t>(mentions.size());
  for (std::uint32_t i = 0; i < document_.events.size(); ++i) {
    mentions.push_back(event_mention(i));
    const auto& own = document_.events[i].quantity;
    if (own) quantities.push_back(quantity_mention(first + i, {}, *own));
    for (const Argument& argument : document_.events[i].args) {
      if (argument.role == Role::time) {
        const auto value = TimeValue::parse(argument.value);
        times.push_back({first + i, chars(argument.core), strings_(text(argument.core)),
                         strings_(value ? value->iso() : std::string())});
        continue;
      }
      RawRole row;
      row.mention = first + i;
      row.role = argument.role;
      if (argument.event) {
        row.content = first + *argument.event;
      } else {
        // A pronoun is no name of whom it means.
        row.entity = note_entity(argument.antecedent.value_or(argument.core), argument.entity);
      }
      row.gloss = strings_(argument.gloss);
      row.place = {0, chars(argument.core), chars(phrases_.at(argument.core)), strings_(text(argument.core)),
                   static_cast<float>(argument.confidence)};
      if (argument.quantity) quantities.push_back(quantity_mention(first + i, row.place.core, *argument.quantity));
      roles.push_back(row);
    }
  }
}

QuantityMention DocumentRows::quantity_mention(std::uint32_t mention, CharSpan participant, const Quantity& quantity) {
  return {mention,
          participant,
          chars(quantity.span),
          strings_(text(quantity.span)),
          strings_(decimal(quantity.value)),
          strings_(quantity.unit),
          quantity.bound};
}

std::vector<RawRelation> DocumentRows::relations() {
  std::vector<RawRelation> rows;
  for (const StandingRelation& relation : document_.relations) {
    if (relation.factuality != Factuality::actual) continue;
    RawRelation row;
    row.subject = note_entity(relation.subject_antecedent.value_or(relation.subject), relation.subject_entity);
    row.object = note_entity(relation.object_antecedent.value_or(relation.object), relation.object_entity);
    row.label = strings_(relation.label.empty() ? text(relation.relation) : std::string_view(relation.label));
    row.mention = {article_,
                   chars(relation.subject),
                   chars(relation.relation),
                   chars(relation.object),
                   strings_(text(relation.relation)),
                   static_cast<float>(relation.confidence)};
    rows.push_back(row);
  }
  return rows;
}

}  // namespace habari
