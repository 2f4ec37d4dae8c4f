#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace habari {

/// A set of 64-bit hashes that takes 16 bytes or less for each, since one run may read millions of articles.
class IdentifierSet {
 public:
  IdentifierSet() : slots_(1024) {}

  /// False where it was in the set already.
  bool insert(std::uint64_t hash) {
    if (hash == 0) hash = 1;  // 0 marks an empty slot.
    if (size_ * 4 >= slots_.size() * 3) grow();
    if (!place(slots_, hash)) return false;
    ++size_;
    return true;
  }

 private:
  static bool place(std::vector<std::uint64_t>& slots, std::uint64_t hash) {
    const std::size_t mask = slots.size() - 1;
    std::size_t at = hash & mask;
    while (slots[at] != 0) {
      if (slots[at] == hash) return false;
      at = (at + 1) & mask;
    }
    slots[at] = hash;
    return true;
  }
  void grow() {
    std::vector<std::uint64_t> larger(slots_.size() * 2);
    for (const std::uint64_t hash : slots_) {
      if (hash != 0) place(larger, hash);
    }
    slots_ = std::move(larger);
  }

  std::vector<std::uint64_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace habari
