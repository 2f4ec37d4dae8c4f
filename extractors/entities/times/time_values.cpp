#include "times/time_values.hpp"

namespace habari {
namespace {

constexpr int farthest_clause = 32;

/// `may have sailed`: what might have been lies behind the speaker.
bool is_perfect(const Sentence& sentence, std::uint32_t verb) {
  for (const Token& other : sentence.tokens) {
    const bool auxiliary = other.head == verb + 1 && other.deprel == Deprel::aux && other.subtype.empty();
    if (auxiliary && other.feature("VerbForm") == "Inf") return true;
  }
  return false;
}

bool is_open(std::optional<Factuality> standing) {
  return standing == Factuality::planned || standing == Factuality::possible;
}

/// Tells of what is to come: by its form, its auxiliary (`will`, `may`), or because another verb plans or wants it
/// (`expects to meet`).
bool is_future(const Sentence& sentence, const Lexicon& lexicon, std::uint32_t verb, bool has_infinitive) {
  const Token& word = sentence.tokens[verb];
  if (word.feature("Tense") == "Fut") return true;
  for (const Token& other : sentence.tokens) {
    if (other.head != verb + 1 || other.deprel != Deprel::aux) continue;
    const VerbEntry* row = lexicon.verb(other.lemma);
    if (row != nullptr && row->auxiliary && is_open(row->content)) return !is_perfect(sentence, verb);
  }
  const VerbEntry* row = has_infinitive ? lexicon.verb(word.lemma) : nullptr;
  return row != nullptr && is_open(row->content);
}

/// `postponed until Friday`: the verb's row takes what stands behind this preposition as a time of its own, which it
/// sets.
bool sets_time(const Sentence& sentence, const Lexicon& lexicon, std::uint32_t verb, std::uint32_t time) {
  const VerbEntry* row = lexicon.verb(sentence.tokens[verb].lemma);
  if (row == nullptr) return false;
  for (const Token& marker : sentence.tokens) {
    if (marker.head != time + 1 || marker.deprel != Deprel::case_) continue;
    for (const std::string& position : {marker.lemma + ":time", marker.lemma}) {
      const auto* role = find_role(row->roles, position);
      if (role != nullptr && *role == Role::time) return true;
    }
  }
  return false;
}

/// `due in May`: of a predicate that is no verb.
bool is_due(const Lexicon& lexicon, const Token& word) {
  const AdverbEntry* row = word.upos == Upos::adj ? lexicon.adverb(word.lemma) : nullptr;
  return row != nullptr && row->factuality == Factuality::planned;
}

/// What the clause that a token stands in tells of.
Outlook outlook_at(const Sentence& sentence, const Lexicon& lexicon, std::uint32_t token) {
  bool infinitive = false;
  std::uint32_t below = token;
  // The clause is never far; a malformed tree with a cycle ends as well.
  for (int steps = 0; steps < farthest_clause; ++steps) {
    const Token& word = sentence.tokens[token];
    if (is_due(lexicon, word)) return Outlook::future;
    if (!word.feature("Tense").empty() || word.upos == Upos::verb) {
      if (is_future(sentence, lexicon, token, infinitive)) return Outlook::future;
      if (below != token && sets_time(sentence, lexicon, token, below)) return Outlook::future;
      const bool open = word.feature("VerbForm") == "Inf";
      if (!open) return Outlook::past;
      infinitive = true;
    }
    // Only headlines have an infinitive above all: `Minister to visit Tanga on Friday`.
    if (word.head == 0) return infinitive ? Outlook::future : Outlook::past;
    if (word.head > sentence.tokens.size()) break;
    below = token;
    token = word.head - 1;
  }
  return Outlook::past;
}

}  // namespace

std::string time_value(const FoundTime& time, const Article& article, std::span<const Piece> pieces,
                       std::span<const Sentence> sentences, const Lexicon& lexicon) {
  const Piece& piece = pieces[time.first];
  const Outlook outlook = outlook_at(sentences[piece.sentence], lexicon, piece.token);
  const auto value = time.last ? evaluate_range(time.reading, *time.last, article.date, outlook)
                               : evaluate(time.reading, article.date, outlook);
  return value ? value->iso() : std::string();
}

}  // namespace habari
