#include "commands.hpp"

#include <habari/core/conllu.hpp>
#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>

#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

namespace habari::cli {
namespace {

struct ParseOptions {
  std::string language = "sw";
  std::string format = "text";
  std::vector<std::string> files;
};

void flush(std::string& out) {
  std::cout.write(out.data(), static_cast<std::streamsize>(out.size()));
  out.clear();
}

/// Parses the forms of a CoNLL-U file; heads and tags that are there are read over.
/// Returns whether every sentence could be read.
bool parse_conllu(const Analyzer& analyzer, const std::string& file, std::istream& in) {
  ConlluReader reader(in, file, {.partial_trees = true});
  ConlluSentence sentence;
  std::string out;
  bool good = true;
  while (true) {
    try {
      if (!reader.next(sentence)) break;
    } catch (const Error& error) {
      std::cerr << "habari: " << error.what() << '\n';
      good = false;
      continue;
    }
    analyzer.parse(sentence.sentence);
    append_conllu(out, sentence.sentence, sentence.text);
    if (out.size() > 1U << 16U) flush(out);
  }
  flush(out);
  return good;
}

bool parse_text(const Analyzer& analyzer, const std::string& file, std::istream& in) {
  std::ostringstream contents;
  contents << in.rdbuf();
  const std::string text = std::move(contents).str();
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string::npos) {
    std::cerr << "habari: " << file << ": invalid UTF-8 at byte " << bad << '\n';
    return false;
  }
  std::string out;
  for (const Sentence& sentence : analyzer.analyze(text)) {
    append_conllu(out, sentence, text);
    if (out.size() > 1U << 16U) flush(out);
  }
  flush(out);
  return true;
}

void run(const ParseOptions& options, Outcome& outcome) {
  const auto analyzer = make_analyzer(options.language, DataDirectory::locate());
  bool any = false;
  bool all = true;
  for (const std::string& file : options.files) {
    std::ifstream opened;
    const bool standard = file == "-";
    if (!standard) {
      opened.open(file, std::ios::binary);
      if (!opened) {
        std::cerr << "habari: " << file << ": cannot be read\n";
        all = false;
        continue;
      }
    }
    std::istream& in = standard ? std::cin : opened;
    const bool good = options.format == "conllu" ? parse_conllu(*analyzer, file, in) : parse_text(*analyzer, file, in);
    any = any || good;
    all = all && good;
  }
  outcome.exit = all ? Exit::all_read : any ? Exit::some_skipped : Exit::nothing_done;
}

}  // namespace

void add_parse(CLI::App& app, Outcome& outcome) {
  auto options = std::make_shared<ParseOptions>();
  CLI::App* command = app.add_subcommand("parse", "Print the dependency trees of articles as CoNLL-U");
  command->add_option("--language", options->language, "Language of the input: a folder under data/languages")
      ->capture_default_str();
  command->add_option("--format", options->format, "text, or conllu: parse the words that are there")
      ->check(CLI::IsMember({"text", "conllu"}))
      ->capture_default_str();
  command->add_option("files", options->files, "Files to read; - is standard input")->required();
  command->callback([options, &outcome] { run(*options, outcome); });
}

}  // namespace habari::cli
