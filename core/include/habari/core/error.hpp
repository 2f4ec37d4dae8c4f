#pragma once

#include <stdexcept>
#include <string>

namespace habari {

/// Bad input: says what is wrong, where (`FILE:LINE` or byte offset) and what was expected.
/// A caller's broken precondition is std::invalid_argument instead.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An input that cannot be read at all: it is missing, not readable, or a folder without articles.
class InputError : public Error {
 public:
  using Error::Error;
};

}  // namespace habari
