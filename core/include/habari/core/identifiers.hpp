#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace habari {

/// A name-based identifier: equal keys have equal identifiers on every machine and in every run.
/// Source: RFC 4122 section 4.3, version 5 (SHA-1).
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};  ///< As RFC 4122 orders them.
  std::string text() const;              ///< `2ed6657d-e927-568b-95e1-2665a8aea6a2`
  friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

/// The identifier of `key` in Habari's name space, 8b1f0a52-6d3e-5c47-9a60-4f2d7c11e0b3.
Uuid name_uuid(std::string_view key);

/// A list of fields as one key that no other list has: each as a netstring, `4:meet,`.
/// Source: https://cr.yp.to/proto/netstrings.txt
class IdentityKey {
 public:
  IdentityKey() = default;
  IdentityKey(std::initializer_list<std::string_view> fields) {  ///< Of these fields, in this order.
    for (const std::string_view field : fields) add(field);
  }
  void add(std::string_view field);                  ///< Appends a field.
  Uuid uuid() const { return name_uuid(text_); }     ///< The name-based identifier of the key.
  const std::string& text() const { return text_; }  ///< All fields as netstrings.

 private:
  std::string text_;
};

/// Identifier of a participant without a name, local to its article: `thing/0f1e2d3c4b5a6978-wachambuzi-wa-siasa`.
/// Phrases that differ in white space, in the case of ASCII letters or in punctuation at their ends are one.
std::string local_entity_id(std::string_view article_id, std::string_view phrase);

/// Whether `id` is one that local_entity_id gives.
bool is_local_entity_id(std::string_view id);

}  // namespace habari
