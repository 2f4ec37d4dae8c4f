#pragma once

#include <habari/core/sentence.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// Takes up what MISC says of a word's name: `NER=B-person`, `NER=I-person`. A word inside a name that none began
/// begins it; kinds that are none of ours are passed over.
void add_name_tag(std::vector<SentenceName>& names, std::uint32_t token, std::string_view misc);

/// What MISC says of a word's name; empty where it is in none. `names` in text order.
std::string name_tag(const std::vector<SentenceName>& names, std::uint32_t token);

}  // namespace habari
