#include "analysis/model/model_file.hpp"

#include <habari/core/error.hpp>
#include <habari/core/whole_file.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace habari::learned {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are read in place");

constexpr std::size_t alignment = 64;
constexpr std::uint32_t format_version = 3;
constexpr std::array<char, 8> magic = {'H', 'a', 'b', 'a', 'r', 'i', 'M', '\n'};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t checksum;  ///< CRC-32 of all bytes after this field.
  std::uint64_t size;      ///< Of the whole file.
  std::array<char, 16> language;
  std::uint32_t sections;
  std::array<char, 20> reserved;
};
static_assert(sizeof(Header) == 64);
constexpr std::size_t checked_from = offsetof(Header, size);

struct SectionEntry {
  std::array<char, 24> name;
  std::uint64_t offset;
  std::uint64_t size;
};
static_assert(sizeof(SectionEntry) == 40);

std::size_t aligned(std::size_t offset) { return (offset + alignment - 1) / alignment * alignment; }

template <std::size_t N>
std::string_view until_zero(const std::array<char, N>& bytes) {
  const std::string_view all(bytes.data(), N);
  return all.substr(0, all.find('\0'));
}

template <std::size_t N>
void copy_name(std::array<char, N>& out, std::string_view name) {
  if (name.size() >= N) throw std::invalid_argument("name too long for a model file: " + std::string(name));
  std::memcpy(out.data(), name.data(), name.size());
}

std::uint32_t crc_of(const char* data, std::size_t size) {
  uLong value = crc32_z(0, nullptr, 0);
  value = crc32_z(value, reinterpret_cast<const Bytef*>(data), size);
  return static_cast<std::uint32_t>(value);
}

}  // namespace

void ModelWriter::add(std::string_view name, std::string bytes) {
  if (!sections_.emplace(std::string(name), std::move(bytes)).second) {
    throw std::invalid_argument("section added twice: " + std::string(name));
  }
}

std::string ModelWriter::bytes() const {
  Header header{};
  header.magic = magic;
  header.version = format_version;
  copy_name(header.language, language_);
  header.sections = static_cast<std::uint32_t>(sections_.size());
  std::string table;
  std::size_t offset = aligned(sizeof(Header) + sections_.size() * sizeof(SectionEntry));
  std::string body(offset, '\0');
  for (const auto& [name, bytes] : sections_) {
    SectionEntry entry{};
    copy_name(entry.name, name);
    entry.offset = body.size();
    entry.size = bytes.size();
    table.append(reinterpret_cast<const char*>(&entry), sizeof(entry));
    body += bytes;
    body.resize(aligned(body.size()), '\0');
  }
  header.size = body.size();
  std::memcpy(body.data() + sizeof(Header), table.data(), table.size());
  std::memcpy(body.data(), &header, sizeof(header));
  header.checksum = crc_of(body.data() + checked_from, body.size() - checked_from);
  std::memcpy(body.data(), &header, sizeof(header));
  return body;
}

void ModelWriter::write(const std::filesystem::path& path) const {
  WholeFile file(path);
  file.stream() << bytes();
  file.commit();
}

ModelFile ModelFile::open(const std::filesystem::path& path, std::string_view language) {
  ModelFile file;
  file.name_ = path.string();
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) file.fail(std::string("cannot read the model: ") + std::strerror(errno));
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    file.fail("cannot read the model: not a regular file");
  }
  file.size_ = static_cast<std::size_t>(status.st_size);
  if (file.size_ > 0) {
    void* mapping = ::mmap(nullptr, file.size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (mapping == MAP_FAILED) {
      ::close(descriptor);
      file.fail(std::string("cannot map the model: ") + std::strerror(errno));
    }
    file.mapping_ = mapping;
    file.data_ = static_cast<const char*>(mapping);
  }
  ::close(descriptor);
  file.check(language);
  return file;
}

ModelFile ModelFile::from_bytes(std::string bytes, std::string name, std::string_view language) {
  ModelFile file;
  file.name_ = std::move(name);
  file.copy_.resize(bytes.size() / sizeof(std::uint64_t) + 1);
  std::memcpy(file.copy_.data(), bytes.data(), bytes.size());
  file.data_ = reinterpret_cast<const char*>(file.copy_.data());
  file.size_ = bytes.size();
  file.check(language);
  return file;
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : name_(std::move(other.name_)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      checksum_(other.checksum_),
      mapping_(std::exchange(other.mapping_, nullptr)),
      copy_(std::move(other.copy_)),
      sections_(std::move(other.sections_)) {}

ModelFile::~ModelFile() {
  if (mapping_ != nullptr) ::munmap(mapping_, size_);
}

void ModelFile::check(std::string_view language) {
  Header header{};
  if (size_ < sizeof(header)) fail("no Habari model, or cut: " + std::to_string(size_) + " bytes");
  std::memcpy(&header, data_, sizeof(header));
  if (header.magic != magic) fail("no Habari model");
  if (header.version != format_version) {
    fail("model format version " + std::to_string(header.version) + ", this program reads version " +
         std::to_string(format_version) + "; train the model anew");
  }
  if (header.size != size_) {
    fail("model is cut or damaged: it says " + std::to_string(header.size) + " bytes and has " + std::to_string(size_));
  }
  if (crc_of(data_ + checked_from, size_ - checked_from) != header.checksum) {
    fail("model is damaged: its checksum does not fit");
  }
  checksum_ = header.checksum;
  if (until_zero(header.language) != language) {
    fail("model was trained for language " + std::string(until_zero(header.language)) + ", expected " +
         std::string(language));
  }
  if (header.sections > (size_ - sizeof(header)) / sizeof(SectionEntry)) fail("model is damaged: its section table");
  for (std::size_t i = 0; i < header.sections; ++i) {
    SectionEntry entry{};
    std::memcpy(&entry, data_ + sizeof(header) + i * sizeof(entry), sizeof(entry));
    if (entry.offset > size_ || entry.size > size_ - entry.offset || entry.offset % alignment != 0) {
      fail("model is damaged: section " + std::string(until_zero(entry.name)));
    }
    sections_.emplace(std::string(until_zero(entry.name)), std::string_view(data_ + entry.offset, entry.size));
  }
}

std::vector<std::string> ModelFile::section_names() const {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : sections_) names.push_back(name);
  return names;
}

std::string_view ModelFile::section(std::string_view name) const {
  const auto found = sections_.find(name);
  if (found == sections_.end()) fail("model has no section " + std::string(name));
  return found->second;
}

void ModelFile::fail(const std::string& message) const { throw Error(name_ + ": " + message); }

void ModelFile::fail_size(std::string_view name, std::size_t found, std::size_t expected) const {
  fail("model section " + std::string(name) + " has " + std::to_string(found) + " bytes, expected " +
       std::to_string(expected));
}

}  // namespace habari::learned
