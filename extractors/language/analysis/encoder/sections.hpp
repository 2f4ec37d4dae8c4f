#pragma once

#include "analysis/encoder/kernels.hpp"
#include "analysis/model/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace habari::encoder {

/// The sizes of a model. Invariant: within bounds that keep every product and sum finite.
struct Sizes {
  std::size_t width = 0;
  std::size_t layers = 0;
  std::size_t attention_heads = 0;
  std::size_t inner = 0;
  std::size_t pieces = 0;
  std::size_t positions = 0;
  std::size_t arc = 0;
  std::size_t label = 0;
  std::size_t mixed_layers = 0;
};

/// Each reads a section and checks all that is in it.
/// Errors: Error where it is missing or does not fit.
Sizes read_sizes(const learned::ModelFile& file);
Weights read_weights(const learned::ModelFile& file, const std::string& name, std::size_t inputs, std::size_t outputs);
std::span<const float> read_floats(const learned::ModelFile& file, const std::string& name, std::size_t count);

/// Rows of bytes with a factor each.
struct ByteTable {
  std::span<const std::int8_t> rows;
  std::span<const float> factors;
};
ByteTable read_table(const learned::ModelFile& file, const std::string& rows, const std::string& factors,
                     std::size_t count, std::size_t width);

/// The next multiple of 16.
constexpr std::size_t padded(std::size_t count) { return (count + 15) / 16 * 16; }

}  // namespace habari::encoder
