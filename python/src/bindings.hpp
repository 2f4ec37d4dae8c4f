#pragma once

#include <habari/core/date.hpp>
#include <habari/extractors/article_reader.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/reader_kind.hpp>

#include <pybind11/pybind11.h>

#include <optional>
#include <string>
#include <string_view>

/// The C++ library as the package's own modules see it: plain tuples and strings, which they make classes of.
namespace habari::python {

namespace py = pybind11;

/// `text` as a Python string; bytes that are no UTF-8, as file names may have, become U+FFFD.
py::str to_str(std::string_view text);
/// None for what is empty.
py::object to_optional_str(std::string_view text);

/// The data folder and the gazetteer, each by its path; empty: located, its own.
DataDirectory open_data(const std::string& root, const std::string& gazetteer);
/// Nothing for an empty string. Throws std::invalid_argument that names the argument.
std::optional<Date> date_argument(const std::string& argument, const std::string& value);
/// As date_argument.
std::optional<ReaderKind> reader_argument(const std::string& value);

/// The language's code. Throws std::invalid_argument, naming the argument, where there are no data for it.
std::string language_argument(const DataDirectory& data, const std::string& value);
/// Of the arguments format, date and language, each empty (format: `auto`) where it says nothing. As date_argument.
ReadingOptions reading_options(const DataDirectory& data, const std::string& format, const std::string& date,
                               bool date_from_name, const std::string& language);

void bind_reading(py::module_& module);
void bind_extraction(py::module_& module);
void bind_graph(py::module_& module);

}  // namespace habari::python
