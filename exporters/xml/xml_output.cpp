#include "xml/xml_output.hpp"

#include "src/replace_characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace habari {
namespace {

enum class ByteClass : std::uint8_t {
  plain,
  markup,     ///< What XML gives a meaning or normalises.
  forbidden,  ///< A control character.
  beyond      ///< Not ASCII: may be ill-formed, or one of U+FFFE and U+FFFF.
};

constexpr std::array<ByteClass, 256> byte_classes = [] {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < 0x20U; ++byte) classes[byte] = ByteClass::forbidden;
  for (std::size_t byte = 0x80U; byte < 0x100U; ++byte) classes[byte] = ByteClass::beyond;
  for (const char c : {'&', '<', '>', '"', '\t', '\n', '\r'}) classes[static_cast<std::size_t>(c)] = ByteClass::markup;
  return classes;
}();

ByteClass byte_class(char c) { return byte_classes[static_cast<unsigned char>(c)]; }

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    default:
      return "&#13;";
  }
}

void append_with_references(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto* const found =
        std::find_if(text.begin(), text.end(), [](char c) { return byte_class(c) == ByteClass::markup; });
    const auto plain = static_cast<std::size_t>(found - text.begin());
    out += text.substr(0, plain);
    if (plain == text.size()) return;
    out += reference(text[plain]);
    text.remove_prefix(plain + 1);
  }
}

template <typename Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> digits;
  char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

}  // namespace

void XmlOutput::escaped(std::string_view text) {
  std::string& out = output_.buffer();
  bool has_markup = false;
  bool is_ascii = true;
  for (const char c : text) {
    switch (byte_class(c)) {
      case ByteClass::plain:
        break;
      case ByteClass::markup:
        has_markup = true;
        break;
      case ByteClass::forbidden:
      case ByteClass::beyond:
        is_ascii = false;
    }
  }
  if (!is_ascii) {
    append_with_references(out, replace_characters(text, Carrier::xml));
  } else if (has_markup) {
    append_with_references(out, text);
  } else {
    out += text;
  }
}

void XmlOutput::number(std::int64_t number) { append_number(output_.buffer(), number); }
void XmlOutput::number(float number) { append_number(output_.buffer(), number); }

void XmlOutput::attribute(std::string_view name, std::string_view text) {
  output_.buffer().append(" ").append(name).append("=\"");
  escaped(text);
  output_.buffer() += '"';
}

}  // namespace habari
