#pragma once

#include "identity/name_form.hpp"

#include <habari/core/identifiers.hpp>

#include <string_view>

namespace habari {

/// Whether it is of a name that is its article's own (`person/0123456789abcdef-neema`), not of common words.
bool is_own_name(std::string_view id);

/// The words that the identifier of a local entity was made of.
NameForm phrase_of_local_id(std::string_view id);

/// Whether each word of `part` is one of `whole`.
bool all_words_in(const NameForm& part, const NameForm& whole);

}  // namespace habari
