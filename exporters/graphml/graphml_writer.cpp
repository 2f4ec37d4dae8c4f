#include "graphml/graphml_writer.hpp"

#include "src/replace_characters.hpp"

#include <algorithm>
#include <charconv>

namespace habari::graphml {
namespace {

std::string_view type_name(AttributeType type) {
  switch (type) {
    case AttributeType::integer:
      return "int";
    case AttributeType::real:
      return "double";
    case AttributeType::string:
      break;
  }
  return "string";
}

/// What XML gives a meaning, forbids or normalises; 0xEF begins U+FFFE and U+FFFF.
bool is_special(unsigned char byte) {
  return byte < 0x20U || byte == '&' || byte == '<' || byte == '>' || byte == '"' || byte == 0x7FU || byte == 0xEFU;
}

template <typename Number>
void append_number(std::string& out, Number number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

}  // namespace

void GraphmlWriter::begin(std::span<const Attribute> node_attributes, std::span<const Attribute> edge_attributes) {
  output_.buffer() +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  keys("node", node_attributes);
  keys("edge", edge_attributes);
  output_.buffer() += "<graph id=\"habari\" edgedefault=\"directed\">\n";
}

void GraphmlWriter::keys(std::string_view owner, std::span<const Attribute> attributes) {
  for (const Attribute& attribute : attributes) {
    std::string& out = output_.buffer();
    out.append("<key id=\"").append(owner.substr(0, 1)).append("_");
    append_escaped(attribute.name);
    out.append("\" for=\"").append(owner).append("\" attr.name=\"");
    append_escaped(attribute.name);
    out.append("\" attr.type=\"").append(type_name(attribute.type)).append("\"/>\n");
  }
}

void GraphmlWriter::open_node(std::string_view id) {
  in_node_ = true;
  output_.buffer() += "<node";
  attribute("id", id);
  output_.buffer() += '>';
}

void GraphmlWriter::open_edge(std::string_view id, std::string_view source, std::string_view target,
                              std::string_view label) {
  in_node_ = false;
  output_.buffer() += "<edge";
  attribute("id", id);
  attribute("source", source);
  attribute("target", target);
  attribute("label", label);
  output_.buffer() += '>';
}

void GraphmlWriter::open_data(std::string_view attribute) {
  output_.buffer().append(in_node_ ? "<data key=\"n_" : "<data key=\"e_");
  append_escaped(attribute);
  output_.buffer() += "\">";
}

void GraphmlWriter::value(std::string_view attribute, std::string_view text) {
  if (text.empty()) return;
  open_data(attribute);
  append_escaped(text);
  output_.buffer() += "</data>";
}

void GraphmlWriter::integer(std::string_view attribute, std::int64_t number) {
  open_data(attribute);
  append_number(output_.buffer(), number);
  output_.buffer() += "</data>";
}

void GraphmlWriter::value(std::string_view attribute, float number) {
  open_data(attribute);
  append_number(output_.buffer(), number);
  output_.buffer() += "</data>";
}

void GraphmlWriter::close() {
  output_.buffer().append(in_node_ ? "</node>\n" : "</edge>\n");
  output_.drain();
}

void GraphmlWriter::end() {
  output_.buffer() += "</graph>\n</graphml>\n";
  output_.flush();
}

void GraphmlWriter::attribute(std::string_view name, std::string_view text) {
  output_.buffer().append(" ").append(name).append("=\"");
  append_escaped(text);
  output_.buffer() += '"';
}

void GraphmlWriter::append_escaped(std::string_view text) {
  std::string& out = output_.buffer();
  const auto special = [](char c) { return is_special(static_cast<unsigned char>(c)); };
  if (std::none_of(text.begin(), text.end(), special) && find_invalid_utf8(text) == std::string_view::npos) {
    out += text;
    return;
  }
  for (const char c : replace_characters(text, Carrier::xml)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace habari::graphml
