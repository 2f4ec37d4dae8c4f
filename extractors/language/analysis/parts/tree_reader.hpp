#pragma once

#include <habari/core/sentence.hpp>
#include <habari/extractors/reader_kind.hpp>

#include <span>
#include <string>

namespace habari {

/// From words to tags, trees and, where it can, names: a network of some size.
/// Thread rule: const members may be called from several threads at once.
class TreeReader {
 public:
  virtual ~TreeReader() = default;

  /// Fills UPOS, XPOS, features, head and relation of every word, each sentence a full tree, and the sentences' names
  /// where it finds names. Lemmas stay as they are. Requires: words with forms.
  virtual void read(std::span<Sentence> sentences) const = 0;

  virtual bool finds_names() const = 0;
  /// Its kind and the checksum of its model: `accurate 1a2b3c4d`.
  virtual std::string identifier() const = 0;
  virtual ReaderKind kind() const = 0;
};

}  // namespace habari
