#include <habari/core/error.hpp>
#include <habari/exporters/output_file.hpp>

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
  // The process number keeps two runs that write the same place from sharing one unfinished file.
  beside_ = path_;
  beside_ += ".part" + std::to_string(::getpid());
  auto file = std::make_unique<std::ofstream>(beside_, std::ios::binary | std::ios::trunc);
  if (!*file) throw Error(path_.string() + ": cannot be written: " + std::strerror(errno));
  stream_ = file.get();
  owned_ = std::move(file);
}

OutputFile::~OutputFile() {
  if (!owned_) return;
  owned_.reset();
  std::error_code ignored;
  std::filesystem::remove(beside_, ignored);
}

void OutputFile::commit() {
  stream_->flush();
  if (!*stream_) throw Error(path_.string() + ": could not be written whole: " + std::strerror(errno));
  if (!owned_) return;
  static_cast<std::ofstream&>(*owned_).close();
  if (!*owned_) throw Error(path_.string() + ": could not be written whole: " + std::strerror(errno));
  std::error_code failure;
  std::filesystem::rename(beside_, path_, failure);
  if (failure) throw Error(path_.string() + ": could not be put in place: " + failure.message());
  owned_.reset();
}

}  // namespace habari
