#pragma once

#include "entities/entity_recognizer.hpp"

#include <habari/core/text.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace habari::entity_tests {

/// Words between blanks with their punctuation cut off, no tags: what the poorest analyzer gives.
inline std::vector<Sentence> bare_sentences(const std::string& text) {
  std::vector<Sentence> sentences(1);
  const auto is_word = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' ||
           c == '-';
  };
  for (std::uint32_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\n') {
      ++at;
      continue;
    }
    const std::uint32_t begin = at++;
    if (is_word(text[begin])) {
      while (at < text.size() && is_word(text[at])) ++at;
    }
    Token token;
    token.span = {begin, at};
    token.form = text.substr(begin, at - begin);
    sentences.back().tokens.push_back(token);
    const bool ends =
        (token.form == "." || token.form == "!" || token.form == "?") &&
        (at == text.size() || text[at] == '\n' ||
         (at + 1 < text.size() && text[at] == ' ' && std::isupper(static_cast<unsigned char>(text[at + 1])) != 0 &&
          begin >= 4 && text[begin - 1] >= 'a'));
    if (ends && at < text.size()) sentences.emplace_back();
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
