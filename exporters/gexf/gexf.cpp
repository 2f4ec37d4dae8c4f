#include "views/graph_view.hpp"
#include "views/xml_view_writer.hpp"

#include <habari/exporters/gexf.hpp>

#include <optional>
#include <utility>

namespace habari {
namespace {

using views::Attribute;
using views::AttributeType;
using views::DayInterval;

std::string_view type_name(AttributeType type) {
  switch (type) {
    case AttributeType::integer:
      return "integer";
    case AttributeType::real:
      return "double";
    case AttributeType::texts:
      return "liststring";
    case AttributeType::text:
      break;
  }
  return "string";
}

/// `text` as it stands between the quotation marks of a list.
std::string quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  quoted += '"';
  return quoted;
}

/// An attribute's identifier is its name.
class GexfWriter final : public views::XmlViewWriter {
 public:
  explicit GexfWriter(std::ostream& out) : XmlViewWriter(out) {}

  void begin(std::span<const Attribute> node_attributes, std::span<const Attribute> edge_attributes,
             bool has_looks) override {
    xml_.markup("<gexf xmlns=\"http://gexf.net/1.3\"");
    if (has_looks) xml_.markup(" xmlns:viz=\"http://gexf.net/1.3/viz\"");
    xml_.markup(
        " version=\"1.3\">\n"
        "<meta><creator>Habari</creator></meta>\n"
        "<graph defaultedgetype=\"directed\" idtype=\"string\" mode=\"dynamic\" timeformat=\"date\" "
        "timerepresentation=\"interval\">\n");
    declare("node", node_attributes);
    declare("edge", edge_attributes);
    xml_.markup("<nodes>\n");
  }

  void open_node(const views::NodeElement& node) override {
    begin_node(node);
    xml_.attribute("label", node.label);
    look_ = node.look;
    begin_values(node.days);
  }

  void begin_edges() override { xml_.markup("</nodes>\n<edges>\n"); }

  void open_edge(const views::EdgeElement& edge) override {
    begin_edge(edge);
    xml_.attribute("kind", edge.label);
    xml_.attribute("label", edge.label);
    xml_.markup(" weight=\"");
    xml_.number(edge.weight);
    xml_.markup("\"");
    begin_values(edge.days);
  }

  void text(std::string_view attribute, std::string_view value) override {
    if (value.empty()) return;
    open_value(attribute);
    xml_.attribute("value", value);
    xml_.markup("/>");
  }

  void texts(std::string_view attribute, std::span<const std::string_view> values) override {
    list_.clear();
    for (const std::string_view value : values) {
      const std::string item = quoted(value);
      if (list_.size() + item.size() + 4 > XmlOutput::longest_attribute) continue;
      list_ += list_.empty() ? "[" : ", ";
      list_ += item;
    }
    if (list_.empty()) return;
    list_ += ']';
    open_value(attribute);
    xml_.attribute("value", list_);
    xml_.markup("/>");
  }

  void integer(std::string_view attribute, std::int64_t value) override {
    open_value(attribute);
    xml_.markup(" value=\"");
    xml_.number(value);
    xml_.markup("\"/>");
  }

  void real(std::string_view attribute, float value) override {
    open_value(attribute);
    xml_.markup(" value=\"");
    xml_.number(value);
    xml_.markup("\"/>");
  }

  void close() override {
    xml_.markup("</attvalues>");
    if (look_) draw(*look_);
    look_.reset();
    end_element();
  }

  void end() override {
    xml_.markup("</edges>\n</graph>\n</gexf>\n");
    xml_.flush();
  }

 private:
  void declare(std::string_view element, std::span<const Attribute> attributes) {
    xml_.markup("<attributes");
    xml_.attribute("class", element);
    xml_.markup(" mode=\"static\">\n");
    for (const Attribute& attribute : attributes) {
      xml_.markup("<attribute");
      xml_.attribute("id", attribute.name);
      xml_.attribute("title", attribute.name);
      xml_.attribute("type", type_name(attribute.type));
      xml_.markup("/>\n");
    }
    xml_.markup("</attributes>\n");
  }

  void interval(const DayInterval& days) {
    xml_.attribute("start", views::iso(days.first));
    xml_.attribute("end", views::iso(days.last));
  }

  /// Of one interval the element tells, of several its spells.
  void begin_values(std::span<const DayInterval> days) {
    if (days.size() == 1) interval(days.front());
    xml_.markup(">");
    if (days.size() > 1) {
      xml_.markup("<spells>");
      for (const DayInterval& spell : days) {
        xml_.markup("<spell");
        interval(spell);
        xml_.markup("/>");
      }
      xml_.markup("</spells>");
    }
    xml_.markup("<attvalues>");
  }

  void draw(const views::Look& look) {
    xml_.markup("<viz:size value=\"");
    xml_.number(look.size);
    xml_.markup("\"/><viz:color");
    for (const auto& [name, part] : {std::pair(" r=\"", look.colour.red), std::pair(" g=\"", look.colour.green),
                                     std::pair(" b=\"", look.colour.blue)}) {
      xml_.markup(name);
      xml_.number(static_cast<std::int64_t>(part));
      xml_.markup("\"");
    }
    xml_.markup("/>");
  }

  void open_value(std::string_view attribute) {
    xml_.markup("<attvalue for=\"");
    xml_.markup(attribute);
    xml_.markup("\"");
  }

  std::string list_;                 ///< Being written.
  std::optional<views::Look> look_;  ///< Of the node that is open.
};

}  // namespace

void write_gexf(const Graph& graph, std::ostream& out, const ViewOptions& options) {
  GexfWriter writer(out);
  views::write_view(graph, options, writer);
}

}  // namespace habari
