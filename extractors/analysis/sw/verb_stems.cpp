#include "analysis/sw/verb_morphology.hpp"

#include "lexicon/table.hpp"

namespace habari::swahili {
namespace {

constexpr int deepest_derivation = 3;

std::uint8_t traits_of(const VerbEntry& verb) {
  std::uint8_t traits = 0;
  if (verb.speech) traits |= trait_speech;
  if (verb.governing) traits |= trait_governing;
  for (const auto& [position, role] : verb.roles) {
    if (position == "obj:time") traits |= trait_takes_times;
    if (position == "obj2" || (position == "obj" && role == Role::recipient)) traits |= trait_second_object;
    if (position == "subj" && role == Role::patient && verb.lemma.ends_with("wa")) traits |= trait_passive;
  }
  if (verb.complement || verb.type == EventType::request || verb.type == EventType::coerce ||
      verb.type == EventType::aid) {
    traits |= trait_request;
  }
  if (verb.complement) traits |= trait_complement;
  if (verb.type == EventType::move) traits |= trait_motion;
  return traits;
}

}  // namespace

VerbMorphology::VerbMorphology(const Grammar& grammar, const Lexicon& lexicon, const std::filesystem::path& stems)
    : grammar_(grammar) {
  for (const auto& [lemma, entry] : lexicon.verbs()) {
    const std::size_t blank = lemma.find(' ');
    const std::string first = lemma.substr(0, blank);
    // ni and si are words of their own: nothing is conjugated from them.
    if (entry.copula && !first.ends_with('a')) continue;
    Entry& stem = stems_[first];
    stem.lemma = first;
    if (blank == std::string::npos) stem.traits = traits_of(entry);
  }
  const Table table(stems, {"stem", "lemma"});
  for (const auto row : table) stems_.insert_or_assign(std::string(row["stem"]), Entry{std::string(row["lemma"]), 0});
}

bool VerbMorphology::derive(std::string_view stem, int depth, Stem& out) const {
  if (const auto listed = stems_.find(stem); listed != stems_.end()) {
    out.lemma = listed->second.lemma;
    out.traits = listed->second.traits;
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
