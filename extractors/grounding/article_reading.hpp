#pragma once

#include "folded_text.hpp"
#include "relation_words.hpp"

#include <habari/core/document.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A participant that a statement names, where the article says it.
struct TiedParticipant {
  Argument argument;  ///< Without a role.
  bool operator==(const TiedParticipant&) const = default;
};

/// A word that may be what a statement's relation means.
struct TiedTrigger {
  Span span;
  WordSense sense;
  const Sentence* sentence = nullptr;
  const Event* own = nullptr;  ///< The article's own event at this word.
};

/// An article as statements are tied to it: its text, its trees, and what its own reading found.
class ArticleReading {
 public:
  /// All outlive it.
  ArticleReading(const Document& document, const std::vector<Sentence>& sentences, const Lexicon& lexicon);

  const Document& document() const { return document_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  std::string_view text(Span span) const { return slice(document_.article.text, span); }
  Span whole() const { return {0, static_cast<std::uint32_t>(document_.article.text.size())}; }

  /// Where the words stand.
  std::vector<Span> find(std::string_view words, Span area) const { return folded_.find(words, area); }
  /// What `name` names inside `area`: its words, else other names, pronouns and descriptions of what it names.
  std::vector<TiedParticipant> participants(const std::string& name, Span area) const;
  /// A time by its words or its value; nothing where neither is there.
  std::optional<Argument> time(const std::string& time, Span area) const;
  /// The words inside `area` that have one of these names as label, lemma or form.
  std::vector<TiedTrigger> triggers(const std::set<std::string>& names, Span area) const;
  /// `kutana (meet), sema (say)`: what happens inside `area`, for messages.
  std::string what_happens(Span area) const;

 private:
  std::set<std::string> entities_called(const std::string& name) const;
  TiedParticipant participant_at(Span span) const;
  const Event* own_event(Span trigger) const;

  const Document& document_;
  const std::vector<Sentence>& sentences_;
  const Lexicon& lexicon_;
  FoldedText folded_;
};

/// Whether both are the same words, or the same thing.
bool is_same(const Argument& a, const Argument& b);

}  // namespace habari
