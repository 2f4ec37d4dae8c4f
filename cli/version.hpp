#pragma once

#include <string>

namespace habari::cli {

/// What `--version` prints: the program's version, where its data are, and what they are: the languages, the models and
/// the tables with checksums that change with their bytes.
std::string version_text();

}  // namespace habari::cli
