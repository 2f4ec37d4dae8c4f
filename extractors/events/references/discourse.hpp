#pragma once

#include "frames/anaphor.hpp"
#include "frames/sentence_context.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace habari {

/// One place where the text speaks of someone or something.
struct Appearance {
  std::uint32_t sentence = 0;
  Span span;  ///< The name, the head noun, the pronoun.
  Function function = Function::oblique;
  enum class Form : std::uint8_t { name, noun, pronoun } form = Form::noun;  ///< Or a verb that stands for a pronoun.
  Word head = 0;                                                             ///< In its sentence.
  bool main = false;                                                         ///< In a clause that depends on none.
  std::uint32_t quotation = 0;  ///< Number of the one that it stands in, from 1; 0 outside.
};

/// Someone or something that an article speaks of.
struct Referent {
  std::string entity;  ///< Identifier of what has a name; of what has none, once it is spoken of again.
  std::optional<EntityKind> kind;
  Agreement agreement;
  bool is_named = false;
  std::set<std::string, std::less<>> descriptions;  ///< Lemmas of the nouns that it is called by (`minister`).
  std::set<std::string, std::less<>> modifiers;     ///< Lemmas of what qualifies these (`finance`).
  std::vector<Appearance> appearances;              ///< In text order.
  std::vector<std::uint32_t> members;               ///< Of a coordination: the referents joined in it.
};

/// A noun phrase as the text has it, before it is known of whom it speaks.
struct Expression {
  Appearance appearance;
  const Mention* mention = nullptr;  ///< Of a name.
  std::string lemma;                 ///< Of a noun.
  std::optional<EntityKind> kind;
  Agreement agreement;
  std::set<std::string, std::less<>> modifiers;
  enum class Definiteness : std::uint8_t {
    indefinite,
    bare,
    possessed,
    definite,
    demonstrative
  } definiteness = Definiteness::bare;
  std::optional<Word> described;         ///< The word of a name that the noun is said of: `Minister Asha Juma`.
  std::optional<Word> coordinated_with;  ///< The first conjunct, where this is a further one.
};

/// Whether a word stands in a clause that depends on no other.
bool is_in_main_clause(const TreeView& tree, Word word);

/// The noun phrases of a sentence, in text order. Times, amounts and nouns that are part of a name are left out.
std::vector<Expression> expressions(const SentenceContext& context, std::uint32_t sentence);

/// What an article has spoken of so far.
class Discourse {
 public:
  const std::vector<Referent>& referents() const { return referents_; }
  Referent& operator[](std::uint32_t referent) { return referents_[referent]; }

  /// The referent of a name, made where it is new.
  std::uint32_t named(const Expression& name);
  std::uint32_t add(const Expression& noun);
  std::uint32_t add_group(std::vector<std::uint32_t> members, const Appearance& appearance);
  void appear(std::uint32_t referent, const Appearance& appearance);
  /// A noun that is said of a referent: a title, an apposition, a predicate.
  void describe(std::uint32_t referent, const Expression& noun);
  /// Those whose descriptions hold this lemma, latest spoken of first.
  std::vector<std::uint32_t> described_as(std::string_view lemma) const;
  /// Those that appeared in this sentence or one of the `window` before it, latest spoken of first.
  std::vector<std::uint32_t> recent(std::uint32_t sentence, std::uint32_t window) const;
  /// The referent whose appearance this is.
  std::optional<std::uint32_t> at(Span span) const;

 private:
  std::vector<Referent> referents_;
  std::map<std::string, std::uint32_t, std::less<>> named_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> described_;
  std::map<Span, std::uint32_t> places_;
  std::vector<std::vector<std::uint32_t>> sentences_;  ///< Who appears in each.
};

}  // namespace habari
