#include "sparql/rasqal_query.hpp"

#include "sparql/triples_source.hpp"

#include <habari/core/error.hpp>

namespace habari::sparql {
namespace {

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.c_str()); }

/// What Rasqal 0.9.33 parses and then answers wrongly or leaves out.
const char* unanswered(rasqal_graph_pattern_operator pattern) {
  switch (pattern) {
    case RASQAL_GRAPH_PATTERN_OPERATOR_MINUS:
      return "MINUS";
    case RASQAL_GRAPH_PATTERN_OPERATOR_SERVICE:
      return "SERVICE";
    case RASQAL_GRAPH_PATTERN_OPERATOR_VALUES:
      return "VALUES";
    default:
      return nullptr;
  }
}

}  // namespace

class RasqalQuery::Rasqal {
 public:
  Rasqal(const StatementIndex& index, const std::string& text, std::string name)
      : name_(std::move(name)), source_(std::make_unique<TriplesSource>(index)), world_(rasqal_new_world()) {
    if (!world_) throw Error("Rasqal could not be started");
    raptor_.reset(raptor_new_world());
    if (!raptor_) throw Error("Raptor could not be started");
    rasqal_world_set_raptor(world_.get(), raptor_.get());
    // Without a handler of ours both write to standard error.
    rasqal_world_set_log_handler(world_.get(), this, [](void* context, raptor_log_message* message) {
      static_cast<Rasqal*>(context)->note(*message);
    });
    if (raptor_world_open(raptor_.get()) != 0) throw Error("Raptor could not be started: " + failure_);
    if (rasqal_world_open(world_.get()) != 0) throw Error("Rasqal could not be started: " + failure_);
    source_->install(world_.get());
    query_.reset(rasqal_new_query(world_.get(), "sparql11-query", nullptr));
    if (!query_) throw Error("Rasqal has no SPARQL");
    rasqal_query_set_feature(query_.get(), RASQAL_FEATURE_NO_NET, 1);
    raptor_uri* base = raptor_new_uri(rasqal_world_get_raptor(world_.get()), bytes("urn:x-base:"));
    const int failed = rasqal_query_prepare(query_.get(), bytes(text), base);
    raptor_free_uri(base);
    if (failed != 0 || !failure_.empty()) fail("is no SPARQL that Rasqal reads");
    check();
    add_graphs(index);
  }

  ~Rasqal() {
    // Literals go before the world they belong to, and after the query that holds some of them.
    query_.reset();
    source_.reset();
  }
  Rasqal(const Rasqal&) = delete;
  Rasqal& operator=(const Rasqal&) = delete;

  SparqlResults run() {
    const RasqalPointer<rasqal_query_results> results(rasqal_query_execute(query_.get()));
    if (!results || !failure_.empty()) fail("could not be answered");
    SparqlResults answer;
    if (rasqal_query_results_is_boolean(results.get()) != 0) {
      answer.boolean = rasqal_query_results_get_boolean(results.get()) > 0;
    } else {
      read_rows(*results, answer);
    }
    if (!failure_.empty()) fail("could not be answered");
    return answer;
  }

 private:
  void read_rows(rasqal_query_results& results, SparqlResults& answer) {
    // The results themselves know their variables only where there is a row.
    raptor_sequence* variables = rasqal_query_get_bound_variable_sequence(query_.get());
    const int count = variables == nullptr ? 0 : raptor_sequence_size(variables);
    for (int i = 0; i < count; ++i) {
      const auto* variable = static_cast<const rasqal_variable*>(raptor_sequence_get_at(variables, i));
      answer.variables.emplace_back(reinterpret_cast<const char*>(variable->name));
    }
    for (; rasqal_query_results_finished(&results) == 0; rasqal_query_results_next(&results)) {
      std::vector<RdfTerm> row;
      for (int i = 0; i < count; ++i) {
        rasqal_literal* value = rasqal_query_results_get_binding_value(&results, i);
        row.push_back(value == nullptr ? RdfTerm() : source_->term(value));
      }
      answer.rows.push_back(std::move(row));
    }
  }

  /// Refuses what would be answered wrongly.
  void check() {
    const rasqal_query_verb verb = rasqal_query_get_verb(query_.get());
    if (verb != RASQAL_QUERY_VERB_SELECT && verb != RASQAL_QUERY_VERB_ASK) {
      throw Error(name_ + ": expected a SELECT or an ASK query");
    }
    if (rasqal_query_get_data_graph(query_.get(), 0) != nullptr) {
      throw Error(name_ + ": FROM is not read: the graph is what is given beside the query");
    }
    const char* found = nullptr;
    rasqal_query_graph_pattern_visit2(
        query_.get(),
        [](rasqal_query*, rasqal_graph_pattern* pattern, void* context) {
          if (const char* name = unanswered(rasqal_graph_pattern_get_operator(pattern))) {
            *static_cast<const char**>(context) = name;
          }
          return 0;
        },
        &found);
    if (rasqal_query_get_bindings_row(query_.get(), 0) != nullptr) found = "VALUES";
    if (found != nullptr) throw Error(name_ + ": " + found + " is not answered");
  }

  /// What GRAPH goes through.
  void add_graphs(const StatementIndex& index) {
    for (const TermId graph : index.graphs()) {
      if (index.term(graph).kind != RdfTerm::Kind::iri) continue;
      raptor_uri* uri = raptor_new_uri(rasqal_world_get_raptor(world_.get()), bytes(index.term(graph).text));
      rasqal_query_add_data_graph(
          query_.get(),
          rasqal_new_data_graph_from_uri(world_.get(), uri, uri, RASQAL_DATA_GRAPH_NAMED, nullptr, nullptr, nullptr));
      raptor_free_uri(uri);
    }
  }

  void note(const raptor_log_message& message) {
    if (message.level < RAPTOR_LOG_LEVEL_ERROR || !failure_.empty()) return;
    const int line = message.locator == nullptr ? 0 : raptor_locator_line(message.locator);
    failure_ = name_ + (line > 0 ? ":" + std::to_string(line) : std::string()) + ": " + message.text;
  }

  [[noreturn]] void fail(const char* what) const { throw Error(failure_.empty() ? name_ + ": " + what : failure_); }

  std::string name_;
  std::string failure_;
  RasqalPointer<raptor_world> raptor_;
  std::unique_ptr<TriplesSource> source_;
  RasqalPointer<rasqal_world> world_;
  RasqalPointer<rasqal_query> query_;
};

RasqalQuery::RasqalQuery(const StatementIndex& index, const std::string& text, const std::string& name)
    : rasqal_(std::make_unique<Rasqal>(index, text, name)) {}
RasqalQuery::~RasqalQuery() = default;
SparqlResults RasqalQuery::run() { return rasqal_->run(); }

}  // namespace habari::sparql
