#pragma once

#include "analysis/encoder/heads.hpp"
#include "analysis/encoder/piece_table.hpp"
#include "analysis/encoder/transformer.hpp"
#include "analysis/model/model_file.hpp"

#include <span>
#include <vector>

namespace habari::encoder {

/// The accurate network: pieces of words through a transformer to tags, trees and names, for all languages of one
/// model. The same words give the same answers on every processor, alone or among others.
class EncoderNetwork {
 public:
  /// Keeps views into `file`, which must outlive it.
  /// Errors: Error where a section is missing or does not fit the others.
  explicit EncoderNetwork(const learned::ModelFile& file);

  /// Memory that is kept from batch to batch; one for each thread.
  struct Workspace {
    Transformer::Workspace transformer;
    WordVectors vectors;
    Heads::Workspace heads;
  };
  /// Reads sentences together; how many changes the speed and nothing else. `readings` has as many.
  /// Requires: as Transformer::run.
  void run(std::span<const PieceSequence> sentences, Workspace& workspace, std::span<Reading> readings) const;

  const PieceTable& pieces() const { return pieces_; }
  const Heads& heads() const { return heads_; }
  std::size_t longest_sequence() const { return transformer_.longest_sequence(); }

 private:
  Sizes sizes_;
  PieceTable pieces_;
  Transformer transformer_;
  Heads heads_;
};

}  // namespace habari::encoder
