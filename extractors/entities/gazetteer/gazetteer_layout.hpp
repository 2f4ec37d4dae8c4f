#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace habari::gazetteer_layout {

// Header, lines of slots, name records, entity records; numbers little-endian. docs/gazetteer.md has the tables.
inline constexpr std::string_view magic = "HBGAZ\r\n";
inline constexpr char version = 2;
inline constexpr std::uint64_t header_size = 64;
inline constexpr std::uint64_t line_size = 64;
inline constexpr std::uint32_t slots_in_line = 7;
inline constexpr std::uint64_t mean_slots_in_line = 5;
inline constexpr std::uint32_t offset_bits = 40;
/// Marks a place that is an entity's: the slot is of an identifier or a link, not of a name.
inline constexpr std::uint64_t key_bit = std::uint64_t{1} << (offset_bits - 1);
inline constexpr std::uint64_t name_head_size = 16;
inline constexpr std::uint64_t candidate_size = 12;
inline constexpr std::uint32_t most_candidates = 16;
inline constexpr std::uint64_t record_head_size = 8;

struct Header {
  std::uint64_t file_size = 0;
  std::uint64_t home_lines = 0;  ///< Lines that hashes point at.
  std::uint64_t lines = 0;       ///< With those behind, for what the last ones could not hold.
  std::uint64_t names_size = 0;
  std::uint64_t entry_count = 0;
  std::uint64_t name_count = 0;

  std::uint64_t names_begin() const { return header_size + lines * line_size; }
  std::uint64_t records_begin() const { return names_begin() + names_size; }
};

/// How a link is written.
enum class LinkForm : std::uint8_t { wikidata, geonames, position };
/// Degrees are whole numbers of this part of one: a metre.
inline constexpr double degree_parts = 1e5;

/// 64-bit FNV-1a. Source: RFC 9923.
inline std::uint64_t checksum(std::string_view bytes, std::uint64_t place) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ (place * 0x9e3779b97f4a7c15ULL);
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  return hash ^ (hash >> 32U);
}

/// The home line grows with the hash, so names sorted by hash fill the lines in order.
inline std::uint64_t home_line(std::uint64_t hash, std::uint64_t home_lines) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>((Wide{hash} * home_lines) >> 64U);
}

template <typename Number>
Number load(const char* at) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    value = static_cast<Number>(value |
                                static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(at[i])) << (8 * i)));
  }
  return value;
}

template <typename Number>
void store(char* at, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) at[i] = static_cast<char>(value >> (8 * i) & 0xFFU);
}

}  // namespace habari::gazetteer_layout
