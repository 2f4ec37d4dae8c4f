#include "identity/local_entities.hpp"

#include <algorithm>

namespace habari {

bool is_own_name(std::string_view id) { return is_local_entity_id(id) && !id.starts_with("thing/"); }

NameForm phrase_of_local_id(std::string_view id) { return name_form(id.substr(id.find('-') + 1)); }

bool all_words_in(const NameForm& part, const NameForm& whole) {
  return std::all_of(part.words.begin(), part.words.end(), [&](const std::u32string& word) {
    return std::find(whole.words.begin(), whole.words.end(), word) != whole.words.end();
  });
}

}  // namespace habari
