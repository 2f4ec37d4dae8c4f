#pragma once

#include "references/discourse.hpp"

#include <optional>

namespace habari {

/// Of whom a noun phrase speaks that was spoken of before: `the minister`, `kampuni hiyo`. Nothing where it is somebody
/// or something new, or cannot be told.
std::optional<std::uint32_t> described_before(const Discourse& discourse, const Expression& noun);

}  // namespace habari
