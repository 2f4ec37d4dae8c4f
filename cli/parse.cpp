#include "articles.hpp"
#include "commands.hpp"

#include <habari/core/conllu.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/documents.hpp>
#include <habari/loading/article_pipeline.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace habari::cli {
namespace {

struct ParseOptions {
  ArticleOptions articles;
  std::string output = "-";
};

/// Analyzers, each loaded when its language is first met.
class Analyzers {
 public:
  Analyzers(const DataDirectory& data, std::optional<ReaderKind> reader) : data_(data), reader_(reader) {}

  const Analyzer& get(const std::string& language) {
    const std::scoped_lock lock(mutex_);
    auto& analyzer = loaded_[language];
    if (!analyzer) analyzer = make_analyzer(language, data_, reader_);
    return *analyzer;
  }

 private:
  const DataDirectory& data_;
  std::optional<ReaderKind> reader_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const Analyzer>> loaded_;
};

/// The article's trees. Words that came with it stay as they were cut; their trees are made anew.
std::string parse_article(Analyzers& analyzers, const ReadArticle& read) {
  const Analyzer& analyzer = analyzers.get(read.article.language);
  std::vector<Sentence> sentences;
  if (read.sentences) {
    sentences = *read.sentences;
    analyzer.parse(sentences);
  } else {
    sentences = analyzer.analyze(read.article.text);
  }
  std::string out = "# newdoc id = " + read.article.id + "\n";
  for (const Sentence& sentence : sentences) append_conllu(out, sentence, read.article.text);
  return out;
}

Exit parse(const ParseOptions& options) {
  const DataDirectory data = data_directory(options.articles);
  ReadingOptions settings;
  settings.partial_trees = true;
  ArticleReader reader = open_articles(options.articles, data, settings);
  const LanguageIdentifier identifier(data);
  Analyzers analyzers(data, reader_kind(options.articles));
  OutputFile output(options.output);
  Report report;
  for_each_article(
      reader, options.articles.jobs, report.events(),
      [&](ReadArticle read) {
        identify_language(identifier, data, read);
        return parse_article(analyzers, read);
      },
      [&](const std::string& trees) { write(output, options.output, trees); });
  return finish(report, output);
}

}  // namespace

void add_parse(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("parse", "Articles to dependency trees, as CoNLL-U");
  const auto options = std::make_shared<ParseOptions>();
  add_article_options(*command, options->articles);
  command->add_option("-o,--output", options->output, "File for the trees; - is standard output")
      ->capture_default_str();
  command->footer(
      "CoNLL-U as input keeps its words, and gets new tags and trees.\n"
      "Examples:\n"
      "  habari parse article.txt\n"
      "  habari parse --language sw treebank.conllu -o parsed.conllu\n"
      "  habari parse --reader fast news/");
  command->callback([options, &outcome] { outcome.exit = parse(*options); });
}

}  // namespace habari::cli
