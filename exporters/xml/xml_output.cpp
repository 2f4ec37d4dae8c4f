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

struct Reference {
  std::string_view text;
  std::string_view reference;
};

/// The last two end lines in XML 1.1, and in some readers of XML 1.0.
constexpr std::array references = {
    Reference{"&", "&amp;"},   Reference{"<", "&lt;"},          Reference{">", "&gt;"},
    Reference{"\"", "&quot;"}, Reference{"\t", "&#9;"},         Reference{"\n", "&#10;"},
    Reference{"\r", "&#13;"},  Reference{"\xC2\x85", "&#x85;"}, Reference{"\xE2\x80\xA8", "&#x2028;"}};

bool may_begin_reference(char c) { return byte_class(c) == ByteClass::markup || c == '\xC2' || c == '\xE2'; }

void append_with_references(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto found = std::find_if(text.begin(), text.end(), may_begin_reference);
    const auto plain = static_cast<std::size_t>(found - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    const auto* const reference = std::find_if(references.begin(), references.end(),
                                               [text](const Reference& known) { return text.starts_with(known.text); });
    if (reference != references.end()) {
      out += reference->reference;
      text.remove_prefix(reference->text.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
}

/// Where the code point that byte `at` belongs to begins.
std::size_t code_point_begin(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 3 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return begin;
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
  if (text.size() > longest_attribute) {
    escaped(text.substr(0, code_point_begin(text, longest_attribute)));
    markup("\xE2\x80\xA6");
  } else {
    escaped(text);
  }
  output_.buffer() += '"';
}

}  // namespace habari
