#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// Number of a string in a StringTable.
enum class StringId : std::uint32_t {};

/// Different strings in bytewise order, one after the other: numbers compare as their strings do.
class StringTable {
 public:
  StringTable() = default;
  /// Throws std::invalid_argument where `sorted` is not in strictly ascending order, Error beyond 2^32 - 1 strings.
  explicit StringTable(const std::vector<std::string_view>& sorted);

  /// How many different strings.
  std::size_t size() const { return ends_.size(); }
  /// Lives as long as the table. Requires: `id` is one of this table's.
  std::string_view operator[](StringId id) const {
    const auto index = static_cast<std::uint32_t>(id);
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
  }
  /// Cost: O(log size()).
  std::optional<StringId> find(std::string_view text) const;
  /// How many strings come before `text`. Cost: O(log size()).
  std::uint32_t lower_bound(std::string_view text) const;
  /// What the table takes, in bytes.
  std::size_t memory() const { return bytes_.capacity() + ends_.capacity() * sizeof(std::size_t); }

  friend bool operator==(const StringTable&, const StringTable&) = default;

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace habari
