#pragma once

#include "analysis/learned/training/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace habari::learned {

/// Vectors of words as other programs learn them from more raw text than we read; each of length one.
struct WordVectors {
  std::vector<std::uint64_t> words;  ///< WordFeatures::word of row i; none twice.
  Matrix values;

  std::size_t width() const { return values.columns; }
};

/// The first `limit` vectors of a file as GloVe and word2vec write it in text: a line a word, the word and its numbers
/// set apart by spaces, more frequent words first; a first line of two counts is skipped. Words that differ in nothing
/// the network sees (capitals, digits) take the first one's vector.
/// Errors: Error names file and line where a line has another number of numbers than the first or something else.
WordVectors read_word_vectors(const std::filesystem::path& path, std::size_t limit);

}  // namespace habari::learned
