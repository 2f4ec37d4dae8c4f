#pragma once

#include "cleaning/boilerplate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A plain text without its boilerplate: the lines that stay, and the blank lines between them, as they were.
std::string remove_boilerplate(std::string text, const BoilerplateFilter& filter);

/// Joins the lines of paragraphs that were wrapped at a fixed width: the line feeds inside become blanks.
/// Leaves a text alone whose lines do not look wrapped.
void unwrap_lines(std::string& text);

/// The first line, where it is a headline: short, no sentence, with more text behind it. Empty otherwise.
std::string_view headline_of(std::string_view text);

/// Puts the title in front of the text, unless that begins with it.
void put_title_first(std::string& text, std::string_view title);

}  // namespace habari
