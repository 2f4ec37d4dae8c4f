#pragma once

#include "articles/article_source.hpp"
#include "input_bytes.hpp"

#include <habari/core/text.hpp>

#include <vector>

namespace habari::fuzz {

/// What is compared of an article.
inline std::string shown(const ReadArticle& read) {
  std::string text = read.article.id + '\n' + read.article.title + '\n' + read.article.url + '\n' +
                     read.article.language + '\n' + read.language_hint + '\n' +
                     (read.article.date ? read.article.date->iso() : "") + '\n' + read.article.text;
  check(find_invalid_utf8(text) == std::string_view::npos, "articles are UTF-8");
  if (read.document) text += to_json(*read.document);
  for (const Sentence& sentence : read.sentences.value_or(std::vector<Sentence>())) {
    for (const Token& token : sentence.tokens) {
      check(token.span.begin <= token.span.end && token.span.end <= read.article.text.size(), "words lie in the text");
      check(token.head <= sentence.tokens.size(), "heads are words");
      text += token.lemma + ' ' + std::to_string(token.head) + ' ' + token.subtype + '\n';
    }
  }
  for (const std::string& note : read.notes) text += '\n' + note;
  return text;
}

/// All that the bytes hold in this format, and where an article could not be read, why.
inline std::vector<std::string> read_articles(const InputBytes& input, InputFormat format,
                                              const BoilerplateFilter& boilerplate, bool documents) {
  ByteReader bytes(input.path());
  ReadingOptions options;
  options.documents = documents;
  options.max_article_bytes = 1U << 16U;
  const auto source = make_source(format, {bytes, options, boilerplate});
  std::vector<std::string> all;
  for (;;) {
    const auto [read, error] = outcome(input.path(), [&] {
      const auto article = source->next();
      return article ? std::optional(shown(*article)) : std::nullopt;
    });
    if (read && !*read) return all;
    all.push_back(read ? **read : error);
  }
}

/// Articles, or errors with their places, the same twice.
inline void check_articles(const std::uint8_t* data, std::size_t size, InputFormat format, bool documents = false) {
  static const BoilerplateFilter boilerplate{DataDirectory(HABARI_DATA_DIR)};
  const InputBytes input(text_of(data, size));
  check(read_articles(input, format, boilerplate, documents) == read_articles(input, format, boilerplate, documents),
        "the same bytes give the same articles");
}

}  // namespace habari::fuzz
