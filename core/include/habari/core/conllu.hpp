#pragma once

#include <habari/core/sentence.hpp>

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// A sentence read from CoNLL-U, with the text its spans point into.
struct ConlluSentence {
  std::string text;      ///< `# text`, or the forms joined by SpaceAfter where that comment is absent.
  Sentence sentence;     ///< Spans are byte offsets into `text`.
  std::size_t line = 0;  ///< Of its first word, 1-based.
  std::optional<std::string> new_document;  ///< `# newdoc` stands before it: its id, or empty.
  bool new_paragraph = false;               ///< `# newpar` stands before it.
  bool space_after = true;                  ///< Its last token does not carry SpaceAfter=No.
};

/// Reads CoNLL-U sentence by sentence from a stream.
/// Multiword tokens give their words one shared span; empty nodes are passed over; a HEAD of `_` is read as 0 with
/// relation `dep` where `partial_trees` allows it; what heads there are must still make no cycle and one root at most.
/// Names are taken from MISC: `NER=B-person` at a name's first word, `NER=I-person` at the others; the kinds are those
/// of EntityKind, others are passed over.
/// Errors: Error `FILE:LINE: …` names line and field; the reader then stands behind the bad sentence and can go on.
/// What was read of it (`new_document` above all) is then in `out`.
/// Source: https://universaldependencies.org/format.html
class ConlluReader {
 public:
  /// What is accepted.
  struct Options {
    bool partial_trees = false;  ///< Accept words without a head (partly annotated treebanks).
  };

  /// `in` must outlive the reader; `file_name` is for messages.
  ConlluReader(std::istream& in, std::string file_name) : ConlluReader(in, std::move(file_name), Options{}) {}
  ConlluReader(std::istream& in, std::string file_name, Options options);  ///< `file_name` is for messages.

  /// False at the end of the input.
  bool next(ConlluSentence& out);

 private:
  std::istream& in_;
  std::string file_name_;
  Options options_;
  std::size_t line_ = 0;
};

/// Appends one sentence, with `# sent_id` and `# text`, its names in MISC, and the blank line that ends it.
void append_conllu(std::string& out, const Sentence& sentence, std::string_view article_text);

}  // namespace habari
