#include "analysis/learned/paragraph.hpp"

#include "analysis/learned/word_features.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace habari::learned {
namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6U) + (a >> 2U))) * 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 32U);
}

template <typename... Rest>
std::uint64_t mix(std::uint64_t a, std::uint64_t b, Rest... rest) {
  return mix(mix(a, b), rest...);
}

bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(static_cast<UChar32>(c));
}

Paragraph::Character describe(char32_t c, std::uint32_t offset) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return {c, c + 32, 'X', offset, false};
    if (c >= 'a' && c <= 'z') return {c, c, 'x', offset, false};
    if (c >= '0' && c <= '9') return {c, '0', '0', offset, false};
    return {c, plain_quote(c), c, offset, false};
  }
  const auto point = static_cast<UChar32>(c);
  const auto lower = static_cast<char32_t>(u_tolower(point));
  if (u_isUUppercase(point)) return {c, lower, 'X', offset, false};
  if (u_isalpha(point)) return {c, lower, 'x', offset, false};
  if (u_isdigit(point)) return {c, '0', '0', offset, false};
  // Marks belong to the letter before them.
  if ((U_GET_GC_MASK(point) & U_GC_M_MASK) != 0) return {c, lower, 'x', offset, false};
  return {c, plain_quote(lower), c, offset, false};
}

bool is_alphanumeric(const Paragraph::Character& c) { return c.shape == 'x' || c.shape == 'X' || c.shape == '0'; }

/// Whether a web address may hold the character (RFC 3986, and letters of any script).
bool may_stand_in_address(const Paragraph::Character& c) {
  constexpr std::u32string_view signs = U"-._~:/?#[]@!$&'()*+,;=%";
  return is_alphanumeric(c) || signs.find(c.value) != std::u32string_view::npos;
}

/// Whether the sentence, not the address, owns the character where it stands at the address' end.
bool ends_sentence_part(char32_t c) {
  return std::u32string_view(U".,;:!?'()[]*").find(c) != std::u32string_view::npos;
}

std::uint32_t kind(char32_t shape) {
  if (shape == 'x') return 0;
  if (shape == 'X') return 1;
  return shape == '0' ? 2 : 3;
}

}  // namespace

std::uint32_t pair_class(char32_t before, char32_t after) { return kind(before) * 4 + kind(after); }

void Paragraph::assign(std::string_view paragraph, std::uint32_t offset) {
  characters_.clear();
  chunks_.clear();
  size_ = offset + static_cast<std::uint32_t>(paragraph.size());
  std::size_t at = 0;
  bool inside = false;
  while (at < paragraph.size()) {
    const auto begin = static_cast<std::uint32_t>(at);
    char32_t c = static_cast<unsigned char>(paragraph[at]);
    if (c < 0x80) {
      ++at;
    } else {
      UChar32 point = 0;
      U8_NEXT_UNSAFE(paragraph.data(), at, point);
      c = static_cast<char32_t>(point);
    }
    const bool space = is_space(c);
    if (!space && !inside) chunks_.push_back({characters_.size(), 0});
    if (space && inside) chunks_.back().end = characters_.size();
    inside = !space;
    characters_.push_back(describe(c, offset + begin));
  }
  if (inside) chunks_.back().end = characters_.size();
  for (const Chunk& chunk : chunks_) mark_addresses(chunk);
}

void Paragraph::mark_addresses(Chunk chunk) {
  const auto stands = [&](std::size_t at, std::u32string_view text) {
    if (at + text.size() > chunk.end) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (characters_[at + i].lower != text[i]) return false;
    }
    return true;
  };
  const auto is_letter = [&](std::size_t at) {
    return at < chunk.end && (characters_[at].shape == 'x' || characters_[at].shape == 'X');
  };
  for (std::size_t at = chunk.begin; at < chunk.end; ++at) {
    if (at > chunk.begin && is_alphanumeric(characters_[at - 1])) continue;
    std::size_t scheme = at;
    while (is_letter(scheme)) ++scheme;
    std::size_t end = at;
    if ((scheme > at + 1 && stands(scheme, U"://")) || stands(at, U"www.")) {
      while (end < chunk.end && may_stand_in_address(characters_[end])) ++end;
      while (end > at && ends_sentence_part(characters_[end - 1].value)) --end;
    } else if ((characters_[at].value == '@' || characters_[at].value == '#') && is_letter(at + 1)) {
      ++end;
      while (end < chunk.end && (is_alphanumeric(characters_[end]) || characters_[end].value == '_')) ++end;
    }
    for (std::size_t i = at + 1; i < end; ++i) characters_[i].in_address = true;
    at = std::max(at, end == at ? at : end - 1);
  }
}

std::uint64_t Paragraph::word(std::size_t begin, std::size_t end, std::uint64_t seed) const {
  std::uint64_t h = 0xCBF29CE484222325ULL + seed;
  for (std::size_t i = begin; i < end; ++i) h = (h ^ characters_[i].lower) * 0x100000001B3ULL;
  return mix(h, seed);
}

std::uint64_t Paragraph::shape(std::size_t begin, std::size_t end, std::uint64_t seed) const {
  std::uint64_t h = 0xCBF29CE484222325ULL + seed;
  char32_t previous = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (characters_[i].shape == previous) continue;
    previous = characters_[i].shape;
    h = (h ^ previous) * 0x100000001B3ULL;
  }
  return mix(h, seed);
}

void Paragraph::split_features(std::size_t chunk_number, std::size_t piece_begin, std::size_t at,
                               std::vector<std::uint64_t>& out) const {
  const Chunk& chunk = chunks_[chunk_number];
  const auto exact = [&](std::size_t i) -> std::uint64_t {
    return i >= chunk.begin && i < chunk.end ? characters_[i].value : 0;
  };
  const auto shaped = [&](std::size_t i) -> std::uint64_t {
    return i >= chunk.begin && i < chunk.end ? characters_[i].shape : 0;
  };
  const auto plain = [&](std::size_t i) -> std::uint64_t {
    return i >= chunk.begin && i < chunk.end ? characters_[i].lower : 0;
  };
  const bool last_chunk = chunk_number + 1 == chunks_.size();
  const std::uint64_t next = last_chunk ? 1 : characters_[chunks_[chunk_number + 1].begin].shape;
  // An ordinary word in capitals behind a full stop begins a sentence, a name may follow its initials.
  const Chunk follower = last_chunk ? Chunk{} : chunks_[chunk_number + 1];
  const std::uint64_t next_word = word(follower.begin, std::min(follower.end, follower.begin + 12), 24);
  const std::uint64_t next_shape = shape(follower.begin, std::min(follower.end, follower.begin + 12), 25);
  const std::size_t left = std::min<std::size_t>(at - piece_begin, 12);
  const std::size_t right = std::min<std::size_t>(chunk.end - at, 8);
  // A chunk that looks like an initial or a number says what the next one's full stop is for.
  const std::uint64_t before =
      chunk_number == 0 ? 1 : shape(chunks_[chunk_number - 1].begin, chunks_[chunk_number - 1].end, 22);
  const std::uint64_t left_length = std::min<std::size_t>(left, 4);
  const std::uint64_t right_length = std::min<std::size_t>(right, 4);
  bool address = false;
  std::uint64_t stops = 0;
  for (std::size_t i = chunk.begin; i < chunk.end && i < chunk.begin + 64; ++i) {
    address =
        address || exact(i) == '@' || exact(i) == '/' || (exact(i) == ':' && i > chunk.begin && exact(i + 1) == '/');
    stops += exact(i) == exact(at) ? 1 : 0;
  }
  const std::uint64_t pair = mix(exact(at - 1), exact(at));
  out.assign({
      mix(1, 0),
      mix(2, pair),
      mix(3, pair, exact(at - 2)),
      mix(4, pair, exact(at + 1)),
      mix(5, pair, shaped(at - 2), shaped(at + 1)),
      mix(6, mix(shaped(at - 3), shaped(at - 2), shaped(at - 1)), mix(shaped(at), shaped(at + 1), shaped(at + 2))),
      mix(7, word(at - left, at, 7), exact(at)),
      mix(8, word(at, at + right, 8), shaped(at - 1)),
      mix(9, word(at - left, at, 9), word(at, at + right, 9)),
      mix(10, shape(piece_begin, at, 10), shape(at, chunk.end, 10)),
      mix(11, shape(piece_begin, at, 11), exact(at), right_length),
      mix(12, pair, right_length, next),
      mix(13, shape(at, chunk.end, 13), next, exact(at)),
      mix(14, address ? 1 : 0, pair),
      mix(15, std::min<std::uint64_t>(stops, 4), exact(at), right_length),
      mix(16, word(at - left, at, 16), mix(exact(at), right_length, next)),
      mix(17, left_length, shaped(at - 1), mix(exact(at), right_length, next)),
      mix(18, pair, left_length, right_length),
      mix(19, word(at, at + right, 19), next),
      mix(20, before, shape(piece_begin, at, 20), mix(exact(at), right_length, next)),
      mix(21, plain(at - 1), plain(at), mix(plain(at + 1), shape(piece_begin, at, 21))),
      mix(22, shape(piece_begin, at, 22), mix(exact(at), left_length, right_length), next_word),
      mix(23, shape(piece_begin, at, 23), mix(exact(at), left_length, right_length), mix(before, next_shape)),
  });
}

void Paragraph::end_features(const std::vector<Piece>& pieces, std::size_t sentence_begin, std::size_t at,
                             std::vector<std::uint64_t>& out) const {
  const auto text = [&](std::size_t i, std::uint64_t seed) {
    return i >= sentence_begin && i < pieces.size() ? word(pieces[i].begin, pieces[i].end, seed) : seed;
  };
  const auto look = [&](std::size_t i, std::uint64_t seed) {
    return i >= sentence_begin && i < pieces.size() ? shape(pieces[i].begin, pieces[i].end, seed) : seed;
  };
  const auto& next = pieces[at + 1];
  const std::uint64_t gap = pieces[at].end == next.begin ? 0 : std::min<std::uint64_t>(next.begin - pieces[at].end, 2);
  const std::uint64_t first = characters_[next.begin].shape;
  std::uint64_t length = at + 1 - sentence_begin;
  if (length > 3) length = length <= 6 ? 4 : (length <= 12 ? 5 : (length <= 25 ? 6 : 7));
  std::uint64_t open = 0;
  for (std::size_t i = at + 1 < 80 + sentence_begin ? sentence_begin : at - 79; i <= at; ++i) {
    const char32_t c = characters_[pieces[i].begin].value;
    if (pieces[i].end - pieces[i].begin != 1) continue;
    if (c == '"') open ^= 1U;
    if (c == '(' || c == '[') open |= 2U;
    if (c == ')' || c == ']') open &= ~std::uint64_t{2};
    if (c == 0x201C || c == 0xAB) open |= 4U;
    if (c == 0x201D || c == 0xBB) open &= ~std::uint64_t{4};
  }
  const std::uint64_t here = text(at, 1);
  const std::uint64_t before = text(at - 1, 2);
  const std::uint64_t after = text(at + 1, 3);
  const std::uint64_t here_shape = look(at, 4);
  const std::uint64_t before_shape = look(at - 1, 5);
  const std::uint64_t after_shape = look(at + 1, 6);
  const std::uint64_t here_length = std::min<std::size_t>(pieces[at].end - pieces[at].begin, 4);
  // Of a word that keeps its full stop, what follows tells most: an ordinary word in capitals begins a sentence.
  const bool abbreviated =
      here_length > 1 && characters_[pieces[at].end - 1].value == '.' && is_alphanumeric(characters_[pieces[at].begin]);
  const std::uint64_t before_length =
      at > sentence_begin ? std::min<std::size_t>(pieces[at - 1].end - pieces[at - 1].begin, 4) : 0;
  out.assign({
      mix(31, 0),
      mix(32, here),
      mix(33, here, after_shape, gap),
      mix(34, here, after),
      mix(35, before, here),
      mix(36, before, here, first),
      mix(37, before_shape, here, after_shape),
      mix(38, here_shape, after),
      mix(39, here_shape, after_shape, gap),
      mix(40, after, text(at + 2, 7)),
      mix(41, length, here, first),
      mix(42, length, here_shape, after_shape),
      mix(43, open, here, first),
      mix(44, open, here_shape, after_shape, gap),
      mix(45, here_shape, here_length, before_shape, first),
      mix(46, before_length, before_shape, here, first),
      mix(47, after_shape, look(at + 2, 8), here),
      mix(48, after, look(at + 2, 9), here_shape),
      mix(49, look(at - 2, 10), before_shape, here, first),
      mix(50, text(at - 2, 11), before, here),
      mix(51, here, after, gap, before_shape),
      abbreviated ? mix(52, after, after_shape) : 52,
  });
}

}  // namespace habari::learned
