#pragma once

#include "commands.hpp"

#include <habari/core/graph.hpp>
#include <habari/loading/load_events.hpp>
#include <habari/loading/run_counts.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace habari::cli {

/// Tells the user on standard error what went wrong, and on a terminal how far a long run is.
/// Thread rule: one thread at a time.
class Report {
 public:
  Report();
  ~Report();
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  /// `habari: message`, as shown_text() has it.
  void note(std::string_view message);
  void skip_article(std::string_view message);
  void skip_input(std::string_view message);
  void count_articles(std::size_t count = 1);
  /// Counts what was made of an article, beside count_articles().
  void count(const Document& document) { counts_.add(document); }
  /// What calls the five above; lives as long as this.
  LoadEvents events();
  /// Shows `text()` in the terminal's last line, a few times a second at most; nothing where there is no terminal.
  void show(const std::function<std::string()>& text);

  /// Prints how many were skipped, if any, and once that articles without a date leave times open.
  void finish();
  /// The same in one line that sums the run up: articles, languages, events, entities. `graph`: what they became.
  void sum_up(const Graph* graph = nullptr);
  /// all_read; some_skipped; nothing_done where no article was read because an input was missing or unreadable.
  Exit exit() const;

 private:
  void clear_progress();
  void note_open_times();
  /// `1 article skipped, `, or nothing.
  std::string skipped() const;

  using Clock = std::chrono::steady_clock;
  bool on_terminal_;
  bool shown_ = false;
  Clock::time_point start_;
  Clock::time_point last_shown_;
  std::size_t articles_ = 0;
  std::size_t skipped_articles_ = 0;
  std::size_t skipped_inputs_ = 0;
  RunCounts counts_;
};

}  // namespace habari::cli
