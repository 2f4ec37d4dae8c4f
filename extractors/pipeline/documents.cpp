#include <habari/core/error.hpp>
#include <habari/extractors/documents.hpp>

#include <fmt/format.h>

#include <string>
#include <utility>

namespace habari {
namespace {

std::string place(const Origin& origin) {
  return origin.line == 0 ? origin.file : fmt::format("{}:{}", origin.file, origin.line);
}

void require_data(const std::string& language, const DataDirectory& data, const std::string& where) {
  if (data.has_language(language)) return;
  throw Error(fmt::format("{}: no data for the language \"{}\"; there are data for: {}", where, language,
                          fmt::join(data.languages(), ", ")));
}

}  // namespace

void identify_language(const LanguageIdentifier& identifier, const DataDirectory& data, ReadArticle& read) {
  Article& article = read.article;
  if (!article.language.empty()) {
    article.language = LanguageIdentifier::language_code(article.language);
    require_data(article.language, data, place(article.origin));
    return;
  }
  try {
    article.language = identifier.identify(article.text, read.language_hint);
  } catch (const Error& error) {
    throw Error(fmt::format("{}: {} (the option language sets it)", place(article.origin), error.what()));
  }
}

Document make_document(const Extractor& extractor, const LanguageIdentifier& identifier, const DataDirectory& data,
                       ReadArticle read) {
  if (read.document) return std::move(*read.document);
  identify_language(identifier, data, read);
  const Origin origin = read.article.origin;
  try {
    return read.sentences ? extractor.extract(std::move(read.article), std::move(*read.sentences))
                          : extractor.extract(std::move(read.article));
  } catch (const Error& error) {
    throw Error(fmt::format("{}: {}", place(origin), error.what()));
  }
}

}  // namespace habari
