#include "article_reading.hpp"

#include "words/word_key.hpp"

#include <habari/extractors/grounding.hpp>

#include <algorithm>

namespace habari {
namespace {

std::string slug_of(const std::string& entity) {
  const std::size_t slash = entity.find('/');
  return slash == std::string::npos ? entity : entity.substr(slash + 1);
}

/// `Rais Bwalya Mumba` ends with the name `Bwalya Mumba`.
bool ends_with_name(std::string_view words, std::string_view name) {
  return !name.empty() && words.size() > name.size() && words.ends_with(name) &&
         words[words.size() - name.size() - 1] == ' ';
}

/// `2024-05-08` is in `2024-05`.
bool is_time_in(std::string_view a, std::string_view b) { return !a.empty() && (a == b || a.starts_with(b)); }

}  // namespace

bool is_same(const Argument& a, const Argument& b) {
  return a.core.overlaps(b.core) || (!a.entity.empty() && a.entity == b.entity);
}

ArticleReading::ArticleReading(const Document& document, const std::vector<Sentence>& sentences, const Lexicon& lexicon)
    : document_(document), sentences_(sentences), lexicon_(lexicon), folded_(document.article.text) {}

std::set<std::string> ArticleReading::entities_called(const std::string& name) const {
  const std::string wanted = folded(name);
  const std::string slug = entity_slug(name);
  std::set<std::string> ids;
  for (const Mention& mention : document_.entities) {
    if (mention.entity.empty()) continue;
    const std::string words = folded(text(mention.span));
    const std::string full = folded(mention.name);
    if (words == wanted || full == wanted || slug_of(mention.entity) == slug || ends_with_name(wanted, words) ||
        ends_with_name(wanted, full)) {
      ids.insert(mention.entity);
    }
  }
  return ids;
}

TiedParticipant ArticleReading::participant_at(Span span) const {
  Argument argument;
  argument.core = argument.phrase = span;
  for (const Mention& mention : document_.entities) {
    const bool ends_it = span.contains(mention.span) && mention.span.end == span.end;
    if (!ends_it && !mention.span.contains(span)) continue;
    argument.core = mention.span;
    argument.phrase = hull(span, mention.span);
    argument.entity = mention.entity;
    return {argument};
  }
  for (const Event& event : document_.events) {
    for (const Argument& own : event.args) {
      if (own.implicit || own.event || own.role == Role::time || !own.phrase.contains(span)) continue;
      if (!span.contains(own.core)) continue;
      argument.core = own.core;
      argument.phrase = own.phrase;
      argument.entity = own.entity;
      argument.antecedent = own.antecedent;
      return {argument};
    }
  }
  return {argument};
}

std::vector<TiedParticipant> ArticleReading::participants(const std::string& name, Span area) const {
  std::vector<TiedParticipant> found;
  const auto add = [&](const TiedParticipant& participant) {
    const auto is_there = [&](const TiedParticipant& one) {
      return one.argument.core.overlaps(participant.argument.core);
    };
    if (std::none_of(found.begin(), found.end(), is_there)) found.push_back(participant);
  };
  for (const Span span : folded_.find(name, area)) add(participant_at(span));
  const std::set<std::string> ids = entities_called(name);
  for (const Mention& mention : document_.entities) {
    if (area.contains(mention.span) && ids.contains(mention.entity)) add(participant_at(mention.span));
  }
  for (const Event& event : document_.events) {
    if (!area.contains(event.trigger)) continue;
    for (const Argument& own : event.args) {
      if (!ids.contains(own.entity)) continue;
      TiedParticipant participant{own};
      participant.argument.role = Role::agent;
      participant.argument.event.reset();
      add(participant);
    }
  }
  return found;
}

std::optional<Argument> ArticleReading::time(const std::string& time, Span area) const {
  const std::vector<Span> spans = folded_.find(time, area);
  for (const Mention& mention : document_.entities) {
    if (mention.kind != EntityKind::time || !area.contains(mention.span)) continue;
    const bool in_words =
        std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.overlaps(mention.span); });
    if (!in_words && !is_time_in(mention.value, time) && !is_time_in(time, mention.value)) continue;
    Argument argument;
    argument.role = Role::time;
    argument.core = argument.phrase = mention.span;
    argument.value = mention.value;
    return argument;
  }
  return std::nullopt;
}

const Event* ArticleReading::own_event(Span trigger) const {
  const auto found = std::find_if(document_.events.begin(), document_.events.end(), [&](const Event& event) {
    return event.trigger.overlaps(trigger) && !extractor_of(event.rule);
  });
  return found == document_.events.end() ? nullptr : &*found;
}

std::vector<TiedTrigger> ArticleReading::triggers(const std::set<std::string>& names, Span area) const {
  std::vector<TiedTrigger> found;
  for (const Sentence& sentence : sentences_) {
    if (!area.contains(sentence.span)) continue;
    for (const Token& token : sentence.tokens) {
      auto sense = word_sense(lexicon_, token);
      const Event* own = own_event(token.span);
      if (own != nullptr) sense = WordSense{own->lemma, own->label, own->type, nullptr};
      if (!sense) continue;
      const bool is_meant = names.contains(folded(sense->label)) || names.contains(folded(sense->lemma)) ||
                            names.contains(folded(token.form)) || names.contains(folded(token.lemma));
      if (!is_meant) continue;
      found.push_back({own == nullptr ? token.span : own->trigger, *std::move(sense), &sentence, own});
    }
  }
  return found;
}

std::string ArticleReading::what_happens(Span area) const {
  std::set<std::string> told;
  for (const Sentence& sentence : sentences_) {
    if (!area.overlaps(sentence.span)) continue;
    for (const Token& token : sentence.tokens) {
      const auto sense = word_sense(lexicon_, token);
      if (!sense) continue;
      told.insert(sense->lemma == sense->label ? sense->label : sense->lemma + " (" + sense->label + ")");
    }
  }
  std::string list;
  for (const std::string& one : told) list += (list.empty() ? "" : ", ") + one;
  return list;
}

}  // namespace habari
