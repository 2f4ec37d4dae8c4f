#pragma once

#include "analysis/sw/reading.hpp"

#include <habari/core/ontology.hpp>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace habari::swahili {

/// A prefix or suffix and all that it can agree with.
struct Marker {
  std::string form;
  Agreement agreement = 0;
  bool before_vowel = false;  ///< A glide or bare consonant: only before a vowel (`w` of `waenda`).
  bool negative = false;      ///< A subject prefix with ha- in it.
};

/// A row of tenses.tsv.
struct Tense {
  enum class Polarity : std::uint8_t { positive, after_ha, own };
  enum class Relative : std::uint8_t { no, yes, need, suffix, subject };
  std::string marker;
  Polarity polarity = Polarity::positive;
  Relative relative = Relative::no;
  bool keeps_ku = false;
  char final_vowel = 'a';
  bool situative = false;
  bool consecutive = false;
  std::string features;
};

/// A row of extensions.tsv: how a derived stem comes from another.
struct Extension {
  enum class After : std::uint8_t { any, consonant, vowel };
  std::string suffix;
  std::string base;
  Voice voice = voice_passive;
  After after = After::any;
  std::string vowels;  ///< One of these is the last vowel before the suffix; empty: any.
};

/// Concords of one noun class: a row of concords.tsv.
struct Concord {
  int noun_class = 0;
  bool plural = false;
  std::string adjective, adjective_vowel, connective, possessive, relative;
  std::string near_form, any, having;
  std::vector<std::string> referential, distant, all, other;
};

/// A row of noun_prefixes.tsv: the classes that an unknown noun may have, by its first letters.
struct NounPrefix {
  std::string prefix;
  Agreement classes = 0;
};

/// A row of deverbal_nouns.tsv: nouns made from verbs by prefix and last vowel.
struct DeverbalNoun {
  std::string prefix;
  std::string ending;    ///< Empty: any of those that make nouns.
  std::string singular;  ///< Prefix of the dictionary form.
  Agreement classes = 0;
  bool person = false;
  bool plural = false;
};

/// The closed tables of Swahili morphology under `morphology/`.
struct Grammar {
  /// Errors: Error names file and line of a bad row.
  explicit Grammar(const std::filesystem::path& folder);

  std::vector<Marker> subjects;  ///< Longest first.
  std::vector<Marker> objects;
  std::vector<Marker> relatives;
  std::vector<Marker> locatives;  ///< Subject prefixes before -po, -ko, -mo.
  std::vector<Tense> tenses;
  std::vector<Extension> extensions;
  std::vector<Concord> concords;
  std::vector<NounPrefix> noun_prefixes;
  std::vector<DeverbalNoun> deverbal_nouns;
  struct Person {
    Agreement agreement = 0;
    int person = 3;
    bool plural = false;
    std::vector<std::string> pronouns;
    std::string possessive;
  };
  std::vector<Person> persons;
};

bool is_vowel(char c);

}  // namespace habari::swahili
