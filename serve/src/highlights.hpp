#pragma once

#include <habari/core/graph_records.hpp>

#include <string_view>
#include <vector>

namespace habari::serve {

/// Words that say something of an event.
struct Highlight {
  CharSpan span;        ///< Where they stand.
  std::string_view as;  ///< `trigger`, `source`, `time`, `quantity` or the name of a role.
};

/// A piece of a sentence.
struct Piece {
  CharSpan span;                     ///< Where it stands.
  std::vector<std::string_view> as;  ///< What its words say: nothing, or more than one thing.
};

/// `sentence` in pieces, each of which says the same things from its first character to its last. What lies outside
/// the sentence is passed over.
std::vector<Piece> cut(CharSpan sentence, const std::vector<Highlight>& highlights);

}  // namespace habari::serve
