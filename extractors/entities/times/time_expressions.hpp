#pragma once

#include "lexicon/lexicon.hpp"
#include "times/time_reading.hpp"
#include "times/time_tables.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <habari/core/article.hpp>
#include <habari/core/sentence.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace habari {

/// A time expression: pieces [first, end) and what they say.
struct FoundTime {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  TimeReading reading;
  std::optional<TimeReading> last;  ///< The other end of a stretch.
};

/// Finds time expressions by the tables of a language.
class TimeFinder {
 public:
  /// `words` tells month names that are common words too (`may`, `march`): they need a capital.
  TimeFinder(const TimeTables& tables, const NameWords& words) : tables_(tables), words_(words) {}

  /// In text order, not overlapping. What is a name is no time, be it `Juma` or `Aprili`; but one that is named as an
  /// event may be a holiday.
  std::vector<FoundTime> find(const Article& article, std::span<const Piece> pieces,
                              std::span<const FoundName> names) const;

 private:
  const TimeTables& tables_;
  const NameWords& words_;
};

}  // namespace habari
