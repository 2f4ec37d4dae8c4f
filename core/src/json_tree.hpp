#pragma once

#include <rapidjson/document.h>

#include <string_view>

namespace habari {

/// The tree of a JSON text, numbers as near to their digits as a double is.
/// Errors: Error that names the byte.
rapidjson::Document json_tree(std::string_view json);

}  // namespace habari
