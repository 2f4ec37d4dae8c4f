#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace habari {

/// 128-bit FNV-1a: identifiers are made of it, so it is the same on every machine and in every version.
/// Not for input that someone crafts to collide.
/// Source: RFC 9923, http://www.isthe.com/chongo/tech/comp/fnv/
class Hash128 {
 public:
  /// Takes in `bytes` and a byte that no UTF-8 holds, so that ("a", "b") and ("ab", "") differ.
  Hash128& add(std::string_view bytes);

  /// 32 hexadecimal digits.
  std::string hex() const;
  std::uint64_t low() const { return low_; }

 private:
  void add(unsigned char byte);

  std::uint64_t high_ = 0x6c62272e07bb0142ULL;
  std::uint64_t low_ = 0x62b821756295c58dULL;
};

}  // namespace habari
