#include "words/name_words.hpp"

#include "lexicon/table.hpp"
#include "words/word_key.hpp"

#include <algorithm>

namespace habari {
namespace {

constexpr Term<NameRole> role_table[] = {
    {NameRole::title, "title", "stands before a person's name"},
    {NameRole::head, "head", "first word of a name of this kind"},
    {NameRole::suffix, "suffix", "last word of a name of this kind"},
    {NameRole::connective, "connective", "ties a word for what is named to the name"},
    {NameRole::joiner, "joiner", "coordinates"},
    {NameRole::cue, "cue", "what follows is a name of this kind"},
    {NameRole::plural, "plural", "how a noun without a plural of its own forms it"},
};

std::optional<NameRole> parse_role_name(std::string_view name) {
  for (const auto& term : role_table) {
    if (term.name == name) return term.value;
  }
  return std::nullopt;
}

}  // namespace

NameWords::NameWords(std::string_view language, const DataDirectory& data, const Lexicon& lexicon,
                     Vocabulary& vocabulary) {
  const std::filesystem::path names = data.language(language) / "names";
  load_roles(names / "words.tsv", vocabulary);
  load_groups(names / "groups.tsv", vocabulary);
  // News in any language uses English names as well.
  if (language != "en" && data.has_language("en"))
    load_groups(data.language("en") / "names" / "groups.tsv", vocabulary);
  load_names(data.root() / "gazetteer" / "given_names.tsv", NameRole::given_name, vocabulary);
  load_names(data.root() / "gazetteer" / "surnames.tsv", NameRole::surname, vocabulary);
  load_lexicon(lexicon, vocabulary);
  load_closed_classes(data.language(language) / "lexicon" / "words.tsv", vocabulary);
}

std::optional<EntityKind> NameWords::noun_kind(WordId word) const {
  if (word >= noun_kinds_.size() || noun_kinds_[word] < 0) return std::nullopt;
  return static_cast<EntityKind>(noun_kinds_[word]);
}

void NameWords::add_role(WordId word, NameRole role) {
  if (word >= roles_.size()) roles_.resize(word + 1, 0);
  roles_[word] = static_cast<std::uint16_t>(roles_[word] | 1U << static_cast<unsigned>(role));
}

void NameWords::add_common(std::string_view phrase, Vocabulary& vocabulary) {
  for (const PhraseWord word : cut_phrase(phrase, vocabulary)) {
    if (word.word >= common_.size()) common_.resize(word.word + 1, false);
    common_[word.word] = true;
  }
}

void NameWords::load_roles(const std::filesystem::path& file, Vocabulary& vocabulary) {
  const Table table(file, {"words", "role", "kind", "example"});
  for (const auto row : table) {
    const auto role = parse_role_name(row["role"]);
    if (!role) row.fail("role is \"" + std::string(row["role"]) + "\", none of its closed set");
    if (*role == NameRole::plural) {
      const std::size_t slash = row["words"].find('/');
      if (slash == std::string_view::npos) row.fail("words must be singular ending / plural ending, as in y/ies");
      plurals_.emplace_back(row["words"].substr(0, slash), row["words"].substr(slash + 1));
      continue;
    }
    const bool is_inside = *role == NameRole::head || *role == NameRole::suffix;
    const bool is_phrase = is_inside || *role == NameRole::title || *role == NameRole::cue;
    const auto kind = *role == NameRole::title ? std::optional(EntityKind::person) : parse_entity_kind(row["kind"]);
    if (!kind && is_phrase) row.fail("kind is \"" + std::string(row["kind"]) + "\", none of its closed set");
    for (const std::string_view phrase : split(row["words"], '|')) {
      std::vector<WordId> words;
      for (const PhraseWord word : cut_phrase(phrase, vocabulary)) words.push_back(word.word);
      if (words.empty()) row.fail("words must not be empty");
      if (is_phrase) phrases_.add(words, {*role, *kind});
      if (words.size() == 1) add_role(words.front(), *role);
      if (!is_inside) add_common(phrase, vocabulary);
    }
  }
}

void NameWords::load_names(const std::filesystem::path& file, NameRole role, Vocabulary& vocabulary) {
  const Table table(file, {"name"});
  for (const auto row : table) {
    for (const PhraseWord word : cut_phrase(row["name"], vocabulary)) add_role(word.word, role);
  }
}

void NameWords::load_groups(const std::filesystem::path& file, Vocabulary& vocabulary) {
  const Table table(file, {"words", "entity", "name"});
  for (const auto row : table) {
    const auto number = static_cast<std::uint32_t>(groups_.size());
    if (row["entity"].find('/') == std::string_view::npos) row.fail("entity must be kind/name, as in country/russia");
    groups_.push_back({std::string(row["entity"]), std::string(row["name"])});
    for (const std::string_view form : split(row["words"], '|')) {
      std::vector<WordId> words;
      for (const PhraseWord word : cut_phrase(form, vocabulary)) words.push_back(word.word);
      group_words_.add(words, number);
      group_forms_.emplace_back(form, number);
    }
  }
}

void NameWords::load_lexicon(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const auto add_noun = [&](std::string_view form, EntityKind kind) {
    if (form.empty() || form.find(' ') != std::string_view::npos) return;
    add_common(form, vocabulary);
    const WordId word = vocabulary.intern(word_key(form));
    if (word >= noun_kinds_.size()) noun_kinds_.resize(word + 1, -1);
    noun_kinds_[word] = static_cast<std::int8_t>(kind);
  };
  std::vector<const NounEntry*> nouns;
  for (const auto& [lemma, noun] : lexicon.nouns()) nouns.push_back(&noun);
  std::sort(nouns.begin(), nouns.end(), [](const auto* a, const auto* b) { return a->lemma < b->lemma; });
  for (const NounEntry* noun : nouns) add_noun(plural_of(*noun), noun->kind);
  for (const NounEntry* noun : nouns) add_noun(noun->lemma, noun->kind);  // a singular outweighs a plural like it

  const auto add_single = [&](std::string_view form) {
    if (form.find(' ') == std::string_view::npos) add_common(form, vocabulary);
  };
  for (const auto& [lemma, verb] : lexicon.verbs()) add_single(lemma);
  for (const auto& [lemma, adverb] : lexicon.adverbs()) add_single(lemma);
  for (const auto& [text, markers] : lexicon.markers()) add_common(text, vocabulary);
}

/// By the longest ending that fits.
std::string NameWords::plural_of(const NounEntry& noun) const {
  if (!noun.plural.empty()) return noun.plural;
  const std::pair<std::string, std::string>* best = nullptr;
  for (const auto& endings : plurals_) {
    if (noun.lemma.ends_with(endings.first) && (best == nullptr || endings.first.size() > best->first.size())) {
      best = &endings;
    }
  }
  if (best == nullptr) return {};
  return noun.lemma.substr(0, noun.lemma.size() - best->first.size()) + best->second;
}

void NameWords::load_closed_classes(const std::filesystem::path& file, Vocabulary& vocabulary) {
  if (!std::filesystem::exists(file)) return;  // a language may do without
  const Table table(file, {"form"});
  for (const auto row : table) add_common(row["form"], vocabulary);
}

}  // namespace habari
