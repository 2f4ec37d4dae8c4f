#include "times/time_expressions.hpp"

#include "times/joined_times.hpp"
#include "words/word_key.hpp"

#include <algorithm>

namespace habari {
namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2199;

/// Value of the digits a piece begins with, and what follows them.
struct Digits {
  int value = -1;
  std::size_t count = 0;
  std::string_view rest;
};

Digits digits_of(std::string_view text) {
  Digits digits;
  while (digits.count < text.size() && text[digits.count] >= '0' && text[digits.count] <= '9') ++digits.count;
  if (digits.count == 0 || digits.count > 4) return digits;
  digits.value = 0;
  for (const char c : text.substr(0, digits.count)) digits.value = digits.value * 10 + (c - '0');
  digits.rest = text.substr(digits.count);
  return digits;
}

bool is_ordinal(std::string_view rest) {
  return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
}

class Matcher {
 public:
  Matcher(const TimeTables& tables, const NameWords& words, const Article& article, std::span<const Piece> pieces,
          std::span<const FoundName> names)
      : tables_(tables), words_(words), text_(article.text), pieces_(pieces), named_(pieces.size(), false) {
    for (const FoundName& name : names) {
      if (name.kind != EntityKind::event) std::fill_n(named_.begin() + name.first, name.last - name.first + 1, true);
    }
  }

  /// The longest range or single expression at `at`; found.end is 0 where there is none. `consumed` counts the words
  /// outside as well.
  FoundTime match(std::uint32_t at, std::uint32_t& consumed) {
    FoundTime best;
    consumed = at;
    if (named_[at]) return best;
    match_ranges(at, best, consumed);
    if (best.end != 0) return best;
    match_single(at, false, best, consumed);
    if (best.end != 0 && best.reading.rule != TimeRule::skip) match_open_range(best, consumed);
    return best;
  }

 private:
  std::string_view text(std::uint32_t at) const { return slice(text_, pieces_[at].span); }
  bool inside(std::uint32_t at) const {
    return at < pieces_.size() && pieces_[at].sentence == sentence_ && !named_[at];
  }

  void match_single(std::uint32_t at, bool bare, FoundTime& best, std::uint32_t& consumed) {
    sentence_ = pieces_[at].sentence;
    const auto try_patterns = [&](std::span<const std::uint32_t> numbers) {
      for (const std::uint32_t number : numbers) {
        const TimePattern& pattern = tables_.patterns()[number];
        FoundTime found;
        found.reading.rule = pattern.rule;
        match_elements(pattern, 0, at, found, best, consumed);
      }
    };
    if (pieces_[at].shape == Shape::number)
      try_patterns(tables_.starting_with_number());
    else if (pieces_[at].word != unknown_word)
      try_patterns(tables_.starting_with(pieces_[at].word));
    if (best.end == 0 && bare && pieces_[at].shape == Shape::number) {
      const Digits digits = digits_of(text(at));
      if (!digits.rest.empty()) return;
      if (digits.count == 4 && digits.value >= first_year && digits.value <= last_year)
        best.reading.year = digits.value;
      else if (digits.count <= 2 && digits.value >= 1 && digits.value <= 31)
        best.reading.day = digits.value;
      else
        return;
      best.first = at;
      best.end = consumed = at + 1;
    }
  }

  void match_elements(const TimePattern& pattern, std::size_t element, std::uint32_t at, const FoundTime& so_far,
                      FoundTime& best, std::uint32_t& consumed) {
    if (element == pattern.elements.size()) {
      if (so_far.end != 0 && (best.end == 0 || at > consumed)) {
        best = so_far;
        consumed = at;
      }
      return;
    }
    const TimeElement& place = pattern.elements[element];
    for_each_match(place, at, [&](std::uint32_t end, std::optional<TimeWord> word) {
      FoundTime found = so_far;
      if (!place.outside) {
        if (found.end == 0) found.first = at;
        found.end = end;
      }
      if (word) bind(found.reading, *word);
      match_elements(pattern, element + 1, end, found, best, consumed);
    });
    if (place.optional) match_elements(pattern, element + 1, at, so_far, best, consumed);
  }

  template <typename Continue>
  void for_each_match(const TimeElement& place, std::uint32_t at, Continue&& go_on) {
    if (!inside(at)) return;
    const Piece& piece = pieces_[at];
    if (place.kind == TimeClass::literal) {
      if (place.mark != 0 ? piece.mark == place.mark
                          : piece.word != unknown_word &&
                                std::find(place.words.begin(), place.words.end(), piece.word) != place.words.end()) {
        go_on(at + 1, std::nullopt);
      }
      return;
    }
    if (piece.shape == Shape::number) {
      if (const auto value = number_value(place.kind, at)) go_on(at + 1, TimeWord{place.kind, *value});
      return;
    }
    auto node = tables_.words().root;
    for (std::uint32_t i = at; inside(i) && pieces_[i].shape != Shape::mark; ++i) {
      node = tables_.words().next(node, pieces_[i].word);
      if (node == tables_.words().none) break;
      for (const TimeWord& word : tables_.words().values(node)) {
        if (!fits(place.kind, word.kind) || !is_written_so(word.kind, at)) continue;
        if (word.kind != TimeClass::number) {
          go_on(i + 1, word);
        } else {
          go_on(i + 1, TimeWord{place.kind, word.value});
          match_compound_number(place.kind, word.value, i + 1, go_on);
        }
      }
    }
  }

  /// `ishirini na tano`, `twenty-five`.
  template <typename Continue>
  void match_compound_number(TimeClass kind, int tens, std::uint32_t at, Continue& go_on) {
    if (tens < 10 || tens % 10 != 0 || !inside(at) || !inside(at + 1)) return;
    if (pieces_[at].mark != '-' && !words_.has(pieces_[at].word, NameRole::joiner)) return;
    const auto node = tables_.words().next(tables_.words().root, pieces_[at + 1].word);
    if (node == tables_.words().none) return;
    for (const TimeWord& word : tables_.words().values(node)) {
      if (word.kind == TimeClass::number && word.value < 10) go_on(at + 2, TimeWord{kind, tens + word.value});
    }
  }

  static bool fits(TimeClass wanted, TimeClass given) {
    if (wanted == given) return true;
    if (wanted == TimeClass::short_month) return given == TimeClass::month;
    return given == TimeClass::number && takes_number_words(wanted);
  }

  /// A name of a month or day that is a word of its own as well (`may`, `march`, `sun`) needs its capital.
  bool is_written_so(TimeClass kind, std::uint32_t at) const {
    const bool name = kind == TimeClass::month || kind == TimeClass::short_month || kind == TimeClass::weekday;
    if (!name || pieces_[at].is_capital()) return true;
    const WordId word = pieces_[at].word;
    return kind != TimeClass::short_month && (!words_.is_common(word) || words_.noun_kind(word) == EntityKind::time);
  }

  std::optional<int> number_value(TimeClass kind, std::uint32_t at) const {
    const Digits digits = digits_of(text(at));
    if (digits.value < 0) return std::nullopt;
    const bool plain = digits.rest.empty();
    const auto between = [&](int low, int high) { return digits.value >= low && digits.value <= high; };
    const auto value_if = [&](bool holds) { return holds ? std::optional(digits.value) : std::nullopt; };
    switch (kind) {
      case TimeClass::day:
        return value_if(is_ordinal(digits.rest) && digits.count <= 2 && between(1, 31));
      case TimeClass::ordinal:
        return value_if(!plain && is_ordinal(digits.rest) && digits.count <= 2 && between(1, 31));
      case TimeClass::month_number:
        return value_if(plain && digits.count <= 2 && between(1, 12));
      case TimeClass::year:
        return value_if(plain && digits.count == 4 && between(first_year, last_year) && !continues(at));
      case TimeClass::short_year:
        return value_if(plain && digits.count == 2);
      case TimeClass::early_year:
        return value_if(plain && digits.count == 3 && !continues(at));
      case TimeClass::count:
        return value_if(plain && digits.count <= 3 && !continues(at));
      case TimeClass::hour:
        return value_if(plain && digits.count <= 2 && between(0, 24));
      case TimeClass::minute:
        return value_if(plain && digits.count == 2 && between(0, 59));
      case TimeClass::clock_time:
        return value_if((digits.rest == "am" || digits.rest == "pm") && digits.count <= 2);
      case TimeClass::decade:
        return value_if(digits.rest == "s" && digits.count == 4 && digits.value % 10 == 0);
      default:
        return std::nullopt;
    }
  }

  /// Whether the number is only part of one: `2,000`, `2000.5`, `1999:30`, `50 %`.
  bool continues(std::uint32_t at) const {
    if (at + 1 >= pieces_.size()) return false;
    const Piece& next = pieces_[at + 1];
    if (next.mark == '%') return true;
    if (!next.tight || (next.mark != ',' && next.mark != '.' && next.mark != ':')) return false;
    return at + 2 < pieces_.size() && pieces_[at + 2].tight && pieces_[at + 2].shape == Shape::number;
  }

  static void bind(TimeReading& reading, TimeWord word) {
    switch (word.kind) {
      case TimeClass::weekday:
        reading.weekday = word.value;
        break;
      case TimeClass::month:
      case TimeClass::short_month:
      case TimeClass::month_number:
        reading.month = word.value;
        break;
      case TimeClass::day_word:
        reading.offset = word.value;
        break;
      case TimeClass::unit:
      case TimeClass::units:
        reading.unit = static_cast<TimeUnit>(word.value);
        break;
      case TimeClass::direction:
      case TimeClass::directions:
        reading.direction = word.value;
        break;
      case TimeClass::holiday:
        if (word.value != 0) {
          reading.month = word.value / 100;
          reading.day = word.value % 100;
        }
        break;
      case TimeClass::day:
      case TimeClass::ordinal:
        reading.day = word.value;
        break;
      case TimeClass::year:
      case TimeClass::early_year:
      case TimeClass::decade:
        reading.year = word.value;
        break;
      case TimeClass::short_year:
        reading.year = (word.value < 50 ? 2000 : 1900) + word.value;
        break;
      case TimeClass::count:
        reading.count = word.value;
        break;
      default:
        break;
    }
  }

  void match_ranges(std::uint32_t at, FoundTime& best, std::uint32_t& consumed) {
    if (!tables_.opens_range(pieces_[at].word)) return;
    sentence_ = pieces_[at].sentence;
    for (const TimeRange& range : tables_.ranges()) {
      if (range.opener.empty() || !opener_at(range, at)) continue;
      const auto opener = static_cast<std::uint32_t>(range.opener.size());
      FoundTime first;
      std::uint32_t end = at + opener;
      if (!inside(end)) continue;
      match_single(end, true, first, end);
      if (first.end == 0 || first.reading.rule == TimeRule::skip) continue;
      if (!join(range, first, end)) continue;
      if (range.opener_inside) first.first = at;
      if (end > consumed) {
        best = first;
        consumed = end;
      }
    }
  }

  void match_open_range(FoundTime& first, std::uint32_t& consumed) {
    for (const TimeRange& range : tables_.ranges()) {
      if (range.opener.empty() && join(range, first, consumed)) return;
    }
  }

  bool opener_at(const TimeRange& range, std::uint32_t at) const {
    for (std::uint32_t i = 0; i < range.opener.size(); ++i) {
      if (!inside(at + i) || pieces_[at + i].word != range.opener[i]) return false;
    }
    return true;
  }

  /// Adds the middle and the second time of a range to the first.
  bool join(const TimeRange& range, FoundTime& first, std::uint32_t& end) {
    if (first.end != end || !inside(end) || !inside(end + 1)) return false;
    const Piece& middle = pieces_[end];
    const bool fits = range.middle_mark != 0
                          ? middle.mark == range.middle_mark
                          : middle.word != unknown_word &&
                                std::find(range.middle.begin(), range.middle.end(), middle.word) != range.middle.end();
    if (!fits) return false;
    FoundTime last;
    std::uint32_t stop = end + 1;
    match_single(end + 1, true, last, stop);
    if (last.end == 0 || last.reading.rule != TimeRule::parts) return match_short_year(range, first, end);
    if (last.reading.day && !last.reading.month && (!first.reading.day || !first.reading.month)) {
      return match_short_year(range, first, end);
    }
    // From Tuesday to Wednesday is more often a change of plan than a stretch: two times.
    const auto is_day = [](const TimeReading& reading) {
      return (reading.weekday && !reading.month) || reading.offset;
    };
    if (is_day(first.reading) || is_day(last.reading)) return false;
    first.last = last.reading;
    first.end = last.end;
    end = stop;
    if (last.reading.day && !last.reading.month) match_year(first, end);
    return true;
  }

  /// `April 25 to 26, 2014`: the year behind a bare day is that of both.
  void match_year(FoundTime& range, std::uint32_t& end) {
    const std::uint32_t at = inside(end) && pieces_[end].mark == ',' ? end + 1 : end;
    if (range.reading.year || !inside(at) || pieces_[at].shape != Shape::number) return;
    range.last->year = range.reading.year = number_value(TimeClass::year, at);
    if (range.reading.year) range.end = end = at + 1;
  }

  /// `2018/19`.
  bool match_short_year(const TimeRange& range, FoundTime& first, std::uint32_t& end) {
    if (range.middle_mark == 0 || !first.reading.year || first.reading.month) return false;
    const Digits digits = digits_of(text(end + 1));
    if (digits.count != 2 || !digits.rest.empty()) return false;
    const int year = *first.reading.year / 100 * 100 + digits.value;
    if (year <= *first.reading.year) return false;
    first.last = TimeReading{};
    first.last->year = year;
    first.end = end += 2;
    return true;
  }

  const TimeTables& tables_;
  const NameWords& words_;
  std::string_view text_;
  std::span<const Piece> pieces_;
  std::vector<bool> named_;  ///< Pieces of names.
  std::uint32_t sentence_ = 0;
};

}  // namespace

std::vector<FoundTime> TimeFinder::find(const Article& article, std::span<const Piece> pieces,
                                        std::span<const FoundName> names) const {
  Matcher matcher(tables_, words_, article, pieces, names);
  std::vector<FoundTime> times;
  for (std::uint32_t at = 0; at < pieces.size();) {
    std::uint32_t consumed = at;
    FoundTime found = matcher.match(at, consumed);
    const bool plain = found.reading.rule == TimeRule::parts || found.reading.rule == TimeRule::clock;
    if (found.end != 0 && found.first > at && plain) {
      // `of November 6`: behind a word outside, the expression by itself may be longer.
      std::uint32_t end = found.first;
      if (const FoundTime inner = matcher.match(found.first, end); inner.end > found.end) {
        found = inner;
        consumed = end;
      }
    }
    if (found.end != 0 && found.reading.rule != TimeRule::skip) times.push_back(found);
    at = std::max(consumed, at + 1);
  }
  join_clocks(tables_, pieces, times);
  share_months(tables_, words_, article, pieces, times);
  return times;
}

}  // namespace habari
