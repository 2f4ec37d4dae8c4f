#pragma once

#include "analysis/segmentation/segmenter.hpp"
#include "analysis/sw/swahili_words.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace habari {

inline const std::filesystem::path& languages_folder() {
  static const std::filesystem::path folder = std::filesystem::path(HABARI_DATA_DIR) / "languages";
  return folder;
}

/// Swahili, by rule alone.
inline const segmentation::Segmenter& swahili_segmenter() {
  static const segmentation::Segmenter segmenter(
      segmentation::Tables(languages_folder() / "sw"),
      swahili::share_swahili_words(languages_folder() / "sw", std::filesystem::path(HABARI_DATA_DIR) / "gazetteer"));
  return segmenter;
}

/// English, with its model.
inline const segmentation::Segmenter& english_segmenter() {
  static const segmentation::Segmenter segmenter(segmentation::Tables(languages_folder() / "en"), nullptr,
                                                 std::make_shared<const learned::ModelFile>(learned::ModelFile::open(
                                                     languages_folder() / "en" / "model.bin", "en")));
  return segmenter;
}

/// The words of all sentences, sentences set apart by `|`.
inline std::string words_of(const segmentation::Segmenter& segmenter, std::string_view text) {
  std::string out;
  for (const Sentence& sentence : segmenter.segment(text)) {
    if (!out.empty()) out += " |";
    for (const Token& token : sentence.tokens) out += (out.empty() ? "" : " ") + token.form;
  }
  return out;
}

}  // namespace habari
