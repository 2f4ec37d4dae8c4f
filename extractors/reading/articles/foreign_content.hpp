#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// What these first bytes of a file are, if they are no text, and what to do with it instead: `a PDF, no text; …`.
std::optional<std::string> foreign_bytes(std::string_view first_bytes);

/// The same by a file name's ending: tables and graphs.
std::optional<std::string> foreign_name(std::string_view name);

/// The same for text that is no article: tables, graphs, mail, other XML.
std::optional<std::string> foreign_text(std::string_view first_bytes);

}  // namespace habari
