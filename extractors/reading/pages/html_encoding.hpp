#pragma once

#include <string>

namespace habari {

/// Turns a page that is no UTF-8 and says which encoding it has (`<meta charset=windows-1252>`) into UTF-8.
/// Leaves all others as they are.
void decode_html(std::string& page);

}  // namespace habari
