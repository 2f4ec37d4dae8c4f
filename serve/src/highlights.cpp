#include "highlights.hpp"

#include <algorithm>

namespace habari::serve {

std::vector<Piece> cut(CharSpan sentence, const std::vector<Highlight>& highlights) {
  std::vector<std::uint32_t> ends = {sentence.begin, sentence.end};
  for (const Highlight& highlight : highlights) {
    for (const std::uint32_t end : {highlight.span.begin, highlight.span.end}) {
      if (sentence.begin < end && end < sentence.end) ends.push_back(end);
    }
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<Piece> pieces;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    Piece piece{{ends[i - 1], ends[i]}, {}};
    for (const Highlight& highlight : highlights) {
      const bool covers = highlight.span.begin <= piece.span.begin && piece.span.end <= highlight.span.end;
      if (covers && std::ranges::find(piece.as, highlight.as) == piece.as.end()) piece.as.push_back(highlight.as);
    }
    if (!pieces.empty() && pieces.back().as == piece.as) {
      pieces.back().span.end = piece.span.end;
    } else {
      pieces.push_back(std::move(piece));
    }
  }
  return pieces;
}

}  // namespace habari::serve
