#include "commands.hpp"
#include "described_commands.hpp"

#include <habari/core/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace habari::cli {
namespace {

/// As roff shows it: backslashes and dashes themselves, no line a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string hyphened(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

void write_head(const std::string& title, const std::string& name, const std::string& description, std::ostream& out) {
  out << fmt::format(".TH {} 1 \"\" \"habari {}\" \"User Commands\"\n", roff(title), HABARI_VERSION)
      << fmt::format(".SH NAME\n{} \\- {}\n", roff(name), roff(description));
}

void write_footer(const std::string& footer, std::ostream& out) {
  if (!footer.empty()) out << ".SH NOTES\n.nf\n" << roff(footer) << "\n.fi\n";
}

void write_command(const DescribedCommand& command, std::ostream& out) {
  const std::string page = "habari-" + hyphened(command.name);
  write_head(page, page, command.description, out);
  out << fmt::format(".SH SYNOPSIS\n.B habari {}\n[OPTIONS]", roff(command.name));
  for (const DescribedOption& option : command.options) {
    if (!option.names.front().starts_with('-')) out << ' ' << roff(option.names.front());
  }
  out << "\n.SH OPTIONS\n";
  for (const DescribedOption& option : command.options) {
    std::string names;
    for (const std::string& name : option.names) names += (names.empty() ? "" : ", ") + name;
    out << fmt::format(".TP\n.B {}{}\n{}\n", roff(names),
                       option.value.empty() ? "" : " \\fI" + roff(option.value) + "\\fR", roff(option.description));
  }
  write_footer(command.footer, out);
  out << ".SH SEE ALSO\n.BR habari (1)\n";
}

void write_overview(const CLI::App& app, const std::vector<DescribedCommand>& commands, std::ostream& out) {
  write_head("habari", "habari", app.get_description(), out);
  out << ".SH SYNOPSIS\n.B habari\nCOMMAND [OPTIONS]\n.SH COMMANDS\n";
  for (const DescribedCommand& command : commands) {
    out << fmt::format(".TP\n.BR habari-{} (1)\n{}\n", roff(hyphened(command.name)), roff(command.description));
  }
  write_footer(app.get_footer(), out);
}

}  // namespace

void add_manual(CLI::App& app, Outcome& /*outcome*/) {
  CLI::App* command = app.add_subcommand("manual", "The manual page of a command, as man reads it");
  const auto wanted = std::make_shared<std::vector<std::string>>();
  command->add_option("COMMAND", *wanted, "Whose page; without one, that of habari itself");
  const auto list = std::make_shared<bool>(false);
  command->add_flag("--list", *list, "The commands that have a page, a line each");
  command->footer("Examples:\n  habari manual extract | man -l -");
  command->callback([&app, wanted, list] {
    const std::vector<DescribedCommand> commands = described_commands(app);
    if (*list) {
      for (const DescribedCommand& one : commands) std::cout << one.name << '\n';
    } else if (wanted->empty()) {
      write_overview(app, commands, std::cout);
    } else {
      const std::string name = fmt::format("{}", fmt::join(*wanted, " "));
      const auto found =
          std::find_if(commands.begin(), commands.end(), [&](const DescribedCommand& one) { return one.name == name; });
      if (found == commands.end()) throw Error("\"" + name + "\" is no command");
      write_command(*found, std::cout);
    }
    if (!std::cout.flush()) throw Error("<stdout>: cannot be written");
  });
}

}  // namespace habari::cli
