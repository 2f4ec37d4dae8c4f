#include <habari/core/error.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/output_file.hpp>

#include "src/gzip_output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

namespace habari {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)) {
  if (path_ == "-") {
    stream_ = &std::cout;
    return;
  }
  const bool is_packed = without_gz(path_) != path_;
  std::error_code failure;
  const auto status = std::filesystem::status(path_, failure);
  if (std::filesystem::is_directory(status)) throw Error(path_.string() + ": is a folder, expected a file to write");
  // A device or a pipe has no place for a file beside it, and must not be replaced by one.
  const bool is_special = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
  // Through a link, the file it leads to is written.
  if (std::filesystem::is_regular_file(status)) path_ = std::filesystem::canonical(path_);
  // The process number keeps two runs that write the same place from sharing one unfinished file.
  beside_ = path_;
  if (!is_special) beside_ += ".part" + std::to_string(::getpid());
  auto file = std::make_unique<std::ofstream>(beside_, std::ios::binary | std::ios::trunc);
  if (!*file) throw Error(path_.string() + ": cannot be written: " + std::strerror(errno));
  stream_ = file.get();
  owned_ = std::move(file);
  if (!is_packed) return;
  packer_ = std::make_unique<GzipOutput>(*owned_);
  packed_ = std::make_unique<std::ostream>(packer_.get());
  stream_ = packed_.get();
}

OutputFile::~OutputFile() {
  if (!owned_) return;
  owned_.reset();
  if (beside_ == path_) return;
  std::error_code ignored;
  std::filesystem::remove(beside_, ignored);
}

void OutputFile::commit() {
  stream_->flush();
  if (packer_) packer_->finish();
  if (!*stream_) throw Error(path_.string() + ": could not be written whole: " + std::strerror(errno));
  if (!owned_) return;
  static_cast<std::ofstream&>(*owned_).close();
  if (!*owned_) throw Error(path_.string() + ": could not be written whole: " + std::strerror(errno));
  if (beside_ == path_) {
    owned_.reset();
    return;
  }
  std::error_code failure;
  std::filesystem::rename(beside_, path_, failure);
  if (failure) throw Error(path_.string() + ": could not be put in place: " + failure.message());
  owned_.reset();
}

}  // namespace habari
