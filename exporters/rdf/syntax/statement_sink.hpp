#pragma once

#include "rdf/syntax/literal_writer.hpp"
#include "rdf/terms/vocabulary.hpp"
#include "src/text_output.hpp"

#include <habari/exporters/rdf_options.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace habari::rdf {

enum class Datatype : std::uint8_t {
  string,
  date,
  year_month,
  year,
  decimal,
  non_negative_integer,
  any_uri,
  date_time,
  boolean,
  wkt_literal
};

/// `xsd:gYearMonth`; of GeoSPARQL where XML Schema has none.
IriView datatype_iri(Datatype datatype);

/// Whether a local name can follow a prefix as it stands. The grammars allow more; every reader allows this.
bool is_plain_local_name(std::string_view local);

/// Takes statements subject by subject, and of a subject predicate by predicate, and writes them in one syntax.
/// Requires: graph() before subject() in N-Quads, subject() before link(), value() and text().
class StatementSink {
 public:
  virtual ~StatementSink() = default;

  virtual void begin() = 0;                   ///< Prefixes, where the syntax has them.
  virtual void graph(IriView graph) = 0;      ///< Of the statements that follow.
  virtual void subject(IriView subject) = 0;  ///< Of the statements that follow.
  virtual void link(IriView predicate, IriView object) = 0;
  virtual void value(IriView predicate, std::string_view text, Datatype datatype = Datatype::string) = 0;
  /// A string in a language; without tag where `language` has not the shape of one.
  virtual void text(IriView predicate, std::string_view text, std::string_view language) = 0;
  virtual void end() = 0;
};

/// What the writers of Turtle, N-Triples and N-Quads share: terms.
class TermWriter {
 public:
  TermWriter(const Namespaces& namespaces, std::ostream& out) : namespaces_(namespaces), output_(out) {}

 protected:
  void append_iri(IriView iri) {
    std::string& out = output_.buffer();
    out.append("<").append(namespaces_.iri(iri.space)).append(iri.local).append(">");
  }
  void append_literal(std::string_view text, Datatype datatype);
  void append_tagged(std::string_view text, std::string_view language);
  virtual void append_name(IriView iri) { append_iri(iri); }

  const Namespaces& namespaces_;
  TextOutput output_;
  LiteralWriter literals_;
};

std::unique_ptr<StatementSink> make_rdf_xml_sink(const Namespaces& namespaces, std::ostream& out);
std::unique_ptr<StatementSink> make_json_ld_sink(const Namespaces& namespaces, std::ostream& out);
std::unique_ptr<StatementSink> make_sink(RdfSyntax syntax, const Namespaces& namespaces, std::ostream& out);

}  // namespace habari::rdf
