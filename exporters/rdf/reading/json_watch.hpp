#pragma once

#include "rdf/reading/input_watch.hpp"

namespace habari::rdf {

/// Refuses long values of `lang` in RDF/JSON, and of keys with escapes, for one of them could be it.
class JsonWatch final : public InputWatch {
 public:
  using InputWatch::InputWatch;

 private:
  void step(char c) override;
  void in_string(char c);

  bool is_in_string_ = false;
  bool is_escaped_ = false;      ///< The next character.
  bool is_of_language_ = false;  ///< The string that comes next: such a key stands before it.
  std::size_t size_ = 0;         ///< Of the string.
  std::string string_;           ///< Its beginning.
};

}  // namespace habari::rdf
