#include "bindings.hpp"

#include <habari/extractors/language_identifier.hpp>

#include <fmt/format.h>

#include <exception>
#include <stdexcept>

namespace habari::python {
namespace {

/// Python's exception classes for ours, made once with the module.
struct ErrorTypes {
  py::object error;
  py::object input_error;
  py::object data_error;
};
ErrorTypes& error_types() {
  static auto* const types = new ErrorTypes;  // Never destroyed: the interpreter may be gone by then.
  return *types;
}

void raise(const py::object& type, const char* message) { PyErr_SetObject(type.ptr(), to_str(message).ptr()); }

void translate(std::exception_ptr failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const InputError& error) {
    raise(error_types().input_error, error.what());
  } catch (const Error& error) {
    raise(error_types().error, error.what());
  } catch (const DataError& error) {
    raise(error_types().data_error, error.what());
  }
}

/// An exception class of the package, `base` above it.
py::object new_error(py::module_& module, const char* name, PyObject* base, const char* documentation) {
  const std::string full = std::string("habari.") + name;
  py::object type =
      py::reinterpret_steal<py::object>(PyErr_NewExceptionWithDoc(full.c_str(), documentation, base, nullptr));
  module.attr(name) = type;
  return type;
}

}  // namespace

py::str to_str(std::string_view text) {
  PyObject* const made = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(made);
}

py::object to_optional_str(std::string_view text) {
  if (text.empty()) return py::none();
  return to_str(text);
}

DataDirectory open_data(const std::string& root, const std::string& gazetteer) {
  DataDirectory data = root.empty() ? DataDirectory::locate() : DataDirectory(root);
  if (!gazetteer.empty()) data.use_gazetteer(gazetteer);
  return data;
}

std::optional<Date> date_argument(const std::string& argument, const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto date = Date::parse(value);
  if (!date) {
    throw std::invalid_argument(argument + ": \"" + value + "\" is no date, expected YYYY, YYYY-MM or YYYY-MM-DD");
  }
  return date;
}

std::optional<ReaderKind> reader_argument(const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto kind = parse_reader_kind(value);
  if (!kind) throw std::invalid_argument("reader: \"" + value + "\", expected accurate or fast");
  return kind;
}

std::string language_argument(const DataDirectory& data, const std::string& value) {
  const std::string code = LanguageIdentifier::language_code(value);
  if (data.has_language(code)) return code;
  throw std::invalid_argument(fmt::format("language: no data for the language \"{}\"; there are data for: {}", code,
                                          fmt::join(data.languages(), ", ")));
}

ReadingOptions reading_options(const DataDirectory& data, const std::string& format, const std::string& date,
                               bool date_from_name, const std::string& language) {
  ReadingOptions options;
  if (format != "auto") {
    const auto parsed = parse_input_format(format);
    if (!parsed) {
      throw std::invalid_argument(fmt::format("format: \"{}\", expected {}", format, input_format_names));
    }
    options.format = *parsed;
  }
  options.date = date_argument("date", date);
  options.date_from_name = date_from_name;
  if (!language.empty()) options.language = language_argument(data, language);
  return options;
}

}  // namespace habari::python

PYBIND11_MODULE(_habari, module) {
  namespace python = habari::python;
  module.attr("version") = HABARI_VERSION;
  auto& types = python::error_types();
  types.error = python::new_error(module, "Error", PyExc_ValueError,
                                  "Bad input: says what is wrong, where (`FILE:LINE`), and what was expected.");
  types.input_error = python::new_error(module, "InputError", types.error.ptr(),
                                        "An input that cannot be read at all: missing, unreadable, no articles.");
  types.data_error =
      python::new_error(module, "DataError", PyExc_RuntimeError, "The package's own tables or models cannot be read.");
  pybind11::register_exception_translator(&python::translate);
  python::bind_reading(module);
  python::bind_extraction(module);
  python::bind_graph(module);
}
