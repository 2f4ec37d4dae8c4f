#pragma once

#include <habari/core/document.hpp>

#include <cstdint>
#include <random>
#include <string>

namespace habari::bench {

/// Documents of a made-up world, the same for the same seed: few names that are often told of and many that are not,
/// agents, patients, places, dates, speech, participants without names, titles.
class SyntheticDocuments {
 public:
  static constexpr std::uint32_t events_per_document = 5;

  explicit SyntheticDocuments(std::uint32_t entities, std::uint64_t seed = 1) : entities_(entities), random_(seed) {}

  Document next() {
    Document document;
    Article& article = document.article;
    article.id = "article-" + std::to_string(count_++);
    article.language = count_ % 2 == 0 ? "sw" : "en";
    article.date = Date(2010 + static_cast<int>(below(14)), 1 + below(12), 1 + below(28));
    article.title = "Habari nambari " + std::to_string(count_);
    for (std::uint32_t i = 0; i < events_per_document; ++i) add_event(document, i);
    return document;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  /// Zipf-like: the product of two even draws leans to the small numbers.
  std::uint32_t popular() {
    const double draw = static_cast<double>(below(1U << 20U)) / static_cast<double>(1U << 20U);
    return static_cast<std::uint32_t>(draw * draw * draw * entities_);
  }

  Span write(Document& document, std::string_view words) {
    std::string& text = document.article.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    text += ' ';
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  void add_name(Document& document, Event& event, Role role) {
    const std::uint32_t number = popular();
    const bool place = role == Role::place;
    const std::string name =
        (place ? "Mahali \"pa\" " : "Jina la Mtu ") + std::to_string(number) + (number % 9 == 0 ? " é" : "");
    const std::string id = (place ? "place/mahali-" : "person/mtu-") + std::to_string(number);
    const Span span = write(document, name);
    document.entities.push_back({span, place ? EntityKind::place : EntityKind::person, id, name, {}});
    event.args.push_back({role, span, span, id, {}, std::nullopt});
  }

  void add_event(Document& document, std::uint32_t index) {
    Event event;
    const auto begin = static_cast<std::uint32_t>(document.article.text.size());
    add_name(document, event, Role::agent);
    const std::uint32_t verb = below(400);
    event.label = "verb" + std::to_string(verb);
    event.lemma = "kitenzi" + std::to_string(verb);
    event.rule = "verbs.tsv:" + event.lemma;
    event.type = event_types()[below(static_cast<std::uint32_t>(event_types().size()))].value;
    event.factuality = below(4) == 0 ? Factuality::planned : Factuality::actual;
    event.confidence = 0.5 + static_cast<double>(below(50)) / 100.0;
    event.trigger = write(document, "alitenda" + std::to_string(verb));
    if (below(5) == 0) {
      const Span span = write(document, "watu wengi");
      event.args.push_back({Role::patient, {span.begin, span.begin + 4}, span, {}, {}, std::nullopt});
    } else {
      add_name(document, event, Role::patient);
    }
    if (below(2) == 0) add_name(document, event, Role::place);
    if (below(5) < 3) {
      const Date day(2010 + static_cast<int>(below(14)), 1 + below(12), 1 + below(28));
      const Span span = write(document, "tarehe " + day.iso());
      event.args.push_back({Role::time, span, span, {}, day.iso(), std::nullopt});
    }
    if (index > 0 && below(6) == 0) {
      const Span said = document.events[index - 1].trigger;
      event.args.push_back({Role::content, said, said, {}, {}, index - 1});
    }
    if (below(6) == 0) {
      const Mention& subject = document.entities.front();
      const Span noun = write(document, "rais wa");
      const Mention& object = document.entities.back();
      document.relations.push_back({subject.span, noun, object.span, subject.entity, object.entity, "president", 0.8});
    }
    event.sentence = {begin, static_cast<std::uint32_t>(document.article.text.size())};
    document.events.push_back(event);
  }

  std::uint32_t entities_;
  std::mt19937_64 random_;
  std::uint64_t count_ = 0;
};

}  // namespace habari::bench
