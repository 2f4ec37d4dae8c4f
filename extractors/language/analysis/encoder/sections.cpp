#include "analysis/encoder/sections.hpp"

#include "analysis/encoder/layout.hpp"
#include "analysis/encoder/piece_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace habari::encoder {
namespace {

/// Larger numbers come from no training, and could overflow further up.
constexpr float largest_number = 1e4F;

[[noreturn]] void fail(const learned::ModelFile& file, const std::string& name) {
  file.fail("model is damaged: section " + name);
}

}  // namespace

Sizes read_sizes(const learned::ModelFile& file) {
  const auto values = file.values<std::uint32_t>(section::sizes, section::size_count);
  const Sizes sizes{.width = values[0],
                    .layers = values[1],
                    .attention_heads = values[2],
                    .inner = values[3],
                    .pieces = values[4],
                    .positions = values[5],
                    .arc = values[6],
                    .label = values[7],
                    .mixed_layers = values[8]};
  constexpr std::array<std::uint32_t, section::size_count> largest = {2048, 64,   64,   8192, 1U << 20U,
                                                                      4096, 1024, 1024, 64};
  bool is_good = true;
  for (std::size_t i = 0; i < largest.size(); ++i) is_good = is_good && values[i] > 0 && values[i] <= largest[i];
  for (const std::size_t size : {sizes.width, sizes.inner, sizes.arc, sizes.label}) is_good = is_good && size % 64 == 0;
  is_good = is_good && sizes.width == sizes.attention_heads * head_width && sizes.mixed_layers <= sizes.layers &&
            sizes.positions >= PieceTable::most_pieces + 2;
  if (!is_good) fail(file, section::sizes);
  return sizes;
}

Weights read_weights(const learned::ModelFile& file, const std::string& name, std::size_t inputs, std::size_t outputs) {
  const std::string_view bytes = file.section(name);
  if (bytes.size() != outputs * (12 + inputs)) fail(file, name);
  const char* at = bytes.data();
  const Weights weights{.inputs = inputs,
                        .outputs = outputs,
                        .factors = reinterpret_cast<const float*>(at),
                        .biases = reinterpret_cast<const float*>(at + 4 * outputs),
                        .offsets = reinterpret_cast<const std::int32_t*>(at + 8 * outputs),
                        .values = reinterpret_cast<const std::int8_t*>(at + 12 * outputs)};
  for (std::size_t i = 0; i < 2 * outputs; ++i) {
    if (!(std::abs(weights.factors[i]) <= largest_number)) fail(file, name);
  }
  const auto largest_offset = static_cast<std::int32_t>(128 * largest_weight * inputs);
  for (std::size_t n = 0; n < outputs; ++n) {
    if (weights.offsets[n] < -largest_offset || weights.offsets[n] > largest_offset) fail(file, name);
  }
  std::int8_t lowest = 0;
  std::int8_t highest = 0;
  for (std::size_t i = 0; i < inputs * outputs; ++i) {
    lowest = std::min(lowest, weights.values[i]);
    highest = std::max(highest, weights.values[i]);
  }
  if (lowest < -largest_weight || highest > largest_weight) fail(file, name);
  return weights;
}

std::span<const float> read_floats(const learned::ModelFile& file, const std::string& name, std::size_t count) {
  const auto floats = file.values<float>(name, count);
  for (const float x : floats) {
    if (!(std::abs(x) <= largest_number)) fail(file, name);
  }
  return floats;
}

ByteTable read_table(const learned::ModelFile& file, const std::string& rows, const std::string& factors,
                     std::size_t count, std::size_t width) {
  return {file.values<std::int8_t>(rows, count * width), read_floats(file, factors, count)};
}

}  // namespace habari::encoder
