#include "times/time_tables.hpp"

#include "lexicon/quantity_table.hpp"

#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <charconv>

namespace habari {
namespace {

struct ClassName {
  TimeClass kind;
  std::string_view in_words;    ///< In words.tsv; empty where numbers belong to it by their form.
  std::string_view in_pattern;  ///< In patterns.tsv.
};

constexpr ClassName class_names[] = {
    {TimeClass::weekday, "weekday", "WEEKDAY"},
    {TimeClass::month, "month", "MONTH"},
    {TimeClass::short_month, "short_month", "MON"},
    {TimeClass::day_word, "day_word", "DAYWORD"},
    {TimeClass::day_part, "day_part", "PART"},
    {TimeClass::unit, "unit", "UNIT"},
    {TimeClass::units, "units", "UNITS"},
    {TimeClass::direction, "direction", "DIRECTION"},
    {TimeClass::directions, "directions", "DIRECTIONS"},
    {TimeClass::number, "number", ""},
    {TimeClass::holiday, "holiday", "HOLIDAY"},
    {TimeClass::clock, "clock", "CLOCK"},
    {TimeClass::link, "link", "LINK"},
    {TimeClass::day, "", "DAY"},
    {TimeClass::ordinal, "", "ORDINAL"},
    {TimeClass::month_number, "", "MONTHNUMBER"},
    {TimeClass::year, "", "YEAR"},
    {TimeClass::short_year, "", "SHORTYEAR"},
    {TimeClass::early_year, "", "EARLYYEAR"},
    {TimeClass::count, "", "COUNT"},
    {TimeClass::hour, "", "HOUR"},
    {TimeClass::minute, "", "MINUTE"},
    {TimeClass::clock_time, "", "CLOCKTIME"},
    {TimeClass::decade, "", "DECADE"},
};

constexpr std::pair<std::string_view, TimeRule> rule_names[] = {
    {"", TimeRule::parts},          {"decade", TimeRule::decade}, {"stretch", TimeRule::stretch},
    {"unclear", TimeRule::unclear}, {"clock", TimeRule::clock},   {"none", TimeRule::none},
    {"skip", TimeRule::skip},
};

constexpr std::pair<std::string_view, TimeUnit> unit_names[] = {
    {"hour", TimeUnit::hour},   {"day", TimeUnit::day},   {"week", TimeUnit::week},     {"weekend", TimeUnit::weekend},
    {"month", TimeUnit::month}, {"year", TimeUnit::year}, {"decade", TimeUnit::decade},
};

bool is_by_number(TimeClass kind) { return kind >= TimeClass::day && kind <= TimeClass::decade; }

/// `-1`, `7`, or `12-25` for the day of a month (month * 100 + day), or the name of a unit.
int parse_value(const Table::Row& row, TimeClass kind) {
  const std::string_view text = row["value"];
  if (kind == TimeClass::unit || kind == TimeClass::units) {
    for (const auto& [name, unit] : unit_names) {
      if (name == text) return static_cast<int>(unit);
    }
    row.fail("value is \"" + std::string(text) + "\", no unit");
  }
  if (text.empty()) return 0;
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  const char* stop = text.data() + text.size();
  if (failure == std::errc{} && end != stop && *end == '-') {
    int day = 0;
    const auto rest = std::from_chars(end + 1, stop, day);
    if (rest.ec == std::errc{} && rest.ptr == stop) return value * 100 + day;
  }
  if (failure != std::errc{} || end != stop) row.fail("value is \"" + std::string(text) + "\", expected a number");
  return value;
}

/// A row with optional groups in brackets as rows without.
std::vector<std::vector<std::string_view>> expand_groups(const Table::Row& row, std::string_view pattern) {
  std::vector<std::vector<std::string_view>> expanded{{}};
  std::vector<std::vector<std::string_view>> with_group;
  bool in_group = false;
  for (const std::string_view element : split(pattern, ' ')) {
    if (element == "[") {
      if (in_group) row.fail("a group within a group");
      in_group = true;
      with_group = expanded;
    } else if (element == "]") {
      if (!in_group) row.fail("a group is closed that was not opened");
      in_group = false;
      expanded.insert(expanded.end(), with_group.begin(), with_group.end());
    } else {
      for (auto& elements : in_group ? with_group : expanded) elements.push_back(element);
    }
  }
  if (in_group) row.fail("a group is not closed");
  return expanded;
}

}  // namespace

TimeTables::TimeTables(std::string_view language, const DataDirectory& data, Vocabulary& vocabulary) {
  const std::filesystem::path folder = data.language(language) / "times";
  load_locale_names(language, vocabulary);
  load_words(folder / "words.tsv", vocabulary);
  const QuantityTable quantities(data.language(language) / "lexicon");
  for (const auto& [words, value] : quantities.whole_numbers()) add_word(words, {TimeClass::number, value}, vocabulary);
  load_patterns(folder / "patterns.tsv", vocabulary);
  load_ranges(folder / "ranges.tsv", vocabulary);
  index_patterns();
}

std::span<const std::uint32_t> TimeTables::starting_with(WordId word) const {
  if (word >= starts_.size()) return {};
  return starts_[word];
}

void TimeTables::add_word(std::string_view phrase, TimeWord word, Vocabulary& vocabulary) {
  std::vector<WordId> words;
  for (const PhraseWord piece : cut_phrase(phrase, vocabulary)) words.push_back(piece.word);
  if (words.empty()) return;
  for (const TimeWord& known : words_.find(words)) {
    if (known.kind == word.kind) return;
  }
  words_.add(words, word);
  first_words_.emplace_back(words.front(), word.kind);
}

void TimeTables::load_locale_names(std::string_view language, Vocabulary& vocabulary) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(std::string(language).c_str()), status);
  if (U_FAILURE(status)) return;
  const auto utf8 = [](const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
  };
  for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
    const bool wide = width == icu::DateFormatSymbols::WIDE;
    int32_t count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, width);
    for (int32_t i = 0; i < count; ++i) {
      add_word(utf8(months[i]), {wide ? TimeClass::month : TimeClass::short_month, i + 1}, vocabulary);
    }
    const icu::UnicodeString* days = symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, width);
    for (int32_t i = 1; i < count; ++i) {  // ICU counts from 1, Sunday
      if (wide) add_word(utf8(days[i]), {TimeClass::weekday, i == 1 ? 7 : i - 1}, vocabulary);
    }
  }
}

void TimeTables::load_words(const std::filesystem::path& file, Vocabulary& vocabulary) {
  const Table table(file, {"words", "class", "value"});
  for (const auto row : table) {
    std::optional<TimeClass> kind;
    for (const ClassName& name : class_names) {
      if (!name.in_words.empty() && name.in_words == row["class"]) kind = name.kind;
    }
    if (!kind) row.fail("class is \"" + std::string(row["class"]) + "\", none of its closed set");
    const int value = parse_value(row, *kind);
    for (const std::string_view phrase : split(row["words"], '|')) add_word(phrase, {*kind, value}, vocabulary);
  }
}

void TimeTables::load_patterns(const std::filesystem::path& file, Vocabulary& vocabulary) {
  const Table table(file, {"pattern", "rule", "example"});
  for (const auto row : table) {
    std::optional<TimeRule> rule;
    for (const auto& [name, value] : rule_names) {
      if (name == row["rule"]) rule = value;
    }
    if (!rule) row.fail("rule is \"" + std::string(row["rule"]) + "\", none of its closed set");
    for (auto& elements : expand_groups(row, row["pattern"])) add_pattern(row, std::move(elements), *rule, vocabulary);
  }
}

void TimeTables::add_pattern(const Table::Row& row, std::vector<std::string_view> elements, TimeRule rule,
                             Vocabulary& vocabulary) {
  TimePattern pattern;
  pattern.rule = rule;
  for (const std::string_view element : elements) pattern.elements.push_back(parse_element(row, element, vocabulary));
  const bool certain = std::any_of(pattern.elements.begin(), pattern.elements.end(),
                                   [](const TimeElement& e) { return !e.optional && !e.outside; });
  if (!certain) row.fail("the pattern could match nothing");
  patterns_.push_back(std::move(pattern));
}

TimeElement TimeTables::parse_element(const Table::Row& row, std::string_view text, Vocabulary& vocabulary) const {
  TimeElement element;
  if (text.size() > 1 && text.ends_with('?')) {
    element.optional = true;
    text.remove_suffix(1);
  }
  if (text.size() > 2 && text.starts_with('<') && text.ends_with('>')) {
    element.outside = true;
    text = text.substr(1, text.size() - 2);
  }
  for (const ClassName& name : class_names) {
    if (!name.in_pattern.empty() && name.in_pattern == text) {
      element.kind = name.kind;
      return element;
    }
  }
  if (text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos) {
    row.fail("\"" + std::string(text) + "\" is no class");
  }
  if (text.size() == 1 && std::string_view(",./-:").find(text[0]) != std::string_view::npos) {
    element.mark = text[0];
    return element;
  }
  for (const std::string_view word : split(text, '|')) {
    const auto pieces = cut_phrase(word, vocabulary);
    if (pieces.size() != 1) row.fail("\"" + std::string(word) + "\" is not one word");
    element.words.push_back(pieces.front().word);
  }
  return element;
}

void TimeTables::load_ranges(const std::filesystem::path& file, Vocabulary& vocabulary) {
  const Table table(file, {"opener", "middle", "opener_inside"});
  for (const auto row : table) {
    TimeRange range;
    for (const PhraseWord word : cut_phrase(row["opener"], vocabulary)) range.opener.push_back(word.word);
    const std::string_view middle = row["middle"];
    if (middle == "-" || middle == "/")
      range.middle_mark = middle[0];
    else
      for (const std::string_view word : split(middle, '|'))
        range.middle.push_back(cut_phrase(word, vocabulary).at(0).word);
    range.opener_inside = row["opener_inside"] == "yes";
    if (!range.opener.empty()) {
      if (range.opener[0] >= range_starts_.size()) range_starts_.resize(range.opener[0] + 1, false);
      range_starts_[range.opener[0]] = true;
    }
    ranges_.push_back(std::move(range));
  }
}

void TimeTables::index_patterns() {
  const auto add = [&](WordId word, std::uint32_t pattern) {
    if (word >= starts_.size()) starts_.resize(word + 1);
    auto& list = starts_[word];
    if (list.empty() || list.back() != pattern) list.push_back(pattern);
  };
  for (std::uint32_t number = 0; number < patterns_.size(); ++number) {
    for (const TimeElement& element : patterns_[number].elements) {
      if (is_by_number(element.kind)) {
        if (number_starts_.empty() || number_starts_.back() != number) number_starts_.push_back(number);
      }
      for (const WordId word : element.words) add(word, number);
      const auto starts_with_class = [&](TimeClass kind) {
        if (kind == element.kind) return true;
        if (element.kind == TimeClass::short_month) return kind == TimeClass::month;
        return kind == TimeClass::number && takes_number_words(element.kind);
      };
      for (const auto& [word, kind] : first_words_) {
        if (starts_with_class(kind)) add(word, number);
      }
      if (!element.optional) break;
    }
  }
}

}  // namespace habari
