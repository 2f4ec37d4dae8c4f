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

std::string entities(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "entity" : "entities"); }

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
          [this](std::size_t count) { count_articles(count); }, [this](const Document& document) { count(document); }};
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

std::string Report::skipped() const {
  std::string skipped;
  if (skipped_articles_ != 0) skipped = counted(skipped_articles_, "article");
  if (skipped_inputs_ != 0) skipped += (skipped.empty() ? "" : " and ") + counted(skipped_inputs_, "input");
  return skipped.empty() ? skipped : skipped + " skipped, ";
}

void Report::note_open_times() {
  if (counts_.open_times == 0) return;
  note(
      fmt::format("{} without a date {} {} open (\"{}\"); --date gives them one, --date-from name takes it from "
                  "the files' names",
                  counted(counts_.undated, "article"), counts_.undated == 1 ? "leaves" : "leave",
                  counted(counts_.open_times, "time"), counts_.open_time));
}

void Report::finish() {
  clear_progress();
  note_open_times();
  if (skipped_articles_ + skipped_inputs_ != 0)
    note(fmt::format("{}{} read", skipped(), counted(articles_, "article")));
}

void Report::sum_up(const Graph* graph) {
  clear_progress();
  note_open_times();
  std::string languages;
  for (const auto& [language, count] : counts_.languages) {
    languages += fmt::format("{}{} {}", languages.empty() ? "" : ", ", language, count);
  }
  std::string line = fmt::format("{}{} read", skipped(), counted(articles_, "article"));
  if (!languages.empty()) line += fmt::format(" ({})", languages);
  if (counts_.undated != 0) line += fmt::format(", {} undated", counts_.undated);
  line += graph == nullptr
              ? fmt::format(": {}, {}", counted(counts_.events, "event"), counted(counts_.names, "name"))
              : fmt::format(": {}, {}", counted(graph->event_count(), "event"), entities(graph->entity_count()));
  if (counts_.participants != 0) {
    line += fmt::format(", {:.0f} % of the participants named",
                        100.0 * static_cast<double>(counts_.named) / static_cast<double>(counts_.participants));
  }
  note(line);
}

Exit Report::exit() const {
  if (articles_ == 0 && skipped_inputs_ != 0) return Exit::nothing_done;
  return skipped_articles_ + skipped_inputs_ == 0 ? Exit::all_read : Exit::some_skipped;
}

}  // namespace habari::cli
