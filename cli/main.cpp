#include "commands.hpp"
#include "shown_text.hpp"
#include "suggestions.hpp"

#include <habari/core/error.hpp>
#include <habari/core/whole_file.hpp>

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>
#include <string>

namespace {

using habari::cli::Exit;

int status(Exit exit) { return static_cast<int>(exit); }

int run(int argc, char** argv) {
  CLI::App app{"Reads news articles and builds an event knowledge graph."};
  app.name("habari");
  app.set_version_flag("--version", std::string("habari ") + HABARI_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 everything was read; 1 some articles were skipped; 2 nothing could be done.\n"
      "`habari COMMAND --help` shows a command's options and examples.");

  habari::cli::Outcome outcome;
  habari::cli::add_extract(app, outcome);
  habari::cli::add_parse(app, outcome);
  habari::cli::add_build(app, outcome);
  habari::cli::add_merge(app, outcome);
  habari::cli::add_remove(app, outcome);
  habari::cli::add_triples(app, outcome);
  habari::cli::add_query(app, outcome);
  habari::cli::add_serve(app, outcome);
  habari::cli::add_report(app, outcome);
  habari::cli::add_push(app, outcome);
  habari::cli::add_gazetteer(app, outcome);
  habari::cli::add_train(app, outcome);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return app.exit(done);
  } catch (const CLI::ParseError& wrong) {
    const habari::cli::UsageFault fault = habari::cli::usage_fault(app, wrong, {argv + 1, argv + argc});
    std::fprintf(stderr, "habari: %s\nTry `%s --help`.\n", habari::cli::shown_text(fault.message).c_str(),
                 fault.command.c_str());
    return status(Exit::nothing_done);
  }
  return status(outcome.exit);
}

/// Once: the signal's own effect comes when this returns.
void stop(int signal) {
  habari::remove_unfinished_files();
  std::raise(signal);
}

/// What ends the program from outside leaves no unfinished files. A signal that is ignored (`nohup`) stays so.
void clean_up_on_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe shall be a failed write with a message, not a silent death.
  std::signal(SIGPIPE, SIG_IGN);
  clean_up_on_signals();
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr, "habari: out of memory\n");
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "habari: %s\n", habari::cli::shown_text(failure.what()).c_str());
  }
  return status(Exit::nothing_done);
}
