#include "names/name_places.hpp"

namespace habari {
namespace {

class PlaceLocator {
 public:
  PlaceLocator(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces)
      : gazetteer_(gazetteer), words_(words), pieces_(pieces) {}

  /// Id of the country, empty where none is given.
  std::string country_behind(const FoundName& name, const FoundName& larger) const {
    if (!larger.entry || !same_sentence(name.last, larger.first) || !is_apposed(name, larger)) return {};
    const GazetteerEntry& entry = gazetteer_.entry(*larger.entry);
    if (entry.kind == EntityKind::country) return entry.id;
    return entry.kind == EntityKind::place ? entry.country : std::string();
  }

 private:
  using Index = std::uint32_t;

  bool same_sentence(Index a, Index b) const { return pieces_[a].sentence == pieces_[b].sentence; }

  bool is_apposed(const FoundName& name, const FoundName& larger) const {
    const Index between = name.last + 1;
    if (is_country_cue(between, larger.first)) return true;
    if (larger.first != between + 1 || pieces_[between].mark != ',') return false;
    // `London, Canada na Uhispania` is a list.
    Index behind = larger.last + 1;
    if (behind < pieces_.size() && pieces_[behind].mark == ',') ++behind;
    if (behind < pieces_.size() && words_.has(pieces_[behind].word, NameRole::joiner)) ++behind;
    const bool goes_on = behind > larger.last + 1 && behind < pieces_.size() && same_sentence(behind, larger.last);
    return !goes_on || !pieces_[behind].is_capital();
  }

  bool is_country_cue(Index begin, Index end) const {
    const auto& phrases = words_.phrases();
    auto node = phrases.root;
    for (Index i = begin; i < end && node != phrases.none; ++i) node = phrases.next(node, pieces_[i].word);
    if (begin >= end || node == phrases.none) return false;
    const std::vector<NameCue>& cues = phrases.values(node);
    return !cues.empty() && cues.front().role == NameRole::cue && cues.front().kind == EntityKind::country;
  }

  const Gazetteer& gazetteer_;
  const NameWords& words_;
  std::span<const Piece> pieces_;
};

}  // namespace

void locate_places(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                   std::vector<FoundName>& names) {
  const PlaceLocator locator(gazetteer, words, pieces);
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    if (names[i].kind == EntityKind::place && !names[i].group) {
      names[i].country = locator.country_behind(names[i], names[i + 1]);
    }
  }
}

}  // namespace habari
