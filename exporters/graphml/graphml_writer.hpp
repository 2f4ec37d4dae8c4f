#pragma once

#include "src/text_output.hpp"

#include <concepts>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace habari::graphml {

enum class AttributeType : std::uint8_t { string, integer, real };

/// A declared attribute of nodes or of edges: its key id is its name with `n_` or `e_` before it.
struct Attribute {
  std::string_view name;
  AttributeType type = AttributeType::string;
};

/// Writes GraphML elements as they come. Numbers are written by std::to_chars: no locale, no lost digit.
/// Requires: begin(), nodes, edges, end(); values between a node's or an edge's opening and close().
class GraphmlWriter {
 public:
  explicit GraphmlWriter(std::ostream& out) : output_(out) {}

  void begin(std::span<const Attribute> node_attributes, std::span<const Attribute> edge_attributes);
  void open_node(std::string_view id);
  /// `label` is the XML attribute that keeps Gephi from merging parallel edges of different relations.
  void open_edge(std::string_view id, std::string_view source, std::string_view target, std::string_view label);
  /// An empty text is left out.
  void value(std::string_view attribute, std::string_view text);
  template <std::integral Number>
  void value(std::string_view attribute, Number number) {
    integer(attribute, static_cast<std::int64_t>(number));
  }
  void value(std::string_view attribute, float number);
  void close();
  void end();

 private:
  void keys(std::string_view owner, std::span<const Attribute> attributes);
  void integer(std::string_view attribute, std::int64_t number);
  void open_data(std::string_view attribute);
  void append_escaped(std::string_view text);
  void attribute(std::string_view name, std::string_view text);

  TextOutput output_;
  bool in_node_ = false;
};

}  // namespace habari::graphml
