#include "frames/quantities.hpp"

#include "frames/number_words.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace habari {
namespace {

using Use = QuantityWord::Use;

/// Words of the longest unit or bound in quantities.tsv.
constexpr Word longest_row = 4;

/// Words first to last, and their row.
struct Found {
  Word first = 0;
  Word last = 0;
  const QuantityWord* row = nullptr;
};

class QuantityReader {
 public:
  explicit QuantityReader(const SentenceContext& context) : context_(context), tree_(context.tree()) {}

  /// Of what this word heads, or of the measure that it hangs from (`40 tons of rice`).
  std::optional<Quantity> read(Word head) const {
    if (auto quantity = read_at(head)) return quantity;
    const auto measure = tree_.head(head);
    const bool measured = measure && tree_[head].deprel == Deprel::nmod && is_unit(*measure);
    return measured ? read_at(*measure) : std::nullopt;
  }

  /// Of what this word heads, where that is a measure: `12.5 percent`, but not `three men`.
  std::optional<Quantity> read_measure(Word head) const {
    const auto number = number_of(head);
    const bool measured = number && (!number->unit.empty() || unit_beside(*number));
    return measured ? read_at(head) : std::nullopt;
  }

 private:
  std::optional<Quantity> read_at(Word head) const {
    const auto number = number_of(head);
    if (!number) return std::nullopt;
    const bool inside = number->first <= head && head <= number->last;
    const bool measured = !number->unit.empty() || unit_beside(*number);
    // `one by one`, `kila mmoja`, `the 2009 elections`
    if (!measured && ((inside && number->value == 1) || is_year(*number))) return std::nullopt;
    Word first = std::min(head, number->first);
    Word last = std::max(head, number->last);
    Quantity quantity{number->value, number->unit, QuantityBound::exact, {}};
    if (quantity.unit.empty()) {
      if (const auto unit = unit_beside(*number)) {
        quantity.unit = unit->row->unit;
        first = std::min(first, unit->first);
        last = std::max(last, unit->last);
      } else if (!inside) {
        quantity.unit = counted(head);
      }
    }
    if (const auto bound = bound_beside(first, number->first, last)) {
      quantity.bound = bound->row->bound;
      first = std::min(first, bound->first);
      last = std::max(last, bound->last);
    }
    quantity.span = hull(tree_[first].span, tree_[last].span);
    return quantity;
  }

  /// The number that the head is, or that stands where the language has it.
  std::optional<NumberWords> number_of(Word head) const {
    if (const auto number = number_at(context_, head)) return number;
    const bool unit = is_unit(head);
    const bool behind = context_.lexicon().quantities().counts_behind();
    if (unit || behind) {
      if (const auto number = number_behind(head)) return number;
    }
    return unit || !behind ? number_before(head) : std::nullopt;
  }

  /// `34 young people`: nothing but what describes the noun stands between.
  std::optional<NumberWords> number_before(Word head) const {
    for (Word at = head; at-- > 0;) {
      if (const auto number = number_at(context_, at)) return belongs(*number, head) ? number : std::nullopt;
      const Token& token = tree_[at];
      const bool describes = tree_.head(at) == head && (token.upos == Upos::adj || token.deprel == Deprel::compound ||
                                                        token.deprel == Deprel::flat || is_unit(at));
      if (!describes && !unit_ending(at)) return std::nullopt;
    }
    return std::nullopt;
  }

  /// `watu hao wapatao 40`.
  std::optional<NumberWords> number_behind(Word head) const {
    for (Word at = head + 1; at < tree_.size(); ++at) {
      if (const auto number = number_at(context_, at)) return belongs(*number, head) ? number : std::nullopt;
      const Token& token = tree_[at];
      const bool describes = tree_.head(at) == head && (token.upos == Upos::adj || token.upos == Upos::det);
      const bool bound = bound_ending(at).has_value() || (quantity_word(context_, at) != nullptr);
      if (!describes && !bound) return std::nullopt;
    }
    return std::nullopt;
  }

  /// Whether the number is no other noun's: it hangs below the head or the head's verb.
  bool belongs(const NumberWords& number, Word head) const {
    for (Word at = number.first; at <= number.last; ++at) {
      if (at == head || tree_.is_below(at, head) || tree_.head(at) == tree_.head(head)) return true;
    }
    return false;
  }

  bool is_year(const NumberWords& number) const {
    constexpr double first_year = 1900;
    constexpr double last_year = 2099;
    const bool four_digits = number.first == number.last && tree_[number.first].form.size() == 4;
    return four_digits && number.value >= first_year && number.value <= last_year &&
           std::fmod(number.value, 100.0) != 0;
  }

  bool is_unit(Word word) const {
    const QuantityWord* row = quantity_word(context_, word);
    return row != nullptr && row->use == Use::unit;
  }

  const QuantityWord* row_of(Word first, Word last, Use use) const {
    if (first == last) {
      const QuantityWord* row = quantity_word(context_, first);
      return row != nullptr && row->use == use ? row : nullptr;
    }
    std::string words;
    for (Word at = first; at <= last; ++at) words += (at == first ? "" : " ") + fold_case(tree_[at].form);
    const QuantityWord* row = context_.lexicon().quantities().find(words);
    return row != nullptr && row->use == use ? row : nullptr;
  }
  std::optional<Found> ending(Word last, Use use) const {
    for (Word length = std::min(longest_row, last + 1); length > 0; --length) {
      if (const QuantityWord* row = row_of(last + 1 - length, last, use)) return Found{last + 1 - length, last, row};
    }
    return std::nullopt;
  }
  std::optional<Found> beginning(Word first, Use use) const {
    for (Word length = std::min(longest_row, tree_.size() - first); length > 0; --length) {
      if (const QuantityWord* row = row_of(first, first + length - 1, use))
        return Found{first, first + length - 1, row};
    }
    return std::nullopt;
  }
  std::optional<Found> unit_ending(Word last) const { return ending(last, Use::unit); }
  std::optional<Found> bound_ending(Word last) const { return ending(last, Use::bound); }

  std::optional<Found> unit_beside(const NumberWords& number) const {
    if (number.last + 1 < tree_.size()) {
      if (const auto unit = beginning(number.last + 1, Use::unit)) return unit;
    }
    return number.first > 0 ? unit_ending(number.first - 1) : std::nullopt;
  }

  /// `at least` before the whole or before the number, `or more` behind it.
  std::optional<Found> bound_beside(Word first, Word number, Word last) const {
    for (const Word at : {number, first}) {
      if (at == 0) continue;
      if (const auto bound = bound_ending(at - 1)) return bound;
    }
    return last + 1 < tree_.size() ? beginning(last + 1, Use::bound) : std::nullopt;
  }

  /// What is counted, in English where the lexicon has it.
  std::string counted(Word head) const {
    const Mention* mention = context_.mention(head);
    if (mention != nullptr && mention->kind != EntityKind::group) return {};
    const Upos upos = tree_[head].upos;
    if (upos != Upos::noun && upos != Upos::propn) return {};
    const NounEntry* noun = context_.noun(head);
    return noun != nullptr && !noun->gloss.empty() ? noun->gloss : tree_[head].lemma;
  }

  const SentenceContext& context_;
  const TreeView& tree_;
};

bool may_have_quantity(const SentenceContext& context, Word head) {
  if (context.lexicon().quantities().empty() || context.kind(head) == EntityKind::time) return false;
  if (context.tree()[head].upos == Upos::punct) return false;
  const Mention* mention = context.mention(head);
  return mention == nullptr || mention->kind == EntityKind::group || mention->kind == EntityKind::quantity;
}

}  // namespace

std::optional<Quantity> quantity_of(const SentenceContext& context, const Participant& participant) {
  const Mention* mention = participant.mention;
  const bool named = mention != nullptr && mention->kind != EntityKind::group && mention->kind != EntityKind::quantity;
  if (named || !may_have_quantity(context, participant.head)) return std::nullopt;
  return QuantityReader(context).read(participant.head);
}

void drop_parts_of_numbers(std::vector<Argument>& args) {
  const std::vector<Argument> all = args;
  std::erase_if(args, [&](const Argument& part) {
    return part.quantity && std::any_of(all.begin(), all.end(), [&](const Argument& whole) {
             const bool other = whole.quantity && !whole.core.overlaps(part.core);
             return other && whole.quantity->span.contains(part.core) && whole.quantity->value == part.quantity->value;
           });
  });
}

std::optional<Quantity> quantity_of_event(const SentenceContext& context, const Predicates& predicates,
                                          std::uint32_t event, std::span<const RoleFiller> fillers) {
  const TreeView& tree = context.tree();
  for (const Word child : tree.dependents(predicates.all()[event].word)) {
    const Deprel relation = tree[child].deprel;
    const bool oblique =
        relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::advmod || relation == Deprel::obj;
    if (!oblique || predicates.at(child) || !may_have_quantity(context, child)) continue;
    const bool told = std::any_of(fillers.begin(), fillers.end(), [&](const RoleFiller& filler) {
      return filler.participant.phrase.overlaps(tree[child].span);
    });
    if (told) continue;
    if (auto quantity = QuantityReader(context).read_measure(child)) return quantity;
  }
  return std::nullopt;
}

}  // namespace habari
