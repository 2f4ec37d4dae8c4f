#include "articles.hpp"
#include "commands.hpp"

#include <habari/core/confidence_cut.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/extractors/documents.hpp>
#include <habari/extractors/grounding.hpp>
#include <habari/loading/article_pipeline.hpp>

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace habari::cli {
namespace {

struct GroundOptions {
  ArticleOptions articles;  ///< The last input holds the statements.
  std::string extractor;
  bool alone = false;
  std::string report;
  std::string output = "-";
};

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Json& json, const char* key, std::string_view value) {
  json.Key(key);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

/// One line of the report.
std::string reported(const ClaimedStatement& statement, const std::string& article, const GroundedStatement& grounded) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  text(json, "article", article);
  json.Key("line");
  json.Uint64(statement.origin.line);
  text(json, "subject", statement.subject);
  text(json, "relation", statement.relation);
  text(json, "object", statement.object);
  text(json, "outcome", name(grounded.outcome));
  if (!grounded.reasons.empty()) {
    json.Key("reasons");
    json.StartArray();
    for (const std::string& reason : grounded.reasons) {
      json.String(reason.data(), static_cast<rapidjson::SizeType>(reason.size()));
    }
    json.EndArray();
  }
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

/// Statements by article, and how each came out.
class GroundRun {
 public:
  GroundRun(const GroundOptions& options, std::vector<ClaimedStatement> statements, Report& report)
      : options_(options), report_(report) {
    if (!options.report.empty()) file_ = std::make_unique<OutputFile>(options.report);
    for (ClaimedStatement& statement : statements) waiting_[statement.article].push_back(std::move(statement));
  }

  /// `is_only`: there is no other article, so statements need not name it.
  void ground(const Grounder& grounder, Document& document, bool is_only) {
    std::vector<ClaimedStatement> statements = take(document.article.id);
    if (is_only) {
      for (ClaimedStatement& statement : take("")) statements.push_back(std::move(statement));
    }
    const std::vector<GroundedStatement> grounded = grounder.ground(document, statements, options_.extractor);
    for (std::size_t i = 0; i < statements.size(); ++i) tell(statements[i], document.article.id, grounded[i]);
    if (options_.alone) {
      document.relations.clear();
      drop_events(document, [&](const Event& event) { return event.rule != extractor_rule(options_.extractor); });
    }
  }

  Exit finish() {
    for (const auto& [article, statements] : waiting_) {
      for (const ClaimedStatement& statement : statements) {
        const std::string reason = article.empty() ? "article: there are several; say which one"
                                                   : "article: no article \"" + article + "\" was read";
        tell(statement, article, {Grounded::refused, {reason}, std::nullopt});
      }
    }
    if (file_) file_->commit();
    report_.note(fmt::format("{} statements: {} agree, {} conflict, {} added, {} refused", told_, counts_[0],
                             counts_[1], counts_[2], counts_[3]));
    return counts_[3] == 0 ? Exit::all_read : Exit::some_skipped;
  }

 private:
  std::vector<ClaimedStatement> take(const std::string& article) {
    auto node = waiting_.extract(article);
    return node.empty() ? std::vector<ClaimedStatement>{} : std::move(node.mapped());
  }

  void tell(const ClaimedStatement& statement, const std::string& article, const GroundedStatement& grounded) {
    ++told_;
    ++counts_[static_cast<std::size_t>(grounded.outcome)];
    if (file_) file_->stream() << reported(statement, article, grounded);
    for (const std::string& reason : grounded.reasons) {
      report_.note(
          fmt::format("{}:{}: {}: {}", statement.origin.file, statement.origin.line, name(grounded.outcome), reason));
    }
  }

  const GroundOptions& options_;
  Report& report_;
  std::unique_ptr<OutputFile> file_;
  std::map<std::string, std::vector<ClaimedStatement>> waiting_;  ///< By article.
  std::array<std::size_t, 4> counts_{};                           ///< By outcome.
  std::size_t told_ = 0;
};

Exit ground(GroundOptions options) {
  if (options.articles.inputs.size() < 2)
    throw Error("ARTICLES and STATEMENTS are required: habari ground news/ said.jsonl");
  if (options.extractor.empty()) throw Error("--extractor NAME is required: who says the statements");
  const std::string file = options.articles.inputs.back();
  options.articles.inputs.pop_back();
  InputFile in(file);
  std::vector<ClaimedStatement> statements = read_statements(in.stream(), in.name());
  Report report;
  GroundRun run(options, std::move(statements), report);
  const DataDirectory data = data_directory(options.articles);
  ReadingOptions reading;
  reading.documents = true;
  ArticleReader reader = open_articles(options.articles, data, reading);
  const LanguageIdentifier identifier(data);
  const Extractor extractor(data, {.reader = reader_kind(options.articles)});
  const Grounder grounder(extractor, data);
  OutputFile output(options.output);
  // One article is held back: only the end of the input says whether it is the only one.
  std::vector<Document> read;
  const auto use = [&](Document document, bool is_only) {
    run.ground(grounder, document, is_only);
    report.count(document);
    write(output, options.output, to_json(document) + '\n');
  };
  std::size_t count = 0;
  for_each_article(
      reader, options.articles.jobs, report.events(),
      [&](ReadArticle article) { return make_document(extractor, identifier, data, std::move(article)); },
      [&](Document document) {
        if (count++ > 0 && !read.empty()) {
          use(std::move(read.front()), false);
          read.clear();
        }
        if (count == 1) {
          read.push_back(std::move(document));
        } else {
          use(std::move(document), false);
        }
      });
  if (!read.empty()) use(std::move(read.front()), true);
  report.finish();
  if (report.exit() == Exit::nothing_done) return Exit::nothing_done;
  const Exit grounded = run.finish();
  output.commit();
  return report.exit() == Exit::all_read ? grounded : report.exit();
}

}  // namespace

void add_ground(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand(
      "ground", "Ties what others say of articles (a language model, a person, a table) to the characters that say it");
  const auto options = std::make_shared<GroundOptions>();
  add_article_options(*command, options->articles);
  command->get_option("INPUT")->description(
      "ARTICLES… STATEMENTS: articles or documents, then the file of statements (.jsonl, .json, .csv)");
  command->add_option("--extractor", options->extractor, "Name of who says the statements: gpt, amina, table")
      ->type_name("NAME");
  command->add_flag("--alone", options->alone, "Leave our own events and relations out: the statements' stand alone");
  command->add_option("--report", options->report, "File that gets an outcome for each statement, as JSON Lines");
  command->add_option("-o,--output", options->output, "File for the documents; - is standard output")
      ->capture_default_str();
  command->footer(
      "A statement is {\"subject\", \"relation\", \"object\"}, and where known \"article\" (its identifier), "
      "\"evidence\",\n"
      "\"time\", \"place\", \"source\", \"factuality\", \"confidence\". What stands nowhere is refused with its "
      "reason.\n"
      "Examples:\n"
      "  habari ground article.txt said.jsonl --extractor model -o documents.jsonl\n"
      "  habari ground documents.jsonl table.csv --extractor amina --report outcomes.jsonl -o both.jsonl\n"
      "  habari remove --extractor model both.jsonl -o ours.jsonl");
  command->callback([options, &outcome] { outcome.exit = ground(*options); });
}

}  // namespace habari::cli
