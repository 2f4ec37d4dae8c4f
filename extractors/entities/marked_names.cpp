#include "entities/marked_names.hpp"

#include "entities/word_key.hpp"

#include <algorithm>

namespace habari {
namespace {

/// Where a word's own characters stand: words of a multiword token share its span.
Span own_span(std::string_view text, const Sentence& sentence, std::uint32_t number) {
  const Token& token = sentence.tokens[number];
  const auto shares = [&](std::uint32_t other) { return sentence.tokens[other].span == token.span; };
  std::uint32_t first = number;
  while (first > 0 && shares(first - 1)) --first;
  const bool is_alone = first == number && (number + 1 == sentence.tokens.size() || !shares(number + 1));
  if (is_alone) return token.span;
  std::uint32_t begin = token.span.begin;
  for (std::uint32_t i = first; i <= number; ++i) {
    const std::string& form = sentence.tokens[i].form;
    const auto end = begin + static_cast<std::uint32_t>(form.size());
    if (end > token.span.end || slice(text, {begin, end}) != form) return token.span;
    if (i == number) return {begin, end};
    begin = end;
  }
  return token.span;
}

/// Not of times and numbers, and not of what has no name.
bool is_kind_of_names(EntityKind kind) {
  return kind != EntityKind::time && kind != EntityKind::quantity && kind != EntityKind::thing;
}

class MarkedNames {
 public:
  MarkedNames(const Article& article, std::span<const Piece> pieces) : article_(article), pieces_(pieces) {}

  std::vector<FoundName> find(std::span<const Sentence> sentences) {
    for (const Sentence& sentence : sentences) {
      for (const SentenceName& name : sentence.names) add(sentence, name);
    }
    return std::move(names_);
  }

 private:
  void add(const Sentence& sentence, const SentenceName& marked) {
    if (marked.first >= marked.end || marked.end > sentence.tokens.size() || !is_kind_of_names(marked.kind)) return;
    const Span last_word = own_span(article_.text, sentence, marked.end - 1);
    FoundName name;
    name.kind = marked.kind;
    name.span = {own_span(article_.text, sentence, marked.first).begin, last_word.end};
    if (name.span.begin >= name.span.end || (!names_.empty() && name.span.begin < names_.back().span.end)) return;
    const auto first = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
      return piece.span.end <= name.span.begin;
    });
    const auto end = std::partition_point(first, pieces_.end(),
                                          [&](const Piece& piece) { return piece.span.begin < name.span.end; });
    if (first == end || entity_slug(slice(article_.text, name.span)).empty()) return;
    name.first = static_cast<std::uint32_t>(first - pieces_.begin());
    name.last = static_cast<std::uint32_t>(end - pieces_.begin()) - 1;
    leave_out_possessive(name, last_word);
    if (!names_.empty() && names_.back().last >= name.first) {  // `U.` and `S.` of `U.S.`
      names_.back().last = name.last;
      names_.back().span.end = name.span.end;
    } else {
      names_.push_back(name);
    }
  }

  /// `Kenyaʼs`, where the tokenizer took the clitic for a part of the word.
  void leave_out_possessive(FoundName& name, Span last_word) const {
    if (name.last < name.first + 2) return;
    const Piece& apostrophe = pieces_[name.last - 1];
    if (!is_possessive(apostrophe, pieces_[name.last]) || apostrophe.span.begin <= last_word.begin) return;
    name.last -= 2;
    name.span.end = pieces_[name.last].span.end;
  }

  bool is_possessive(const Piece& apostrophe, const Piece& clitic) const {
    const bool joined = apostrophe.tight && clitic.tight && (apostrophe.mark == '\'' || apostrophe.mark == '"');
    return joined && word_key(slice(article_.text, clitic.span)) == "s";
  }

  const Article& article_;
  std::span<const Piece> pieces_;
  std::vector<FoundName> names_;
};

}  // namespace

std::vector<FoundName> marked_names(const Article& article, std::span<const Sentence> sentences,
                                    std::span<const Piece> pieces) {
  return MarkedNames(article, pieces).find(sentences);
}

}  // namespace habari
