#pragma once

#include <habari/core/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace habari {

/// Where an article was read from, for messages: `FILE:LINE`.
struct Origin {
  std::string file;      ///< As it was given to the reader.
  std::size_t line = 0;  ///< 1-based; 0 where the whole file is the article.
  friend bool operator==(const Origin&, const Origin&) = default;
};

/// Who published an article, and when to the minute. Each is empty where the input does not say.
struct Publication {
  std::string outlet{};     ///< Newspaper, agency, site: `The Standard`.
  std::string author{};     ///< Names of persons; of several, set apart by `; `.
  std::string section{};    ///< `Business`
  std::string published{};  ///< ISO 8601 date and time, `2024-05-13T09:30:00+03:00`; empty where only a day is known.
  std::string updated{};    ///< ISO 8601 date or date and time of the last change.
  friend bool operator==(const Publication&, const Publication&) = default;
};

/// A news article after boilerplate was taken out.
struct Article {
  std::string id;             ///< Unique within a run; a function of the input, never of its order.
  std::string language;       ///< BCP 47, lower case: `sw`, `en`. Empty: not known yet.
  std::optional<Date> date;   ///< Publication date.
  std::string title;          ///< Empty where there is none.
  std::string url;            ///< Empty where there is none.
  std::string text;           ///< Valid UTF-8 without NUL; headline, then paragraphs, set apart by newlines.
  Origin origin;              ///< Not part of the document format.
  Publication publication{};  ///< Who published it, and when.
  /// Words of the text, where they were counted before (as an article read from a graph without its text); else 0.
  std::uint32_t words = 0;
};

}  // namespace habari
