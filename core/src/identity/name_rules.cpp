#include "identity/name_rules.hpp"

#include <algorithm>

namespace habari {
namespace {

using Word = std::u32string;

// Shorter words differ by one letter too often to be one name: `Mali`, `Bali`; `Hawa`, `Hawi`.
constexpr std::size_t shortest_transcribed_word = 5;
constexpr std::size_t shortest_transcribed_name = 7;
constexpr std::size_t shortest_short_name = 4;
constexpr std::size_t shortest_acronym = 3;

bool has_digit(const Word& word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

bool is_place(EntityKind kind) { return kind == EntityKind::place || kind == EntityKind::facility; }

bool same_kind(const KnownName& a, const KnownName& b) { return a.kind == b.kind; }
bool same_kind_or_unknown(const KnownName& a, const KnownName& b) {
  return a.kind == b.kind || a.kind == EntityKind::thing || b.kind == EntityKind::thing;
}
bool has_kind(EntityKind kind, const KnownName& a, const KnownName& b) { return a.kind == kind || b.kind == kind; }
bool both_persons(const KnownName& a, const KnownName& b) {
  return a.kind == EntityKind::person && b.kind == EntityKind::person;
}

std::uint64_t key(NameRule rule, std::u32string_view text) {
  // 64-bit FNV-1a over code points. Source: RFC 9923. Equal keys are compared in full, so a collision costs time only.
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ static_cast<std::uint64_t>(rule);
  for (const char32_t c : text) hash = (hash ^ c) * 0x100000001b3ULL;
  return hash;
}

bool spelling(const KnownName& a, const KnownName& b) {
  return same_kind(a, b) && a.form.letters() == b.form.letters();
}

bool kind(const KnownName& a, const KnownName& b) {
  const bool compatible = same_kind_or_unknown(a, b) || (is_place(a.kind) && is_place(b.kind));
  return a.kind != b.kind && compatible && a.form.letters() == b.form.letters();
}

bool is_made_of_parts(EntityKind kind) {
  return kind != EntityKind::person && kind != EntityKind::country && kind != EntityKind::language;
}

bool parts(const KnownName& a, const KnownName& b) {
  return !a.parts.empty() && a.parts == b.parts && is_made_of_parts(a.kind) && is_made_of_parts(b.kind);
}

/// Countries, languages and peoples are told apart by their words.
bool may_be_mistaken(EntityKind kind) { return kind != EntityKind::country && kind != EntityKind::language; }

bool other_kind(const KnownName& a, const KnownName& b) {
  return a.kind != b.kind && may_be_mistaken(a.kind) && may_be_mistaken(b.kind) && a.form.letters() == b.form.letters();
}

bool alias(const KnownName& a, const KnownName& b) {
  if (a.is_full == b.is_full || a.form != b.form || !same_kind_or_unknown(a, b)) return false;
  // Persons share short names, and towns whole ones: `Saint Louis` in Senegal.
  if (has_kind(EntityKind::person, a, b) || has_kind(EntityKind::place, a, b)) return false;
  return a.form.words.size() >= 2 || (is_acronym(a.written) && a.form.letters().size() >= shortest_acronym);
}

bool acronym(const KnownName& a, const KnownName& b) {
  const bool first_is_short = is_acronym(a.written);
  if (first_is_short == is_acronym(b.written) || !same_kind_or_unknown(a, b)) return false;
  const KnownName& brief = first_is_short ? a : b;
  const KnownName& whole = first_is_short ? b : a;
  const Word letters = brief.form.letters();
  if (whole.kind != EntityKind::organization || letters.size() < shortest_acronym) return false;
  const std::vector<Word> all = initials(whole.written);
  return std::find(all.begin(), all.end(), letters) != all.end();
}

/// Swahili ends no word with a consonant: `Yusufu`, `Rafaeli` are `Yusuf`, `Rafael`. Not with `a`: `Hamid`, `Hamida`.
bool is_with_final_vowel(const Word& word, const Word& whole) {
  constexpr std::u32string_view vowels = U"aeiou";
  const bool ends_in_consonant = vowels.find(word.back()) == std::u32string_view::npos;
  return ends_in_consonant && whole.size() == word.size() + 1 && whole.starts_with(word) &&
         (whole.back() == U'i' || whole.back() == U'u');
}

/// Words that differ only as transcriptions do. Both ends stand: `Maria` is not `Mario`.
bool is_transcription(const Word& a, const Word& b, std::size_t shortest) {
  const Word left = transcription_key(a);
  const Word right = transcription_key(b);
  if (std::min(a.size(), b.size()) < shortest || has_digit(a) || has_digit(b)) return false;
  if (left == right || is_with_final_vowel(a, b) || is_with_final_vowel(b, a)) return true;
  return std::min(left.size(), right.size()) >= shortest && left.front() == right.front() &&
         left.back() == right.back() && is_one_edit_apart(left, right);
}

bool transcription(const KnownName& a, const KnownName& b) {
  const std::vector<Word>& left = a.form.words;
  const std::vector<Word>& right = b.form.words;
  // Countries are a closed set that the gazetteer knows: Slovakia is not Slovenia.
  if (!same_kind(a, b) || a.kind == EntityKind::country || left.size() != right.size()) return false;
  const bool is_single = left.size() == 1;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    if (!is_transcription(left[i], right[i], is_single ? shortest_transcribed_name : shortest_transcribed_word)) {
      return false;
    }
    // One name alone is too little for two surnames that are a letter apart: Mwangi, Mwanzi.
    if (is_single && a.kind == EntityKind::person && transcription_key(left[i]) != transcription_key(right[i])) {
      return false;
    }
    ++differing;
  }
  return differing == 1;
}

std::vector<std::uint64_t> transcription_keys(const KnownName& name) {
  // Of each word one letter is left out: words one edit apart have such a rest in common.
  std::vector<std::uint64_t> keys;
  for (std::size_t at = 0; at < name.form.words.size(); ++at) {
    Word frame;
    for (std::size_t i = 0; i < name.form.words.size(); ++i) {
      if (i != at) frame += name.form.words[i];
      frame += U' ';
    }
    const Word word = transcription_key(name.form.words[at]);
    if (word.size() > 64) continue;
    keys.push_back(key(NameRule::transcription, frame + word));
    for (std::size_t i = 0; i < word.size(); ++i) {
      keys.push_back(key(NameRule::transcription, frame + word.substr(0, i) + word.substr(i + 1)));
    }
  }
  return keys;
}

Word sorted_letters(const NameForm& form) {
  std::vector<Word> words = form.words;
  std::sort(words.begin(), words.end());
  Word all;
  for (const Word& word : words) all += word + U' ';
  return all;
}

bool word_order(const KnownName& a, const KnownName& b) {
  return both_persons(a, b) && a.form.words.size() >= 3 && a.form.words.size() == b.form.words.size() &&
         a.form != b.form && sorted_letters(a.form) == sorted_letters(b.form);
}

bool middle_name(const KnownName& a, const KnownName& b) {
  const bool first_is_short = a.form.words.size() < b.form.words.size();
  const std::vector<Word>& part = (first_is_short ? a : b).form.words;
  const std::vector<Word>& whole = (first_is_short ? b : a).form.words;
  if (!both_persons(a, b) || part.size() < 2 || part.size() == whole.size()) return false;
  if (part.front() != whole.front() || part.back() != whole.back()) return false;
  auto at = whole.begin();
  for (const Word& word : part) {
    at = std::find(at, whole.end(), word);
    if (at == whole.end()) return false;
    ++at;
  }
  return true;
}

bool initial(const KnownName& a, const KnownName& b) {
  if (!both_persons(a, b) || a.form.words.size() < 2 || b.form.words.size() < 2) return false;
  if (a.form.words.back() != b.form.words.back()) return false;
  const Word& left = a.form.words.front();
  const Word& right = b.form.words.front();
  return (left.size() == 1) != (right.size() == 1) && left.front() == right.front();
}

bool short_name(const KnownName& a, const KnownName& b) {
  const bool first_is_short = a.form.words.size() == 1;
  if (first_is_short == (b.form.words.size() == 1)) return false;
  const KnownName& part = first_is_short ? a : b;
  const KnownName& whole = first_is_short ? b : a;
  const Word& word = part.form.words.front();
  if (whole.kind != EntityKind::person || !same_kind_or_unknown(a, b) || word.size() < shortest_short_name) {
    return false;
  }
  return word == whole.form.words.front() || word == whole.form.words.back();
}

bool local_name(const KnownName& a, const KnownName& b) {
  if (a.kind != b.kind || !a.is_full || !b.is_full) return false;
  return a.parts.empty() ? b.parts.empty() && a.form == b.form : a.parts == b.parts;
}

}  // namespace

std::vector<std::uint64_t> lookup_keys(NameRule rule, const KnownName& name) {
  if (name.is_local != (rule == NameRule::local_name)) return {};
  const std::vector<Word>& words = name.form.words;
  if (words.empty()) return {};
  switch (rule) {
    case NameRule::link:
      return {};
    case NameRule::spelling:
    case NameRule::kind:
    case NameRule::other_kind:
    case NameRule::alias:
      return {key(rule, name.form.letters())};
    case NameRule::parts:
      if (name.parts.empty()) return {};
      return {key(rule, std::u32string(name.parts.begin(), name.parts.end()))};
    case NameRule::acronym: {
      if (is_acronym(name.written)) return {key(rule, name.form.letters())};
      std::vector<std::uint64_t> keys;
      for (const Word& letters : initials(name.written)) keys.push_back(key(rule, letters));
      return keys;
    }
    case NameRule::transcription:
      return transcription_keys(name);
    case NameRule::word_order:
      return words.size() >= 3 ? std::vector{key(rule, sorted_letters(name.form))} : std::vector<std::uint64_t>();
    case NameRule::middle_name:
      return words.size() >= 2 ? std::vector{key(rule, words.front() + U' ' + words.back())}
                               : std::vector<std::uint64_t>();
    case NameRule::initial:
      return words.size() >= 2 ? std::vector{key(rule, words.front().substr(0, 1) + words.back())}
                               : std::vector<std::uint64_t>();
    case NameRule::local_name:
      if (name.parts.empty()) return {key(rule, name.form.letters())};
      return {key(rule, std::u32string(name.parts.begin(), name.parts.end()))};
    case NameRule::short_name:
      if (words.size() == 1) return {key(rule, words.front())};
      return {key(rule, words.front()), key(rule, words.back())};
  }
  return {};
}

bool agrees(NameRule rule, const KnownName& a, const KnownName& b) {
  switch (rule) {
    case NameRule::link:
      return false;
    case NameRule::spelling:
      return a.is_full && b.is_full && spelling(a, b);
    case NameRule::kind:
      return a.is_full && b.is_full && kind(a, b);
    case NameRule::parts:
      return parts(a, b);
    case NameRule::other_kind:
      return a.is_full && b.is_full && other_kind(a, b);
    case NameRule::alias:
      return alias(a, b);
    case NameRule::acronym:
      return acronym(a, b);
    case NameRule::transcription:
      return a.is_full && b.is_full && transcription(a, b);
    case NameRule::word_order:
      return a.is_full && b.is_full && word_order(a, b);
    case NameRule::middle_name:
      return a.is_full && b.is_full && middle_name(a, b);
    case NameRule::initial:
      return a.is_full && b.is_full && initial(a, b);
    case NameRule::short_name:
      return a.is_full && b.is_full && short_name(a, b);
    case NameRule::local_name:
      return local_name(a, b);
  }
  return false;
}

}  // namespace habari
