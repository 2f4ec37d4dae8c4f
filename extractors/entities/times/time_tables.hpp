#pragma once

#include "lexicon/table.hpp"
#include "times/time_reading.hpp"
#include "words/pieces.hpp"
#include "words/vocabulary.hpp"

#include <habari/extractors/data_directory.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace habari {

/// What one or more words, or a number, can stand for in a time expression. `times/words.tsv` gives words their
/// classes; numbers belong to theirs by their form.
enum class TimeClass : std::uint8_t {
  weekday,
  month,
  short_month,
  day_word,
  day_part,
  unit,
  units,
  direction,
  directions,
  number,
  holiday,
  clock,
  link,  // by words
  day,
  ordinal,
  month_number,
  year,
  short_year,
  early_year,
  count,
  hour,
  minute,
  clock_time,
  decade,  // by form
  literal,
};

/// Whether `tatu`, `three` can stand for it.
inline bool takes_number_words(TimeClass kind) {
  return kind == TimeClass::day || kind == TimeClass::count || kind == TimeClass::hour;
}

struct TimeWord {
  TimeClass kind;
  int value;
};

/// One place of a pattern.
struct TimeElement {
  TimeClass kind = TimeClass::literal;
  std::vector<WordId> words;  ///< Literals: any of them.
  char mark = 0;              ///< A punctuation mark instead of words.
  bool optional = false;
  bool outside = false;  ///< Must be there, but is no part of the expression: `mwaka` of `mwaka 2019`.
};

struct TimePattern {
  std::vector<TimeElement> elements;
  TimeRule rule = TimeRule::parts;
};

/// How two times are tied to a stretch: `kati ya … na …`.
struct TimeRange {
  std::vector<WordId> opener;  ///< May be empty.
  std::vector<WordId> middle;  ///< Any of these words.
  char middle_mark = 0;
  bool opener_inside = false;  ///< The opener belongs to the expression.
};

/// The tables under `data/languages/<code>/times/`, with month and weekday names from ICU. Format: docs/entities.md.
class TimeTables {
 public:
  /// Errors: Error names the table's file and line.
  TimeTables(std::string_view language, const DataDirectory& data, Vocabulary& vocabulary);

  const PhraseTrie<TimeWord>& words() const { return words_; }
  const std::vector<TimePattern>& patterns() const { return patterns_; }
  const std::vector<TimeRange>& ranges() const { return ranges_; }
  /// Patterns that may begin with this word, in the table's order.
  std::span<const std::uint32_t> starting_with(WordId word) const;
  /// Patterns that may begin with a number.
  std::span<const std::uint32_t> starting_with_number() const { return number_starts_; }
  /// Whether a range's opener begins with this word.
  bool opens_range(WordId word) const { return word < range_starts_.size() && range_starts_[word]; }

 private:
  void load_locale_names(std::string_view language, Vocabulary& vocabulary);
  void load_words(const std::filesystem::path& file, Vocabulary& vocabulary);
  void load_patterns(const std::filesystem::path& file, Vocabulary& vocabulary);
  void load_ranges(const std::filesystem::path& file, Vocabulary& vocabulary);
  void add_word(std::string_view phrase, TimeWord word, Vocabulary& vocabulary);
  void add_pattern(const Table::Row& row, std::vector<std::string_view> elements, TimeRule rule,
                   Vocabulary& vocabulary);
  TimeElement parse_element(const Table::Row& row, std::string_view text, Vocabulary& vocabulary) const;
  void index_patterns();

  PhraseTrie<TimeWord> words_;
  std::vector<std::pair<WordId, TimeClass>> first_words_;  // first word of each phrase, with its class
  std::vector<TimePattern> patterns_;
  std::vector<TimeRange> ranges_;
  std::vector<std::vector<std::uint32_t>> starts_;
  std::vector<std::uint32_t> number_starts_;
  std::vector<bool> range_starts_;
};

}  // namespace habari
