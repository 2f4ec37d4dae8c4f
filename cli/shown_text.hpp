#pragma once

#include <string>
#include <string_view>

namespace habari::cli {

/// `message` as one line that a terminal may show: control characters, marks of direction and bytes that are no UTF-8
/// are escaped (`\x1b`, `\n`, `\u202e`), the secrets of URLs masked. Tabs stay.
std::string shown_text(std::string_view message);

}  // namespace habari::cli
