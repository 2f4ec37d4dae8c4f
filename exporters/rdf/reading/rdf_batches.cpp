#include "rdf/reading/statement_parser.hpp"
#include "rdf/syntax/literal_writer.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>
#include <habari/exporters/rdf_batches.hpp>
#include <habari/exporters/writable_iri.hpp>

#include <algorithm>
#include <utility>

namespace habari {
namespace {

using rdf::StatementView;
using rdf::TermView;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// LANGTAG of N-Triples: letters, then letters and digits between hyphens.
bool is_language_tag(std::string_view tag) {
  if (tag.empty() || !is_letter(tag.front()) || tag.back() == '-' || tag.find("--") != std::string_view::npos) {
    return false;
  }
  const std::string_view first = tag.substr(0, tag.find('-'));
  return std::all_of(first.begin(), first.end(), is_letter) &&
         std::all_of(tag.begin(), tag.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

}  // namespace

class RdfBatches::Cutter {
 public:
  Cutter(RdfSyntax syntax, std::string name, RdfBatchOptions options, Take take)
      : name_(std::move(name)),
        options_(std::move(options)),
        take_(std::move(take)),
        parser_(syntax, name_, [this](const StatementView& statement) { add(statement); }) {}

  void parse(std::string_view bytes) { parser_.parse(bytes); }

  void finish() {
    parser_.finish();
    hand_on(true);
  }

 private:
  void add(const StatementView& statement) {
    const bool names_none = statement.graph.kind == TermView::Kind::none;
    if (names_none && !options_.graph) fail(statement, "a statement in no graph");
    const std::string_view graph = names_none ? std::string_view(*options_.graph) : statement.graph.text;
    if (batch_.count != 0 && graph != batch_.graph) hand_on(true);
    statement_.clear();
    append(statement.subject, statement);
    statement_ += ' ';
    append(statement.predicate, statement);
    statement_ += ' ';
    append(statement.object, statement);
    statement_ += " .\n";
    if (batch_.count != 0 && batch_.statements.size() + statement_.size() > options_.bytes) hand_on(false);
    if (batch_.count == 0) {
      if (!names_none) check(statement.graph, statement);
      batch_.graph = graph;
      batch_.adds = graph == vocabulary_graph;
      batch_.line = static_cast<std::size_t>(statement.line);
    }
    batch_.statements += statement_;
    ++batch_.count;
  }

  void check(const TermView& term, const StatementView& statement) const {
    if (term.kind == TermView::Kind::blank) {
      fail(statement, "blank node _:" + std::string(term.text) + ", expected an IRI: a store would make it another " +
                          "node each time it is sent");
    }
    if (!is_writable_iri(term.text)) fail(statement, "<" + std::string(term.text) + "> is no absolute IRI");
  }

  void append(const TermView& term, const StatementView& statement) {
    if (term.kind != TermView::Kind::literal) {
      check(term, statement);
      statement_.append("<").append(term.text).append(">");
      return;
    }
    literals_.append_quoted(statement_, term.text);
    if (!term.language.empty()) {
      if (!is_language_tag(term.language)) fail(statement, "@" + std::string(term.language) + " is no language tag");
      statement_.append("@").append(term.language);
    } else if (!term.datatype.empty()) {
      check({TermView::Kind::iri, term.datatype, {}, {}}, statement);
      statement_.append("^^<").append(term.datatype).append(">");
    }
  }

  [[noreturn]] void fail(const StatementView& statement, const std::string& message) const {
    throw Error(name_ + ":" + std::to_string(statement.line) + ": " + message);
  }

  void hand_on(bool ends_graph) {
    if (batch_.count == 0) return;
    batch_.ends_graph = ends_graph;
    RdfBatch next;
    next.begins_graph = ends_graph;
    take_(std::exchange(batch_, std::move(next)));
  }

  std::string name_;
  RdfBatchOptions options_;
  Take take_;
  RdfBatch batch_;
  std::string statement_;
  rdf::LiteralWriter literals_;
  rdf::StatementParser parser_;
};

RdfBatches::RdfBatches(RdfSyntax syntax, const std::string& name, RdfBatchOptions options, Take take)
    : cutter_(std::make_unique<Cutter>(syntax, name, std::move(options), std::move(take))) {}
RdfBatches::~RdfBatches() = default;

void RdfBatches::parse(std::string_view bytes) { cutter_->parse(bytes); }
void RdfBatches::finish() { cutter_->finish(); }

}  // namespace habari
