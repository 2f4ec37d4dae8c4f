#include "analysis/learned/segmenter.hpp"

#include <algorithm>

namespace habari::learned {

Segmenter::Segmenter(const ModelFile& file)
    : splitting_pairs_(file.values<std::uint32_t>("split.pairs", 1)[0]),
      token_ends_(file, "split.tokens"),
      sentence_ends_(file, "split.sentences") {}

void Segmenter::split(const Paragraph& paragraph, std::uint32_t splitting_pairs, const LinearModel& model,
                      std::vector<Paragraph::Piece>& pieces) {
  pieces.clear();
  std::vector<std::uint64_t> features;
  const auto& characters = paragraph.characters();
  for (std::size_t c = 0; c < paragraph.chunks().size(); ++c) {
    const Paragraph::Chunk& chunk = paragraph.chunks()[c];
    std::size_t begin = chunk.begin;
    for (std::size_t at = chunk.begin + 1; at < chunk.end; ++at) {
      const std::uint32_t pair = pair_class(characters[at - 1].shape, characters[at].shape);
      if ((splitting_pairs >> pair & 1U) == 0 || characters[at].in_address) continue;
      paragraph.split_features(c, begin, at, features);
      if (!model.decide(features)) continue;
      pieces.push_back({begin, at});
      begin = at;
    }
    pieces.push_back({begin, chunk.end});
  }
}

namespace {

/// Where the paragraph that begins at `at` ends: the line's end, or white space (else any character) at the limit of
/// what is taken apart in one piece.
std::size_t paragraph_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_paragraph = 1U << 16U;
  const std::size_t line = std::min(text.find('\n', at), text.size());
  if (line - at <= longest_paragraph) return line;
  std::size_t end = at + longest_paragraph;
  const std::size_t space = text.rfind(' ', end);
  if (space != std::string_view::npos && space > at) return space;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace

void Segmenter::segment(std::string_view text, Result& result) const {
  result.tokens.clear();
  result.sentence_ends.clear();
  Paragraph paragraph;
  std::vector<Paragraph::Piece> pieces;
  std::vector<std::uint64_t> features;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = paragraph_end(text, at);
    paragraph.assign(text.substr(at, end - at), static_cast<std::uint32_t>(at));
    at = end < text.size() && (text[end] == '\n' || text[end] == ' ') ? end + 1 : end;
    split(paragraph, splitting_pairs_, token_ends_, pieces);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      result.tokens.push_back(paragraph.span(pieces[i]));
      bool ends = i + 1 == pieces.size() || i + 1 - begin >= longest_sentence;
      if (!ends) {
        paragraph.end_features(pieces, begin, i, features);
        ends = sentence_ends_.decide(features);
      }
      if (!ends) continue;
      result.sentence_ends.push_back(result.tokens.size());
      begin = i + 1;
    }
  }
}

std::vector<Sentence> cut(std::string_view text, const Segmenter& segmenter, const MultiwordTable& multiwords) {
  thread_local Segmenter::Result segments;
  thread_local std::vector<std::string> words;
  segmenter.segment(text, segments);
  std::vector<Sentence> sentences;
  sentences.reserve(segments.sentence_ends.size());
  std::size_t at = 0;
  for (const std::size_t end : segments.sentence_ends) {
    Sentence& sentence = sentences.emplace_back();
    sentence.span = {segments.tokens[at].begin, segments.tokens[end - 1].end};
    sentence.tokens.reserve(end - at + 2);
    for (; at < end; ++at) {
      multiwords.expand(slice(text, segments.tokens[at]), words);
      for (std::string& word : words) {
        Token& token = sentence.tokens.emplace_back();
        token.span = segments.tokens[at];
        token.form = std::move(word);
      }
    }
  }
  return sentences;
}

}  // namespace habari::learned
