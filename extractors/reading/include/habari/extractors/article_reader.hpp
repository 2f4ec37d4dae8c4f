#pragma once

#include <habari/core/article.hpp>
#include <habari/core/date.hpp>
#include <habari/core/document.hpp>
#include <habari/core/error.hpp>
#include <habari/core/sentence.hpp>
#include <habari/extractors/data_directory.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// What an input holds. docs/input.md describes each.
enum class InputFormat : std::uint8_t {
  automatic,  ///< By the file's extension, else by its first bytes.
  text,       ///< The whole file is one article.
  html,       ///< One page, one article.
  json,       ///< An object, an array of objects, or objects one after another.
  jsonl,      ///< One object a line.
  lines,      ///< Each line is an article of one paragraph; nothing is taken out.
  conllu,     ///< Trees; `# newdoc` begins an article.
  feed        ///< RSS or Atom: each item is an article.
};

/// `text`, `html` … as the names above; nothing for any other word.
std::optional<InputFormat> parse_input_format(std::string_view name);
/// The names that it takes, and `auto`, for messages.
inline constexpr std::string_view input_format_names = "auto, text, html, json, jsonl, lines, conllu or feed";

/// How articles are read.
struct ReadingOptions {
  InputFormat format = InputFormat::automatic;  ///< Of all inputs.
  std::optional<Date> date;                     ///< For articles that tell none.
  bool date_from_name = false;  ///< Before `date`: the day that the file's path tells (`news/2024-05-13-kilimo.txt`).
  std::string language;         ///< For all articles, whatever they tell; empty: what they tell.
  bool documents = false;       ///< JSON lines that are documents (`habari/document/1`) are read as such.
  bool versions = false;        ///< Hand on every article of an identifier, not the first only.
  bool partial_trees = false;   ///< CoNLL-U: accept words without a head.
  /// UTF-8 bytes of one article's text; four times as many for a page of HTML or an object of JSON around it. What is
  /// longer is no news article: it is skipped and never held, so that memory stays bounded.
  std::size_t max_article_bytes = std::size_t{2} << 20U;
};

/// An article with what its input told beside.
struct ReadArticle {
  Article article;                                 ///< `language` is empty where the input does not tell it for sure.
  std::string language_hint;                       ///< What the page's markup says: often a template's default.
  std::optional<std::vector<Sentence>> sentences;  ///< From CoNLL-U.
  std::optional<Document> document;                ///< With ReadingOptions::documents; `article` is empty then.
  std::vector<std::string> notes;                  ///< What was put right, as `FILE:LINE: message`.
};

/// Reads articles one at a time from files, folders (recursively, in bytewise order of names) and standard input
/// (`-`), gzip-compressed or not. Boilerplate is taken out (docs/input.md). What is no article (a PDF, a picture, a
/// table, a graph) is an InputError that says what to do instead.
/// Holds one article, and 16 bytes or less for each identifier seen.
class ArticleReader {
 public:
  /// Errors: Error where the data directory's boilerplate tables are bad. Inputs are opened when their turn comes.
  ArticleReader(std::vector<std::string> inputs, const DataDirectory& data, ReadingOptions options = {});
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;             ///< Movable.
  ArticleReader& operator=(ArticleReader&&) noexcept;  ///< Movable.

  /// The next article; nothing at the end of all inputs.
  /// Errors: Error `FILE:LINE: …` for an article that cannot be read, InputError for an input; the reader then stands
  /// behind it, and next() goes on.
  std::optional<ReadArticle> next();
  /// How many files in folders were passed over, by their endings: `3 .pdf, 1 .docx`; empty where none.
  std::string passed_over() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace habari
