#include "articles.hpp"
#include "commands.hpp"
#include "query_output.hpp"

#include <habari/core/query.hpp>
#include <habari/exporters/output_file.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace habari::cli {
namespace {

struct QueryOptions {
  ArticleOptions articles;
  std::string subject, relation, sense, object, place, participant, source, since, until, type, factuality, article;
  std::string language;
  std::vector<std::string> path;
  std::string around;
  std::string timeline;
  std::uint32_t distance = 1;
  std::uint32_t longest = PathOptions().longest;
  std::size_t limit = 0;
  std::string names;
  std::string format = "table";
  std::string output = "-";
};

std::optional<Date> parse_date(const std::string& option, const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto date = Date::parse(value);
  if (!date) throw Error(option + ": \"" + value + "\" is no date, expected YYYY, YYYY-MM or YYYY-MM-DD");
  return date;
}

template <typename Enum>
std::optional<Enum> parse_term(const std::string& option, const std::string& value,
                               std::optional<Enum> (*parse)(std::string_view), std::span<const Term<Enum>> terms) {
  if (value.empty()) return std::nullopt;
  if (const auto parsed = parse(value)) return parsed;
  std::string known;
  for (const Term<Enum>& term : terms) known += (known.empty() ? "" : ", ") + std::string(term.name);
  throw Error(option + ": \"" + value + "\", expected one of " + known);
}

/// `person/ana "Ana", person/ben "Ben", …`: the first few.
std::string list(const Graph& graph, const std::vector<Vertex>& vertices) {
  constexpr std::size_t most = 5;
  std::string listed;
  for (std::size_t i = 0; i < std::min(vertices.size(), most); ++i) {
    listed += fmt::format("{}{} \"{}\"", i == 0 ? "" : ", ", graph.id(vertices[i]), graph.label(vertices[i]));
  }
  return listed + (vertices.size() > most ? ", …" : "");
}

std::string unknown_name(const QueryIndex& index, const std::string& option, const std::string& name) {
  const std::vector<Vertex> near = index.similar(name);
  return fmt::format("{}: nothing in the graph is called \"{}\"{}", option, name,
                     near.empty() ? "" : "; there is " + list(index.graph(), near));
}

/// Notes a name that nothing has, and which ones a name that several have stands for.
PatternTerm term(const QueryIndex& index, const std::string& option, const std::string& name, Report& report) {
  if (name.empty()) return {};
  const std::vector<Vertex> found = index.named(name);
  if (found.empty()) report.note(unknown_name(index, option, name));
  if (found.size() > 1) {
    report.note(fmt::format("{}: \"{}\" are {}: {}", option, name, found.size(), list(index.graph(), found)));
  }
  return name;
}

/// Notes a relation that nothing is told by.
std::string relation(const QueryIndex& index, const std::string& name, Report& report) {
  if (name.empty() || index.has_relation(name)) return name;
  const std::vector<std::string_view> near = index.similar_relations(name);
  report.note(fmt::format("--relation: the graph has no label, lemma or type \"{}\"{}{}", name,
                          near.empty() ? "" : "; there is ", fmt::join(near, ", ")));
  return name;
}

/// The one entity that is meant.
/// Errors: Error where there is none or more than one.
Vertex entity(const QueryIndex& index, const std::string& option, const std::string& name) {
  const std::vector<Vertex> found = index.named(name);
  if (found.size() == 1) return found.front();
  if (found.empty()) throw Error(unknown_name(index, option, name));
  throw Error(fmt::format("{}: \"{}\" may be any of {}; give one of these identifiers", option, name,
                          list(index.graph(), found)));
}

Pattern pattern(const QueryOptions& options, const QueryIndex& index, Report& report) {
  Pattern made;
  made.subject = term(index, "--subject", options.subject, report);
  made.relation = relation(index, options.relation, report);
  made.sense = options.sense;
  made.object = term(index, "--object", options.object, report);
  made.place = term(index, "--place", options.place, report);
  made.participant = term(index, "--participant", options.participant, report);
  made.source = term(index, "--source", options.source, report);
  made.since = parse_date("--since", options.since);
  made.until = parse_date("--until", options.until);
  made.type = parse_term("--type", options.type, parse_event_type, event_types());
  made.factuality = parse_term("--factuality", options.factuality, parse_factuality, factualities());
  made.article = options.article;
  made.language = options.language;
  return made;
}

template <typename Items>
void cut(Items& items, std::size_t limit) {
  if (limit != 0 && items.size() > limit) items.erase(items.begin() + static_cast<std::ptrdiff_t>(limit), items.end());
}

void answer(const QueryOptions& options, const QueryIndex& index, const QueryOutput& output, Report& report) {
  const Graph& graph = index.graph();
  if (!options.path.empty()) {
    std::vector<Path> found;
    for (const Path& path : paths(graph, entity(index, "--path", options.path[0]),
                                  entity(index, "--path", options.path[1]), {.longest = options.longest})) {
      found.push_back(path);
      if (found.size() == options.limit) break;
    }
    return output.paths(graph, found);
  }
  if (!options.around.empty()) {
    std::vector<Neighbour> found = neighbourhood(graph, entity(index, "--around", options.around), options.distance);
    cut(found, options.limit);
    return output.neighbours(graph, found);
  }
  std::vector<TripleView> found;
  if (!options.timeline.empty()) {
    for (const Vertex event : timeline(graph, entity(index, "--timeline", options.timeline))) {
      for (const TripleView& triple : triples_of(graph, event)) found.push_back(triple);
    }
  } else {
    for (const TripleView& triple : index.find(pattern(options, index, report))) found.push_back(triple);
    sort_by_time(found);
  }
  cut(found, options.limit);
  output.triples(found);
}

void check(const QueryOptions& options) {
  const int questions =
      (options.path.empty() ? 0 : 1) + (options.around.empty() ? 0 : 1) + (options.timeline.empty() ? 0 : 1);
  if (questions > 1) throw Error("--path, --around and --timeline are three questions: ask one at a time");
  const std::string* const parts[] = {&options.subject, &options.relation,   &options.object,   &options.place,
                                      &options.source,  &options.since,      &options.until,    &options.type,
                                      &options.article, &options.factuality, &options.language, &options.participant};
  if (questions == 1 &&
      std::any_of(std::begin(parts), std::end(parts), [](const auto* part) { return !part->empty(); })) {
    throw Error("--path, --around and --timeline take no pattern beside them");
  }
}

Exit query(const QueryOptions& options) {
  check(options);
  const auto format = parse_table_format(options.format);
  if (!format) throw Error("--format: \"" + options.format + "\", expected table, jsonl or csv");
  OutputFile file(options.output);
  Report report;
  const std::optional<Graph> graph = read_graph(options.articles, report);
  if (!graph) return Exit::nothing_done;
  answer(options, QueryIndex(*graph), {*format, options.names, file.stream()}, report);
  file.commit();
  return report.exit();
}

void add_pattern_options(CLI::App& command, QueryOptions& options) {
  const auto add = [&](const char* name, std::string& value, const char* help) {
    command.add_option(name, value, help)->group("PATTERN");
  };
  add("--subject", options.subject, "Who does it: name, part of a name, or identifier");
  add("--relation", options.relation, "Label (meet), lemma in any language (kutana) or type (CONSULT)");
  add("--sense", options.sense,
      "What is meant, whatever the words: kill takes in murder and ua, say also say.announce");
  add("--object", options.object, "Whom or what it is done to");
  add("--place", options.place, "Where it happens");
  add("--participant", options.participant, "Who or what takes part in any role");
  add("--source", options.source, "Whose word it is");
  add("--since", options.since, "First day, month or year");
  add("--until", options.until, "Last day, month or year");
  add("--type", options.type, "Type of event: CONSULT, AID, ASSAULT …");
  add("--factuality", options.factuality, "actual, planned, possible or negated");
  add("--article", options.article, "Identifier of an article that tells of it");
  add("--language", options.language, "Language of an article that tells of it: sw, en");
}

}  // namespace

void add_query(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("query", "Who did what to whom, when and where, by whose word: ask a graph");
  const auto options = std::make_shared<QueryOptions>();
  command
      ->add_option("INPUT", options->articles.inputs,
                   "Graph files (.ttl, .nt, .nq, .trig, .rdf), documents or articles: files, folders or -")
      ->required();
  add_pattern_options(*command, *options);
  command
      ->add_option("--path", options->path,
                   "FROM TO: how two (names or identifiers) are tied to each other, shortest ways first")
      ->expected(2)
      ->type_name("FROM TO");
  command->add_option("--longest", options->longest, "With --path: edges at most")->capture_default_str();
  command->add_option("--around", options->around, "Who and what shares events and relations with an entity");
  command->add_option("--distance", options->distance, "With --around: how many events away at most")
      ->capture_default_str();
  command->add_option("--timeline", options->timeline, "The dated events an entity takes part in, in order");
  command->add_option("--limit", options->limit, "Answers at most; 0: all")->capture_default_str();
  command->add_option("--names", options->names, "Language to give names in, where they have one there");
  command->add_option("--format", options->format, "table, jsonl or csv")->capture_default_str();
  command->add_option("-o,--output", options->output, "File for the answers; - is standard output")
      ->capture_default_str();
  command->add_option("-j,--jobs", options->articles.jobs, "Threads; 0: one a processor")->capture_default_str();
  command->add_option("--data", options->articles.data, "Folder with languages/ below it, to read articles with");
  command->footer(
      "Examples:\n"
      "  habari query graph.nq --subject Putin --relation meet --since 2023-01\n"
      "  habari query documents.jsonl --path Putin \"Kim Jong Un\"\n"
      "  habari query news/ --timeline Tanzania --format csv -o tanzania.csv");
  command->callback([options, &outcome] { outcome.exit = query(*options); });
}

}  // namespace habari::cli
