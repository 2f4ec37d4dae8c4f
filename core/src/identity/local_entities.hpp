#pragma once

#include "identity/name_form.hpp"

#include <string_view>

namespace habari {

/// The words that the identifier of a local entity was made of.
NameForm phrase_of_local_id(std::string_view id);

/// Whether each word of `part` is one of `whole`.
bool all_words_in(const NameForm& part, const NameForm& whole);

}  // namespace habari
