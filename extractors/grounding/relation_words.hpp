#pragma once

#include "lexicon/lexicon.hpp"

#include <habari/core/sentence.hpp>
#include <habari/extractors/extractor.hpp>

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace habari {

/// What the words of a statement's relation (`met with`, `was_elected`, `alikutana na`) may be called: itself, and the
/// lemmas of its verbs and nouns, read as words of `language` and as English.
std::set<std::string> relation_names(const Extractor& extractor, std::string_view relation,
                                     const std::string& language);

/// What a word tells of.
struct WordSense {
  std::string lemma;
  std::string label;
  EventType type = EventType::other;
  const RoleMap* roles = nullptr;  ///< Of the lexicon's row, where it has one.
};

/// A verb's or a noun's, as the lexicon has it; a verb that it lacks is called by its lemma. Nothing for other words.
std::optional<WordSense> word_sense(const Lexicon& lexicon, const Token& token);

}  // namespace habari
