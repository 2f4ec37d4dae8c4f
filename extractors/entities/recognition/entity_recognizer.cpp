#include "recognition/entity_recognizer.hpp"

#include "gazetteer/gazetteer.hpp"
#include "names/agreeing_names.hpp"
#include "names/filed_names.hpp"
#include "names/listed_names.hpp"
#include "names/marked_names.hpp"
#include "names/name_agreement.hpp"
#include "names/name_identity.hpp"
#include "names/name_lookup.hpp"
#include "names/name_parts.hpp"
#include "names/name_places.hpp"
#include "times/time_expressions.hpp"
#include "times/time_tables.hpp"
#include "times/time_values.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <algorithm>

namespace habari {

struct EntityRecognizer::Tables {
  Tables(std::string_view language, const DataDirectory& data, const Lexicon& lexicon_of_language)
      : lexicon(lexicon_of_language),
        gazetteer(language, data, vocabulary),
        words(language, data, lexicon, vocabulary),
        times(language, data, vocabulary),
        parts(language, data, lexicon, gazetteer, words, vocabulary) {}

  const Lexicon& lexicon;
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  NameWords words;
  TimeTables times;
  NameParts parts;
};

EntityRecognizer::EntityRecognizer(std::string_view language, const DataDirectory& data, const Lexicon& lexicon)
    : tables_(std::make_unique<const Tables>(language, data, lexicon)) {}
EntityRecognizer::~EntityRecognizer() = default;
EntityRecognizer::EntityRecognizer(EntityRecognizer&&) noexcept = default;
EntityRecognizer& EntityRecognizer::operator=(EntityRecognizer&&) noexcept = default;

namespace {

/// Events that times name as well: a name that is a time expression, or part of one, is the time (`Krismasi`, `Krismasi
/// 2019`); a time inside a name belongs to it (`Uchaguzi Mkuu wa 2017`).
void part_from_names(std::vector<FoundTime>& times, std::vector<FoundName>& names) {
  const auto covers = [](const FoundTime& time, const FoundName& name) {
    return time.first <= name.first && name.last < time.end;
  };
  std::erase_if(times, [&](const FoundTime& time) {
    auto name = std::partition_point(names.begin(), names.end(),
                                     [&](const FoundName& other) { return other.last < time.first; });
    while (name != names.end() && covers(time, *name)) ++name;
    return name != names.end() && name->first < time.end;
  });
  std::erase_if(names, [&](const FoundName& name) {
    const auto time = std::partition_point(times.begin(), times.end(),
                                           [&](const FoundTime& other) { return other.end <= name.first; });
    return time != times.end() && covers(*time, name);
  });
}

/// Names of persons and places are kept as they are.
bool is_translated(EntityKind kind) {
  return kind == EntityKind::organization || kind == EntityKind::facility || kind == EntityKind::event ||
         kind == EntityKind::work || kind == EntityKind::other;
}

}  // namespace

std::vector<Mention> EntityRecognizer::recognize(const Article& article, std::span<const Sentence> sentences,
                                                 NameSource source) const {
  const Tables& tables = *tables_;
  const std::vector<Piece> pieces = cut_pieces(article, sentences, tables.vocabulary);
  std::vector<FoundName> names = marked_names(article, sentences, pieces, tables.words);
  if (source == NameSource::reader) {
    add_agreeing_names(tables.lexicon, tables.words, tables.times, sentences, pieces, names);
  }
  std::vector<FoundTime> times = TimeFinder(tables.times, tables.words).find(article, pieces, names);
  part_from_names(times, names);
  NameLookup(tables.gazetteer, tables.words, tables.vocabulary, article.text, pieces).look_up(names);
  ListedNames(tables.gazetteer, tables.words, pieces, source).add(names, times);
  settle_kinds(article.text, names);
  FiledNames filed(tables.gazetteer, tables.words, article.text, pieces);
  filed.look_up(names);
  locate_places(tables.gazetteer, tables.words, pieces, names);
  filed.move_places(names);

  std::vector<Mention> mentions = identify_names(article, tables.gazetteer, tables.words, pieces, std::move(names));
  for (Mention& mention : mentions) {
    if (is_translated(mention.kind)) mention.parts = tables.parts.of(mention.name);
  }
  for (const FoundTime& time : times) {
    Mention mention;
    mention.span = {pieces[time.first].span.begin, pieces[time.end - 1].span.end};
    mention.kind = EntityKind::time;
    mention.name = std::string(slice(article.text, mention.span));
    mention.value = time_value(time, article, pieces, sentences, tables.lexicon);
    mentions.push_back(std::move(mention));
  }
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return mentions;
}

}  // namespace habari
