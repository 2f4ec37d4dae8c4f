#include "frames/number_words.hpp"

#include <habari/core/quantity.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace habari {
namespace {

using Use = QuantityWord::Use;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A word as a part of a number: its value, or what it multiplies by.
struct Part {
  Use use = Use::number;
  double value = 0;
  std::string unit;
};

/// `1,200`, `$20m`, `12.5%`: digits, with a unit before them and a scale or a unit behind.
std::optional<Part> read_figure(const QuantityTable& table, std::string_view form) {
  const auto first = std::find_if(form.begin(), form.end(), is_digit);
  if (first == form.end()) return std::nullopt;
  const std::string_view before = form.substr(0, static_cast<std::size_t>(first - form.begin()));
  std::string digits;
  std::size_t at = before.size();
  for (; at < form.size(); ++at) {
    const bool inside = at + 1 < form.size() && is_digit(form[at + 1]) && !digits.empty();
    if (is_digit(form[at]) || (form[at] == '.' && inside && digits.find('.') == std::string::npos)) {
      digits += form[at];
    } else if (form[at] != ',' || !inside) {
      break;
    }
  }
  const auto value = parse_decimal(digits);
  if (!value) return std::nullopt;
  Part part{Use::number, *value, {}};
  if (!before.empty()) {
    const QuantityWord* unit = table.find(before);
    if (unit == nullptr || unit->use != Use::unit) return std::nullopt;
    part.unit = unit->unit;
  }
  if (at == form.size()) return part;
  const QuantityWord* behind = table.find(form.substr(at));
  if (behind == nullptr) return std::nullopt;
  if (behind->use == Use::scale || behind->use == Use::scale_before) part.value *= behind->value;
  if (behind->use == Use::unit && part.unit.empty()) part.unit = behind->unit;
  const bool fits = behind->use == Use::scale || behind->use == Use::scale_before || behind->use == Use::unit;
  return fits ? std::optional(part) : std::nullopt;
}

std::optional<Part> read_part(const SentenceContext& context, Word word) {
  const Mention* mention = context.mention(word);
  if (mention != nullptr && mention->kind != EntityKind::quantity) return std::nullopt;
  if (context.tree()[word].feature("NumType") == "Ord") return std::nullopt;
  if (const QuantityWord* row = quantity_word(context, word)) {
    if (row->use == Use::unit || row->use == Use::bound) return std::nullopt;
    return Part{row->use, row->value, {}};
  }
  const std::string form = fold_case(context.tree()[word].form);
  const QuantityTable& table = context.lexicon().quantities();
  // `twenty-one`
  const std::size_t hyphen = form.find('-');
  const QuantityWord* tens = hyphen == std::string::npos ? nullptr : table.find(form.substr(0, hyphen));
  const QuantityWord* units = tens == nullptr ? nullptr : table.find(form.substr(hyphen + 1));
  if (units != nullptr && tens->use == Use::number && units->use == Use::number)
    return Part{Use::number, tens->value + units->value, {}};
  return read_figure(table, form);
}

/// Adds the parts of a number up, from the first to the last.
class Reckoner {
 public:
  void take(const Part& part) {
    if (part.use == Use::number) return number(part.value);
    if (part.use == Use::scale) return scale(part.value);
    if (part.use != Use::scale_before) return;
    // `elfu mia mbili`: a scale of a scale.
    if (has_current_) settle();
    pending_ *= part.value;
    has_pending_ = true;
  }
  double value() {
    if (has_current_ || has_pending_) settle();
    return total_;
  }

 private:
  void number(double value) {
    const bool tens = has_current_ && std::fmod(current_, 10.0) == 0 && value < 10;
    const bool hundreds = has_current_ && std::fmod(current_, 100.0) == 0 && value < 100;
    if (has_current_ && !tens && !hundreds) settle();
    // `milioni mbili na nusu`
    if (value < 1 && !has_current_ && !has_pending_ && last_scale_ > 1) {
      total_ += value * last_scale_;
      return;
    }
    current_ += value;
    has_current_ = true;
  }
  void scale(double scale) {
    current_ = (has_current_ ? current_ : 1.0) * scale;
    has_current_ = scale < 1000;
    if (has_current_) return;
    total_ += current_;
    current_ = 0;
  }
  void settle() {
    last_scale_ = pending_;
    total_ += (has_current_ ? current_ : 1.0) * pending_;
    current_ = 0;
    pending_ = 1;
    has_current_ = has_pending_ = false;
  }

  double total_ = 0;
  double current_ = 0;  ///< Not yet multiplied.
  double pending_ = 1;  ///< Multiplies what follows.
  double last_scale_ = 1;
  bool has_current_ = false;
  bool has_pending_ = false;
};

/// Which words belong to one number.
class NumberRun {
 public:
  explicit NumberRun(const SentenceContext& context) : context_(context) {}

  std::optional<Part> part(Word at) const {
    return at < context_.tree().size() ? read_part(context_, at) : std::nullopt;
  }
  /// The word of the number that goes on behind `at`.
  std::optional<Word> next(Word at) const {
    const bool joined = uses(at + 1, Use::join);
    const Word behind = joined ? at + 2 : at + 1;
    return goes_on(at, behind, joined) ? std::optional(behind) : std::nullopt;
  }
  std::optional<Word> previous(Word at) const {
    if (at > 1 && uses(at - 1, Use::join) && goes_on(at - 2, at, true)) return at - 2;
    return at > 0 && goes_on(at - 1, at, false) ? std::optional(at - 1) : std::nullopt;
  }

 private:
  bool uses(Word at, Use use) const {
    const auto found = part(at);
    return found && found->use == use;
  }
  bool goes_on(Word before, Word behind, bool joined) const {
    const auto left = part(before);
    const auto right = part(behind);
    if (!left || !right || left->use == Use::join || right->use == Use::join) return false;
    const bool number = left->use == Use::number;
    if (right->use == Use::scale) return !joined && left->use != Use::scale_before;
    if (right->use == Use::scale_before) return left->use != Use::scale;
    if (!number) return left->use == Use::scale_before || !joined || left->value >= 100;
    // `20 and 30` are two numbers, `ishirini na tano` is one, and so is `mia mbili na hamsini`.
    if (is_figure(before) || is_figure(behind)) return false;
    if (left->value >= 10 && std::fmod(left->value, 10.0) == 0 && right->value < 10) return true;
    return joined && before > 0 && uses(before - 1, Use::scale_before);
  }
  bool is_figure(Word at) const {
    const std::string& form = context_.tree()[at].form;
    return std::any_of(form.begin(), form.end(), is_digit);
  }

  const SentenceContext& context_;
};

}  // namespace

const QuantityWord* quantity_word(const SentenceContext& context, Word word) {
  const Token& token = context.tree()[word];
  const QuantityTable& table = context.lexicon().quantities();
  if (const QuantityWord* row = table.find(fold_case(token.form))) return row;
  // `hundreds of people` is no hundred.
  const QuantityWord* row = table.find(token.lemma);
  const bool may_be = row != nullptr && (row->use == Use::unit || token.upos == Upos::num);
  return may_be ? row : nullptr;
}

std::optional<NumberWords> number_at(const SentenceContext& context, Word word) {
  const NumberRun run(context);
  const auto own = run.part(word);
  if (!own || own->use == Use::join) return std::nullopt;
  NumberWords found{word, word, 0, {}};
  while (const auto before = run.previous(found.first)) found.first = *before;
  while (const auto behind = run.next(found.last)) found.last = *behind;
  Reckoner reckoner;
  for (Word at = found.first; at <= found.last; ++at) {
    const auto part = run.part(at);
    reckoner.take(*part);
    if (found.unit.empty()) found.unit = part->unit;
  }
  found.value = reckoner.value();
  // `half a million`
  for (Word length = 2; length <= std::min<Word>(4, found.first); ++length) {
    std::string words;
    for (Word at = found.first - length; at < found.first; ++at)
      words += (words.empty() ? "" : " ") + fold_case(context.tree()[at].form);
    const QuantityWord* row =
        run.part(found.first)->use == Use::scale ? context.lexicon().quantities().find(words) : nullptr;
    if (row == nullptr || row->use != Use::number) continue;
    found.value *= row->value;
    found.first -= length;
    break;
  }
  if (!is_quantity_value(found.value)) return std::nullopt;
  return found;
}

}  // namespace habari
