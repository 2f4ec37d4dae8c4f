#include "rdf/reading/input_watch.hpp"

#include "rdf/reading/json_watch.hpp"
#include "rdf/reading/line_watch.hpp"
#include "rdf/reading/turtle_watch.hpp"
#include "rdf/reading/xml_watch.hpp"

#include <habari/core/error.hpp>

namespace habari::rdf {

void InputWatch::fail(const std::string& message) const {
  throw Error(name_ + ":" + std::to_string(line_) + ": " + message);
}

void InputWatch::fail_language() const {
  fail("a language tag of more than " + std::to_string(max_language) + " bytes");
}

std::unique_ptr<InputWatch> watch_for(RdfSyntax syntax, const std::string& name) {
  switch (syntax) {
    case RdfSyntax::n_triples:
    case RdfSyntax::n_quads:
      return std::make_unique<LineWatch>(name);
    case RdfSyntax::rdf_xml:
      return std::make_unique<XmlWatch>(name);
    case RdfSyntax::rdf_json:
    case RdfSyntax::json_ld:
      return std::make_unique<JsonWatch>(name);
    case RdfSyntax::turtle:
    case RdfSyntax::trig:
      break;
  }
  return std::make_unique<TurtleWatch>(name);
}

}  // namespace habari::rdf
