#include <habari/core/identifiers.hpp>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>

#include <algorithm>

namespace habari {
namespace {

constexpr boost::uuids::uuid habari_namespace = {
    {0x8b, 0x1f, 0x0a, 0x52, 0x6d, 0x3e, 0x5c, 0x47, 0x9a, 0x60, 0x4f, 0x2d, 0x7c, 0x11, 0xe0, 0xb3}};

constexpr std::size_t longest_slug = 64;
constexpr std::size_t short_hash_digits = 16;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_edge_punctuation(char c) { return std::string_view("\"'`.,;:!?()[]{}<>-").find(c) != std::string_view::npos; }
bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string normalise(std::string_view phrase) {
  std::string slug;
  for (const char c : phrase) {
    if (is_space(c)) {
      if (!slug.empty() && slug.back() != '-') slug += '-';
    } else {
      slug += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  const auto first = std::find_if_not(slug.begin(), slug.end(), is_edge_punctuation);
  const auto last = std::find_if_not(slug.rbegin(), std::make_reverse_iterator(first), is_edge_punctuation).base();
  return {first, last};
}

std::string short_hash(std::string_view text) {
  std::string digits = name_uuid(text).text();
  std::erase(digits, '-');
  return digits.substr(0, short_hash_digits);
}

}  // namespace

std::string Uuid::text() const {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += digits[bytes[i] >> 4U];
    text += digits[bytes[i] & 15U];
  }
  return text;
}

Uuid name_uuid(std::string_view key) {
  boost::uuids::name_generator_sha1 generator(habari_namespace);
  const boost::uuids::uuid made = generator(key.data(), key.size());
  Uuid result;
  std::copy(made.begin(), made.end(), result.bytes.begin());
  return result;
}

void IdentityKey::add(std::string_view field) {
  text_ += std::to_string(field.size());
  text_ += ':';
  text_ += field;
  text_ += ',';
}

std::string local_entity_id(std::string_view article_id, std::string_view phrase) {
  std::string slug = normalise(phrase);
  if (slug.empty()) {
    slug = short_hash(phrase);
  } else if (slug.size() > longest_slug) {
    const std::string hash = short_hash(slug);
    std::size_t cut = longest_slug;
    while (continues_code_point(slug[cut])) --cut;
    slug.resize(cut);
    slug += '-';
    slug += hash;
  }
  return "thing/" + short_hash(article_id) + "-" + slug;
}

bool is_local_entity_id(std::string_view id) {
  const std::size_t hash_begin = id.find('/') + 1;
  if (hash_begin == 0 || id.size() < hash_begin + short_hash_digits + 1) return false;
  const std::string_view hash = id.substr(hash_begin, short_hash_digits);
  return id[hash_begin + short_hash_digits] == '-' &&
         hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace habari
