#include <habari/core/hash.hpp>

#include <cstdio>

namespace habari {

void Hash128::add(unsigned char byte) {
  // The prime is 2^88 + 0x13B; the product is taken modulo 2^128 in 32-bit pieces.
  low_ ^= byte;
  constexpr std::uint64_t small_prime = 0x13B;
  const std::uint64_t low_low = (low_ & 0xFFFFFFFFULL) * small_prime;
  const std::uint64_t low_high = (low_ >> 32U) * small_prime + (low_low >> 32U);
  const std::uint64_t carry = low_high >> 32U;
  high_ = high_ * small_prime + carry + (low_ << 24U);
  low_ = (low_high << 32U) | (low_low & 0xFFFFFFFFULL);
}

Hash128& Hash128::add(std::string_view bytes) {
  for (const char byte : bytes) add(static_cast<unsigned char>(byte));
  add(static_cast<unsigned char>(0xFF));
  return *this;
}

std::string Hash128::hex() const {
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx", static_cast<unsigned long long>(high_),
                static_cast<unsigned long long>(low_));
  return digits;
}

}  // namespace habari
