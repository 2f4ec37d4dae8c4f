#include "rdf/syntax/statement_sink.hpp"
#include "rdf/terms/iri.hpp"
#include "xml/xml_output.hpp"

namespace habari::rdf {
namespace {

/// RDF/XML, striped: a node element for each subject, in it a property element for each statement.
/// Source: https://www.w3.org/TR/rdf-syntax-grammar/
class RdfXmlSink final : public StatementSink {
 public:
  RdfXmlSink(const Namespaces& namespaces, std::ostream& out) : namespaces_(namespaces), output_(out) {}

  void begin() override {
    output_.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
    for (std::size_t i = 0; i < static_cast<std::size_t>(Namespace::entity); ++i) {
      const auto space = static_cast<Namespace>(i);
      output_.markup("\n ");
      output_.attribute("xmlns:" + std::string(namespaces_.prefix(space)), namespaces_.iri(space));
    }
    output_.markup(">\n");
  }
  void graph(IriView /*graph*/) override {}
  void subject(IriView subject) override {
    close_subject();
    subject_.assign(namespaces_.iri(subject.space)).append(subject.local);
  }
  void link(IriView predicate, IriView object) override {
    open(predicate);
    iri_attribute("rdf:resource", object);
    output_.markup("/>\n");
  }
  void value(IriView predicate, std::string_view text, Datatype datatype) override {
    open(predicate);
    if (datatype != Datatype::string) iri_attribute("rdf:datatype", datatype_iri(datatype));
    content(text);
  }
  void text(IriView predicate, std::string_view text, std::string_view language) override {
    open(predicate);
    if (const std::string tag = language_tag(language); !tag.empty()) output_.attribute("xml:lang", tag);
    content(text);
  }
  void end() override {
    close_subject();
    output_.markup("</rdf:RDF>\n");
    output_.flush();
  }

 private:
  void iri_attribute(std::string_view name, IriView iri) {
    iri_.assign(namespaces_.iri(iri.space)).append(iri.local);
    output_.attribute(name, iri_);
  }

  /// The property element's name. A local name that is none in XML is divided where one begins; what stands before it
  /// goes into a namespace of the element's own.
  void open(IriView predicate) {
    if (!open_) {
      output_.markup("<rdf:Description");
      output_.attribute("rdf:about", subject_);
      output_.markup(">\n");
      open_ = true;
    }
    const std::size_t name = xml_name_begin(predicate.local);
    const bool is_whole = name == 0;
    element_.assign(is_whole ? namespaces_.prefix(predicate.space) : std::string_view("p"));
    element_.append(":").append(predicate.local.substr(name));
    output_.markup("  <");
    output_.markup(element_);
    if (!is_whole) iri_attribute("xmlns:p", {predicate.space, predicate.local.substr(0, name)});
  }

  void content(std::string_view text) {
    output_.markup(">");
    output_.escaped(text);
    output_.markup("</");
    output_.markup(element_);
    output_.markup(">\n");
  }

  void close_subject() {
    if (open_) output_.markup("</rdf:Description>\n");
    open_ = false;
    output_.drain();
  }

  const Namespaces& namespaces_;
  XmlOutput output_;
  std::string subject_;
  std::string iri_;
  std::string element_;
  bool open_ = false;
};

}  // namespace

std::unique_ptr<StatementSink> make_rdf_xml_sink(const Namespaces& namespaces, std::ostream& out) {
  return std::make_unique<RdfXmlSink>(namespaces, out);
}

}  // namespace habari::rdf
