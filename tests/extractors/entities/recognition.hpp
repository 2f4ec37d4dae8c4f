#pragma once

#include "recognition/entity_recognizer.hpp"

#include <habari/core/text.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari::entity_tests {

/// Words, and every other character by itself; no tags: what the poorest analyzer gives. The period stays with
/// abbreviations of single letters (`U.S.`). No word goes on over one of `cuts`.
inline std::vector<Sentence> bare_sentences(const std::string& text, const std::set<std::uint32_t>& cuts = {}) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  const auto is_word = [&](std::size_t at) {
    return byte(at) >= 0x80 || std::isalnum(static_cast<int>(byte(at))) != 0 || byte(at) == '\'' || byte(at) == '-' ||
           (byte(at) == '.' && at > 0 && std::isupper(static_cast<int>(byte(at - 1))) != 0 &&
            (at == 1 || std::isalnum(static_cast<int>(byte(at - 2))) == 0));
  };
  std::vector<Sentence> sentences(1);
  for (std::uint32_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\n') {
      ++at;
      continue;
    }
    const std::uint32_t begin = at++;
    while (is_word(begin) && at < text.size() && is_word(at) && !cuts.contains(at)) ++at;
    Token token;
    token.span = {begin, at};
    token.form = text.substr(begin, at - begin);
    sentences.back().tokens.push_back(token);
    const bool abbreviates = begin < 3 || byte(begin - 3) == ' ';  // `Bi. Mkandala`
    if (token.form == "." && std::isupper(static_cast<int>(byte(at + 1))) != 0 && !abbreviates)
      sentences.emplace_back();
  }
  for (Sentence& sentence : sentences) {
    if (!sentence.tokens.empty()) {
      sentence.span = {sentence.tokens.front().span.begin, sentence.tokens.back().span.end};
    }
  }
  return sentences;
}

/// A text whose names a reader marked.
struct MarkedText {
  std::string text;
  std::vector<Sentence> sentences;
  Span target;  ///< The name in square brackets, where there is one.
};

/// Reads `Rais {Samia Suluhu Hassan:person} alifika [Goma:place].`: braces and brackets hold a name and its kind.
inline MarkedText read_marked(std::string_view marked) {
  struct Marking {
    Span span;
    EntityKind kind;
  };
  MarkedText read;
  std::vector<Marking> markings;
  std::set<std::uint32_t> cuts;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const char open = marked[at];
    if (open != '{' && open != '[') {
      read.text += open;
      continue;
    }
    const std::size_t close = marked.find(open == '{' ? '}' : ']', at);
    const std::size_t colon = marked.rfind(':', close);
    const auto begin = static_cast<std::uint32_t>(read.text.size());
    read.text += marked.substr(at + 1, colon - at - 1);
    const Span span{begin, static_cast<std::uint32_t>(read.text.size())};
    markings.push_back({span, parse_entity_kind(marked.substr(colon + 1, close - colon - 1)).value()});
    cuts.insert({span.begin, span.end});
    if (open == '[') read.target = span;
    at = close;
  }
  read.sentences = bare_sentences(read.text, cuts);
  auto marking = markings.begin();
  for (Sentence& sentence : read.sentences) {
    const auto word_at = [&](std::uint32_t place) {
      return static_cast<std::uint32_t>(
          std::ranges::count_if(sentence.tokens, [&](const Token& token) { return token.span.begin < place; }));
    };
    for (; marking != markings.end() && marking->span.end <= sentence.span.end; ++marking) {
      sentence.names.push_back({word_at(marking->span.begin), word_at(marking->span.end), marking->kind});
    }
  }
  return read;
}

inline const EntityRecognizer& recognizer(const std::string& language) {
  static std::map<std::string, std::pair<std::unique_ptr<Lexicon>, std::unique_ptr<EntityRecognizer>>> loaded;
  auto& [lexicon, recognizer] = loaded[language];
  if (!recognizer) {
    const DataDirectory data(HABARI_DATA_DIR);
    lexicon = std::make_unique<Lexicon>(data.language(language) / "lexicon");
    recognizer = std::make_unique<EntityRecognizer>(language, data, *lexicon);
  }
  return *recognizer;
}

/// The mentions of a marked text; by the gazetteer alone where `source` says so.
inline std::vector<Mention> recognize(const std::string& language, const std::string& marked,
                                      const std::string& date = "2023-09-13", NameSource source = NameSource::reader) {
  const MarkedText read = read_marked(marked);
  Article article;
  article.language = language;
  article.text = read.text;
  if (!date.empty()) article.date = Date::parse(date);
  return recognizer(language).recognize(article, read.sentences, source);
}

/// `Urusi=country/russia; Vladimir Putin=person/vladimir-putin`; times as `Jumatano=2023-09-13`.
inline std::string summary(const std::string& language, const std::string& marked,
                           NameSource source = NameSource::reader) {
  std::string lines;
  const std::string text = read_marked(marked).text;
  for (const Mention& mention : recognize(language, marked, "2023-09-13", source)) {
    if (!lines.empty()) lines += "; ";
    lines += std::string(slice(text, mention.span)) + "=" +
             (mention.kind == EntityKind::time ? mention.value : mention.entity);
  }
  return lines;
}

struct NameCase {
  const char* marked;
  const char* expected;  ///< As summary gives it.
};

inline void expect_names(const std::string& language, std::span<const NameCase> cases,
                         NameSource source = NameSource::reader) {
  for (const NameCase& test : cases) EXPECT_EQ(summary(language, test.marked, source), test.expected) << test.marked;
}

}  // namespace habari::entity_tests
