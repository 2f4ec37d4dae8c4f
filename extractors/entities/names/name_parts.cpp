#include "names/name_parts.hpp"

#include "lexicon/table.hpp"
#include "words/word_key.hpp"

#include <algorithm>
#include <set>

namespace habari {
namespace {

constexpr std::size_t longest_phrase = 5;  // words
constexpr std::size_t shortest_word = 2;   // what is shorter is left of `'s`

}  // namespace

NameParts::NameParts(std::string_view language, const DataDirectory& data, const Lexicon& lexicon,
                     const Gazetteer& gazetteer, const NameWords& words, const Vocabulary& vocabulary)
    : words_(words), vocabulary_(vocabulary) {
  for (const auto& [name, entry] : gazetteer.country_names()) {
    parts_.try_emplace(entity_slug(name), Part{gazetteer.entry(entry).id, true});
  }
  for (const auto& [form, number] : words.group_forms()) {
    const std::string& entity = words.group(number).entity;
    if (entity.starts_with("country/")) parts_.try_emplace(entity_slug(form), Part{entity, true});
  }
  load_parts(language, data);
  load_nouns(lexicon);
}

void NameParts::load_parts(std::string_view language, const DataDirectory& data) {
  const Table table(data.root() / "gazetteer" / "name_parts.tsv", {"part", "en"});
  for (const std::string_view column : {language, std::string_view("en")}) {
    for (const auto row : table) {
      for (const std::string_view word : split(row[column], '|')) {
        parts_.try_emplace(entity_slug(word), Part{std::string(row["part"]), false});
      }
    }
  }
}

void NameParts::load_nouns(const Lexicon& lexicon) {
  std::vector<const NounEntry*> nouns;
  for (const auto& [lemma, noun] : lexicon.nouns()) nouns.push_back(&noun);
  std::sort(nouns.begin(), nouns.end(), [](const auto* a, const auto* b) { return a->lemma < b->lemma; });
  for (const NounEntry* noun : nouns)
    parts_.try_emplace(entity_slug(noun->lemma), Part{entity_slug(noun->gloss), false});
  for (const NounEntry* noun : nouns) {
    parts_.try_emplace(entity_slug(words_.plural_of(*noun)), Part{entity_slug(noun->gloss), false});
  }
}

bool NameParts::is_tie(std::string_view word) const {
  const WordId id = vocabulary_.find(word);
  return word.size() < shortest_word || words_.has(id, NameRole::connective) || words_.has(id, NameRole::joiner) ||
         words_.has(id, NameRole::cue);
}

std::string NameParts::of(std::string_view name) const {
  const std::string slug = entity_slug(name);
  const std::vector<std::string_view> words = split(slug, '-');
  std::set<std::string> parts;
  bool has_translated = false;
  bool has_kept = false;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = std::min(words.size(), begin + longest_phrase);
    const auto phrase = [&] {
      const char* last = words[end - 1].data() + words[end - 1].size();
      return std::string_view(words[begin].data(), static_cast<std::size_t>(last - words[begin].data()));
    };
    auto found = parts_.find(phrase());
    while (found == parts_.end() && end > begin + 1) {
      --end;
      found = parts_.find(phrase());
    }
    if (end == begin + 1 && is_tie(words[begin])) {
      ++begin;
      continue;
    }
    if (found != parts_.end()) {
      parts.insert(found->second.name);
      (found->second.is_kept ? has_kept : has_translated) = true;
    } else {
      parts.emplace(words[begin]);
      has_kept = true;
    }
    begin = end;
  }
  if (parts.size() < 2 || !has_translated || !has_kept) return {};
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : "+") + part;
  return joined;
}

}  // namespace habari
