#include "gazetteer/gazetteer_file.hpp"

#include "gazetteer/gazetteer_layout.hpp"
#include "words/pieces.hpp"

#include <habari/core/error.hpp>
#include <habari/core/links.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace habari {

namespace layout = gazetteer_layout;

std::uint64_t key_hash(std::string_view key) {
  // Keys differ in their last digits, which word_hash alone leaves out of the bits that lines go by.
  NameHash hash;
  hash.add(word_hash(key));
  return hash.value();
}

/// The file's bytes. All reading goes through members that know its end.
class GazetteerFile::Mapping {
 public:
  explicit Mapping(const std::filesystem::path& file) : name_(file.string()) {
    const int descriptor = ::open(name_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw Error(name_ + ": cannot be opened: " + std::strerror(errno));
    struct stat status {};
    const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    size_ = known ? static_cast<std::uint64_t>(status.st_size) : 0;
    if (size_ >= layout::header_size) {
      void* bytes = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor, 0);
      if (bytes != MAP_FAILED) bytes_ = static_cast<const char*>(bytes);
    }
    ::close(descriptor);
    if (size_ < layout::header_size) throw Error(name_ + ": is no gazetteer file: it has no header");
    if (bytes_ == nullptr) throw Error(name_ + ": cannot be mapped into memory: " + std::strerror(errno));
    try {
      read_header();
    } catch (...) {
      unmap();
      throw;
    }
  }
  ~Mapping() { unmap(); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  const layout::Header& header() const { return header_; }

  [[noreturn]] void fail(std::uint64_t at, std::string_view what) const {
    throw Error(fmt::format("{}: byte {}: {}; import the gazetteer again", name_, at, what));
  }

  /// Requires nothing: fails where the bytes are not all there.
  std::string_view bytes(std::uint64_t at, std::uint64_t size, std::string_view what) const {
    if (at > size_ || size > size_ - at) fail(at, fmt::format("{} reaches over the end of the file", what));
    return {bytes_ + at, size};
  }

 private:
  void unmap() {
    if (bytes_ != nullptr) ::munmap(const_cast<char*>(bytes_), size_);
    bytes_ = nullptr;
  }

  void read_header() {
    const std::string_view head(bytes_, layout::header_size);
    if (!head.starts_with(layout::magic)) throw Error(name_ + ": is no gazetteer file: expected HBGAZ at its begin");
    if (const int version = head[layout::magic.size()]; version != layout::version) {
      throw Error(fmt::format("{}: is of version {}, this program reads version {}; import the gazetteer again", name_,
                              version, int{layout::version}));
    }
    const auto number = [&](std::size_t i) { return layout::load<std::uint64_t>(bytes_ + 8 * i); };
    if (number(7) != layout::checksum(head.substr(0, 56), 0)) fail(0, "the header is damaged");
    header_ = {number(1), number(2), number(3), number(4), number(5), number(6)};
    if (header_.file_size != size_) {
      fail(size_, fmt::format("the file ends, expected {} bytes", header_.file_size));
    }
  }

  std::string name_;
  const char* bytes_ = nullptr;
  std::uint64_t size_ = 0;
  layout::Header header_;
};

GazetteerFile::GazetteerFile(const std::filesystem::path& file) : mapping_(std::make_unique<const Mapping>(file)) {}
GazetteerFile::~GazetteerFile() = default;
GazetteerFile::GazetteerFile(GazetteerFile&&) noexcept = default;
GazetteerFile& GazetteerFile::operator=(GazetteerFile&&) noexcept = default;

std::uint64_t GazetteerFile::entry_count() const { return mapping_->header().entry_count; }
std::uint64_t GazetteerFile::name_count() const { return mapping_->header().name_count; }

template <typename Use>
void GazetteerFile::each_place(std::uint64_t hash, Use use) const {
  const layout::Header& header = mapping_->header();
  if (header.home_lines == 0) return;
  for (std::uint64_t line = layout::home_line(hash, header.home_lines); line < header.lines; ++line) {
    const std::uint64_t at = layout::header_size + line * layout::line_size;
    const std::string_view bytes = mapping_->bytes(at, layout::line_size, "a line of slots");
    constexpr std::size_t slots_size = layout::slots_in_line * 8;
    if (layout::load<std::uint64_t>(bytes.data() + slots_size) != layout::checksum(bytes.substr(0, slots_size), line)) {
      mapping_->fail(at, "a line of slots is damaged");
    }
    for (std::uint32_t i = 0; i < layout::slots_in_line; ++i) {
      const auto slot = layout::load<std::uint64_t>(bytes.data() + 8 * i);
      if (slot == 0) return;
      constexpr std::uint64_t place_mask = (std::uint64_t{1} << layout::offset_bits) - 1;
      if (slot >> layout::offset_bits == (hash & 0xFFFFFFU) && use((slot & place_mask) - 1)) return;
    }
  }
}

/// The name's record, empty where there is none.
std::string_view GazetteerFile::find_record(std::uint64_t name_hash) const {
  std::string_view found;
  each_place(name_hash, [&](std::uint64_t place) {
    if ((place & layout::key_bit) != 0) return false;
    const std::string_view bytes = name_record(mapping_->header().names_begin() + place);
    if (layout::load<std::uint64_t>(bytes.data() + 8) != name_hash) return false;
    found = bytes;
    return true;
  });
  return found;
}

std::optional<std::uint64_t> GazetteerFile::find_key(std::string_view key) const {
  std::optional<std::uint64_t> found;
  each_place(key_hash(key), [&](std::uint64_t place) {
    if ((place & layout::key_bit) == 0) return false;
    const std::uint64_t at = place & ~layout::key_bit;
    const GazetteerRecord entity = record(at);
    if (entity.id != key && std::find(entity.links.begin(), entity.links.end(), key) == entity.links.end())
      return false;
    found = at;
    return true;
  });
  return found;
}

/// Candidates of the name at `at`; fails where the record is damaged.
std::string_view GazetteerFile::name_record(std::uint64_t at) const {
  const std::string_view head = mapping_->bytes(at, layout::name_head_size, "a name");
  const auto count = layout::load<std::uint16_t>(head.data() + 4);
  const std::string_view bytes = mapping_->bytes(at, layout::name_head_size + count * layout::candidate_size, "a name");
  const std::uint64_t place = at - mapping_->header().names_begin();
  if (layout::load<std::uint32_t>(bytes.data()) !=
      static_cast<std::uint32_t>(layout::checksum(bytes.substr(4), place))) {
    mapping_->fail(at, "a name is damaged");
  }
  return bytes;
}

bool GazetteerFile::contains(std::uint64_t name_hash) const { return !find_record(name_hash).empty(); }

std::optional<GazetteerFile::Found> GazetteerFile::find(std::uint64_t name_hash) const {
  const std::string_view bytes = find_record(name_hash);
  if (bytes.empty()) return std::nullopt;
  Found found;
  found.casing = bytes[6] == 0 ? Casing::capitals : Casing::acronym;
  const auto count = layout::load<std::uint16_t>(bytes.data() + 4);
  for (std::uint16_t i = 0; i < count; ++i) {
    const char* candidate = bytes.data() + layout::name_head_size + i * layout::candidate_size;
    found.candidates.push_back({layout::load<std::uint64_t>(candidate), layout::load<std::uint32_t>(candidate + 8)});
  }
  return found;
}

GazetteerRecord GazetteerFile::record(std::uint64_t record) const {
  const std::uint64_t at = mapping_->header().records_begin() + record;
  const std::string_view head = mapping_->bytes(at, layout::record_head_size, "an entity");
  const auto size = layout::load<std::uint32_t>(head.data() + 4);
  const std::string_view bytes = mapping_->bytes(at, layout::record_head_size + std::uint64_t{size}, "an entity");
  if (layout::load<std::uint32_t>(bytes.data()) !=
      static_cast<std::uint32_t>(layout::checksum(bytes.substr(4), record))) {
    mapping_->fail(at, "an entity is damaged");
  }
  std::size_t next = layout::record_head_size;
  const auto take = [&](std::size_t length) {
    if (length > bytes.size() - next) mapping_->fail(at, "an entity ends before its names");
    const std::string_view taken = bytes.substr(next, length);
    next += length;
    return taken;
  };
  const auto text = [&] { return std::string(take(layout::load<std::uint16_t>(take(2).data()))); };
  GazetteerRecord result;
  const auto kind = static_cast<unsigned char>(take(1).front());
  if (kind >= entity_kinds().size()) mapping_->fail(at, "an entity is of no known kind");
  result.kind = static_cast<EntityKind>(kind);
  result.rank = layout::load<std::uint32_t>(take(4).data());
  result.id = text();
  result.country = text();
  const auto links = static_cast<unsigned char>(take(1).front());
  for (unsigned char i = 0; i < links; ++i) {
    const auto form = static_cast<unsigned char>(take(1).front());
    const auto number = layout::load<std::uint32_t>(take(4).data());
    const auto degrees = [](std::uint32_t parts) { return static_cast<std::int32_t>(parts) / layout::degree_parts; };
    switch (static_cast<layout::LinkForm>(form)) {
      case layout::LinkForm::wikidata:
        result.links.push_back("wikidata:Q" + std::to_string(number));
        break;
      case layout::LinkForm::geonames:
        result.links.push_back("geonames:" + std::to_string(number));
        break;
      case layout::LinkForm::position:
        result.links.push_back(GeoPoint{degrees(number), degrees(layout::load<std::uint32_t>(take(4).data()))}.link());
        break;
      default:
        mapping_->fail(at, "a link is of no known form");
    }
  }
  const auto names = layout::load<std::uint16_t>(take(2).data());
  for (std::uint16_t i = 0; i < names; ++i) {
    std::string language = text();
    result.names.emplace_back(std::move(language), text());
  }
  return result;
}

}  // namespace habari
