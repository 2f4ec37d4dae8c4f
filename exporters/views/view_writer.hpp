#pragma once

#include "views/day_interval.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace habari::views {

enum class AttributeType : std::uint8_t { text, texts, integer, real };

/// A declared attribute of nodes or of edges.
struct Attribute {
  std::string_view name;
  AttributeType type = AttributeType::text;
};

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

/// How a node is drawn by a reader that takes the file's word for it.
struct Look {
  float size = 1;
  Colour colour;
};

struct NodeElement {
  std::string_view id;
  std::string_view label;
  std::span<const DayInterval> days{};  ///< In order, apart from each other.
  std::optional<Look> look{};           ///< Of all nodes or of none.
};

struct EdgeElement {
  std::string_view id;
  std::string_view source;
  std::string_view target;
  std::string_view label;  ///< Parallel edges of different labels are different edges to every reader.
  float weight = 1;        ///< Greater than 0.
  std::span<const DayInterval> days;
};

/// Takes the nodes and edges of a view in the order of a file: begin, each node with its values and close, edges, each
/// edge with its values and close, end. Values are of attributes that were declared for nodes or for edges.
class ViewWriter {
 public:
  ViewWriter() = default;
  ViewWriter(const ViewWriter&) = delete;
  ViewWriter& operator=(const ViewWriter&) = delete;
  virtual ~ViewWriter() = default;

  /// `has_looks`: the nodes say how they are drawn.
  virtual void begin(std::span<const Attribute> node_attributes, std::span<const Attribute> edge_attributes,
                     bool has_looks) = 0;
  virtual void open_node(const NodeElement& node) = 0;
  virtual void begin_edges() = 0;
  virtual void open_edge(const EdgeElement& edge) = 0;
  virtual void text(std::string_view attribute, std::string_view value) = 0;
  virtual void texts(std::string_view attribute, std::span<const std::string_view> values) = 0;
  virtual void integer(std::string_view attribute, std::int64_t value) = 0;
  virtual void real(std::string_view attribute, float value) = 0;
  virtual void close() = 0;
  virtual void end() = 0;
};

}  // namespace habari::views
