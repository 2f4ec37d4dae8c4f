#pragma once

#include <habari/core/document.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari::test {

/// Writes a document down by the words of its text.
class DocumentMaker {
 public:
  DocumentMaker(std::string id, std::string language, std::string_view date, std::string text) {
    document_.article.id = std::move(id);
    document_.article.language = std::move(language);
    if (!date.empty()) document_.article.date = Date::parse(date).value();
    document_.article.text = std::move(text);
  }

  Span at(std::string_view words) const {
    const std::size_t found = document_.article.text.find(words);
    if (found == std::string::npos) throw std::logic_error("not in the text: " + std::string(words));
    return {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + words.size())};
  }

  DocumentMaker& entity(std::string_view words, EntityKind kind, std::string id, std::string name = {}) {
    document_.entities.push_back({at(words), kind, std::move(id), std::move(name), {}});
    return *this;
  }

  /// Begins an event; the calls below add to the last one begun.
  DocumentMaker& event(std::string_view trigger, std::string lemma, std::string label, EventType type,
                       Factuality factuality = Factuality::actual) {
    Event event;
    event.trigger = at(trigger);
    event.lemma = std::move(lemma);
    event.label = std::move(label);
    event.type = type;
    event.factuality = factuality;
    event.sentence = {0, static_cast<std::uint32_t>(document_.article.text.size())};
    event.confidence = 0.9;
    event.rule = "verbs.tsv:" + event.lemma;
    document_.events.push_back(std::move(event));
    return *this;
  }
  /// `words` are the core of `phrase`, where one is given.
  DocumentMaker& with(Role role, std::string_view words, std::string entity = {}, std::string_view phrase = {}) {
    const Span whole = at(phrase.empty() ? words : phrase);
    const std::size_t found = slice(document_.article.text, whole).find(words);
    if (found == std::string::npos) throw std::logic_error("not in the phrase: " + std::string(words));
    const auto begin = static_cast<std::uint32_t>(whole.begin + found);
    const Span core{begin, static_cast<std::uint32_t>(begin + words.size())};
    document_.events.back().args.push_back({role, core, whole, std::move(entity), {}, std::nullopt});
    return *this;
  }
  /// Of the event, whose label may say less.
  DocumentMaker& sense(std::string sense) {
    document_.events.back().sense = std::move(sense);
    return *this;
  }
  /// English noun for the last participant.
  DocumentMaker& gloss(std::string gloss) {
    document_.events.back().args.back().gloss = std::move(gloss);
    return *this;
  }
  DocumentMaker& quantity(std::string_view words, double value) {
    document_.events.back().args.back().quantity = Quantity{value, "person", QuantityBound::exact, at(words)};
    return *this;
  }
  DocumentMaker& time(std::string_view words, std::string value) {
    document_.events.back().args.push_back({Role::time, at(words), at(words), {}, std::move(value), std::nullopt});
    return *this;
  }
  DocumentMaker& content(std::uint32_t event) {
    const Span trigger = document_.events.at(event).trigger;
    document_.events.back().args.push_back({Role::content, trigger, trigger, {}, {}, event});
    return *this;
  }
  DocumentMaker& source(std::string_view words, std::string entity) {
    document_.events.back().source = Source{at(words), std::move(entity)};
    return *this;
  }
  DocumentMaker& relation(std::string_view subject, std::string subject_id, std::string_view relation,
                          std::string label, std::string_view object, std::string object_id) {
    document_.relations.push_back(
        {at(subject), at(relation), at(object), std::move(subject_id), std::move(object_id), std::move(label), 0.8});
    return *this;
  }

  Document make() const { return document_; }

 private:
  Document document_;
};

inline const std::string putin = "person/vladimir-putin";
inline const std::string kim = "person/kim-jong-un";
inline const std::string russia = "country/ru";
inline const std::string korea = "country/kp";
inline const std::string vostochny = "facility/vostochny-cosmodrome";

/// A meeting of two heads of state, dated, with a promise of help told by one of them.
inline Document swahili_meeting() {
  return DocumentMaker("sw-1", "sw", "2023-09-14",
                       "Rais wa Urusi Vladimir Putin alikutana na Kim Jong Un huko Vostochny Jumatano. "
                       "Putin alisema Moscow itaisaidia Pyongyang kuhusu setilaiti.")
      .entity("Vladimir Putin", EntityKind::person, putin, "Vladimir Putin")
      .entity("Kim Jong Un", EntityKind::person, kim, "Kim Jong Un")
      .entity("Vostochny", EntityKind::facility, vostochny, "Vostochny")
      .entity("Putin alisema", EntityKind::person, putin, "Vladimir Putin")
      .entity("Urusi", EntityKind::country, russia, "Urusi")
      .entity("Moscow", EntityKind::country, russia, "Urusi")
      .entity("Pyongyang", EntityKind::country, korea, "Korea Kaskazini")
      .event("alikutana", "kutana", "meet", EventType::consult)
      .with(Role::agent, "Vladimir Putin", putin, "Rais wa Urusi Vladimir Putin")
      .with(Role::companion, "Kim Jong Un", kim)
      .with(Role::place, "Vostochny", vostochny)
      .time("Jumatano", "2023-09-13")
      .event("itaisaidia", "saidia", "help", EventType::aid, Factuality::planned)
      .with(Role::agent, "Moscow", russia)
      .with(Role::patient, "Pyongyang", korea)
      .with(Role::topic, "setilaiti")
      .source("Putin alisema", putin)
      .event("alisema", "sema", "say", EventType::statement)
      .with(Role::agent, "Putin alisema", putin)
      .content(1)
      .relation("Vladimir Putin", putin, "Rais", "president", "Urusi", russia)
      .make();
}

/// The same meeting in English, with a source, another place in the text and another lemma.
inline Document english_meeting() {
  return DocumentMaker("en-1", "en", "2023-09-13",
                       "Vladimir Putin, the Russian president, met with Kim Jong Un in Vostochny on 13 September, "
                       "the Kremlin said.")
      .entity("Vladimir Putin", EntityKind::person, putin, "Vladimir Putin")
      .entity("Kim Jong Un", EntityKind::person, kim, "Kim Jong Un")
      .entity("Vostochny", EntityKind::facility, vostochny, "Vostochny Cosmodrome")
      .entity("Kremlin", EntityKind::organization, "organization/kremlin", "Kremlin")
      .event("met", "meet", "meet", EventType::consult)
      .with(Role::agent, "Vladimir Putin", putin)
      .with(Role::companion, "Kim Jong Un", kim)
      .with(Role::place, "Vostochny", vostochny)
      .time("13 September", "2023-09-13")
      .source("Kremlin", "organization/kremlin")
      .event("said", "say", "say", EventType::statement)
      .with(Role::agent, "Kremlin", "organization/kremlin")
      .content(0)
      .relation("Vladimir Putin", putin, "president", "president", "Russian", russia)
      .make();
}

/// Participants without names, no date, a passive without its agent.
inline Document english_protest() {
  return DocumentMaker("en-2", "en", "2024-01-05",
                       "Several students were arrested in Nairobi. The students had protested peacefully.")
      .entity("Nairobi", EntityKind::place, "place/nairobi", "Nairobi")
      .event("arrested", "arrest", "arrest", EventType::coerce)
      .with(Role::patient, "students", {}, "Several students")
      .with(Role::place, "Nairobi", "place/nairobi")
      .event("protested", "protest", "protest", EventType::protest)
      .with(Role::agent, "The students", {})
      .make();
}

}  // namespace habari::test
