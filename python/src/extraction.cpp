#include "bindings.hpp"
#include "trees.hpp"

#include <habari/core/confidence_cut.hpp>
#include <habari/core/identifiers.hpp>
#include <habari/extractors/documents.hpp>
#include <habari/extractors/grounding.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace habari::python {
namespace {

/// What makes documents of articles, with all that it has loaded. Several threads may use it at once.
class Engine {
 public:
  Engine(const std::string& data, const std::string& gazetteer, const std::string& reader)
      : data_(open_data(data, gazetteer)),
        identifier_(data_),
        extractor_(data_, {.reader = reader_argument(reader)}),
        grounder_(extractor_, data_) {}

  /// The document's JSON. `origin` stands for the article in messages.
  std::string extract(std::string text, const std::string& id, const std::string& language, const std::string& date,
                      const std::string& title, const std::string& url, const std::string& origin,
                      const std::string& language_hint, const std::shared_ptr<Trees>& trees,
                      const std::array<std::string, 5>& publication, double min_confidence) const {
    if (trees && trees->text != text) throw std::invalid_argument(origin + ": its trees belong to another text");
    ReadArticle read;
    read.article.id = id.empty() ? name_uuid(text).text() : id;
    read.article.language = language;
    read.article.date = date_argument("date", date);
    read.article.title = title;
    read.article.url = url;
    read.article.publication = {publication[0], publication[1], publication[2], publication[3], publication[4]};
    read.article.text = std::move(text);
    read.article.origin.file = origin;
    read.language_hint = language_hint;
    if (trees) read.sentences = trees->sentences;
    Document document = make_document(extractor_, identifier_, data_, std::move(read));
    drop_below(document, min_confidence);
    return to_json(document);
  }

  /// The document's JSON with the events that statements say, and of each statement outcome, reasons, and the event's
  /// index or None.
  py::tuple ground(const std::string& json, const std::string& statements, const std::string& extractor) const {
    Document document;
    std::vector<GroundedStatement> grounded;
    std::string text;
    {
      const py::gil_scoped_release released;
      document = parse_document(json);
      std::istringstream in(statements);
      grounded = grounder_.ground(document, read_statements(in, "statements"), extractor);
      text = to_json(document);
    }
    py::list outcomes;
    for (const GroundedStatement& one : grounded) {
      py::list reasons;
      for (const std::string& reason : one.reasons) reasons.append(to_str(reason));
      py::object event = py::none();
      if (one.event) {
        const auto found = std::find(document.events.begin(), document.events.end(), *one.event);
        if (found != document.events.end()) event = py::int_(found - document.events.begin());
      }
      outcomes.append(py::make_tuple(to_str(name(one.outcome)), reasons, event));
    }
    return py::make_tuple(to_str(text), outcomes);
  }

 private:
  DataDirectory data_;
  LanguageIdentifier identifier_;
  Extractor extractor_;
  Grounder grounder_;
};

}  // namespace

void bind_extraction(py::module_& module) {
  module.def(
      "check_document", [](const std::string& json) { return to_json(parse_document(json)); }, py::arg("json"),
      py::call_guard<py::gil_scoped_release>());
  module.def(
      "without_extractor",
      [](const std::string& json, const std::string& extractor) {
        Document document = parse_document(json);
        drop_extractor(document, extractor);
        return to_json(document);
      },
      py::arg("json"), py::arg("extractor"), py::call_guard<py::gil_scoped_release>());
  py::class_<Engine>(module, "Engine")
      .def(py::init<const std::string&, const std::string&, const std::string&>(), py::arg("data"),
           py::arg("gazetteer"), py::arg("reader"), py::call_guard<py::gil_scoped_release>())
      .def("extract", &Engine::extract, py::arg("text"), py::arg("id"), py::arg("language"), py::arg("date"),
           py::arg("title"), py::arg("url"), py::arg("origin"), py::arg("language_hint"), py::arg("trees"),
           py::arg("publication"), py::arg("min_confidence"), py::call_guard<py::gil_scoped_release>())
      .def("ground", &Engine::ground, py::arg("document"), py::arg("statements"), py::arg("extractor"));
}

}  // namespace habari::python
