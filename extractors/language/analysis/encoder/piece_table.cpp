#include "analysis/encoder/piece_table.hpp"

#include "analysis/encoder/layout.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace habari::encoder {
namespace {

constexpr std::string_view word_mark = "\xE2\x96\x81";  // U+2581, in pieces the white space before a word.
constexpr float unknown_penalty = 10.0F;
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The word's first bytes, whole characters.
std::string_view prefix(std::string_view word, std::size_t longest) {
  if (word.size() <= longest) return word;
  std::size_t end = longest;
  while (end > 0 && continues(word[end])) --end;
  return word.substr(0, end);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

/// The bytes of the character at `at`.
std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && continues(text[end])) ++end;
  return end - at;
}

/// Appends NFKC of `word` to `out`.
void append_normal(std::string_view word, std::string& out) {
  if (is_ascii(word)) {
    out += word;
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::StringByteSink<std::string> sink(&out);
  if (U_FAILURE(status)) throw std::runtime_error("ICU without normalization data");
  nfkc->normalizeUTF8(0, {word.data(), static_cast<std::int32_t>(word.size())}, sink, nullptr, status);
}

}  // namespace

PieceTable::PieceTable(const learned::ModelFile& file, std::size_t pieces)
    : text_(file.section(section::piece_text)),
      ends_(file.values<std::uint32_t>(section::piece_ends, pieces)),
      scores_(file.values<float>(section::piece_scores, pieces)) {
  check(file);
  std::size_t number = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    starts_[byte] = static_cast<std::uint32_t>(number);
    while (number < ends_.size() && static_cast<unsigned char>(piece(number)[0]) == byte) ++number;
  }
  starts_[256] = static_cast<std::uint32_t>(number);
  unknown_score_ = *std::min_element(scores_.begin(), scores_.end()) - unknown_penalty;
}

void PieceTable::check(const learned::ModelFile& file) const {
  const auto damaged = [&] { file.fail("model is damaged: its pieces"); };
  if (ends_.empty() || ends_.back() != text_.size()) damaged();
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    if (ends_[i] <= (i == 0 ? 0 : ends_[i - 1]) || ends_[i] > text_.size()) damaged();
    if (i > 0 && piece(i - 1) >= piece(i)) damaged();
    if (!(std::abs(scores_[i]) <= 1e6F)) damaged();
  }
}

std::string_view PieceTable::piece(std::size_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return text_.substr(begin, ends_[number] - begin);
}

PieceTable::Range PieceTable::narrow(Range range, std::size_t at, char byte) const {
  const auto wanted = static_cast<unsigned char>(byte);
  const auto byte_of = [&](std::uint32_t number) { return static_cast<unsigned char>(piece(number)[at]); };
  const auto first_not = [range](std::uint32_t low, auto is_before) {
    for (std::uint32_t high = range.high; low < high;) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (is_before(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  const std::uint32_t low = first_not(range.low, [&](std::uint32_t number) { return byte_of(number) < wanted; });
  return {low, first_not(low, [&](std::uint32_t number) { return byte_of(number) == wanted; })};
}

void PieceTable::offer_pieces(std::size_t begin, Workspace& workspace) const {
  const std::string_view text = workspace.normal;
  const auto offer = [&](std::size_t size, std::uint32_t number, float score) {
    const float sum = workspace.steps[begin].score + score;
    Workspace::Step& end = workspace.steps[begin + size];
    if (end.begin == nowhere || sum > end.score) end = {sum, static_cast<std::uint32_t>(begin), number};
  };
  const std::size_t character = character_size(text, begin);
  const auto first = static_cast<unsigned char>(text[begin]);
  bool is_known = false;
  Range range{starts_[first], starts_[first + 1U]};  // The pieces that begin like the text, `size` bytes long or more.
  for (std::size_t size = 1; range.low < range.high; ++size) {
    if (piece(range.low).size() == size) {
      offer(size, range.low, scores_[range.low]);
      is_known = is_known || size == character;
      ++range.low;
    }
    if (begin + size == text.size()) break;
    range = narrow(range, size, text[begin + size]);
  }
  if (!is_known) offer(character, unknown(), unknown_score_);
}

void PieceTable::cut(std::string_view word, bool glued, Workspace& workspace,
                     std::vector<std::uint32_t>& pieces) const {
  workspace.normal.assign(glued ? std::string_view() : word_mark);
  append_normal(prefix(word, longest_word), workspace.normal);
  workspace.steps.assign(workspace.normal.size() + 1, {0, nowhere, 0});
  for (std::size_t at = 0; at < workspace.normal.size(); at += character_size(workspace.normal, at)) {
    offer_pieces(at, workspace);
  }
  const std::size_t first = pieces.size();
  for (std::size_t end = workspace.normal.size(); end > 0; end = workspace.steps[end].begin) {
    pieces.push_back(workspace.steps[end].piece);
  }
  if (pieces.size() == first) pieces.push_back(unknown());
  std::reverse(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end());
  if (pieces.size() - first > most_pieces) pieces.resize(first + most_pieces);
}

}  // namespace habari::encoder
