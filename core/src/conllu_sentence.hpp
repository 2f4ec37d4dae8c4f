#pragma once

#include <habari/core/conllu.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// Places surface tokens in the text: found in `# text` where there is one, appended to a text of our own where not.
class ConlluText {
 public:
  /// Passed over once there are words: they have their places already.
  void set(std::string_view text);
  /// False where the given text does not continue with `form`.
  bool place(std::string_view form, bool space_after, Span& span);
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::size_t at_ = 0;
  bool given_ = false;
  bool has_words_ = false;
  bool space_pending_ = false;
};

/// Makes a sentence of the lines between two blank ones. The first fault counts; the words behind it are passed over.
class ConlluSentenceParser {
 public:
  struct Failure {
    std::size_t line = 0;
    std::string message;
  };

  ConlluSentenceParser(ConlluSentence& out, const ConlluReader::Options& options) : out_(out), options_(options) {}

  /// A line that is not blank; `number` is its own, 1-based.
  void add(std::string_view line, std::size_t number);
  /// A line that was too long to be held.
  void add_too_long(std::size_t number) { fail_at(number, too_long()); }
  /// Checks the tree and completes the sentence; what was wrong with it, or nothing.
  std::optional<Failure> finish();

  /// The longest line that is read, and all words' lines of a sentence together.
  static constexpr std::size_t max_bytes = std::size_t{1} << 24U;

 private:
  using Columns = std::array<std::string_view, 10>;

  void add_comment(std::string_view line);
  std::string identifier(std::string_view text);
  void add_range(const Columns& columns, std::size_t dash);
  void add_word(const Columns& columns);
  void read_head(std::string_view column, Token& token);
  void read_relation(std::string_view column, Token& token);
  void check_heads();
  void check_tree();
  void fail_at(std::size_t line, std::string message);
  void fail(std::string message) { fail_at(line_, std::move(message)); }
  static std::string too_long();

  ConlluSentence& out_;
  const ConlluReader::Options& options_;
  ConlluText text_;
  std::optional<Failure> failure_;
  std::size_t line_ = 0;         ///< That is being read.
  std::size_t bytes_ = 0;        ///< Of the words' lines so far.
  std::uint32_t range_end_ = 0;  ///< Last word of the multiword token that was read last.
  Span range_span_;
  std::vector<std::size_t> word_lines_;
};

}  // namespace habari
