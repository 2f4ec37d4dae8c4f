#pragma once

#include "words/found_name.hpp"

#include <string_view>
#include <vector>

namespace habari {

/// An article means one thing by one name: a name that is read in one way at least twice as often as in all others is
/// that each time it stands there.
void settle_kinds(std::string_view text, std::vector<FoundName>& names);

}  // namespace habari
