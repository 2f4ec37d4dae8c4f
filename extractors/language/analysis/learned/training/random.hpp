#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace habari::learned {

/// Pseudo-random numbers that are the same with every compiler and standard library.
/// Source: https://prng.di.unimi.it/splitmix64.c (the method; public domain)
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// In [0, 1).
  float uniform() { return static_cast<float>(next() >> 40U) * 0x1.0p-24F; }
  /// In [0, bound). Requires: bound > 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  /// Normal, mean 0, deviation 1 (Box and Muller).
  float normal() {
    const float u = 1.0F - uniform();
    return std::sqrt(-2.0F * std::log(u)) * std::cos(6.2831853F * uniform());
  }
  template <typename T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace habari::learned
