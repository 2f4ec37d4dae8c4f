#include "analysis/segmentation/segmenter.hpp"

#include "analysis/segmentation/plain_ends.hpp"
#include "analysis/segmentation/repairs.hpp"
#include "analysis/segmentation/stops.hpp"
#include "analysis/segmentation/units.hpp"

#include <algorithm>
#include <utility>

namespace habari::segmentation {
namespace {

/// Where the paragraph that begins at `at` ends: the line's end, or white space (else any character) at the limit of
/// what is taken apart in one piece.
std::size_t paragraph_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_paragraph = 1U << 16U;
  const std::string_view window = text.substr(at, longest_paragraph);
  const std::size_t line = window.find('\n');
  if (line != std::string_view::npos) return at + line;
  if (at + window.size() == text.size()) return text.size();
  const std::size_t space = window.rfind(' ');
  if (space != std::string_view::npos && space > 0) return at + space;
  std::size_t end = at + window.size();
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace

Segmenter::Segmenter(Tables tables, std::shared_ptr<const WordJudge> words)
    : tables_(std::move(tables)), words_(std::move(words)) {}

Segmenter::Segmenter(Tables tables, std::shared_ptr<const WordJudge> words,
                     std::shared_ptr<const learned::ModelFile> model)
    : tables_(std::move(tables)), words_(std::move(words)), model_(std::move(model)) {
  if (!LearntEnds::is_in(*model_)) return;
  learnt_.emplace(*model_);
  multiwords_.emplace(*model_);
}

void mark_by_rule(Paragraph& paragraph, const Tables& tables, const WordJudge* words, bool rules_alone) {
  mark_units(paragraph);
  StopMarker(tables, words, rules_alone).mark(paragraph);
  if (words != nullptr) mark_glued_words(paragraph, *words);
}

bool Segmenter::token_ends(const Paragraph& paragraph, std::size_t chunk, std::size_t piece_begin,
                           std::size_t at) const {
  if (paragraph[at].has(mark_inside)) return false;
  if (paragraph[at].has(mark_begins)) return true;
  return learnt_ ? learnt_->token_ends(paragraph, chunk, piece_begin, at)
                 : token_ends_plainly(paragraph, paragraph.chunks()[chunk], at);
}

void Segmenter::split(const Paragraph& paragraph, std::vector<Paragraph::Range>& pieces) const {
  pieces.clear();
  for (std::size_t c = 0; c < paragraph.chunks().size(); ++c) {
    const Paragraph::Range chunk = paragraph.chunks()[c];
    std::size_t begin = chunk.begin;
    for (std::size_t at = chunk.begin + 1; at < chunk.end; ++at) {
      if (!token_ends(paragraph, c, begin, at)) continue;
      pieces.push_back({begin, at});
      begin = at;
    }
    pieces.push_back({begin, chunk.end});
  }
}

bool Segmenter::sentence_ends(const Paragraph& paragraph, const std::vector<Paragraph::Range>& pieces,
                              std::size_t begin, std::size_t at) const {
  if (at + 1 == pieces.size() || at + 1 - begin >= longest_sentence) return true;
  const Paragraph::Character& last = paragraph[pieces[at].end - 1];
  if (last.has(mark_goes_on)) return false;
  if (last.has(mark_completes)) return true;
  return learnt_ ? learnt_->sentence_ends(paragraph, pieces, begin, at)
                 : sentence_ends_plainly(paragraph, pieces, begin, at);
}

void Segmenter::add_words(const Paragraph& paragraph, Paragraph::Range piece, std::vector<std::string>& words,
                          Sentence& sentence) const {
  const std::string form = paragraph.form(piece);
  if (multiwords_) {
    multiwords_->expand(form, words);
  } else {
    words.assign(1, form);
  }
  for (std::string& word : words) {
    Token& token = sentence.tokens.emplace_back();
    token.span = paragraph.span(piece);
    token.form = std::move(word);
  }
}

void Segmenter::finish(Sentence& sentence, std::string_view text, std::vector<Sentence>& sentences) const {
  sentence.span = {sentence.tokens.front().span.begin, sentence.tokens.back().span.end};
  if (words_) join_torn_words(sentence, text, *words_);
  sentences.push_back(std::exchange(sentence, {}));
}

std::vector<Sentence> Segmenter::segment(std::string_view text) const {
  std::vector<Sentence> sentences;
  Sentence sentence;
  Paragraph paragraph;
  std::vector<Paragraph::Range> pieces;
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = paragraph_end(text, at);
    paragraph.assign(text.substr(at, end - at), static_cast<std::uint32_t>(at));
    at = end < text.size() && (text[end] == '\n' || text[end] == ' ') ? end + 1 : end;
    mark_by_rule(paragraph, tables_, words_.get(), !learnt_);
    split(paragraph, pieces);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      add_words(paragraph, pieces[i], words, sentence);
      if (!sentence_ends(paragraph, pieces, begin, i)) continue;
      finish(sentence, text, sentences);
      begin = i + 1;
    }
  }
  return sentences;
}

}  // namespace habari::segmentation
