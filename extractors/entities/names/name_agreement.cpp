#include "names/name_agreement.hpp"

#include "lexicon/string_map.hpp"
#include "words/word_key.hpp"

#include <algorithm>

namespace habari {
namespace {

/// How many times as often as all other readings together.
constexpr std::size_t dominance = 2;

bool is_read_alike(const FoundName& a, const FoundName& b) {
  return a.kind == b.kind && a.entry == b.entry && a.group == b.group;
}

/// The reading that dominates among these mentions, nullptr where none does. Cost: O(mentions).
const FoundName* dominating(const std::vector<FoundName>& names, const std::vector<std::size_t>& mentions) {
  // Who has more than half of the votes is found in one pass. Source: Boyer and Moore, "MJRTY", 1991.
  const FoundName* leader = nullptr;
  std::size_t lead = 0;
  for (const std::size_t mention : mentions) {
    if (lead == 0) leader = &names[mention];
    lead = is_read_alike(*leader, names[mention]) ? lead + 1 : lead - 1;
  }
  const auto votes = static_cast<std::size_t>(std::count_if(
      mentions.begin(), mentions.end(), [&](std::size_t mention) { return is_read_alike(*leader, names[mention]); }));
  return votes >= dominance * (mentions.size() - votes) ? leader : nullptr;
}

}  // namespace

void settle_kinds(std::string_view text, std::vector<FoundName>& names) {
  StringMap<std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < names.size(); ++i) by_name[entity_slug(slice(text, names[i].span))].push_back(i);
  for (const auto& [name, mentions] : by_name) {
    const FoundName* found = dominating(names, mentions);
    if (found == nullptr) continue;
    const FoundName reading = *found;
    for (const std::size_t mention : mentions) {
      names[mention].kind = reading.kind;
      names[mention].entry = reading.entry;
      names[mention].group = reading.group;
    }
  }
}

}  // namespace habari
