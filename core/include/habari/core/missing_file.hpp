#pragma once

#include <string>
#include <string_view>

namespace habari {

/// What a user is told whose input is not there: `NAME: no such file or folder`, and what to do where the name is an
/// address, a text or a pattern, or where the folder has a file that is called nearly so. `name` is of any bytes.
std::string missing_file_message(std::string_view name);

}  // namespace habari
