#pragma once

#include "views/view_writer.hpp"
#include "xml/xml_output.hpp"

#include <ostream>
#include <string_view>

namespace habari::views {

/// What the XML formats of graphs have in common: `<node id="…"` and `<edge id="…" source="…" target="…"`.
class XmlViewWriter : public ViewWriter {
 protected:
  explicit XmlViewWriter(std::ostream& out) : xml_(out) { xml_.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"); }

  /// Its tag stays open.
  void begin_node(const NodeElement& node) { begin_element("node", node.id); }
  /// Its tag stays open.
  void begin_edge(const EdgeElement& edge) {
    begin_element("edge", edge.id);
    xml_.attribute("source", edge.source);
    xml_.attribute("target", edge.target);
  }
  void end_element() {
    xml_.markup("</");
    xml_.markup(element_);
    xml_.markup(">\n");
    xml_.drain();
  }

  XmlOutput xml_;
  std::string_view element_;  ///< That is open.

 private:
  void begin_element(std::string_view element, std::string_view id) {
    element_ = element;
    xml_.markup("<");
    xml_.markup(element);
    xml_.attribute("id", id);
  }
};

}  // namespace habari::views
