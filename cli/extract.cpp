#include "articles.hpp"
#include "commands.hpp"

#include <habari/core/confidence_cut.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/extractors/documents.hpp>
#include <habari/loading/article_pipeline.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace habari::cli {
namespace {

struct ExtractOptions {
  ArticleOptions articles;
  std::string output = "-";
  std::string view = "documents";
  bool trace = false;
  std::vector<std::string> without;
};

/// The article's open triples, a line each. In the format `lines` a line is what was one, however it may be cut.
std::string open_triples(const Extractor& extractor, const LanguageIdentifier& identifier, const DataDirectory& data,
                         const ArticleOptions& options, ReadArticle read) {
  identify_language(identifier, data, read);
  const std::string& text = read.article.text;
  const auto triples =
      read.sentences ? extractor.open_triples(read.article, *read.sentences) : extractor.open_triples(read.article);
  std::string out;
  for (const OpenTriple& triple : triples) {
    if (triple.confidence < options.min_confidence) continue;
    append_tsv(out, triple, options.format == "lines" ? text : slice(text, triple.sentence));
  }
  return out;
}

struct Extracted {
  std::optional<Document> document;  ///< Nothing where open triples were asked for.
  std::string lines;
};

void check_rules(const std::vector<std::string>& names) {
  const std::vector<std::string_view> rules = frame_rules();
  for (const std::string& name : names) {
    if (std::find(rules.begin(), rules.end(), name) == rules.end())
      throw Error("--without: \"" + name + "\" is no frame rule; docs/frames.md has them");
  }
}

Exit extract(const ExtractOptions& options) {
  check_rules(options.without);
  const DataDirectory data = data_directory(options.articles);
  ArticleReader reader = open_articles(options.articles, data);
  const LanguageIdentifier identifier(data);
  const Extractor extractor(
      data, {.reader = reader_kind(options.articles), .trace = options.trace, .without = options.without});
  OutputFile output(options.output);
  Report report;
  for_each_article(
      reader, options.articles.jobs, report.events(),
      [&](ReadArticle article) {
        Extracted made;
        if (options.view == "oie") {
          made.lines = open_triples(extractor, identifier, data, options.articles, std::move(article));
          return made;
        }
        made.document = make_document(extractor, identifier, data, std::move(article));
        drop_below(*made.document, options.articles.min_confidence);
        made.lines = to_json(*made.document) + '\n';
        return made;
      },
      [&](const Extracted& made) {
        if (made.document) report.count(*made.document);
        write(output, options.output, made.lines);
      });
  if (options.view == "oie" || report.exit() == Exit::nothing_done) return finish(report, output);
  output.commit();
  report.sum_up();
  return report.exit();
}

}  // namespace

void add_extract(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("extract",
                                         "Articles to documents: one line of JSON for each, with its events, "
                                         "names, times and relations");
  const auto options = std::make_shared<ExtractOptions>();
  add_article_options(*command, options->articles);
  add_confidence_option(*command, options->articles);
  command->add_option("-o,--output", options->output, "File for the documents; - is standard output")
      ->capture_default_str();
  command
      ->add_option("--view", options->view,
                   "documents, or oie: tab-separated sentence, confidence, relation, subject, object, further "
                   "arguments")
      ->check(CLI::IsMember({"documents", "oie"}))
      ->capture_default_str();
  command->add_flag("--trace", options->trace,
                    "Each event and argument says which rule and which table's row led to it, and what its confidence "
                    "is founded on");
  command->add_option(
      "--without", options->without,
      "A frame rule (docs/frames.md) that is not followed, to see what it is worth; may be given several "
      "times");
  command->footer(
      "Examples:\n"
      "  habari extract --date 2023-09-13 article.txt\n"
      "  habari extract news/ archive.jsonl.gz -o documents.jsonl\n"
      "  curl -s https://example.org/habari.html | habari extract --language sw -");
  command->callback([options, &outcome] { outcome.exit = extract(*options); });
}

}  // namespace habari::cli
