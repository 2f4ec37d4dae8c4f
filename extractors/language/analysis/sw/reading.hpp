#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace habari::swahili {

/// Set of agreement values: bit n is noun class n (1 to 18), the bits above are speaker and hearer.
using Agreement = std::uint32_t;
inline constexpr Agreement class_bit(int noun_class) { return 1U << noun_class; }
inline constexpr Agreement first_singular = 1U << 20;
inline constexpr Agreement second_singular = 1U << 21;
inline constexpr Agreement first_plural = 1U << 22;
inline constexpr Agreement second_plural = 1U << 23;
inline constexpr Agreement speech_persons = first_singular | second_singular | first_plural | second_plural;
inline constexpr Agreement all_classes = (1U << 19) - 2;
inline constexpr Agreement animate_classes = class_bit(1) | class_bit(2);
inline constexpr Agreement place_classes = class_bit(16) | class_bit(17) | class_bit(18);
inline constexpr Agreement plural_classes =
    class_bit(2) | class_bit(4) | class_bit(6) | class_bit(8) | class_bit(10) | first_plural | second_plural;

/// Lemmas of being, having and being there in all their forms.
inline constexpr const char* being_lemma = "wa";
inline constexpr const char* having_lemma = "na";
inline constexpr const char* existence_lemma = "kuna";

/// What a word is by its form, finer than its universal part of speech.
enum class WordKind : std::uint8_t {
  noun,
  name,
  adjective,
  numeral,
  demonstrative,
  possessive,
  quantifier,  ///< -ote, -o -ote, -ingine, kila
  pronoun,
  interrogative,
  relative_pronoun,  ///< amba-
  connective,        ///< -a: wa, ya, cha …
  having,            ///< -enye
  adposition,
  coordinator,
  subordinator,
  adverb,
  verb,
  copula,           ///< ni, si, and relative -li-o, -si-o
  focus,            ///< ndi-, si- + relative
  locative_copula,  ///< -po, -ko, -mo
  possessive_verb,  ///< -na: ana, hawana
  existential,      ///< kuna, pana, hakuna
  with_pronoun,     ///< naye, nao
  interjection,
  punctuation,
  symbol
};

enum class VerbForm : std::uint8_t { none, finite, infinitive, imperative };

enum Voice : std::uint8_t {
  voice_applicative = 1,
  voice_causative = 2,
  voice_passive = 4,
  voice_reciprocal = 8,
  voice_stative = 16
};

/// One analysis of a word form out of context.
struct Reading {
  WordKind kind = WordKind::noun;
  VerbForm verb_form = VerbForm::none;
  std::uint8_t voices = 0;
  bool guessed = false;  ///< Neither the lexicon nor a rule over it knows the word.
  bool negative = false;
  bool person = false;    ///< A noun for people.
  bool locative = false;  ///< -ni
  bool reflexive = false;
  bool invariable = false;  ///< An adjective without prefix: agrees with anything.
  bool singular = false;
  bool plural = false;
  std::int16_t rank = 0;  ///< Greater is more likely, out of context.
  Agreement classes = 0;  ///< Of a nominal: what agrees with it, or what it agrees with; of a verb: its subject.
  Agreement own = 0;      ///< Of a noun: its class without the agreement of animates.
  Agreement object = 0;
  Agreement relative = 0;
  std::string lemma;
  std::string features;  ///< Fixed features, `Name=Value` joined by `|`, in any order.
};

/// All readings of a form, best first; never empty.
using Readings = std::vector<Reading>;

}  // namespace habari::swahili
