#include "names/marked_names.hpp"

#include "words/word_key.hpp"

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
  MarkedNames(const Article& article, std::span<const Piece> pieces, const NameWords& words)
      : article_(article), pieces_(pieces), words_(words) {}

  std::vector<FoundName> find(std::span<const Sentence> sentences) {
    for (const Sentence& sentence : sentences) {
      for (const SentenceName& name : sentence.names) add(sentence, name);
    }
    for (FoundName& name : names_) leave_out_connective(name);
    std::erase_if(names_, [&](const FoundName& name) {
      const bool is_given_name = words_.has(pieces_[name.first].word, NameRole::given_name);
      return name.first == name.last && !is_given_name && is_tagged_otherwise(name.first);
    });
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
    const auto first = std::partition_point(pieces_.begin(), pieces_.end(),
                                            [&](const Piece& piece) { return piece.span.end <= name.span.begin; });
    const auto end = std::partition_point(first, pieces_.end(),
                                          [&](const Piece& piece) { return piece.span.begin < name.span.end; });
    if (first == end || entity_slug(slice(article_.text, name.span)).empty()) return;
    name.first = static_cast<std::uint32_t>(first - pieces_.begin());
    name.last = static_cast<std::uint32_t>(end - pieces_.begin()) - 1;
    leave_out_possessive(name, last_word);
    if (name.first < name.last && is_tagged_otherwise(name.first)) {
      ++name.first;
      name.span.begin = pieces_[name.first].span.begin;
    }
    if (!names_.empty() && goes_on(names_.back(), name)) {
      names_.back().last = name.last;
      names_.back().span.end = name.span.end;
    } else {
      names_.push_back(name);
    }
  }

  bool is_connective(std::uint32_t piece) const { return words_.has(pieces_[piece].word, NameRole::connective); }

  /// Whether `name` is the rest of the name before it; an acronym by its side is its other name (`National Electric
  /// Company NEK`).
  bool goes_on(const FoundName& before, const FoundName& name) const {
    if (pieces_[before.last].sentence != pieces_[name.first].sentence) return false;
    if (name.first == before.last + 2) return is_connective(before.last + 1) && may_own(name, before);
    if (name.first > before.last + 1) return false;
    if (before.span.end == name.span.begin || before.last >= name.first || is_connective(before.last)) return true;
    // A person's surname may be all in capitals: `Jean NIYONZIMA`.
    const bool is_acronym =
        name.kind != EntityKind::person && name.first == name.last && pieces_[name.first].shape == Shape::upper;
    return before.kind == name.kind && !is_acronym;
  }

  /// `Council of Ministers` of `Kenya`; but a name of one word is whole (`Facebook` of `Asha`), unless it is a common
  /// one.
  bool may_own(const FoundName& owner, const FoundName& body) const {
    const bool is_owner =
        owner.kind == EntityKind::country || owner.kind == EntityKind::place || owner.kind == EntityKind::organization;
    const bool is_open = body.first < body.last || words_.is_common(pieces_[body.first].word);
    return body.kind == EntityKind::organization && is_owner && is_open;
  }

  /// Whether a word has its capital from the sentence's beginning, and the analyzer's tag says that it is no name: `Leo
  /// Besigye alifika`.
  bool is_tagged_otherwise(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    if (!piece.starts) return false;
    switch (piece.upos) {
      case Upos::verb:
      case Upos::aux:
      case Upos::adv:
      case Upos::adp:
      case Upos::pron:
      case Upos::cconj:
      case Upos::sconj:
        return true;
      default:
        return false;
    }
  }

  /// No name ends with `of`.
  void leave_out_connective(FoundName& name) const {
    while (name.first < name.last && is_connective(name.last)) {
      --name.last;
      name.span.end = pieces_[name.last].span.end;
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
  const NameWords& words_;
  std::vector<FoundName> names_;
};

}  // namespace

std::vector<FoundName> marked_names(const Article& article, std::span<const Sentence> sentences,
                                    std::span<const Piece> pieces, const NameWords& words) {
  return MarkedNames(article, pieces, words).find(sentences);
}

}  // namespace habari
