#pragma once

#include <habari/core/date.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace habari {

/// Where an article was read from, for messages: `FILE:LINE`.
struct Origin {
  std::string file;      ///< As it was given to the reader.
  std::size_t line = 0;  ///< 1-based; 0 where the whole file is the article.
  friend bool operator==(const Origin&, const Origin&) = default;
};

/// A news article after boilerplate was taken out.
struct Article {
  std::string id;            ///< Unique within a run; a function of the input, never of its order.
  std::string language;      ///< BCP 47, lower case: `sw`, `en`. Empty: not known yet.
  std::optional<Date> date;  ///< Publication date.
  std::string title;         ///< Empty where there is none.
  std::string url;           ///< Empty where there is none.
  std::string text;          ///< Valid UTF-8 without NUL; headline, then paragraphs, set apart by newlines.
  Origin origin;             ///< Not part of the document format.
};

}  // namespace habari
