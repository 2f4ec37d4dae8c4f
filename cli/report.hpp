#pragma once

#include "commands.hpp"

#include <habari/loading/load_events.hpp>

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
  /// What calls the four above; lives as long as this.
  LoadEvents events();
  /// Shows `text()` in the terminal's last line, a few times a second at most; nothing where there is no terminal.
  void show(const std::function<std::string()>& text);

  /// Prints how many were skipped, if any.
  void finish();
  /// all_read; some_skipped; nothing_done where no article was read because an input was missing or unreadable.
  Exit exit() const;

 private:
  void clear_progress();

  using Clock = std::chrono::steady_clock;
  bool on_terminal_;
  bool shown_ = false;
  Clock::time_point start_;
  Clock::time_point last_shown_;
  std::size_t articles_ = 0;
  std::size_t skipped_articles_ = 0;
  std::size_t skipped_inputs_ = 0;
};

}  // namespace habari::cli
