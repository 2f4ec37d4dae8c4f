#include "pages/json_ld.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <string_view>

namespace habari {
namespace {

/// The bound keeps hostile nesting off the stack.
constexpr int deepest = 4;

/// Objects may stand alone, in arrays, or under `@graph`.
void read_value(const rapidjson::Value& value, JsonLd& out, int depth = 0) {
  if (depth > deepest) return;
  if (value.IsArray()) {
    for (const auto& item : value.GetArray()) read_value(item, out, depth + 1);
    return;
  }
  if (!value.IsObject()) return;
  const auto text = [&](const char* name) -> std::string {
    const auto found = value.FindMember(name);
    if (found == value.MemberEnd() || !found->value.IsString()) return {};
    return {found->value.GetString(), found->value.GetStringLength()};
  };
  if (const std::string date = text("datePublished"); !date.empty() && out.date.empty()) {
    out.date = date;
    out.headline = text("headline");
    out.language = text("inLanguage");
  }
  if (out.body.empty()) out.body = text("articleBody");
  if (const auto graph = value.FindMember("@graph"); graph != value.MemberEnd()) {
    read_value(graph->value, out, depth + 1);
  }
}

bool parse(const std::string& text, JsonLd& out) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag |
                             rapidjson::kParseStopWhenDoneFlag;
  rapidjson::Document json;
  json.Parse<flags>(text.c_str());
  if (json.HasParseError()) return false;
  read_value(json, out);
  return true;
}

/// Without wrappers, and with blanks for the control characters that JSON forbids in strings.
std::string repaired(std::string text) {
  for (const std::string_view wrapper : {"//<![CDATA[", "//]]>", "<![CDATA[", "]]>", "<!--", "-->"}) {
    for (std::size_t at = text.find(wrapper); at != std::string::npos; at = text.find(wrapper, at)) {
      text.replace(at, wrapper.size(), wrapper.size(), ' ');
    }
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

/// `"name": "value"` wherever it stands; nothing for a value with escapes.
std::string member(const std::string& text, std::string_view name) {
  const std::string key = '"' + std::string(name) + '"';
  std::size_t at = text.find(key);
  if (at == std::string::npos) return {};
  at = text.find_first_not_of(" \t\r\n:", at + key.size());
  if (at == std::string::npos || text[at] != '"') return {};
  const std::size_t end = text.find('"', at + 1);
  if (end == std::string::npos) return {};
  const std::string value = text.substr(at + 1, end - at - 1);
  return value.find('\\') == std::string::npos ? value : std::string();
}

}  // namespace

void read_json_ld(const std::string& script, JsonLd& out) {
  if (parse(script, out) || parse(repaired(script), out)) return;
  if (out.date.empty()) out.date = member(script, "datePublished");
  if (out.language.empty()) out.language = member(script, "inLanguage");
}

}  // namespace habari
