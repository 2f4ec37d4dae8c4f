#include "entities/name_finder.hpp"

#include "entities/name_scene.hpp"

namespace habari {

std::vector<FoundName> NameFinder::find(std::span<const Sentence> sentences, std::span<const Piece> pieces,
                                        std::span<const std::pair<std::uint32_t, std::uint32_t>> times) const {
  return NameScene(gazetteer_, words_, lexicon_, sentences, pieces, times).find();
}

}  // namespace habari
