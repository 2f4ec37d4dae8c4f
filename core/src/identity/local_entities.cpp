#include "identity/local_entities.hpp"

#include <algorithm>

namespace habari {

bool is_local_entity_id(std::string_view id) {
  constexpr std::size_t hash_digits = 16;
  const std::size_t hash_begin = id.find('/') + 1;
  if (hash_begin == 0 || id.size() < hash_begin + hash_digits + 1) return false;
  const std::string_view hash = id.substr(hash_begin, hash_digits);
  return id[hash_begin + hash_digits] == '-' && hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_own_name(std::string_view id) { return is_local_entity_id(id) && !id.starts_with("thing/"); }

NameForm phrase_of_local_id(std::string_view id) { return name_form(id.substr(id.find('-') + 1)); }

bool all_words_in(const NameForm& part, const NameForm& whole) {
  return std::all_of(part.words.begin(), part.words.end(), [&](const std::u32string& word) {
    return std::find(whole.words.begin(), whole.words.end(), word) != whole.words.end();
  });
}

}  // namespace habari
