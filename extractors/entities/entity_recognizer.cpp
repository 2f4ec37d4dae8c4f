#include "entities/entity_recognizer.hpp"

#include "entities/gazetteer.hpp"
#include "entities/name_finder.hpp"
#include "entities/name_identity.hpp"
#include "entities/name_words.hpp"
#include "entities/pieces.hpp"
#include "entities/time_expressions.hpp"
#include "entities/time_tables.hpp"

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

std::vector<Mention> EntityRecognizer::recognize(const Article& article, std::span<const Sentence> sentences) const {
  const Tables& tables = *tables_;
  const std::vector<Piece> pieces = cut_pieces(article, sentences, tables.vocabulary);
  const std::vector<FoundTime> times = TimeFinder(tables.times, tables.words).find(article, pieces);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  ranges.reserve(times.size());
  for (const FoundTime& time : times) ranges.emplace_back(time.first, time.end);

  auto names = NameFinder(tables.gazetteer, tables.words, tables.lexicon).find(sentences, pieces, ranges);
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
