#include "commands.hpp"
#include "described_commands.hpp"

#include <habari/core/error.hpp>

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace habari::cli {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// What may follow `habari` and, of those of two words, the first.
std::string first_words(const std::vector<DescribedCommand>& commands) {
  std::string words;
  std::string last;
  for (const DescribedCommand& command : commands) {
    const std::string first = command.name.substr(0, command.name.find(' '));
    if (first != last) words += (words.empty() ? "" : " ") + first;
    last = first;
  }
  return words;
}

void write_bash(const std::vector<DescribedCommand>& commands, std::ostream& out) {
  out << "# bash completion for habari: made by `habari completion bash`.\n"
         "_habari() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} options=''\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      << fmt::format("    COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\"))\n", first_words(commands))
      << "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]} in\n";
  for (const DescribedCommand& command : commands) {
    std::string options;
    const std::size_t blank = command.name.find(' ');
    if (blank != std::string::npos) options = command.name.substr(blank + 1);
    for (const DescribedOption& option : command.options) {
      for (const std::string& name : option.names) {
        if (name.starts_with('-')) options += (options.empty() ? "" : " ") + name;
      }
    }
    out << fmt::format("    {}) options='{}' ;;\n", command.name.substr(0, blank), options);
  }
  out << "  esac\n"
         "  case $word in\n"
         "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _habari habari\n";
}

/// Inside single quotes and brackets of zsh's `_arguments`.
std::string zsh_text(std::string text) {
  text = replaced(std::move(text), "'", "'\\''");
  for (const std::string_view mark : {"[", "]", ":"}) text = replaced(std::move(text), mark, "\\" + std::string(mark));
  return replaced(std::move(text), "\n", " ");
}

void write_zsh(const std::vector<DescribedCommand>& commands, std::ostream& out) {
  out << "#compdef habari\n"
         "# zsh completion for habari: made by `habari completion zsh`.\n"
         "_habari() {\n"
         "  if (( CURRENT == 2 )); then\n"
         "    local -a commands=(\n";
  for (const DescribedCommand& command : commands) {
    out << fmt::format("      '{}:{}'\n", command.name.substr(0, command.name.find(' ')),
                       zsh_text(command.description));
  }
  out << "    )\n"
         "    _describe command commands\n"
         "    return\n"
         "  fi\n"
         "  case $words[2] in\n";
  for (const DescribedCommand& command : commands) {
    out << fmt::format("    {})\n      _arguments", command.name.substr(0, command.name.find(' ')));
    for (const DescribedOption& option : command.options) {
      for (const std::string& name : option.names) {
        if (!name.starts_with('-')) continue;
        const std::string value = option.value.empty() ? "" : ":" + zsh_text(option.value) + ":_files";
        out << fmt::format(" \\\n        '{}[{}]{}'", name, zsh_text(option.description), value);
      }
    }
    out << " \\\n        '*:input:_files'\n      ;;\n";
  }
  out << "  esac\n"
         "}\n"
         "_habari \"$@\"\n";
}

}  // namespace

void add_completion(CLI::App& app, Outcome& /*outcome*/) {
  CLI::App* command = app.add_subcommand("completion", "What a shell needs to complete commands and options");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash or zsh")->required()->check(CLI::IsMember({"bash", "zsh"}));
  command->footer(
      "Examples:\n"
      "  habari completion bash > ~/.local/share/bash-completion/completions/habari\n"
      "  habari completion zsh > ~/.zfunc/_habari");
  command->callback([&app, shell] {
    const std::vector<DescribedCommand> commands = described_commands(app);
    *shell == "bash" ? write_bash(commands, std::cout) : write_zsh(commands, std::cout);
    if (!std::cout.flush()) throw Error("<stdout>: cannot be written");
  });
}

}  // namespace habari::cli
