#include "analysis/sw/verb_morphology.hpp"

#include "lexicon/table.hpp"

namespace habari::swahili {
namespace {

constexpr int deepest_derivation = 3;

}  // namespace

VerbMorphology::VerbMorphology(const Grammar& grammar, const Lexicon& lexicon, const std::filesystem::path& stems)
    : grammar_(grammar) {
  for (const auto& [lemma, entry] : lexicon.verbs()) {
    const std::size_t blank = lemma.find(' ');
    const std::string first = lemma.substr(0, blank);
    // ni, si, "have" and "there is" are words of their own: nothing is conjugated from them.
    if (entry.copula && !first.ends_with('a')) continue;
    if (first == having_lemma || first == existence_lemma) continue;
    stems_.emplace(first, first);
  }
  const Table table(stems, {"stem", "lemma"});
  for (const auto row : table) stems_.insert_or_assign(std::string(row["stem"]), std::string(row["lemma"]));
}

bool VerbMorphology::derive(std::string_view stem, int depth, Stem& out) const {
  if (const auto listed = stems_.find(stem); listed != stems_.end()) {
    out.lemma = listed->second;
    out.voices = 0;
    out.steps = static_cast<std::uint8_t>(depth);
    return true;
  }
  if (depth == deepest_derivation) return false;
  bool found = false;
  for (const Extension& extension : grammar_.extensions) {
    if (stem.size() <= extension.suffix.size() || !stem.ends_with(extension.suffix)) continue;
    const std::string_view remainder = stem.substr(0, stem.size() - extension.suffix.size());
    const bool vowel = is_vowel(remainder.back());
    if (extension.after == Extension::After::vowel && !vowel) continue;
    if (extension.after == Extension::After::consonant && vowel) continue;
    if (!extension.vowels.empty()) {
      const std::size_t last = remainder.find_last_of("aeiou");
      // A stem of consonants alone (`l` of `la`) sounds like one in i.
      if (last == std::string_view::npos ? extension.vowels.find('i') == std::string::npos
                                         : extension.vowels.find(remainder[last]) == std::string::npos) {
        continue;
      }
    }
    Stem candidate;
    if (!derive(std::string(remainder) + extension.base, depth + 1, candidate)) continue;
    candidate.voices |= extension.voice;
    if (!found || candidate.steps < out.steps) out = std::move(candidate);
    found = true;
  }
  return found;
}

bool VerbMorphology::find_stem(std::string_view stem, Stem& out) const { return derive(stem, 0, out); }

}  // namespace habari::swahili
