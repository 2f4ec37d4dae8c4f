#pragma once

#include "analysis/encoder/network.hpp"
#include "analysis/model/model_file.hpp"
#include "analysis/parts/sentence_parts.hpp"
#include "analysis/parts/tree_reader.hpp"

#include <habari/core/sentence.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari::encoder {

/// The accurate reader: tags, trees and names by one network for several languages.
/// Thread rule: const members may be called from several threads at once.
class EncoderReader : public TreeReader {
 public:
  /// Errors: Error where a section of the model is missing or does not fit.
  explicit EncoderReader(learned::ModelFile file);

  /// Fills UPOS, XPOS, features, head and relation of every word, and the sentences' names, from forms and spans alone.
  /// A word whose span touches the span before it, or is the same, is read as written together with it, but for a
  /// letter right behind a full stop or comma, where a blank was forgotten. Sentences in capitals are read as if
  /// written in title case. Lemmas stay as they are.
  void read(std::span<Sentence> sentences) const override;
  bool finds_names() const override { return true; }
  std::string identifier() const override;
  ReaderKind kind() const override { return ReaderKind::accurate; }

  const std::vector<std::string>& languages() const { return languages_; }
  bool reads(std::string_view language) const;

 private:
  class Batch;

  void fill(const SentencePart& part, const Reading& reading) const;

  learned::ModelFile file_;
  EncoderNetwork network_;
  std::vector<std::string> languages_;
};

/// Opens a model. Errors: Error as ModelFile::open, and where a section does not fit.
std::shared_ptr<const EncoderReader> open_reader(const std::filesystem::path& model);

}  // namespace habari::encoder
