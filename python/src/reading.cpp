#include "bindings.hpp"
#include "trees.hpp"

#include <habari/extractors/article_reader.hpp>
#include <habari/extractors/language_identifier.hpp>

#include <pybind11/stl.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

namespace habari::python {
namespace {

ReadingOptions reading_options(const std::string& format, const std::string& date, const std::string& language) {
  ReadingOptions options;
  if (format != "auto") {
    const auto parsed = parse_input_format(format);
    if (!parsed) {
      throw std::invalid_argument("format: \"" + format +
                                  "\", expected auto, text, html, json, jsonl, lines or conllu");
    }
    options.format = *parsed;
  }
  options.date = date_argument("date", date);
  if (!language.empty()) options.language = LanguageIdentifier::language_code(language);
  return options;
}

/// Reads articles; several threads may ask it for the next one.
class Reader {
 public:
  Reader(std::vector<std::string> inputs, const std::string& format, const std::string& date,
         const std::string& language, const std::string& data)
      : reader_(std::move(inputs), open_data(data, ""), reading_options(format, date, language)) {}

  /// A tuple of an Article's fields and the notes on it; None at the end.
  py::object next() {
    std::optional<ReadArticle> read;
    {
      const py::gil_scoped_release released;  // Before the lock: who holds it may wait for the interpreter.
      const std::scoped_lock lock(mutex_);
      read = reader_.next();
    }
    if (!read) return py::none();
    const Article& article = read->article;
    py::object trees = py::none();
    if (read->sentences) trees = py::cast(std::make_shared<Trees>(Trees{std::move(*read->sentences), article.text}));
    py::list notes;
    for (const std::string& note : read->notes) notes.append(to_str(note));
    std::string origin = article.origin.file;
    if (article.origin.line != 0) origin += ":" + std::to_string(article.origin.line);
    return py::make_tuple(to_str(article.text), to_str(article.id), to_optional_str(article.language),
                          to_optional_str(article.date ? article.date->iso() : ""), to_str(article.title),
                          to_str(article.url), to_str(origin), to_optional_str(read->language_hint), trees, notes);
  }

 private:
  std::mutex mutex_;
  ArticleReader reader_;
};

}  // namespace

void bind_reading(py::module_& module) {
  py::class_<Trees, std::shared_ptr<Trees>>(module, "Trees", "Dependency trees that came with an article.")
      .def("__len__", [](const Trees& trees) { return trees.sentences.size(); });
  py::class_<Reader>(module, "Reader")
      .def(py::init<std::vector<std::string>, const std::string&, const std::string&, const std::string&,
                    const std::string&>(),
           py::arg("inputs"), py::arg("format"), py::arg("date"), py::arg("language"), py::arg("data"))
      .def("next", &Reader::next);
}

}  // namespace habari::python
