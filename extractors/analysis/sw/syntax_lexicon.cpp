#include "analysis/sw/syntax_lexicon.hpp"

#include "lexicon/table.hpp"

#include <algorithm>

namespace habari::swahili {

SyntaxLexicon::SyntaxLexicon(const Lexicon& lexicon, const std::filesystem::path& table) : lexicon_(lexicon) {
  const Table uses(table, {"word", "use"});
  for (const auto row : uses) {
    const std::string_view use = row["use"];
    std::uint8_t& flags = uses_[std::string(row["word"])];
    if (use == "focus")
      flags |= focus;
    else if (use == "case")
      flags |= case_marker;
    else if (use == "manner")
      flags |= manner;
    else if (use == "time_relative")
      flags |= time_relative;
    else if (use == "measure")
      flags |= measure;
    else if (use == "adnominal")
      flags |= adnominal;
    else if (use == "counted")
      flags |= counted;
    else if (use == "comitative")
      flags |= comitative;
    else
      row.fail("use is \"" + std::string(use) +
               "\", none of focus, case, manner, time_relative, measure, adnominal, counted, comitative");
  }
  for (const auto& [text, entries] : lexicon.markers()) {
    const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
    if (words < 2) continue;
    Match match;
    match.words = words;
    match.measure = has_use(text, measure);
    for (const MarkerEntry& entry : entries) {
      (entry.use == MarkerEntry::Use::clause_marker ? match.before_clause : match.before_noun) = true;
    }
    add(text, match);
  }
  // Adverbs of several words, but for those that are phrases of the grammar: a preposition with its noun.
  for (const auto& [text, entry] : lexicon.adverbs()) {
    const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
    const std::string first = text.substr(0, text.find(' '));
    // moja kwa moja: a word on both sides of a preposition is no phrase of the grammar
    const bool doubled = words == 3 && text.ends_with(' ' + first);
    if (words < 2 || (lexicon.adverb(first) == nullptr && !doubled)) continue;
    Match match;
    match.words = words;
    match.adverb = true;
    add(text, match);
  }
}

void SyntaxLexicon::add(const std::string& text, const Match& match) {
  std::size_t& longest = longest_[text.substr(0, text.find(' '))];
  longest = std::max(longest, match.words);
  markers_.emplace(text, match);
}

SyntaxLexicon::Match SyntaxLexicon::match(const std::vector<Word>& words, std::size_t position) const {
  std::string text = lower_case(words[position].form);
  const auto beginning = longest_.find(text);
  if (beginning == longest_.end()) return {};
  Match best;
  for (std::size_t count = 2; count <= beginning->second && position + count <= words.size(); ++count) {
    text += ' ';
    text += lower_case(words[position + count - 1].form);
    if (const auto found = markers_.find(text); found != markers_.end()) best = found->second;
  }
  return best;
}

bool SyntaxLexicon::has_use(std::string_view lemma, Use use) const {
  const auto found = uses_.find(lemma);
  return found != uses_.end() && (found->second & use) != 0;
}

bool SyntaxLexicon::tells_time(std::string_view adverb) const {
  const AdverbEntry* row = lexicon_.adverb(adverb);
  return row != nullptr && row->role == Role::time;
}

bool SyntaxLexicon::is_construction(std::string_view verb_lemma, std::string_view noun_form) const {
  std::string key(verb_lemma);
  key += ' ';
  key += lower_case(noun_form);
  return lexicon_.verb(key) != nullptr;
}

bool SyntaxLexicon::is_agent(std::string_view lemma, std::string_view object_lemma) const {
  std::string key(lemma);
  key += ' ';
  key += object_lemma;
  return lexicon_.noun(key) != nullptr;
}

bool SyntaxLexicon::takes_times_only(std::string_view form) const {
  const auto found = lexicon_.markers().find(lower_case(form));
  return found != lexicon_.markers().end() &&
         std::all_of(found->second.begin(), found->second.end(),
                     [](const MarkerEntry& entry) { return entry.role == Role::time; });
}

bool SyntaxLexicon::is_direction(std::string_view form) const {
  return markers_.find(lower_case(form) + " mwa") != markers_.end();
}

}  // namespace habari::swahili
