#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace habari {

/// The bytes of a file or of standard input (`-`), unpacked where they are gzip-compressed.
/// Errors of all reading members: InputError `FILE: …` where the disk or the compression is broken.
class ByteReader {
 public:
  /// Errors: InputError where the file is missing or cannot be opened.
  explicit ByteReader(const std::string& path);
  ~ByteReader();
  ByteReader(const ByteReader&) = delete;             ///< Not copyable.
  ByteReader& operator=(const ByteReader&) = delete;  ///< Not copyable.

  /// How messages name this input.
  const std::string& name() const { return name_; }
  /// Line feeds read over so far, plus one.
  std::size_t line() const { return line_; }

  /// What comes next, up to `size` bytes, without reading over it; fewer only at the end.
  std::string_view peek(std::size_t size);
  /// The next byte without reading over it; -1 at the end.
  int peek_byte() { return at_ < buffer_.size() || fill() ? static_cast<unsigned char>(buffer_[at_]) : -1; }
  /// Reads over one byte; -1 at the end.
  int take_byte();
  /// Reads over up to `size` bytes, and puts them at `into`; fewer only at the end.
  std::size_t read(char* into, std::size_t size);

  /// What came of reading up to a limit.
  enum class Read {
    whole,     ///< All of it is there.
    too_long,  ///< It is longer than the limit, and nothing is there.
    end        ///< There was nothing left.
  };
  /// One line without its line feed. One of more than `limit` bytes is read over, and `line` is empty.
  Read read_line(std::string& line, std::size_t limit);
  /// All that is left. Beyond `limit` bytes reading stops, and `bytes` is empty.
  Read read_all(std::string& bytes, std::size_t limit);

 private:
  struct GzFile;

  /// Puts more bytes behind those in the buffer; false at the end.
  bool fill();

  std::string name_;
  std::unique_ptr<GzFile> file_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace habari
