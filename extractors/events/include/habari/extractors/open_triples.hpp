#pragma once

#include <habari/core/text.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A phrase of an open triple: its words as they stand in the text, words that belong elsewhere left out.
struct OpenPhrase {
  std::string text;         ///< White space is one blank. A relation may hold words that the text leaves unsaid (`is`).
  std::vector<Span> spans;  ///< Where its words stand, in text order; empty where the text leaves them all unsaid.
};

/// What one clause or noun phrase states, in the words of the text: subject, relation, arguments.
/// Source of the form: Bhardwaj et al., CaRB: A Crowdsourced Benchmark for Open IE, EMNLP 2019.
struct OpenTriple {
  Span sentence;  ///< Where it is stated.
  /// Expected share of its words that a reader would have written too, 0 to 1. docs/open-triples.md has the table.
  double confidence = 0;
  OpenPhrase relation;                ///< What is stated.
  OpenPhrase subject;                 ///< Of whom or what.
  std::vector<OpenPhrase> arguments;  ///< The object first, then the others in text order; empty for `He left`.
};

/// Appends `sentence TAB confidence TAB relation TAB subject TAB argument…` and a line feed. White space inside a cell
/// is one blank; confidence has three decimals.
void append_tsv(std::string& out, const OpenTriple& triple, std::string_view sentence);

}  // namespace habari
