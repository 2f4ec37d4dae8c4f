#pragma once

#include "references/article_references.hpp"

#include <span>

namespace habari {

/// Writes what was found into the document: arguments, sources, statements. What stays unclear is left out.
/// `readings`: of the document's events and arguments; they are completed with it.
void complete_document(ArticleReferences& found, std::span<const Sentence> sentences, Readings& readings,
                       Document& document);

}  // namespace habari
