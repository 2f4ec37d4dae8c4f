#include "references/noun_senses.hpp"

#include "lexicon/table.hpp"

namespace habari {

NounSenses::NounSenses(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"sense", "nouns"});
  for (const auto row : table) {
    for (const std::string_view noun : split(row["nouns"], '|')) {
      if (!senses_[std::string(noun)].emplace(row["sense"]).second)
        row.fail("\"" + std::string(noun) + "\" stands there twice");
    }
  }
}

std::set<std::string> NounSenses::of(std::string_view noun) const {
  if (const auto whole = senses_.find(noun); whole != senses_.end()) return whole->second;
  // `ministry of health` is a ministry, `football team` a team.
  const std::size_t of = noun.find(" of ");
  const std::string_view phrase = noun.substr(0, of);
  const std::size_t blank = phrase.rfind(' ');
  const auto head = senses_.find(blank == std::string_view::npos ? phrase : phrase.substr(blank + 1));
  return head == senses_.end() ? std::set<std::string>{} : head->second;
}

std::set<std::string> NounSenses::of(std::string_view lemma, const NounEntry* row) const {
  return of(row == nullptr || row->gloss.empty() ? lemma : std::string_view(row->gloss));
}

}  // namespace habari
