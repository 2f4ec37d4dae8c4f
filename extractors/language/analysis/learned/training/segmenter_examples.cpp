#include "analysis/learned/training/segmenter_examples.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <map>
#include <string>
#include <string_view>

namespace habari::learned {
namespace {

bool starts_upper(std::string_view text) {
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return u_isUUppercase(c);
}

/// A capital letter and a full stop.
bool is_initial(std::string_view token) {
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(token.data(), at, c);
  return u_isUUppercase(c) && token.substr(at) == ".";
}

/// A name's capitals with full stops between them and at the end (U.S.). Others (e.g., a.m.) seldom end a sentence.
bool is_abbreviation(std::string_view token) {
  if (token.size() < 4 || !starts_upper(token) || token.back() != '.' || token[token.size() - 2] == '.') return false;
  const std::size_t stop = token.find('.');
  return stop > 0 && stop + 1 < token.size();
}

/// Puts a paragraph together piece by piece.
class ParagraphBuilder {
 public:
  void begin_sentence() {
    if (!paragraph_.text.empty()) paragraph_.text += ' ';
    paragraph_.sentences.emplace_back();
  }
  /// The text between tokens.
  void add_gap(std::string_view text) { paragraph_.text += text; }
  void add_token(std::string_view surface) {
    Token token;
    token.span.begin = static_cast<std::uint32_t>(paragraph_.text.size());
    paragraph_.text += surface;
    token.span.end = static_cast<std::uint32_t>(paragraph_.text.size());
    paragraph_.sentences.back().tokens.push_back(token);
  }
  TreebankParagraph take() { return std::move(paragraph_); }

 private:
  TreebankParagraph paragraph_;
};

/// Surface tokens of a sentence: words of one multiword token have one span.
std::vector<Span> surface_spans(const Sentence& sentence) {
  std::vector<Span> spans;
  for (const Token& token : sentence.tokens) {
    if (spans.empty() || spans.back() != token.span) spans.push_back(token.span);
  }
  return spans;
}

/// Adds the first `count` tokens of a sentence; `before` may add more before each.
template <typename Before>
void add_tokens(const std::string& text, const std::vector<Span>& spans, std::size_t count, ParagraphBuilder& builder,
                Before before) {
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) builder.add_gap(std::string_view(text).substr(spans[i - 1].end, spans[i].begin - spans[i - 1].end));
    before(i);
    builder.add_token(slice(text, spans[i]));
  }
}

/// The sentence with more initials before each that it has; with no tokens where it has none.
TreebankParagraph with_more_initials(const std::string& text, const Sentence& sentence, Random& random) {
  const std::vector<Span> spans = surface_spans(sentence);
  ParagraphBuilder builder;
  builder.begin_sentence();
  bool changed = false;
  add_tokens(text, spans, spans.size(), builder, [&](std::size_t i) {
    if (!is_initial(slice(text, spans[i])) || i + 1 == spans.size() || !starts_upper(slice(text, spans[i + 1]))) return;
    for (std::size_t more = 1 + random.below(2); more > 0; --more) {
      builder.add_token(std::string(1, static_cast<char>('A' + random.below(26))) + ".");
      builder.add_gap(" ");
      changed = true;
    }
  });
  return changed ? builder.take() : TreebankParagraph{};
}

/// The first sentence with an abbreviation for its last word and full stop, then the next.
TreebankParagraph ended_by_abbreviation(const std::string& text, const Sentence& first, const Sentence& next,
                                        std::string_view abbreviation) {
  const std::vector<Span> spans = surface_spans(first);
  const std::vector<Span> next_spans = surface_spans(next);
  ParagraphBuilder builder;
  builder.begin_sentence();
  add_tokens(text, spans, spans.size() - 2, builder, [](std::size_t) {});
  builder.add_gap(" ");
  builder.add_token(abbreviation);
  builder.begin_sentence();
  add_tokens(text, next_spans, next_spans.size(), builder, [](std::size_t) {});
  return builder.take();
}

std::vector<std::string> find_abbreviations(const std::vector<TreebankParagraph>& paragraphs) {
  constexpr std::size_t least = 2;
  std::map<std::string, std::size_t> counts;
  for (const TreebankParagraph& paragraph : paragraphs) {
    for (const Sentence& sentence : paragraph.sentences) {
      for (const Span span : surface_spans(sentence)) {
        const std::string_view token = slice(paragraph.text, span);
        if (is_abbreviation(token)) ++counts[std::string(token)];
      }
    }
  }
  std::vector<std::string> abbreviations;
  for (const auto& [token, count] : counts) {
    if (count >= least) abbreviations.push_back(token);
  }
  return abbreviations;
}

/// Whether the sentence ends in a word behind white space and a full stop.
bool ends_plainly(const std::string& text, const std::vector<Span>& spans) {
  const std::size_t n = spans.size();
  return n > 3 && slice(text, spans[n - 1]) == "." && spans[n - 2].end == spans[n - 1].begin &&
         spans[n - 3].end < spans[n - 2].begin;
}

}  // namespace

std::vector<TreebankParagraph> make_examples(const std::vector<TreebankParagraph>& paragraphs, Random& random) {
  constexpr std::size_t initials_variants = 2;
  constexpr std::size_t once_in = 60;
  const std::vector<std::string> abbreviations = find_abbreviations(paragraphs);
  std::vector<TreebankParagraph> made;
  for (const TreebankParagraph& paragraph : paragraphs) {
    for (std::size_t i = 0; i < paragraph.sentences.size(); ++i) {
      const Sentence& sentence = paragraph.sentences[i];
      for (std::size_t variant = 0; variant < initials_variants; ++variant) {
        TreebankParagraph example = with_more_initials(paragraph.text, sentence, random);
        if (!example.sentences.empty()) made.push_back(std::move(example));
      }
      if (abbreviations.empty() || i + 1 == paragraph.sentences.size() || random.below(once_in) != 0) continue;
      if (!ends_plainly(paragraph.text, surface_spans(sentence))) continue;
      made.push_back(ended_by_abbreviation(paragraph.text, sentence, paragraph.sentences[i + 1],
                                           abbreviations[random.below(abbreviations.size())]));
    }
  }
  return made;
}

}  // namespace habari::learned
