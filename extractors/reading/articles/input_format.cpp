#include "articles/input_format.hpp"

#include "cleaning/text_shape.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace habari {
namespace {

using Named = std::pair<std::string_view, InputFormat>;

constexpr std::array<Named, 7> format_names{{{"text", InputFormat::text},
                                             {"html", InputFormat::html},
                                             {"json", InputFormat::json},
                                             {"jsonl", InputFormat::jsonl},
                                             {"lines", InputFormat::lines},
                                             {"conllu", InputFormat::conllu},
                                             {"feed", InputFormat::feed}}};

constexpr std::array<Named, 11> extensions{{{".txt", InputFormat::text},
                                            {".text", InputFormat::text},
                                            {".html", InputFormat::html},
                                            {".htm", InputFormat::html},
                                            {".xhtml", InputFormat::html},
                                            {".json", InputFormat::automatic},
                                            {".jsonl", InputFormat::jsonl},
                                            {".ndjson", InputFormat::jsonl},
                                            {".conllu", InputFormat::conllu},
                                            {".rss", InputFormat::feed},
                                            {".atom", InputFormat::feed}}};

constexpr std::string_view white_space = " \t\r\n\f";

/// Whether the first line is a JSON object by itself: then each line is one.
bool is_object_line(std::string_view line) {
  rapidjson::MemoryStream stream(line.data(), line.size());
  rapidjson::BaseReaderHandler<> ignore;
  rapidjson::Reader reader;
  return !reader.Parse<rapidjson::kParseIterativeFlag>(stream, ignore).IsError();
}

bool is_conllu(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    return line.starts_with("1") && std::count(line.begin(), line.end(), '\t') == 9;
  }
  return false;
}

}  // namespace

std::optional<InputFormat> parse_input_format(std::string_view name) {
  const auto found =
      std::find_if(format_names.begin(), format_names.end(), [&](const Named& named) { return named.first == name; });
  if (found == format_names.end()) return std::nullopt;
  return found->second;
}

std::optional<InputFormat> format_of_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  std::string_view stem = lower;
  if (stem.ends_with(".gz")) stem.remove_suffix(3);
  for (const auto& [extension, format] : extensions) {
    if (stem.ends_with(extension) && stem.size() > extension.size()) return format;
  }
  return std::nullopt;
}

InputFormat format_of_content(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_conllu(bytes)) return InputFormat::conllu;
  const std::size_t first = bytes.find_first_not_of(white_space);
  if (first == std::string_view::npos) return InputFormat::text;
  bytes.remove_prefix(first);
  if (bytes[0] == '{') {
    return is_object_line(bytes.substr(0, bytes.find('\n'))) ? InputFormat::jsonl : InputFormat::json;
  }
  if (bytes[0] == '[') {
    const std::size_t second = bytes.find_first_not_of(white_space, 1);
    const bool holds_objects = second != std::string_view::npos && (bytes[second] == '{' || bytes[second] == ']');
    return holds_objects ? InputFormat::json : InputFormat::text;
  }
  const std::string start = ascii_lower(bytes.substr(0, 2048));
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<!--", "<meta", "<article", "<div"}) {
    if (start.starts_with(tag)) return InputFormat::html;
  }
  if (!start.starts_with("<?xml") && !start.starts_with("<rss") && !start.starts_with("<feed") &&
      !start.starts_with("<rdf:")) {
    return InputFormat::text;
  }
  if (start.find("<html") != std::string::npos) return InputFormat::html;
  for (const std::string_view element : {"<rss", "<feed", "xmlns=\"http://purl.org/rss/1.0/"}) {
    if (start.find(element) != std::string::npos) return InputFormat::feed;
  }
  return InputFormat::text;
}

}  // namespace habari
