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

std::optional<StringId> StringTable::find(std::string_view text) const {
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
  const StringId id{static_cast<std::uint32_t>(low)};
  if (low == size() || (*this)[id] != text) return std::nullopt;
  return id;
}

}  // namespace habari
