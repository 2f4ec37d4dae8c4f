#include "views/graph_view.hpp"
#include "views/xml_view_writer.hpp"

#include <habari/exporters/graphml.hpp>

namespace habari {
namespace {

using views::Attribute;
using views::AttributeType;

/// Of the types that every reader knows; several texts are joined into one.
std::string_view type_name(AttributeType type) {
  switch (type) {
    case AttributeType::integer:
      return "int";
    case AttributeType::real:
      return "double";
    case AttributeType::text:
    case AttributeType::texts:
      break;
  }
  return "string";
}

/// A key's identifier is its attribute's name with `n_` or `e_` before it.
class GraphmlWriter final : public views::XmlViewWriter {
 public:
  explicit GraphmlWriter(std::ostream& out) : XmlViewWriter(out) {}

  void begin(std::span<const Attribute> node_attributes, std::span<const Attribute> edge_attributes,
             bool has_looks) override {
    xml_.markup("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    key("node", {"label", AttributeType::text});
    if (has_looks) {  // Gephi draws by these names.
      key("node", {"size", AttributeType::real});
      for (const std::string_view colour : {"r", "g", "b"}) key("node", {colour, AttributeType::integer});
    }
    for (const Attribute& attribute : node_attributes) key("node", attribute);
    key("edge", {"label", AttributeType::text});
    key("edge", {"weight", AttributeType::real});
    for (const Attribute& attribute : edge_attributes) key("edge", attribute);
    xml_.markup("<graph id=\"habari\" edgedefault=\"directed\">\n");
  }

  void open_node(const views::NodeElement& node) override {
    begin_node(node);
    xml_.markup(">");
    text("label", node.label);
    if (!node.look) return;
    real("size", node.look->size);
    integer("r", node.look->colour.red);
    integer("g", node.look->colour.green);
    integer("b", node.look->colour.blue);
  }

  void begin_edges() override {}

  void open_edge(const views::EdgeElement& edge) override {
    begin_edge(edge);
    // Keeps Gephi from merging parallel edges of different relations.
    xml_.attribute("label", edge.label);
    xml_.markup(">");
    text("label", edge.label);
    real("weight", edge.weight);
  }

  void text(std::string_view attribute, std::string_view value) override {
    if (value.empty()) return;
    open_data(attribute);
    xml_.escaped(value);
    xml_.markup("</data>");
  }

  void texts(std::string_view attribute, std::span<const std::string_view> values) override {
    if (values.empty()) return;
    open_data(attribute);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) xml_.markup("|");
      xml_.escaped(values[i]);
    }
    xml_.markup("</data>");
  }

  void integer(std::string_view attribute, std::int64_t value) override {
    open_data(attribute);
    xml_.number(value);
    xml_.markup("</data>");
  }

  void real(std::string_view attribute, float value) override {
    open_data(attribute);
    xml_.number(value);
    xml_.markup("</data>");
  }

  void close() override { end_element(); }

  void end() override {
    xml_.markup("</graph>\n</graphml>\n");
    xml_.flush();
  }

 private:
  void key(std::string_view element, const Attribute& attribute) {
    xml_.markup("<key id=\"");
    xml_.markup(element.substr(0, 1));
    xml_.markup("_");
    xml_.escaped(attribute.name);
    xml_.markup("\"");
    xml_.attribute("for", element);
    xml_.attribute("attr.name", attribute.name);
    xml_.attribute("attr.type", type_name(attribute.type));
    xml_.markup("/>\n");
  }

  void open_data(std::string_view attribute) {
    xml_.markup("<data key=\"");
    xml_.markup(element_.substr(0, 1));
    xml_.markup("_");
    xml_.markup(attribute);
    xml_.markup("\">");
  }
};

}  // namespace

void write_graphml(const Graph& graph, std::ostream& out, const ViewOptions& options) {
  GraphmlWriter writer(out);
  views::write_view(graph, options, writer);
}

}  // namespace habari
