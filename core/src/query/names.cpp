#include "query/names.hpp"

#include "query/name_folding.hpp"
#include "rows/sorting.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

namespace habari {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Whether `words` stand side by side in `name`; the last of them may go on where `open` is set.
bool has_words(std::string_view name, std::string_view words, bool open) {
  for (std::size_t at = name.find(words); at != std::string_view::npos; at = name.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || name[at - 1] == ' ') && (open || end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

std::span<const Pair> with_key(const std::vector<Pair>& pairs, StringId key) {
  const auto number = static_cast<std::uint32_t>(key);
  const auto first = std::lower_bound(pairs.begin(), pairs.end(), Pair(number, 0));
  const auto last = std::partition_point(first, pairs.end(), [&](const Pair& pair) { return pair.first == number; });
  return {first, last};
}

template <typename Strings>
StringTable table_of(const Strings& strings) {
  std::vector<std::string_view> sorted(strings.begin(), strings.end());
  sort_unique(sorted);
  return StringTable(sorted);
}

}  // namespace

EntityNames::EntityNames(const Graph& graph) : graph_(graph) {
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
    if (has_words(folded_[StringId(pair.second)], folded, false)) found.push_back(StringId(pair.second));
  }
  return found;
}

/// Calls `use` with the number of each name that has the words of `folded`, the last of which may go on, until it
/// returns false. A name may come more than once.
template <typename Use>
void EntityNames::for_each_continuing(const std::string& folded, Use use) const {
  const std::string_view beginning = std::string_view(folded).substr(folded.rfind(' ') + 1);
  std::uint32_t word = words_.lower_bound(beginning);
  for (; word < words_.size() && words_[StringId(word)].starts_with(beginning); ++word) {
    for (const Pair& name : with_key(names_, StringId(word))) {
      if (has_words(folded_[StringId(name.second)], folded, true) && !use(StringId(name.second))) return;
    }
  }
}

/// The only entity with a name that goes on where `folded` ends; nothing where there is none or more than one.
std::vector<Vertex> EntityNames::continuing(const std::string& folded) const {
  std::vector<Vertex> found;
  for_each_continuing(folded, [&](StringId name) {
    for (const Pair& entity : with_key(vertices_, name)) found.push_back(entity.second);
    sort_unique(found);
    return found.size() <= 1;
  });
  return found.size() == 1 ? found : std::vector<Vertex>();
}

std::vector<Vertex> EntityNames::completions(std::string_view name, std::size_t limit) const {
  const std::string folded = fold_name(name);
  if (folded.empty()) return {};
  std::vector<StringId> names;
  for_each_continuing(folded, [&](StringId number) {
    names.push_back(number);
    return true;
  });
  std::vector<Vertex> found = entities(names);
  const auto whole = folded_.find(folded);
  const std::vector<Vertex> called_so = whole ? entities({*whole}) : std::vector<Vertex>();
  const auto rank = [&](Vertex v) {
    const bool is_called_so = std::ranges::binary_search(called_so, v);
    return std::tuple(!is_called_so, -static_cast<std::int64_t>(graph_.entity(v).mentions.size()), v);
  };
  const std::size_t count = std::min(limit, found.size());
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(count), {}, rank);
  found.resize(count);
  return found;
}

std::vector<Vertex> EntityNames::entities(const std::vector<StringId>& names) const {
  std::vector<Vertex> found;
  for (const StringId number : names) {
    for (const Pair& pair : with_key(vertices_, number)) found.push_back(pair.second);
  }
  sort_unique(found);
  return found;
}

std::vector<Vertex> EntityNames::find(std::string_view name) const {
  const std::string folded = fold_name(name);
  if (const auto whole = folded_.find(folded)) return entities({*whole});
  const std::vector<StringId> names = containing(folded);
  if (!names.empty() || folded.empty()) return entities(names);
  return continuing(folded);
}

}  // namespace habari
