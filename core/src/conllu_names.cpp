#include "conllu_names.hpp"

#include <algorithm>

namespace habari {
namespace {

constexpr std::string_view key = "NER=";

/// The value of the field NER among those that `|` sets apart; empty where there is none.
std::string_view name_value(std::string_view misc) {
  while (!misc.empty()) {
    const std::size_t end = std::min(misc.find('|'), misc.size());
    if (misc.starts_with(key)) return misc.substr(key.size(), end - key.size());
    misc.remove_prefix(std::min(end + 1, misc.size()));
  }
  return {};
}

}  // namespace

void add_name_tag(std::vector<SentenceName>& names, std::uint32_t token, std::string_view misc) {
  const std::string_view value = name_value(misc);
  const bool is_inside = value.starts_with("I-");
  if (!is_inside && !value.starts_with("B-")) return;
  const auto kind = parse_entity_kind(value.substr(2));
  if (!kind) return;
  if (is_inside && !names.empty() && names.back().end == token && names.back().kind == *kind) {
    ++names.back().end;
  } else {
    names.push_back({token, token + 1, *kind});
  }
}

std::string name_tag(const std::vector<SentenceName>& names, std::uint32_t token) {
  const auto after = std::upper_bound(names.begin(), names.end(), token,
                                      [](std::uint32_t t, const SentenceName& one) { return t < one.first; });
  if (after == names.begin() || std::prev(after)->end <= token) return {};
  const SentenceName& found = *std::prev(after);
  return std::string(key) + (found.first == token ? "B-" : "I-") + std::string(name(found.kind));
}

}  // namespace habari
