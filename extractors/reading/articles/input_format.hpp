#pragma once

#include <habari/extractors/article_reader.hpp>

#include <optional>
#include <string_view>

namespace habari {

/// The format that a file name's extension tells (before `.gz`), nothing where it tells none.
/// `.json` is automatic: objects one a line are often so named.
std::optional<InputFormat> format_of_name(std::string_view name);

/// The format that the first bytes look like; text where they look like no other.
InputFormat format_of_content(std::string_view first_bytes);

}  // namespace habari
