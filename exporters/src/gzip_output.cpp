#include "src/gzip_output.hpp"

#include <new>

namespace habari {
namespace {

constexpr int largest_window = 15;
constexpr int gzip_header = 16;  // Added to the window's size, it asks for gzip's header in place of zlib's.
constexpr int usual_memory = 8;

}  // namespace

GzipOutput::GzipOutput(std::ostream& out) : out_(out), gathered_(piece) {
  if (deflateInit2(&packer_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, largest_window + gzip_header, usual_memory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  setp(gathered_.data(), gathered_.data() + gathered_.size());
}

GzipOutput::~GzipOutput() { deflateEnd(&packer_); }

GzipOutput::int_type GzipOutput::overflow(int_type byte) {
  if (!pack(Z_NO_FLUSH)) return traits_type::eof();
  if (!traits_type::eq_int_type(byte, traits_type::eof())) sputc(traits_type::to_char_type(byte));
  return traits_type::not_eof(byte);
}

void GzipOutput::finish() { pack(Z_FINISH); }

bool GzipOutput::pack(int flush) {
  packer_.next_in = reinterpret_cast<Bytef*>(pbase());
  packer_.avail_in = static_cast<uInt>(pptr() - pbase());
  do {
    packer_.next_out = reinterpret_cast<Bytef*>(packed_.data());
    packer_.avail_out = static_cast<uInt>(packed_.size());
    deflate(&packer_, flush);
    out_.write(packed_.data(), static_cast<std::streamsize>(packed_.size() - packer_.avail_out));
  } while (packer_.avail_out == 0 && out_);
  setp(gathered_.data(), gathered_.data() + gathered_.size());
  return static_cast<bool>(out_);
}

}  // namespace habari
