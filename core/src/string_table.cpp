#include <habari/core/error.hpp>
#include <habari/core/string_table.hpp>

#include <limits>
#include <stdexcept>

namespace habari {

StringTable::StringTable(const std::vector<std::string_view>& sorted) {
  if (sorted.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw Error("more than 2^32 - 2 different strings in one graph: build it in parts");
  }
  std::size_t total = 0;
  for (const std::string_view text : sorted) total += text.size();
  bytes_.reserve(total);
  ends_.reserve(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && !(sorted[i - 1] < sorted[i])) throw std::invalid_argument("strings not in strictly ascending order");
    bytes_ += sorted[i];
    ends_.push_back(bytes_.size());
  }
}

std::uint32_t StringTable::lower_bound(std::string_view text) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if ((*this)[StringId(static_cast<std::uint32_t>(middle))] < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return static_cast<std::uint32_t>(low);
}

std::optional<StringId> StringTable::find(std::string_view text) const {
  const std::uint32_t at = lower_bound(text);
  if (at == size() || (*this)[StringId(at)] != text) return std::nullopt;
  return StringId(at);
}

}  // namespace habari
