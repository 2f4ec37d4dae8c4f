#include "articles.hpp"
#include "commands.hpp"

#include <habari/exporters/input_file.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>
#include <habari/exporters/writable_iri.hpp>
#include <habari/loading/load_graph.hpp>
#include <habari/push/push_run.hpp>
#include <habari/push/triple_store.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace habari::cli {
namespace {

struct PushOptions {
  ArticleOptions articles;
  std::string rdf_size = "lean";
  RdfOptions rdf;
  bool no_text = false;
  std::string protocol = "graph-store";
  std::string graph;
  std::string journal;
  std::string password_file;
  std::string token_file;
  bool digest = false;
  double retry_wait = 1;
  std::uint64_t batch = std::uint64_t{4} << 20U;
  unsigned timeout = 300;
  StoreOptions store;
};

/// What `file` or, where none is given, the environment variable holds; empty where neither is there.
/// Errors: Error where the file cannot be read or is empty.
std::string secret(const std::string& option, const std::string& file, const char* variable) {
  if (file.empty()) {
    const char* value = std::getenv(variable);
    return value == nullptr ? "" : value;
  }
  std::ifstream in(file, std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line)) throw Error(option + ": " + file + " cannot be read, or is empty");
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.empty()) throw Error(option + ": the first line of " + file + " is empty");
  return line;
}

void set_login(const PushOptions& options, HttpOptions& http) {
  const std::string token = secret("--token-file", options.token_file, "HABARI_TOKEN");
  if (!http.user.empty()) {
    if (!options.token_file.empty()) throw Error("--user and --token-file are two logins: give one");
    http.secret = secret("--password-file", options.password_file, "HABARI_PASSWORD");
    if (http.secret.empty()) throw Error("--user: its password is expected in --password-file or $HABARI_PASSWORD");
    http.scheme = options.digest ? LoginScheme::digest : LoginScheme::basic;
    return;
  }
  if (options.digest || !options.password_file.empty())
    throw Error("--user is expected with --password-file or --digest");
  if (token.empty()) return;
  http.secret = token;
  http.scheme = LoginScheme::bearer;
}

StoreOptions store_options(const PushOptions& options) {
  StoreOptions store = options.store;
  const auto protocol = parse_store_protocol(options.protocol);
  if (!protocol) throw Error("--protocol: \"" + options.protocol + "\", expected graph-store or update");
  store.protocol = *protocol;
  if (options.timeout == 0) throw Error("--timeout: 0, expected seconds");
  store.http.timeout = std::chrono::seconds(options.timeout);
  if (!(options.retry_wait >= 0 && options.retry_wait <= 3600)) throw Error("--retry-wait: expected 0 to 3600 seconds");
  store.first_wait = std::chrono::milliseconds(static_cast<long>(options.retry_wait * 1000));
  if (!store.http.authorities.empty() && !std::ifstream(store.http.authorities)) {
    throw Error("--ca: " + store.http.authorities + ": cannot be read: " + std::strerror(errno));
  }
  set_login(options, store.http);
  return store;
}

/// Graph files and `-` for N-Quads; what is left are articles or documents.
struct Inputs {
  std::vector<std::string> graphs;
  std::vector<std::string> others;
  std::uint64_t bytes = 0;  ///< Of the graph files; 0 where one is no file.
};

RdfSyntax syntax_of(const std::string& input) {
  return input == "-" ? RdfSyntax::n_quads : rdf_syntax(input).value_or(RdfSyntax::n_quads);
}

/// Errors: Error for a graph file that cannot be read, before anything is sent.
Inputs sort_inputs(const PushOptions& options) {
  Inputs inputs;
  bool are_files = true;
  for (const std::string& input : options.articles.inputs) {
    if (input != "-" && !rdf_syntax(input)) {
      inputs.others.push_back(input);
      continue;
    }
    inputs.graphs.push_back(input);
    if (!has_named_graphs(syntax_of(input)) && options.graph.empty()) {
      throw Error(input +
                  ": names no graphs; --graph IRI says which one it replaces, --graph default the default graph");
    }
    if (input != "-") InputFile{input};  // Throws where it cannot be read.
    std::error_code none;
    const auto size = std::filesystem::file_size(input, none);
    if (none) are_files = false;
    if (!none) inputs.bytes += size;
  }
  if (!are_files || !inputs.others.empty()) inputs.bytes = 0;
  return inputs;
}

RdfBatchOptions batch_options(const PushOptions& options) {
  RdfBatchOptions batches;
  batches.bytes = static_cast<std::size_t>(options.batch);
  if (options.graph.empty()) return batches;
  batches.graph = options.graph == "default" ? "" : options.graph;
  if (!batches.graph->empty() && !is_writable_iri(*batches.graph)) {
    throw Error("--graph: \"" + options.graph + "\" is no absolute IRI, and not `default`");
  }
  return batches;
}

/// The graph of what is no graph file.
Graph graph_of(const PushOptions& options, std::vector<std::string> inputs, Report& report) {
  ArticleOptions articles = options.articles;
  articles.inputs = std::move(inputs);
  LoadOptions loading = load_options(articles, report);
  loading.keep_texts = !options.no_text;
  return load_graph(articles.inputs, loading);
}

Exit push(const PushOptions& options) {
  check_base(options.rdf.base);
  const RdfBatchOptions batches = batch_options(options);
  const StoreOptions store = store_options(options);
  const Inputs inputs = sort_inputs(options);
  RdfOptions rdf = options.rdf;
  const auto size = parse_rdf_size(options.rdf_size);
  if (!size) throw Error("--rdf: \"" + options.rdf_size + "\", expected lean or full");
  rdf.size = *size;
  rdf.texts = !options.no_text;
  Report report;
  PushRun run(
      {store, options.journal, batches, inputs.bytes},
      {[&](const std::string& message) { report.note(message); }, [&](const auto& text) { report.show(text); }});
  try {
    for (const std::string& input : inputs.graphs) run.push_file(input, syntax_of(input));
    if (!inputs.others.empty()) run.push_graph(graph_of(options, inputs.others, report), rdf);
    run.finish();
  } catch (const Error& error) {
    report.note(error.what());
    run.report_stop();
    return Exit::nothing_done;
  }
  report.finish();
  if (!inputs.others.empty() && report.exit() != Exit::all_read) return report.exit();
  return run.refused() == 0 ? Exit::all_read : Exit::some_skipped;
}

void add_login_options(CLI::App& command, PushOptions& options) {
  command.add_option("--user", options.store.http.user,
                     "Login; its password is in --password-file or $HABARI_PASSWORD");
  command.add_option("--password-file", options.password_file, "File whose first line is the password");
  command.add_option("--token-file", options.token_file,
                     "File whose first line is a bearer token; else $HABARI_TOKEN, if set");
  command.add_flag("--digest", options.digest, "The login is by HTTP Digest (Virtuoso), not Basic");
  command.add_option("--ca", options.store.http.authorities,
                     "PEM file of the certificate authorities to trust; else the system's");
}

void add_transfer_options(CLI::App& command, PushOptions& options) {
  command.add_option("--batch", options.batch, "Bytes of a request at most; a single larger article takes several")
      ->transform(CLI::AsSizeValue(false))
      ->capture_default_str();
  command
      .add_option("--retries", options.store.retries,
                  "How often to try again what fails in passing: no connection, 408, 429, 500, 502 to 504")
      ->capture_default_str();
  command
      .add_option("--retry-wait", options.retry_wait,
                  "Seconds before the first retry, doubled each time up to 60; a Retry-After is honoured")
      ->capture_default_str();
  command.add_option("--timeout", options.timeout, "Seconds that a request may take")->capture_default_str();
  command.add_option("--journal", options.journal,
                     "File that remembers what this endpoint has taken: only what is new or changed is sent. Delete it "
                     "when the store was emptied");
}

}  // namespace

void add_push(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("push", "A graph into a triple store over HTTP, one named graph an article");
  const auto options = std::make_shared<PushOptions>();
  add_article_options(*command, options->articles);
  add_confidence_option(*command, options->articles);
  command->get_option("INPUT")->description(
      "Graph files (.nq, .trig, .nt, .ttl, .rdf), - for N-Quads on standard input, documents or articles: files or "
      "folders");
  command->add_option("--endpoint", options->store.endpoint, "URL that takes graphs, or updates with --protocol update")
      ->required();
  command
      ->add_option("--protocol", options->protocol,
                   "graph-store (a PUT for each graph) or update (SPARQL Update, many graphs a request)")
      ->capture_default_str();
  command->add_option("--graph", options->graph,
                      "IRI of the graph to replace with what names none (Turtle, N-Triples), or `default`");
  add_login_options(*command, *options);
  add_transfer_options(*command, *options);
  command->add_option("--rdf", options->rdf_size, "Articles: lean or full")->capture_default_str();
  command->add_option("--base", options->rdf.base, "Articles: absolute IRI that data IRIs begin with")
      ->capture_default_str();
  command->add_flag("--no-text", options->no_text, "Articles: keep their texts out of the store");
  command->footer(
      "An article's graph replaces the one that the store has, so pushing again changes nothing and repairs "
      "everything.\n"
      "Exit status: 0 all sent; 1 the store refused some graphs; 2 it came to a stop: run again to send the rest.\n"
      "Examples:\n"
      "  habari push graph.nq --endpoint http://localhost:7878/store                      # Oxigraph\n"
      "  habari push graph.nq --endpoint http://localhost:3030/news/data                  # Fuseki\n"
      "  habari push news/ --endpoint http://localhost:7200/repositories/news/rdf-graphs/service --user me  # GraphDB\n"
      "  habari push graph.nq --endpoint http://localhost:7878/update --protocol update --journal pushed.txt");
  command->callback([options, &outcome] { outcome.exit = push(*options); });
}

}  // namespace habari::cli
