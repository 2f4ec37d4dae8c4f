#pragma once

#include <habari/core/document.hpp>

#include <cstddef>
#include <map>
#include <string>

namespace habari {

/// What a run has read, in numbers.
struct RunCounts {
  std::size_t documents = 0;                     ///< Articles.
  std::map<std::string, std::size_t> languages;  ///< Articles in each.
  std::size_t undated = 0;                       ///< Articles without a date of publication.
  std::size_t open_times = 0;                    ///< Times in these that stay without a value: `Jumatatu`, `yesterday`.
  std::string open_time;                         ///< The first of them.
  std::size_t events = 0;                        ///< Of all articles.
  std::size_t names = 0;                         ///< Mentions of entities.
  std::size_t participants = 0;                  ///< Of events, without times and contents.
  std::size_t named = 0;                         ///< Participants that have a name.

  void add(const Document& document);  ///< Counts one more article.
};

}  // namespace habari
