#pragma once

#include <habari/core/document.hpp>
#include <habari/extractors/article_reader.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/extractor.hpp>
#include <habari/extractors/language_identifier.hpp>

namespace habari {

/// Sets the article's language where the input did not tell it; as its code where it did.
/// Errors: Error `FILE:LINE: …` where it is unknown or has no data.
void identify_language(const LanguageIdentifier& identifier, const DataDirectory& data, ReadArticle& read);

/// The article's document: its own where it came with one, else what the extractor finds.
/// Errors: Error `FILE:LINE: …`.
Document make_document(const Extractor& extractor, const LanguageIdentifier& identifier, const DataDirectory& data,
                       ReadArticle read);

}  // namespace habari
