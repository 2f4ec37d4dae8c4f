#include "rdf/syntax/statement_sink.hpp"

#include "rdf/syntax/end_mark.hpp"
#include "rdf/terms/iri.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace habari::rdf {
namespace {

constexpr std::array<std::string_view, 10> datatype_names = {
    "string", "date",     "gYearMonth", "gYear",     "decimal", "nonNegativeInteger",
    "anyURI", "dateTime", "boolean",    "wktLiteral"};

/// N-Triples and N-Quads: a statement a line.
class LineSink final : public StatementSink, TermWriter {
 public:
  LineSink(const Namespaces& namespaces, std::ostream& out, bool quads) : TermWriter(namespaces, out), quads_(quads) {}

  void begin() override { output_.buffer() += begin_mark; }
  void graph(IriView graph) override {
    if (quads_) graph_ = " <" + namespaces_.iri(graph.space) + std::string(graph.local) + ">";
  }
  void subject(IriView subject) override {
    subject_ = "<" + namespaces_.iri(subject.space) + std::string(subject.local) + "> ";
  }
  void link(IriView predicate, IriView object) override {
    open(predicate);
    append_iri(object);
    close();
  }
  void value(IriView predicate, std::string_view text, Datatype datatype) override {
    open(predicate);
    append_literal(text, datatype);
    close();
  }
  void text(IriView predicate, std::string_view text, std::string_view language) override {
    open(predicate);
    append_tagged(text, language);
    close();
  }
  void end() override {
    output_.buffer() += end_mark;
    output_.flush();
  }

 private:
  void open(IriView predicate) {
    output_.buffer() += subject_;
    append_iri(predicate);
    output_.buffer() += ' ';
  }
  void close() {
    output_.buffer().append(graph_).append(" .\n");
    output_.drain();
  }

  bool quads_;
  std::string graph_;
  std::string subject_;
};

/// Turtle and TriG, a block for each subject. Raptor's own serializer keeps every triple until the end and writes some
/// terms wrong; here its escapes are used and nothing is abbreviated but IRIs.
class TurtleSink final : public StatementSink, TermWriter {
 public:
  TurtleSink(const Namespaces& namespaces, std::ostream& out, bool has_graphs)
      : TermWriter(namespaces, out), has_graphs_(has_graphs) {}

  void begin() override {
    output_.buffer() += begin_mark;
    for (std::size_t i = 0; i < namespace_count; ++i) {
      const auto space = static_cast<Namespace>(i);
      output_.buffer().append("@prefix ").append(namespaces_.prefix(space)).append(": <");
      output_.buffer().append(namespaces_.iri(space)).append("> .\n");
    }
  }
  void graph(IriView graph) override {
    if (!has_graphs_) return;
    close_graph();
    output_.buffer() += '\n';
    append_name(graph);
    output_.buffer() += " {\n";
    in_graph_ = true;
  }
  void subject(IriView subject) override {
    close_subject();
    subject_space_ = subject.space;
    subject_ = subject.local;
  }
  void link(IriView predicate, IriView object) override {
    open(predicate);
    append_name(object);
  }
  void value(IriView predicate, std::string_view text, Datatype datatype) override {
    open(predicate);
    append_literal(text, datatype);
  }
  void text(IriView predicate, std::string_view text, std::string_view language) override {
    open(predicate);
    append_tagged(text, language);
  }
  void end() override {
    close_graph();
    output_.buffer() += end_mark;
    output_.flush();
  }

 private:
  void append_name(IriView iri) override {
    if (!is_plain_local_name(iri.local)) return append_iri(iri);
    output_.buffer().append(namespaces_.prefix(iri.space)).append(":").append(iri.local);
  }

  void open(IriView predicate) {
    std::string& out = output_.buffer();
    if (!open_) {
      out += '\n';
      append_name({subject_space_, subject_});
      out += ' ';
    } else if (predicate.space == predicate_space_ && predicate.local == predicate_) {
      out += " ,\n    ";
      return;
    } else {
      out += " ;\n  ";
    }
    open_ = true;
    predicate_space_ = predicate.space;
    predicate_ = predicate.local;
    if (predicate == rdf_type) {
      out += "a ";
    } else {
      append_name(predicate);
      out += ' ';
    }
  }

  void close_subject() {
    if (open_) output_.buffer() += " .\n";
    open_ = false;
    output_.drain();
  }

  void close_graph() {
    close_subject();
    if (in_graph_) output_.buffer() += "}\n";
    in_graph_ = false;
  }

  bool has_graphs_;
  bool in_graph_ = false;
  Namespace subject_space_ = Namespace::rdf;
  std::string subject_;
  Namespace predicate_space_ = Namespace::rdf;
  std::string predicate_;
  bool open_ = false;
};

}  // namespace

IriView datatype_iri(Datatype datatype) {
  return {datatype == Datatype::wkt_literal ? Namespace::geo : Namespace::xsd,
          datatype_names[static_cast<std::size_t>(datatype)]};
}

bool is_plain_local_name(std::string_view local) {
  return !local.empty() && local.front() != '-' && std::all_of(local.begin(), local.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

void TermWriter::append_literal(std::string_view text, Datatype datatype) {
  literals_.append_quoted(output_.buffer(), text);
  if (datatype == Datatype::string) return;
  output_.buffer() += "^^";
  append_name(datatype_iri(datatype));
}

void TermWriter::append_tagged(std::string_view text, std::string_view language) {
  literals_.append_quoted(output_.buffer(), text);
  if (const std::string tag = language_tag(language); !tag.empty()) output_.buffer().append("@").append(tag);
}

std::unique_ptr<StatementSink> make_sink(RdfSyntax syntax, const Namespaces& namespaces, std::ostream& out) {
  switch (syntax) {
    case RdfSyntax::turtle:
      return std::make_unique<TurtleSink>(namespaces, out, false);
    case RdfSyntax::trig:
      return std::make_unique<TurtleSink>(namespaces, out, true);
    case RdfSyntax::n_triples:
      return std::make_unique<LineSink>(namespaces, out, false);
    case RdfSyntax::n_quads:
      return std::make_unique<LineSink>(namespaces, out, true);
    case RdfSyntax::rdf_xml:
      return make_rdf_xml_sink(namespaces, out);
    case RdfSyntax::json_ld:
      return make_json_ld_sink(namespaces, out);
    case RdfSyntax::rdf_json:
      break;
  }
  throw std::invalid_argument("RDF/JSON is read and not written");
}

}  // namespace habari::rdf
