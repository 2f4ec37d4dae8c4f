#pragma once

#include "analysis/encoder/reader.hpp"

#include <filesystem>
#include <memory>

namespace habari::encoder {

/// The reader of a model file, opened once for all that use it at the same time. May be called from several threads.
/// Errors: Error as open_reader.
std::shared_ptr<const EncoderReader> shared_reader(const std::filesystem::path& model);

}  // namespace habari::encoder
