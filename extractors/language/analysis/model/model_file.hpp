#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari::learned {

/// Collects named sections and writes them as one model file: a header (magic, version, language, size, checksum),
/// a table of sections, and the sections, each at a multiple of 64 bytes. Little-endian.
class ModelWriter {
 public:
  explicit ModelWriter(std::string language) : language_(std::move(language)) {}

  /// Requires: a name of at most 23 bytes that was not added before.
  void add(std::string_view name, std::string bytes);
  template <typename T>
  void add_values(std::string_view name, const std::vector<T>& values) {
    add(name, std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)));
  }

  std::string bytes() const;
  /// The file is there whole or not at all, as a WholeFile is.
  /// Errors: Error if it cannot be written.
  void write(const std::filesystem::path& path) const;

 private:
  std::string language_;
  std::map<std::string, std::string, std::less<>> sections_;
};

/// A model file in memory, its sections checked to lie inside it. Opening maps it and reads it once for the checksum.
class ModelFile {
 public:
  /// Errors: Error names the file and what is wrong: it cannot be read, is no model, is cut or damaged, is of another
  /// version, or was trained for another language than `language`.
  static ModelFile open(const std::filesystem::path& path, std::string_view language);
  /// The same over bytes in memory; `name` stands for the file in messages.
  static ModelFile from_bytes(std::string bytes, std::string name, std::string_view language);

  ~ModelFile();
  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&&) = delete;

  std::uint32_t checksum() const { return checksum_; }  ///< CRC-32 of all that follows it in the header.
  std::vector<std::string> section_names() const;
  bool has(std::string_view section) const { return sections_.contains(section); }
  /// Errors: Error where there is no such section.
  std::string_view section(std::string_view name) const;
  /// A section as `count` numbers.
  /// Errors: Error where its size is another.
  template <typename T>
  std::span<const T> values(std::string_view name, std::size_t count) const {
    const std::string_view bytes = section(name);
    if (bytes.size() != count * sizeof(T)) fail_size(name, bytes.size(), count * sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), count};
  }
  /// As many numbers as the section holds.
  template <typename T>
  std::span<const T> values(std::string_view name) const {
    const std::string_view bytes = section(name);
    if (bytes.size() % sizeof(T) != 0) fail_size(name, bytes.size(), bytes.size() / sizeof(T) * sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  [[noreturn]] void fail(const std::string& message) const;

 private:
  ModelFile() = default;
  void check(std::string_view language);
  [[noreturn]] void fail_size(std::string_view name, std::size_t found, std::size_t expected) const;

  std::string name_;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::uint32_t checksum_ = 0;
  void* mapping_ = nullptr;
  std::vector<std::uint64_t> copy_;  ///< Holds the bytes, aligned, where they were not mapped.
  std::map<std::string, std::string_view, std::less<>> sections_;
};

}  // namespace habari::learned
