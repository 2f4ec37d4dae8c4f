#pragma once

#include <habari/core/document.hpp>

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace habari::test {

/// Small documents about few names, so that events, roles and mentions of all sorts fall together in every way that the
/// document format allows. The same for the same seed.
class RandomDocuments {
 public:
  explicit RandomDocuments(std::uint64_t seed) : random_(seed) {}

  std::vector<Document> make(std::uint32_t count) {
    std::vector<Document> documents;
    for (std::uint32_t i = 0; i < count; ++i) documents.push_back(document(i));
    return documents;
  }

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

 private:
  bool one_in(std::uint32_t count) { return below(count) == 0; }
  template <typename List>
  auto any(const List& list) {
    return list[below(static_cast<std::uint32_t>(std::size(list)))];
  }

  Document document(std::uint32_t number) {
    static const char* const languages[] = {"sw", "en"};
    static const char* const words[] = {"Asha",   "Baraka", "aliwaona", "watu 9",     "mjini", "Dodoma",
                                        "é\"x\"", "wakuu,", "jana",     "Ng'ombe\tB", "saa",   "alisema\n"};
    Document made;
    made.article.id = "article-" + std::to_string(number);
    made.article.language = any(languages);
    if (!one_in(4)) made.article.date = date();
    if (one_in(2)) made.article.title = "Title \"" + std::to_string(number) + "\"";
    if (one_in(2)) made.article.url = "https://example.org/" + std::to_string(number);
    spans_.clear();
    for (std::uint32_t i = 0; i < 14; ++i) {
      const std::string word = any(words);
      const auto begin = static_cast<std::uint32_t>(made.article.text.size());
      made.article.text += word + " ";
      spans_.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
    }
    for (std::uint32_t i = below(6); i > 0; --i) {
      const std::string id = entity();
      made.entities.push_back({any(spans_), any(entity_kinds()).value, id, name_of(id), {}});
      if (one_in(2)) made.entities.back().links = links_of(id);
    }
    const std::uint32_t events = below(6);
    for (std::uint32_t i = 0; i < events; ++i) made.events.push_back(event(events));
    for (std::uint32_t i = below(3); i > 0; --i) {
      made.relations.push_back({any(spans_), any(spans_), any(spans_), one_in(3) ? "" : entity(),
                                one_in(3) ? "" : entity(), one_in(2) ? "president" : "", confidence()});
    }
    return made;
  }

  std::string entity() {
    static const char* const ids[] = {"person/asha",     "person/baraka", "place/dodoma", "country/tz",
                                      "organization/un", "Q42",           "person/juma-é"};
    return any(ids);
  }
  std::string name_of(const std::string& id) {
    static const char* const endings[] = {"", " Mkuu", " wa Pili"};
    return "Jina " + id.substr(id.find('/') + 1) + any(endings);
  }
  std::vector<std::string> links_of(const std::string& id) {
    std::vector<std::string> links;
    if (one_in(2)) links.push_back("wikidata:Q" + std::to_string(one_in(9) ? 1 : id.size()));
    if (one_in(3)) links.push_back("geonames:" + std::to_string(one_in(9) ? 1 : id.size()));
    if (one_in(3)) links.push_back(one_in(9) ? "geo:-6.8,39.28333" : "geo:0," + std::to_string(id.size()));
    if (links.empty()) links.push_back("gazetteer:" + id);
    return links;
  }
  Date date() { return Date(2020 + static_cast<int>(below(3)), 1 + below(12), 1 + below(28)); }
  double confidence() { return static_cast<double>(below(101)) / 100.0; }

  Event event(std::uint32_t count) {
    static const char* const labels[] = {"meet", "help", "sanction", "say"};
    static const char* const lemmas[] = {"kutana", "saidia", "meet", "say", ""};
    Event made;
    made.trigger = any(spans_);
    made.sentence = one_in(2) ? hull(spans_.front(), spans_.back()) : made.trigger;
    made.label = any(labels);
    made.lemma = any(lemmas);
    made.type = any(event_types()).value;
    if (one_in(2)) made.type = EventType::consult;
    made.factuality = one_in(2) ? Factuality::actual : any(factualities()).value;
    made.confidence = confidence();
    made.rule = one_in(3) ? "" : "verbs.tsv:" + made.label;
    if (one_in(3)) made.source = Source{any(spans_), one_in(3) ? "" : entity()};
    for (std::uint32_t i = below(5); i > 0; --i) made.args.push_back(argument(count));
    if (one_in(4)) made.quantity = quantity();
    return made;
  }

  Quantity quantity() {
    static const double values[] = {0, 34, 12.5, 3e9, -0.25};
    static const char* const units[] = {"", "person", "USD", "km²"};
    return {any(values), any(units), any(quantity_bounds()).value, any(spans_)};
  }

  Argument argument(std::uint32_t event_count) {
    Argument made;
    if (one_in(2)) made.confidence = confidence();
    made.role = one_in(2) ? Role::agent : any(roles()).value;
    made.core = any(spans_);
    made.phrase = one_in(3) ? hull(made.core, any(spans_)) : made.core;
    if (made.role == Role::time) {
      if (!one_in(4))
        made.value = one_in(3) ? TimeValue(date()).iso() : one_in(2) ? "2021-03" : "2021-03-01/2021-03-09";
    } else if (made.role == Role::content && !one_in(3)) {
      made.event = below(event_count);
    } else if (!one_in(4)) {
      made.entity = entity();
    }
    if (one_in(4)) made.quantity = quantity();
    return made;
  }

  std::mt19937_64 random_;
  std::vector<Span> spans_;
};

}  // namespace habari::test
