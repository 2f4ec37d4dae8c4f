#include "frames/datelines.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace habari {
namespace {

constexpr Word longest_dateline = 14;
constexpr std::array<std::string_view, 5> dashes{"–", "—", "-", "--", "―"};
constexpr std::int32_t shortest_capitals = 3;

bool is_dash(const Token& token) { return std::find(dashes.begin(), dashes.end(), token.form) != dashes.end(); }

bool is_in_capitals(std::string_view form) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(form.data(), static_cast<std::int32_t>(form.size())));
  if (text.length() < shortest_capitals) return false;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (u_islower(text[i]) || u_isdigit(text[i])) return false;
  }
  return true;
}

bool is_place_name(const SentenceContext& context, Word word) {
  const Mention* mention = context.mention(word);
  return mention != nullptr && is_place(mention->kind);
}

/// What a dateline is made of: names, dates, brackets.
bool may_belong(const SentenceContext& context, Word word) {
  const Token& token = context.tree()[word];
  switch (token.upos) {
    case Upos::propn:
    case Upos::num:
    case Upos::punct:
    case Upos::sym:
      return true;
    default:
      return context.mention(word) != nullptr || is_in_capitals(token.form);
  }
}

}  // namespace

Word find_dateline_end(const SentenceContext& context) {
  const TreeView& tree = context.tree();
  if (tree.size() < 3) return 0;
  const bool capitals = is_in_capitals(tree[0].form);
  if (!is_place_name(context, 0) && !(capitals && tree[0].upos == Upos::propn)) return 0;
  bool dated = false;
  bool bracketed = false;
  for (Word word = 0; word + 1 < tree.size() && word < longest_dateline; ++word) {
    const Token& token = tree[word];
    const bool dash = is_dash(token) && token.span.begin > tree[word - (word > 0 ? 1 : 0)].span.end;
    if (word > 0 && dash && (capitals || dated || bracketed)) return word + 1;
    if (word > 0 && token.form == ":" && dated) return word + 1;
    if (!may_belong(context, word)) return 0;
    bracketed = bracketed || token.form == "(";
    const Mention* mention = context.mention(word);
    dated = dated || (mention != nullptr && mention->kind == EntityKind::time && !mention->value.empty());
  }
  return 0;
}

}  // namespace habari
