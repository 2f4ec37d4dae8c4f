#include "report.hpp"

#include "shown_text.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace habari::cli {
namespace {

constexpr std::chrono::milliseconds progress_interval{250};

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

Report::Report() : on_terminal_(::isatty(STDERR_FILENO) != 0), start_(Clock::now()), last_shown_(start_) {}

Report::~Report() { clear_progress(); }

void Report::note(std::string_view message) {
  clear_progress();
  fmt::print(stderr, "habari: {}\n", shown_text(message));
}

void Report::skip_article(std::string_view message) {
  note(message);
  ++skipped_articles_;
}

void Report::skip_input(std::string_view message) {
  note(message);
  ++skipped_inputs_;
}

void Report::count_articles(std::size_t count) {
  articles_ += count;
  show([this] {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    return fmt::format("{} read, {} skipped, {:.0f} s, {:.0f} a second", counted(articles_, "article"),
                       skipped_articles_, seconds, static_cast<double>(articles_) / seconds);
  });
}

LoadEvents Report::events() {
  return {[this](const std::string& message) { note(message); },
          [this](const std::string& message, Skipped what) {
            what == Skipped::article ? skip_article(message) : skip_input(message);
          },
          [this](std::size_t count) { count_articles(count); }};
}

void Report::show(const std::function<std::string()>& text) {
  if (!on_terminal_) return;
  const auto now = Clock::now();
  if (now - last_shown_ < progress_interval) return;
  last_shown_ = now;
  shown_ = true;
  // Carriage return and "erase to the end of the line": the next message takes the line's place.
  fmt::print(stderr, "\r\033[Khabari: {}", text());
  std::fflush(stderr);
}

void Report::clear_progress() {
  if (!shown_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  shown_ = false;
}

void Report::finish() {
  clear_progress();
  if (skipped_articles_ + skipped_inputs_ == 0) return;
  std::string skipped;
  if (skipped_articles_ != 0) skipped = counted(skipped_articles_, "article");
  if (skipped_inputs_ != 0) skipped += (skipped.empty() ? "" : " and ") + counted(skipped_inputs_, "input");
  note(fmt::format("{} skipped, {} read", skipped, counted(articles_, "article")));
}

Exit Report::exit() const {
  if (articles_ == 0 && skipped_inputs_ != 0) return Exit::nothing_done;
  return skipped_articles_ + skipped_inputs_ == 0 ? Exit::all_read : Exit::some_skipped;
}

}  // namespace habari::cli
