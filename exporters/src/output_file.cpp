#include <habari/core/error.hpp>
#include <habari/core/whole_file.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/output_file.hpp>

#include "src/gzip_output.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>

namespace habari {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)) {
  if (path_ == "-") {
    stream_ = &std::cout;
    return;
  }
  file_ = std::make_unique<WholeFile>(path_);
  stream_ = &file_->stream();
  if (without_gz(path_) == path_) return;
  packer_ = std::make_unique<GzipOutput>(*stream_);
  packed_ = std::make_unique<std::ostream>(packer_.get());
  stream_ = packed_.get();
}

OutputFile::~OutputFile() = default;

void OutputFile::commit() {
  stream_->flush();
  if (packer_) packer_->finish();
  if (!*stream_) throw Error(path_.string() + ": could not be written whole: " + std::strerror(errno));
  if (file_) file_->commit();
}

}  // namespace habari
