#pragma once

#include <habari/core/article.hpp>

#include <array>
#include <string>
#include <utility>

namespace habari {

/// What the document format calls the fields of a Publication.
inline constexpr std::array<std::pair<const char*, std::string Publication::*>, 5> publication_members = {
    {{"outlet", &Publication::outlet},
     {"author", &Publication::author},
     {"section", &Publication::section},
     {"published", &Publication::published},
     {"updated", &Publication::updated}}};

}  // namespace habari
