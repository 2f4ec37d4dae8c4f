#pragma once

#include "entities/entity_recognizer.hpp"

#include <habari/core/text.hpp>

#include <cctype>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace habari::entity_tests {

/// Words, and every other character by itself; no tags: what the poorest analyzer gives. The period stays with
/// abbreviations of single letters (`U.S.`).
inline std::vector<Sentence> bare_sentences(const std::string& text) {
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
    while (is_word(begin) && at < text.size() && is_word(at)) ++at;
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

inline std::vector<Mention> recognize(const std::string& language, const std::string& text,
                                      const std::string& date = "2023-09-13") {
  Article article;
  article.language = language;
  article.text = text;
  if (!date.empty()) article.date = Date::parse(date);
  const auto sentences = bare_sentences(article.text);
  return recognizer(language).recognize(article, sentences);
}

/// `Urusi=country/russia; Vladimir Putin=person/vladimir-putin`; times as `Jumatano=2023-09-13`.
inline std::string summary(const std::string& language, const std::string& text,
                           const std::string& date = "2023-09-13") {
  std::string lines;
  for (const Mention& mention : recognize(language, text, date)) {
    if (!lines.empty()) lines += "; ";
    lines += std::string(slice(text, mention.span)) + "=" +
             (mention.kind == EntityKind::time ? mention.value : mention.entity);
  }
  return lines;
}

}  // namespace habari::entity_tests
