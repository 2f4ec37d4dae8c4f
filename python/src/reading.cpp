#include "bindings.hpp"
#include "trees.hpp"

#include <habari/core/conllu.hpp>
#include <habari/extractors/article_reader.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari::python {
namespace {

/// Whether `sentence` stands in `text` at `offset`, but for white space, which CoNLL-U has blanks for.
bool stands_at(std::string_view text, std::size_t offset, std::string_view sentence) {
  if (offset > text.size() || sentence.size() > text.size() - offset) return false;
  const auto blank = [](char c) { return c == '\n' || c == '\r' || c == '\t' ? ' ' : c; };
  return std::ranges::equal(text.substr(offset, sentence.size()), sentence, {}, blank, blank);
}

/// Trees in CoNLL-U for a text: sentence number i begins at byte offsets[i].
std::shared_ptr<Trees> read_trees(const std::string& conllu, const std::string& text,
                                  const std::vector<std::size_t>& offsets) {
  std::istringstream in(conllu);
  ConlluReader reader(in, "trees");
  auto trees = std::make_shared<Trees>();
  trees->text = text;
  for (ConlluSentence read; reader.next(read);) {
    const std::size_t number = trees->sentences.size();
    if (number >= offsets.size() || !stands_at(text, offsets[number], read.text)) {
      throw std::invalid_argument("trees: sentence " + std::to_string(number + 1) + " does not stand in the text");
    }
    const auto offset = static_cast<std::uint32_t>(offsets[number]);
    const auto shift = [&](Span& span) { span = {span.begin + offset, span.end + offset}; };
    shift(read.sentence.span);
    for (Token& token : read.sentence.tokens) shift(token.span);
    trees->sentences.push_back(std::move(read.sentence));
  }
  return trees;
}

/// Reads articles; several threads may ask it for the next one.
class Reader {
 public:
  Reader(std::vector<std::string> inputs, const std::string& format, const std::string& date, bool date_from_name,
         const std::string& language, const std::string& data)
      : Reader(std::move(inputs), open_data(data, ""), format, date, date_from_name, language) {}

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
  Reader(std::vector<std::string> inputs, const DataDirectory& data, const std::string& format, const std::string& date,
         bool date_from_name, const std::string& language)
      : reader_(std::move(inputs), data, reading_options(data, format, date, date_from_name, language)) {}

  std::mutex mutex_;
  ArticleReader reader_;
};

}  // namespace

void bind_reading(py::module_& module) {
  py::class_<Trees, std::shared_ptr<Trees>>(module, "Trees", "Dependency trees that came with an article.")
      .def("__len__", [](const Trees& trees) { return trees.sentences.size(); });
  module.def("read_trees", &read_trees, py::arg("conllu"), py::arg("text"), py::arg("offsets"));
  py::class_<Reader>(module, "Reader")
      .def(py::init<std::vector<std::string>, const std::string&, const std::string&, bool, const std::string&,
                    const std::string&>(),
           py::arg("inputs"), py::arg("format"), py::arg("date"), py::arg("date_from_name"), py::arg("language"),
           py::arg("data"))
      .def("next", &Reader::next);
}

}  // namespace habari::python
