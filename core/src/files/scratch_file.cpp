#include <habari/core/error.hpp>
#include <habari/core/scratch_file.hpp>

#include "files/descriptor_buffer.hpp"
#include "files/unfinished_file.hpp"

#include <cstring>

namespace habari {

ScratchFile::ScratchFile(const std::filesystem::path& place)
    : place_(place),
      file_(std::make_unique<UnfinishedFile>(place, 0600)),
      buffer_(std::make_unique<DescriptorBuffer>(file_->descriptor())) {
  file_->remove();
  stream_.rdbuf(buffer_.get());
}

ScratchFile::~ScratchFile() = default;

void ScratchFile::write(std::string_view bytes) {
  stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void ScratchFile::rewind() {
  if (!stream_ || !buffer_->rewind()) {
    throw Error(place_.string() +
                ": no room beside it for what memory does not hold: " + std::strerror(buffer_->error()));
  }
  stream_.exceptions(std::ios::badbit);  // What the buffer throws shall come through.
}

}  // namespace habari
