#include "times/joined_times.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace habari {
namespace {

constexpr std::uint32_t longest_link = 3;
constexpr std::uint32_t most_days = 6;

std::optional<int> word_value(const TimeTables& tables, const Piece& piece, TimeClass kind) {
  if (piece.word == unknown_word || piece.shape == Shape::mark) return std::nullopt;
  const auto node = tables.words().next(tables.words().root, piece.word);
  if (node == tables.words().none) return std::nullopt;
  for (const TimeWord& word : tables.words().values(node)) {
    if (word.kind == kind) return word.value;
  }
  return std::nullopt;
}

bool is_link(const TimeTables& tables, const Piece& piece) {
  return word_value(tables, piece, TimeClass::link).has_value();
}

bool is_clock(const FoundTime& time) { return time.reading.rule == TimeRule::clock; }
bool is_day(const FoundTime& time) {
  const TimeReading& reading = time.reading;
  return reading.rule == TimeRule::parts && (reading.weekday || reading.offset || reading.day) && !time.last;
}

class DaySharer {
 public:
  DaySharer(const TimeTables& tables, const NameWords& words, const Article& article, std::span<const Piece> pieces)
      : tables_(tables), words_(words), text_(article.text), pieces_(pieces) {}

  /// Days in front of `time`, nearest first.
  std::vector<FoundTime> before(const FoundTime& time) const {
    std::vector<FoundTime> days;
    bool opened = false;
    std::uint32_t begin = time.first;
    while (days.size() < most_days) {
      const std::uint32_t end = separator_before(begin, days.empty());
      if (end == begin || end == 0 || !same_sentence(end - 1, time.first)) break;
      const auto day = day_at(end - 1);
      if (!day) break;
      FoundTime found{end - 1, end, time.reading, std::nullopt};
      found.reading.day = day;
      found.reading.weekday.reset();
      if (end >= 2 && same_sentence(end - 2, time.first)) {
        found.reading.weekday = word_value(tables_, pieces_[end - 2], TimeClass::weekday);
        if (found.reading.weekday) --found.first;
      }
      opened = found.reading.weekday || opens(found.first);
      begin = found.first;
      days.push_back(found);
    }
    // `watu 20 na 21 Mei`: a figure behind a noun may count it.
    if (!opened) days.clear();
    return days;
  }

  /// The day behind `time`: `May 6 and 7`.
  std::optional<FoundTime> behind(FoundTime& time) const {
    if (time.reading.year || day_at(time.end - 1) != time.reading.day) return std::nullopt;
    const std::uint32_t at = time.end + 1;
    if (at >= pieces_.size() || !same_sentence(at, time.first) || !is_joiner(time.end)) return std::nullopt;
    const auto day = day_at(at);
    if (!day || *day <= *time.reading.day) return std::nullopt;
    FoundTime found{at, at + 1, time.reading, std::nullopt};
    found.reading.day = day;
    if (!ends_there(found, time)) return std::nullopt;
    return found;
  }

 private:
  bool same_sentence(std::uint32_t a, std::uint32_t b) const { return pieces_[a].sentence == pieces_[b].sentence; }
  bool is_joiner(std::uint32_t at) const { return words_.has(pieces_[at].word, NameRole::joiner); }

  std::optional<int> day_at(std::uint32_t at) const {
    if (pieces_[at].shape != Shape::number) return std::nullopt;
    const std::string_view text = slice(text_, pieces_[at].span);
    int day = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), day);
    const auto digits = static_cast<std::size_t>(end - text.data());
    const bool written_so =
        failure == std::errc{} && digits <= 2 && (digits == text.size() || digits + 2 == text.size());
    return written_so && day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
  }

  /// The end of what stands before the separator that ends at `begin`; `begin` itself where there is none. The one
  /// nearest to the month is a word (`na`, `and`), others may be commas.
  std::uint32_t separator_before(std::uint32_t begin, bool nearest) const {
    if (begin == 0) return begin;
    if (is_joiner(begin - 1)) return begin > 1 && pieces_[begin - 2].mark == ',' ? begin - 2 : begin - 1;
    return !nearest && pieces_[begin - 1].mark == ',' ? begin - 1 : begin;
  }

  bool opens(std::uint32_t first) const {
    if (first == 0 || !same_sentence(first - 1, first)) return true;
    const Piece& piece = pieces_[first - 1];
    return is_link(tables_, piece) || piece.shape == Shape::mark || piece.upos == Upos::adp;
  }

  /// Whether nothing is counted by the day: a mark, a preposition or a year follows. The year is that of both.
  bool ends_there(FoundTime& found, FoundTime& time) const {
    std::uint32_t next = found.end;
    if (next >= pieces_.size() || !same_sentence(next, found.first)) return true;
    if (pieces_[next].mark == ',' && next + 1 < pieces_.size() && same_sentence(next + 1, found.first)) ++next;
    const std::string_view text = slice(text_, pieces_[next].span);
    if (pieces_[next].shape == Shape::number && text.size() == 4) {
      int year = 0;
      std::from_chars(text.data(), text.data() + text.size(), year);
      found.reading.year = time.reading.year = year;
      found.end = next + 1;
      return true;
    }
    const Piece& after = pieces_[found.end];
    return after.shape == Shape::mark || after.upos == Upos::adp || after.upos == Upos::cconj;
  }

  const TimeTables& tables_;
  const NameWords& words_;
  std::string_view text_;
  std::span<const Piece> pieces_;
};

}  // namespace

void join_clocks(const TimeTables& tables, std::span<const Piece> pieces, std::vector<FoundTime>& times) {
  const auto are_linked = [&](const FoundTime& first, const FoundTime& second) {
    if (pieces[first.first].sentence != pieces[second.first].sentence || second.first > first.end + longest_link)
      return false;
    for (std::uint32_t at = first.end; at < second.first; ++at) {
      if (pieces[at].mark != ',' && !is_link(tables, pieces[at])) return false;
    }
    return true;
  };
  std::vector<FoundTime> joined;
  for (const FoundTime& time : times) {
    const bool pair =
        !joined.empty() && ((is_clock(joined.back()) && is_day(time)) || (is_day(joined.back()) && is_clock(time)));
    if (!pair || !are_linked(joined.back(), time)) {
      joined.push_back(time);
      continue;
    }
    if (is_clock(joined.back())) joined.back().reading = time.reading;
    joined.back().end = time.end;
  }
  times = std::move(joined);
}

void share_months(const TimeTables& tables, const NameWords& words, const Article& article,
                  std::span<const Piece> pieces, std::vector<FoundTime>& times) {
  const DaySharer sharer(tables, words, article, pieces);
  std::vector<FoundTime> all;
  for (FoundTime time : times) {
    const bool dated = is_day(time) && time.reading.day && time.reading.month;
    if (!dated) {
      // What a day behind the last one has taken is no time of its own: the year of `May 6 and 7, 2021`.
      if (all.empty() || time.first >= all.back().end) all.push_back(time);
      continue;
    }
    std::vector<FoundTime> days = sharer.before(time);
    std::reverse(days.begin(), days.end());
    if (!days.empty()) std::erase_if(all, [&](const FoundTime& other) { return other.end > days.front().first; });
    all.insert(all.end(), days.begin(), days.end());
    const auto behind = sharer.behind(time);
    all.push_back(time);
    if (behind) all.push_back(*behind);
  }
  times = std::move(all);
}

}  // namespace habari
