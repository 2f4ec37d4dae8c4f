#pragma once

#include <zlib.h>

#include <array>
#include <ostream>
#include <streambuf>
#include <vector>

namespace habari {

/// Packs what is written to it, as one gzip member without a name or a time in its header: the same bytes in, the same
/// bytes out. Source: RFC 1952.
class GzipOutput final : public std::streambuf {
 public:
  /// Packs into `out`, which outlives it.
  explicit GzipOutput(std::ostream& out);
  ~GzipOutput() override;
  GzipOutput(const GzipOutput&) = delete;
  GzipOutput& operator=(const GzipOutput&) = delete;

  /// Writes what is left and the checksum. Nothing may be written afterwards.
  void finish();

 protected:
  int_type overflow(int_type byte) override;

 private:
  /// Packs what was gathered. False where `out_` takes no more.
  bool pack(int flush);

  static constexpr std::size_t piece = std::size_t{1} << 16U;
  std::ostream& out_;
  z_stream packer_{};
  std::vector<char> gathered_;
  std::array<char, piece> packed_{};
};

}  // namespace habari
