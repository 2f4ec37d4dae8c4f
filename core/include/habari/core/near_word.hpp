#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// A word that others may be near: what was meant by what was typed. Case counts: fold both sides where it should not.
class NearWord {
 public:
  /// Requires: valid UTF-8, as for `known` below.
  explicit NearWord(std::string_view word);
  /// How many characters to put in, take out, exchange or swap make `known` of it; nothing where they are too many for
  /// words of that length. A word that only goes on is one away.
  std::optional<std::size_t> distance(std::string_view known) const;

 private:
  std::string word_;
  std::u32string characters_;
};

}  // namespace habari
