#include "analysis/segmentation/stops.hpp"

#include <algorithm>
#include <string_view>

namespace habari::segmentation {
namespace {

using Range = Paragraph::Range;

bool is_one_of(char32_t c, std::u32string_view all) { return all.find(c) != std::u32string_view::npos; }

bool is_vowel(char32_t lower) { return is_one_of(lower, U"aeiouyáéíóúàèìòùâêîôûäëïöü"); }
bool is_opening(char32_t c) { return is_one_of(c, U"([\"\u201C\u2018\u00AB'/"); }
bool is_closing(char32_t c) { return is_one_of(c, U")]\"\u201D\u2019\u00BB"); }
bool is_bullet(char32_t c) { return is_one_of(c, U"\u2022\u2023\u2043\u25AA\u25AB\u25A0\u25CF\u25CB\u25E6"); }

}  // namespace

/// One paragraph's marking.
class StopMarker::Pass {
 public:
  Pass(const StopMarker& rules, Paragraph& paragraph) : rules_(rules), paragraph_(paragraph) {}

  void run() {
    for (number_ = 0; number_ < paragraph_.chunks().size(); ++number_) {
      chunk_ = paragraph_.chunks()[number_];
      mark_bullet();
      for (std::size_t at = chunk_.begin; at < chunk_.end;) at = mark_next(at);
    }
  }

 private:
  /// A sign with what stands on its two sides.
  struct Place {
    std::size_t sign = 0;
    Range before;          ///< Letters right before it.
    std::size_t next = 0;  ///< What follows, behind a blank or not; the paragraph's end where nothing does.
    Range after;           ///< The letters there.
    bool attached = false;
  };

  bool is_letter(std::size_t at) const { return at < chunk_.end && paragraph_[at].is_letter(); }
  bool is_upper(std::size_t at) const { return at < paragraph_.size() && paragraph_[at].is_upper(); }
  bool is_digit(std::size_t at) const { return at < paragraph_.size() && paragraph_[at].is_digit(); }
  bool begins_word(std::size_t at) const { return at == chunk_.begin || !paragraph_[at - 1].is_word(); }
  bool in_unit(std::size_t at) const {
    return paragraph_[at].has(mark_inside) || (at + 1 < chunk_.end && paragraph_[at + 1].has(mark_inside));
  }
  bool is_lower(Range range) const {
    return std::none_of(paragraph_.characters().begin() + static_cast<std::ptrdiff_t>(range.begin),
                        paragraph_.characters().begin() + static_cast<std::ptrdiff_t>(range.end),
                        [](const Paragraph::Character& c) { return c.is_upper(); });
  }
  /// A capital and small letters.
  bool is_capitalized(Range range) const {
    return range.size() > 1 && is_upper(range.begin) && is_lower({range.begin + 1, range.end});
  }

  bool is_word(Range range) const { return rules_.words_ != nullptr && rules_.words_->knows(paragraph_.lower(range)); }
  bool is_name(Range range) const {
    return rules_.words_ != nullptr && rules_.words_->knows_name(paragraph_.text(range));
  }
  bool opens_sentence(Range range) const {
    if (range.empty()) return false;
    if (rules_.tables_.opens_sentence(paragraph_.lower(range))) return true;
    return is_word(range) && !is_name(range);
  }

  /// Marks what begins at `at`; returns where to go on.
  std::size_t mark_next(std::size_t at) {
    const Paragraph::Character& c = paragraph_[at];
    if (c.is_letter() && begins_word(at) && !in_unit(at)) {
      const std::size_t end = dotted_letters_end(at);
      if (end > at) {
        mark_dotted_letters({at, end});
        return end;
      }
      return paragraph_.letters_around(at).end;
    }
    if (!in_unit(at)) {
      if (c.value == '.') mark_stop(at);
      if (c.value == '!' || c.value == '?') mark_question(at);
      if (c.value == ',') mark_comma(at);
    }
    return at + 1;
  }

  /// A line of several bullets is a list.
  void mark_bullet() {
    if (number_ > 0 && chunk_.size() == 1 && is_bullet(paragraph_[chunk_.begin].value))
      paragraph_.mark(paragraph_.chunks()[number_ - 1].end - 1, mark_completes);
  }

  /// Where `U.S.`, `n.k.`, `Ph.D.` or `U.S.A` ends that begins at `at`; `at` where there is none.
  std::size_t dotted_letters_end(std::size_t at) const {
    constexpr std::size_t most_labels = 16;
    std::size_t end = at;
    std::size_t labels = 0;
    std::size_t single = 0;
    while (is_letter(end) && labels < most_labels) {
      const std::size_t size = is_letter(end + 1) ? 2 : 1;
      if (size == 2 && (!is_upper(end) || is_upper(end + 1))) break;
      if (end + size >= chunk_.end || paragraph_[end + size].value != '.') break;
      if (size == 2 && rules_.tables_.abbreviation(paragraph_.text({end, end + 3}))) break;
      end += size + 1;
      ++labels;
      single += size == 1 ? 1 : 0;
    }
    if (single == 0) return at;
    const bool goes_on = end < chunk_.end && paragraph_[end].is_word();
    if (!goes_on) return labels > 1 ? end : at;
    if (single == labels && !(end + 1 < chunk_.end && paragraph_[end + 1].is_word())) return end + 1;
    return is_capitalized(paragraph_.letters_around(end)) && is_upper(at) ? end : at;
  }

  void mark_dotted_letters(Range range) {
    paragraph_.mark_unit(range);
    if (paragraph_[range.end - 1].value != '.') return;
    const Place place = place_of(range.end - 1);
    if (!place.attached || !is_letter(place.next)) return settle_end(place);
    paragraph_.mark(place.next, mark_begins);
    paragraph_.mark(place.sign, mark_goes_on);
  }

  Place place_of(std::size_t sign) const {
    Place place;
    place.sign = sign;
    place.attached = sign + 1 < chunk_.end;
    const bool last = number_ + 1 == paragraph_.chunks().size();
    place.next = place.attached ? sign + 1 : (last ? paragraph_.size() : paragraph_.chunks()[number_ + 1].begin);
    place.after = paragraph_.letters_around(place.next);
    if (sign > chunk_.begin) place.before = paragraph_.letters_around(sign - 1);
    return place;
  }

  void mark_stop(std::size_t stop) {
    const auto is_stop = [&](std::size_t at) { return at < chunk_.end && paragraph_[at].value == '.'; };
    if (is_stop(stop + 1) || (stop > chunk_.begin && is_stop(stop - 1))) return;
    const Place place = place_of(stop);
    if (!mark_abbreviation(place)) mark_missing_blank(place);
  }

  void mark_question(std::size_t at) {
    const Place place = place_of(at);
    if (place.attached && is_upper(place.next) && lacks_blank(place)) mark_end(place);
  }

  /// A comma between words, both blanks missing or the one behind it.
  void mark_comma(std::size_t at) {
    if (at == chunk_.begin || !is_letter(at - 1) || !is_letter(at + 1)) return;
    paragraph_.mark(at, mark_begins);
    paragraph_.mark(at + 1, mark_begins);
  }

  bool mark_abbreviation(const Place& place) {
    if (place.before.empty() || !begins_word(place.before.begin)) return false;
    const std::string_view form = paragraph_.text({place.before.begin, place.sign + 1});
    const std::optional<Follower> listed = rules_.tables_.abbreviation(form);
    if (listed == Follower::any) {
      paragraph_.mark(place.sign, mark_inside);
      if (place.attached && paragraph_[place.next].is_word()) paragraph_.mark(place.next, mark_begins);
      settle_end(place);
      return true;
    }
    const bool follows = listed == Follower::name     ? is_upper(place.next)
                         : listed == Follower::figure ? is_digit(place.next)
                                                      : is_initial(place) || looks_abbreviated(place);
    if (!follows) return false;
    paragraph_.mark(place.sign, mark_inside);
    paragraph_.mark(place.sign, mark_goes_on);
    if (place.attached) paragraph_.mark(place.next, mark_begins);
    return true;
  }

  /// `J. Ndege`, `J.Ndege`: behind a blank a capital letter may end a sentence too, which what is learnt tells better.
  bool is_initial(const Place& place) const {
    if (place.before.size() != 1 || !is_upper(place.before.begin) || !is_upper(place.next)) return false;
    return place.attached ? is_capitalized(place.after) : rules_.rules_alone_;
  }

  /// A short word in capitals that nobody could speak, or that does not end as words of the language do, before a name
  /// or a figure.
  bool looks_abbreviated(const Place& place) const {
    constexpr std::size_t longest = 5;
    const Range word = place.before;
    if (word.size() > longest || !is_capitalized(word) || is_name(word)) return false;
    if (word.begin > chunk_.begin && !is_opening(paragraph_[word.begin - 1].value)) return false;
    if (!is_upper(place.next) && !is_digit(place.next)) return false;
    const auto spoken = [&](std::size_t at) { return is_vowel(paragraph_[at].lower); };
    bool vowel = false;
    for (std::size_t at = word.begin; at < word.end; ++at) vowel = vowel || spoken(at);
    if (!vowel) return !rules_.tables_.opens_sentence(paragraph_.lower(place.after));
    return rules_.words_ != nullptr && !spoken(word.end - 1) && !is_word(word) && !opens_sentence(place.after);
  }

  /// Behind an abbreviation that any word may follow.
  void settle_end(const Place& place) {
    if (is_upper(place.next) && opens_sentence(place.after)) paragraph_.mark(place.sign, mark_completes);
  }

  void mark_end(const Place& place) {
    paragraph_.mark(place.sign, mark_begins);
    paragraph_.mark(place.next, mark_begins);
    paragraph_.mark(place.sign, mark_completes);
  }

  void mark_missing_blank(const Place& place) {
    if (!place.attached || place.sign == chunk_.begin) return;
    if (lacks_blank(place)) {
      mark_end(place);
    } else if (rules_.rules_alone_ && !place.before.empty() && !place.after.empty()) {
      paragraph_.mark_unit({place.sign - 1, place.next + 1});
    }
  }

  /// Whether a sentence ends at the sign and the next begins right behind it.
  bool lacks_blank(const Place& place) const {
    if (!is_upper(place.next)) return joins_sentences(place);
    const bool capitalized = is_capitalized(place.after);
    if (place.before.empty()) {
      const Paragraph::Character& before = paragraph_[place.sign - 1];
      return capitalized && (is_closing(before.value) || (before.is_digit() && number_ > 0));
    }
    if (place.before.size() < 2 || !begins_word(place.before.begin)) return false;
    if (is_lower(place.before)) return capitalized || place.after.size() > 2;
    // `Voi.Wabunge`, but `Global.Voices`
    return capitalized && (opens_sentence(place.after) || (is_word(place.after) && !is_word(place.before)));
  }

  /// `alifika.polisi`, but `blogu.example`.
  bool joins_sentences(const Place& place) const {
    return place.before.size() > 2 && place.after.size() > 1 && is_word(place.before) && is_word(place.after);
  }

  const StopMarker& rules_;
  Paragraph& paragraph_;
  std::size_t number_ = 0;
  Range chunk_;
};

void StopMarker::mark(Paragraph& paragraph) const { Pass(*this, paragraph).run(); }

}  // namespace habari::segmentation
