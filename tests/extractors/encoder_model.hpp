#pragma once

#include "analysis/encoder/layout.hpp"
#include "analysis/encoder/sections.hpp"
#include "analysis/learned/training/random.hpp"
#include "analysis/model/kernels.hpp"
#include "analysis/model/model_file.hpp"

#include <habari/core/sentence.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace habari::encoder {

/// A small model of the encoder with random weights: what it says means nothing, and must be the same everywhere.
class RandomModel {
 public:
  explicit RandomModel(Sizes sizes, std::uint64_t seed = 7, std::string languages = "en\nsw")
      : sizes_(sizes), languages_(std::move(languages)), random_(seed) {
    add_pieces();
    add_transformer();
    add_heads();
  }

  std::string bytes() const { return writer_.bytes(); }

  static Sizes small() {
    return {.width = 64,
            .layers = 3,
            .attention_heads = 2,
            .inner = 128,
            .pieces = 0,
            .positions = 48,
            .arc = 64,
            .label = 64,
            .mixed_layers = 2};
  }
  static std::vector<std::pair<std::string, float>> pieces() {
    const std::string mark = "\xE2\x96\x81";
    std::vector<std::pair<std::string, float>> all;
    for (const char* text :
         {"a", "b", "d", "e", "i", "k", "l",   "m",    "n",  "o",  "r",  "s",   "t",    "u",  "w",  "y", ".",
          ",", "A", "B", "K", "R", "é", "ali", "sema", "ku", "wa", "tu", "ana", "raia", "is", "ma", "1"}) {
      all.emplace_back(text, -5.0F - 0.1F * static_cast<float>(all.size()));
    }
    for (const char* text : {"", "wa", "ali", "alisema", "Rais", "rais", "ku", "m", "K", "RAIS"}) {
      all.emplace_back(mark + text, -4.0F - 0.1F * static_cast<float>(all.size()));
    }
    std::sort(all.begin(), all.end());
    return all;
  }
  static constexpr const char* tags =
      "NOUN\tNN\tNumber=Plur\nNOUN\tNN\tNumber=Sing\nPROPN\tNNP\t\nPUNCT\t.\t\nVERB\tVBD\tTense=Past\nVERB\tVBP\t";
  static constexpr const char* relations = "acl:relcl\nnmod\nnsubj\nnsubj:pass\nobj\npunct\nroot";
  static constexpr const char* kinds = "person\norganization\nplace";

 private:
  std::vector<std::int8_t> random_bytes(std::size_t count, int largest) {
    std::vector<std::int8_t> values(count);
    for (auto& x : values) {
      x = static_cast<std::int8_t>(static_cast<int>(random_.below(static_cast<std::size_t>(2 * largest + 1))) -
                                   largest);
    }
    return values;
  }

  std::vector<float> random_floats(std::size_t count, float middle, float spread) {
    std::vector<float> values(count);
    for (float& x : values) x = middle + spread * random_.normal();
    return values;
  }

  void add_weights(const std::string& name, std::size_t inputs, std::size_t outputs, float size = 1.0F) {
    const std::vector<std::int8_t> values = random_bytes(inputs * outputs, largest_weight);
    std::vector<std::int32_t> offsets(outputs, 0);
    for (std::size_t n = 0; n < outputs; ++n) {
      for (std::size_t k = 0; k < inputs; ++k) offsets[n] -= 128 * values[learned::packed_place(n, k, outputs, inputs)];
    }
    // So that a product's outputs are about as large as its inputs.
    const float factor = size / (36.0F * std::sqrt(static_cast<float>(inputs)));
    std::string section;
    const auto append = [&](const auto& numbers) {
      section.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(numbers[0]));
    };
    append(random_floats(outputs, factor, factor * 0.1F));
    append(random_floats(outputs, 0, 0.1F));
    append(offsets);
    append(values);
    writer_.add(name, section);
  }

  void add_norm(const std::string& name) {
    std::vector<float> values = random_floats(sizes_.width, 1, 0.1F);
    const std::vector<float> biases = random_floats(sizes_.width, 0, 0.1F);
    values.insert(values.end(), biases.begin(), biases.end());
    writer_.add_values(name, values);
  }

  void add_pieces() {
    const auto all = pieces();
    sizes_.pieces = all.size();
    std::string text;
    std::vector<std::uint32_t> ends;
    std::vector<float> scores;
    for (const auto& [piece, score] : all) {
      text += piece;
      ends.push_back(static_cast<std::uint32_t>(text.size()));
      scores.push_back(score);
    }
    writer_.add(section::piece_text, text);
    writer_.add_values(section::piece_ends, ends);
    writer_.add_values(section::piece_scores, scores);
  }

  void add_transformer() {
    const std::size_t width = sizes_.width;
    std::vector<std::uint32_t> numbers;
    for (const std::size_t size : {width, sizes_.layers, sizes_.attention_heads, sizes_.inner, sizes_.pieces,
                                   sizes_.positions, sizes_.arc, sizes_.label, sizes_.mixed_layers}) {
      numbers.push_back(static_cast<std::uint32_t>(size));
    }
    writer_.add_values(section::sizes, numbers);
    const std::size_t rows = sizes_.pieces + section::special_rows;
    writer_.add_values(section::embeddings, random_bytes(rows * width, 127));
    writer_.add_values(section::embedding_factors, random_floats(rows, 0.01F, 0.001F));
    writer_.add_values(section::positions, random_bytes(sizes_.positions * width, 127));
    writer_.add_values(section::position_factors, random_floats(sizes_.positions, 0.005F, 0.001F));
    add_norm(section::embedding_norm);
    for (std::size_t l = 0; l < sizes_.layers; ++l) {
      add_weights(section::layer(l, "qkv"), width, 3 * width);
      add_weights(section::layer(l, "out"), width, width);
      add_norm(section::layer(l, "norm.attention"));
      add_weights(section::layer(l, "inner"), width, sizes_.inner);
      add_weights(section::layer(l, "outer"), sizes_.inner, width);
      add_norm(section::layer(l, "norm.output"));
    }
    writer_.add_values(section::mix, random_floats(2 * sizes_.mixed_layers, 0.5F, 0.2F));
  }

  void add_heads() {
    const auto lines = [](std::string_view text) {
      return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    };
    writer_.add(section::languages, languages_);
    writer_.add(section::tags, tags);
    writer_.add(section::relations, relations);
    writer_.add(section::kinds, kinds);
    add_weights(section::heads, sizes_.width, padded(2 * sizes_.arc + 2 * sizes_.label + upos_count + lines(tags)));
    add_weights(section::arc, sizes_.arc, sizes_.arc);
    add_weights(section::label, sizes_.label, padded(lines(relations) * (sizes_.label + 1)));
    add_weights(section::names, sizes_.width, padded(2 * lines(kinds) + 1));
  }

  Sizes sizes_;
  std::string languages_;
  learned::Random random_;
  learned::ModelWriter writer_{std::string(section::language)};
};

inline const std::string& small_model() {
  static const std::string bytes = RandomModel(RandomModel::small()).bytes();
  return bytes;
}

inline learned::ModelFile open_model(std::string bytes) {
  return learned::ModelFile::from_bytes(std::move(bytes), "encoder.bin", section::language);
}

}  // namespace habari::encoder
