#pragma once

#include "identity/name_form.hpp"

#include <string_view>

namespace habari {

/// Whether it is of a name that is its article's own (`person/0123456789abcdef-neema`), not of common words.
bool is_own_name(std::string_view id);

/// Whether `id` is one that local_entity_id gives.
bool is_local_entity_id(std::string_view id);

/// The words that such an identifier was made of.
NameForm phrase_of_local_id(std::string_view id);

/// Whether each word of `part` is one of `whole`.
bool all_words_in(const NameForm& part, const NameForm& whole);

}  // namespace habari
