#pragma once

#include "lexicon/lexicon.hpp"
#include "words/name_source.hpp"

#include <habari/core/article.hpp>
#include <habari/core/document.hpp>
#include <habari/core/sentence.hpp>
#include <habari/extractors/data_directory.hpp>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace habari {

/// Tells what the names of an article are names of, and finds its time expressions, by the gazetteer and the language's
/// `names` and `times` tables. Nothing in it but those tables knows the language. Format of the tables:
/// docs/entities.md. Thread rule: const members may be called from several threads at once.
class EntityRecognizer {
 public:
  /// `lexicon` is read here and must outlive the recognizer.
  /// Errors: Error names the table's file and line.
  EntityRecognizer(std::string_view language, const DataDirectory& data, const Lexicon& lexicon);
  ~EntityRecognizer();
  EntityRecognizer(EntityRecognizer&&) noexcept;
  EntityRecognizer& operator=(EntityRecognizer&&) noexcept;

  /// Names and time expressions of an article in text order, not overlapping, with kinds, entity ids, fullest names and
  /// ISO values; a time holds no preposition. The names are Sentence::names, with few others from the gazetteer, or the
  /// gazetteer's alone, as `source` says. The sentences need no tags: tense helps to date a weekday.
  /// Cost: O(words), about 0.5 µs each.
  std::vector<Mention> recognize(const Article& article, std::span<const Sentence> sentences,
                                 NameSource source = NameSource::reader) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace habari
