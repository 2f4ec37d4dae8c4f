#pragma once

#include "references/article_references.hpp"

#include <span>

namespace habari {

/// Writes what was found into the document: arguments, sources, statements. What stays unclear is left out.
void complete_document(ArticleReferences& found, std::span<const Sentence> sentences, Document& document);

}  // namespace habari
