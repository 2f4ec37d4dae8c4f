#pragma once

#include "times/time_expressions.hpp"

#include <string>

namespace habari {

/// ISO 8601 value of a time in an article of that date, empty where none can be known. Whether the clause that the time
/// stands in tells of what is to come decides between the last and the next Tuesday.
std::string time_value(const FoundTime& time, const Article& article, std::span<const Piece> pieces,
                       std::span<const Sentence> sentences, const Lexicon& lexicon);

}  // namespace habari
