#pragma once

#include <habari/core/document.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace habari::bench {

/// News as identity across articles meets it: two names in three are of few well-known bearers (the rank of a name
/// falls off as its frequency does, Zipf's law), names come short, with an initial or transcribed otherwise, one
/// happening is told by several articles of its week in two languages, and participants without a name by more or fewer
/// words. The same for the same seed.
class NewsDocuments {
 public:
  static constexpr std::uint32_t events_per_document = 5;
  /// An event's rule is this and the number of the happening it tells: what is to be found out.
  static constexpr const char* happening_rule = "happening:";

  explicit NewsDocuments(std::uint32_t articles, std::uint64_t seed = 1)
      : names_(100 + articles / 5), happenings_(articles * events_per_document / 3 + 1), random_(seed) {}

  Document next() {
    Document document;
    Article& article = document.article;
    article.id = "article-" + std::to_string(count_++);
    article.language = below(2) == 0 ? "sw" : "en";
    // A week of the archive: its happenings are told by its articles.
    const std::uint32_t first = below(happenings_);
    article.date = day(first, 1);
    for (std::uint32_t i = 0; i < events_per_document; ++i) add_event(document, (first + below(20)) % happenings_);
    return document;
  }

 private:
  struct Name {
    std::string id;
    std::string written;
  };

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  /// Number of a name: the one of rank r about as often as 1/r.
  static std::uint32_t popular(std::uint64_t draw, std::uint32_t count) {
    const double even = static_cast<double>(draw % 1000003) / 1000003.0;
    return std::min(count - 1, static_cast<std::uint32_t>(std::pow(static_cast<double>(count), even)) - 1);
  }

  static std::uint64_t mixed(std::uint64_t value) {
    // Source: https://prng.di.unimi.it/splitmix64.c
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
  }

  /// A word of two to four syllables, the same for the same number.
  static std::string word(std::uint64_t number) {
    static const char* const syllables[] = {"ka", "mwa", "ndi", "so", "re", "tu", "ba", "li", "ngo", "shi", "ma", "zu"};
    std::string made;
    for (std::uint64_t hash = mixed(number), i = 2 + hash % 3; i > 0; --i) made += syllables[(hash >> (8 * i)) % 12];
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made;
  }

  static Date day(std::uint32_t happening, int days_later) {
    return Date(2010 + static_cast<int>(happening / 300 % 14), 1 + static_cast<int>(happening / 25 % 12),
                1 + static_cast<int>(happening % 25) + days_later);
  }

  Name person(std::uint32_t number) {
    // Given names are few, surnames many.
    const std::string given = word(number % 211);
    const std::string last = word(1000 + number % 20011);
    std::string written = given + " " + last;
    switch (below(12)) {
      case 0:
        written = last;
        break;
      case 1:
        written = given.substr(0, 1) + ". " + last;
        break;
      case 2:
        written = given + " " + word(number) + " " + last;
        break;
      case 3:
        written += written.back() == 'i' ? "y" : "h";
        break;
      default:
        break;
    }
    return {"person/" + slug(written), written};
  }

  static std::string slug(std::string name) {
    for (char& c : name) c = c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    std::erase(name, '.');
    return name;
  }

  static Span write(Document& document, std::string_view words) {
    std::string& text = document.article.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    text += ' ';
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  static void add(Document& document, Event& event, Role role, EntityKind kind, const Name& name) {
    const Span span = write(document, name.written);
    document.entities.push_back({span, kind, name.id, name.written, {}});
    event.args.push_back({role, span, span, name.id, {}, std::nullopt});
  }

  void add_unnamed(Document& document, Event& event, std::uint32_t happening) {
    static const char* const phrases[] = {"agreement", "gas agreement", "new gas agreement", "old agreement"};
    const Span phrase = write(document, phrases[(happening + below(2)) % 4]);
    constexpr std::uint32_t core = 9;
    event.args.push_back({Role::patient, {phrase.end - core, phrase.end}, phrase, {}, {}, std::nullopt});
  }

  /// What `happening` is follows from its number; how it is told is drawn.
  void add_event(Document& document, std::uint32_t happening) {
    const std::uint64_t fate = mixed(happening);
    Event event;
    const auto begin = static_cast<std::uint32_t>(document.article.text.size());
    add(document, event, Role::agent, EntityKind::person, person(popular(fate, names_)));
    event.label = "verb" + std::to_string(popular(fate >> 8U, 300));
    event.lemma = event.label;
    event.rule = happening_rule + std::to_string(happening);
    event.type = event_types()[(fate >> 16U) % event_types().size()].value;
    event.confidence = 0.9;
    event.trigger = write(document, event.label);
    add(document, event, Role::companion, EntityKind::person, person(popular(fate >> 24U, names_)));
    if (fate % 3 == 0) add_unnamed(document, event, happening);
    if (fate % 2 == 0) {
      const std::string town = word(100000 + popular(fate >> 32U, names_ / 4));
      add(document, event, Role::place, EntityKind::place, {"place/" + slug(town), town});
    }
    if (below(3) != 0) {
      const Date date = day(happening, 0);
      const Span span = write(document, date.iso());
      event.args.push_back({Role::time, span, span, {}, date.iso(), std::nullopt});
    }
    event.sentence = {begin, static_cast<std::uint32_t>(document.article.text.size())};
    document.events.push_back(event);
  }

  std::uint32_t names_;
  std::uint32_t happenings_;
  std::mt19937_64 random_;
  std::uint64_t count_ = 0;
};

}  // namespace habari::bench
