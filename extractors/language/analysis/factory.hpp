#pragma once

#include "analysis/parts/known_words.hpp"
#include "analysis/parts/morphology.hpp"

#include <habari/extractors/data_directory.hpp>

#include <memory>
#include <string_view>

namespace habari {

/// The morphology for a language folder of `data`; nothing where the language has none.
/// Errors: Error where one of its files is bad.
std::unique_ptr<const Morphology> make_morphology(std::string_view language, const DataDirectory& data);

/// The words of a language that has data.
/// Errors: Error where one of its tables is bad.
std::shared_ptr<const KnownWords> make_known_words(std::string_view language, const DataDirectory& data);

}  // namespace habari
