#include "query/names.hpp"

#include <algorithm>
#include <span>

namespace habari {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

bool parts_words(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return byte < 0x80U && !alphanumeric;
}

template <typename Use>
void for_each_word(std::string_view folded, Use use) {
  while (!folded.empty()) {
    const std::size_t blank = std::min(folded.find(' '), folded.size());
    if (blank > 0) use(folded.substr(0, blank));
    folded.remove_prefix(std::min(blank + 1, folded.size()));
  }
}

bool has_words(std::string_view name, std::string_view words) {
  for (std::size_t at = name.find(words); at != std::string_view::npos; at = name.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

std::span<const Pair> with_key(const std::vector<Pair>& pairs, StringId key) {
  const auto number = static_cast<std::uint32_t>(key);
  const auto first = std::lower_bound(pairs.begin(), pairs.end(), Pair(number, 0));
  const auto last = std::find_if(first, pairs.end(), [&](const Pair& pair) { return pair.first != number; });
  return {first, last};
}

void sort_unique(std::vector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

template <typename Strings>
StringTable table_of(const Strings& strings) {
  std::vector<std::string_view> sorted(strings.begin(), strings.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return StringTable(sorted);
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    if (!parts_words(c)) {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded.empty() ? std::string(name) : folded;
}

EntityNames::EntityNames(const Graph& graph) {
  std::vector<std::string> folded;
  folded.reserve(graph.rows().names.size());
  for (const EntityName& name : graph.rows().names) folded.push_back(fold_name(graph.text(name.text)));
  folded_ = table_of(folded);

  std::vector<std::string_view> words;
  for (Vertex v = 0; v < graph.entity_count(); ++v) {
    const std::uint32_t begin = graph.rows().name_begin[v];
    const std::uint32_t end = graph.rows().name_begin[v + 1];
    for (std::uint32_t i = begin; i < end; ++i) {
      vertices_.emplace_back(static_cast<std::uint32_t>(*folded_.find(folded[i])), v);
    }
  }
  sort_unique(vertices_);
  for (std::uint32_t i = 0; i < folded_.size(); ++i) {
    for_each_word(folded_[StringId(i)], [&](std::string_view word) { words.push_back(word); });
  }
  words_ = table_of(words);
  for (std::uint32_t i = 0; i < folded_.size(); ++i) {
    for_each_word(folded_[StringId(i)], [&](std::string_view word) {
      names_.emplace_back(static_cast<std::uint32_t>(*words_.find(word)), i);
    });
  }
  sort_unique(names_);
}

std::vector<StringId> EntityNames::containing(const std::string& folded) const {
  std::optional<std::span<const Pair>> rarest;
  bool unknown = false;
  for_each_word(folded, [&](std::string_view word) {
    const auto number = words_.find(word);
    if (!number) {
      unknown = true;
      return;
    }
    const auto names = with_key(names_, *number);
    if (!rarest || names.size() < rarest->size()) rarest = names;
  });
  std::vector<StringId> found;
  if (unknown || !rarest) return found;
  for (const Pair& pair : *rarest) {
    if (has_words(folded_[StringId(pair.second)], folded)) found.push_back(StringId(pair.second));
  }
  return found;
}

std::vector<Vertex> EntityNames::find(std::string_view name) const {
  const std::string folded = fold_name(name);
  std::vector<StringId> names;
  if (const auto whole = folded_.find(folded)) {
    names = {*whole};
  } else {
    names = containing(folded);
  }
  std::vector<Vertex> found;
  for (const StringId number : names) {
    for (const Pair& pair : with_key(vertices_, number)) found.push_back(pair.second);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace habari
