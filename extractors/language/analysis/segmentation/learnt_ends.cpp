#include "analysis/segmentation/learnt_ends.hpp"

#include <algorithm>

namespace habari::segmentation {
namespace {

using Range = Paragraph::Range;

/// Longer words look alike by their first or last characters: what is asked of each must not grow with its line.
constexpr std::size_t longest_look = 64;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6U) + (a >> 2U))) * 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 32U);
}

template <typename... Rest>
std::uint64_t mix(std::uint64_t a, std::uint64_t b, Rest... rest) {
  return mix(mix(a, b), rest...);
}

std::uint32_t kind(char32_t shape) {
  if (shape == 'x') return 0;
  if (shape == 'X') return 1;
  return shape == '0' ? 2 : 3;
}

bool is_alphanumeric(const Paragraph::Character& c) { return c.is_letter() || c.is_digit(); }

Range first_of(std::size_t begin, std::size_t end) { return {begin, std::min(end, begin + longest_look)}; }
Range last_of(std::size_t begin, std::size_t end) { return {end - std::min(end - begin, longest_look), end}; }

std::uint64_t word(const Paragraph& paragraph, Range range, std::uint64_t seed) {
  std::uint64_t h = 0xCBF29CE484222325ULL + seed;
  for (std::size_t i = range.begin; i < range.end; ++i) h = (h ^ paragraph[i].lower) * 0x100000001B3ULL;
  return mix(h, seed);
}

std::uint64_t shape(const Paragraph& paragraph, Range range, std::uint64_t seed) {
  std::uint64_t h = 0xCBF29CE484222325ULL + seed;
  char32_t previous = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (paragraph[i].shape == previous) continue;
    previous = paragraph[i].shape;
    h = (h ^ previous) * 0x100000001B3ULL;
  }
  return mix(h, seed);
}

/// What a chunk holds around one place: address signs, and how often the character there.
struct ChunkSigns {
  bool address = false;
  std::uint64_t same = 0;
};

ChunkSigns find_signs(const Paragraph& paragraph, Range chunk, char32_t value) {
  ChunkSigns signs;
  for (std::size_t i = chunk.begin; i < chunk.end && i < chunk.begin + longest_look; ++i) {
    const char32_t c = paragraph[i].value;
    const bool slash_follows = i + 1 < chunk.end && paragraph[i + 1].value == '/';
    signs.address = signs.address || c == '@' || c == '/' || (c == ':' && i > chunk.begin && slash_follows);
    signs.same += c == value ? 1 : 0;
  }
  return signs;
}

/// Which quotation marks and brackets are open behind piece `at`, as far as they stand alone.
std::uint64_t open_signs(const Paragraph& paragraph, const std::vector<Range>& pieces, std::size_t begin,
                         std::size_t at) {
  constexpr std::size_t most_pieces = 80;
  std::uint64_t open = 0;
  for (std::size_t i = at + 1 < most_pieces + begin ? begin : at + 1 - most_pieces; i <= at; ++i) {
    if (pieces[i].size() != 1) continue;
    const char32_t c = paragraph[pieces[i].begin].value;
    if (c == '"') open ^= 1U;
    if (c == '(' || c == '[') open |= 2U;
    if (c == ')' || c == ']') open &= ~std::uint64_t{2};
    if (c == 0x201C || c == 0xAB) open |= 4U;
    if (c == 0x201D || c == 0xBB) open &= ~std::uint64_t{4};
  }
  return open;
}

}  // namespace

std::uint32_t pair_class(char32_t before, char32_t after) { return kind(before) * 4 + kind(after); }

void token_features(const Paragraph& paragraph, std::size_t chunk_number, std::size_t piece_begin, std::size_t at,
                    std::vector<std::uint64_t>& out) {
  const std::vector<Range>& chunks = paragraph.chunks();
  const Range chunk = chunks[chunk_number];
  const auto exact = [&](std::size_t i) -> std::uint64_t {
    return i >= chunk.begin && i < chunk.end ? paragraph[i].value : 0;
  };
  const auto shaped = [&](std::size_t i) -> std::uint64_t {
    return i >= chunk.begin && i < chunk.end ? paragraph[i].shape : 0;
  };
  const auto plain = [&](std::size_t i) -> std::uint64_t {
    return i >= chunk.begin && i < chunk.end ? paragraph[i].lower : 0;
  };
  const bool last_chunk = chunk_number + 1 == chunks.size();
  const std::uint64_t next = last_chunk ? 1 : paragraph[chunks[chunk_number + 1].begin].shape;
  // An ordinary word in capitals behind a full stop begins a sentence, a name may follow its initials.
  const Range follower = last_chunk ? Range{} : chunks[chunk_number + 1];
  const Range look{follower.begin, std::min(follower.end, follower.begin + 12)};
  const std::uint64_t next_word = word(paragraph, look, 24);
  const std::uint64_t next_shape = shape(paragraph, look, 25);
  const std::size_t left = std::min<std::size_t>(at - piece_begin, 12);
  const std::size_t right = std::min<std::size_t>(chunk.end - at, 8);
  // A chunk that looks like an initial or a number says what the next one's full stop is for.
  const std::uint64_t before =
      chunk_number == 0 ? 1
                        : shape(paragraph, first_of(chunks[chunk_number - 1].begin, chunks[chunk_number - 1].end), 22);
  const std::uint64_t left_length = std::min<std::size_t>(left, 4);
  const std::uint64_t right_length = std::min<std::size_t>(right, 4);
  const ChunkSigns signs = find_signs(paragraph, chunk, paragraph[at].value);
  const Range left_word{at - left, at};
  const Range right_word{at, at + right};
  const Range piece = last_of(piece_begin, at);
  const Range rest = first_of(at, chunk.end);
  const std::uint64_t pair = mix(exact(at - 1), exact(at));
  out.assign({
      mix(1, 0),
      mix(2, pair),
      mix(3, pair, exact(at - 2)),
      mix(4, pair, exact(at + 1)),
      mix(5, pair, shaped(at - 2), shaped(at + 1)),
      mix(6, mix(shaped(at - 3), shaped(at - 2), shaped(at - 1)), mix(shaped(at), shaped(at + 1), shaped(at + 2))),
      mix(7, word(paragraph, left_word, 7), exact(at)),
      mix(8, word(paragraph, right_word, 8), shaped(at - 1)),
      mix(9, word(paragraph, left_word, 9), word(paragraph, right_word, 9)),
      mix(10, shape(paragraph, piece, 10), shape(paragraph, rest, 10)),
      mix(11, shape(paragraph, piece, 11), exact(at), right_length),
      mix(12, pair, right_length, next),
      mix(13, shape(paragraph, rest, 13), next, exact(at)),
      mix(14, signs.address ? 1 : 0, pair),
      mix(15, std::min<std::uint64_t>(signs.same, 4), exact(at), right_length),
      mix(16, word(paragraph, left_word, 16), mix(exact(at), right_length, next)),
      mix(17, left_length, shaped(at - 1), mix(exact(at), right_length, next)),
      mix(18, pair, left_length, right_length),
      mix(19, word(paragraph, right_word, 19), next),
      mix(20, before, shape(paragraph, piece, 20), mix(exact(at), right_length, next)),
      mix(21, plain(at - 1), plain(at), mix(plain(at + 1), shape(paragraph, piece, 21))),
      mix(22, shape(paragraph, piece, 22), mix(exact(at), left_length, right_length), next_word),
      mix(23, shape(paragraph, piece, 23), mix(exact(at), left_length, right_length), mix(before, next_shape)),
  });
}

void sentence_features(const Paragraph& paragraph, const std::vector<Range>& pieces, std::size_t sentence_begin,
                       std::size_t at, std::vector<std::uint64_t>& out) {
  const auto text = [&](std::size_t i, std::uint64_t seed) {
    return i >= sentence_begin && i < pieces.size() ? word(paragraph, pieces[i], seed) : seed;
  };
  const auto look = [&](std::size_t i, std::uint64_t seed) {
    return i >= sentence_begin && i < pieces.size() ? shape(paragraph, pieces[i], seed) : seed;
  };
  const auto& next = pieces[at + 1];
  const std::uint64_t gap = pieces[at].end == next.begin ? 0 : std::min<std::uint64_t>(next.begin - pieces[at].end, 2);
  const std::uint64_t first = paragraph[next.begin].shape;
  std::uint64_t length = at + 1 - sentence_begin;
  if (length > 3) length = length <= 6 ? 4 : (length <= 12 ? 5 : (length <= 25 ? 6 : 7));
  const std::uint64_t open = open_signs(paragraph, pieces, sentence_begin, at);
  const std::uint64_t here = text(at, 1);
  const std::uint64_t before = text(at - 1, 2);
  const std::uint64_t after = text(at + 1, 3);
  const std::uint64_t here_shape = look(at, 4);
  const std::uint64_t before_shape = look(at - 1, 5);
  const std::uint64_t after_shape = look(at + 1, 6);
  const std::uint64_t here_length = std::min<std::size_t>(pieces[at].end - pieces[at].begin, 4);
  // Of a word that keeps its full stop, what follows tells most: an ordinary word in capitals begins a sentence.
  const bool abbreviated =
      here_length > 1 && paragraph[pieces[at].end - 1].value == '.' && is_alphanumeric(paragraph[pieces[at].begin]);
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

bool LearntEnds::token_ends(const Paragraph& paragraph, std::size_t chunk, std::size_t piece_begin,
                            std::size_t at) const {
  const std::uint32_t pair = pair_class(paragraph[at - 1].shape, paragraph[at].shape);
  if ((splitting_pairs_ >> pair & 1U) == 0) return false;
  thread_local std::vector<std::uint64_t> features;
  token_features(paragraph, chunk, piece_begin, at, features);
  return tokens_.decide(features);
}

bool LearntEnds::sentence_ends(const Paragraph& paragraph, const std::vector<Range>& pieces, std::size_t sentence_begin,
                               std::size_t at) const {
  thread_local std::vector<std::uint64_t> features;
  sentence_features(paragraph, pieces, sentence_begin, at, features);
  return sentences_.decide(features);
}

}  // namespace habari::segmentation
