#pragma once

#include <habari/core/sentence.hpp>

#include <string>
#include <string_view>

namespace habari::encoder {

/// Whether a sentence is written in capitals throughout, as headlines are: three words or more with letters, none of
/// them lower-case.
bool is_in_capitals(const Sentence& sentence);

/// `form` with its first letter as it is and the others in lower case. Requires: valid UTF-8.
std::string title_case(std::string_view form);

}  // namespace habari::encoder
