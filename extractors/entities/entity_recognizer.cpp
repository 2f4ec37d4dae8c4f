#include "entities/entity_recognizer.hpp"

#include "entities/agreeing_names.hpp"
#include "entities/filed_names.hpp"
#include "entities/gazetteer.hpp"
#include "entities/listed_names.hpp"
#include "entities/marked_names.hpp"
#include "entities/name_agreement.hpp"
#include "entities/name_identity.hpp"
#include "entities/name_lookup.hpp"
#include "entities/name_places.hpp"
#include "entities/name_words.hpp"
#include "entities/namesakes.hpp"
#include "entities/pieces.hpp"
#include "entities/time_expressions.hpp"
#include "entities/time_tables.hpp"
#include "entities/time_values.hpp"

#include <algorithm>

namespace habari {

struct EntityRecognizer::Tables {
  Tables(std::string_view language, const DataDirectory& data, const Lexicon& lexicon_of_language)
      : lexicon(lexicon_of_language),
        gazetteer(language, data, vocabulary),
        words(language, data, lexicon, vocabulary),
        times(language, data, vocabulary) {}

  const Lexicon& lexicon;
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  NameWords words;
  TimeTables times;
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
  choose_namesakes(tables.gazetteer, tables.words, pieces, names);
  FiledNames filed(tables.gazetteer, tables.words, article.text, pieces);
  filed.look_up(names);
  locate_places(tables.gazetteer, tables.words, pieces, names);
  filed.move_places(names);

  std::vector<Mention> mentions = identify_names(article, tables.gazetteer, tables.words, pieces, std::move(names));
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
