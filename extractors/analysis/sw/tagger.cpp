#include "analysis/sw/tagger.hpp"

#include <algorithm>

namespace habari::swahili {
namespace {

bool has_kind(const Word& word, WordKind kind) {
  return std::any_of(word.info->readings.begin(), word.info->readings.end(),
                     [kind](const Reading& reading) { return reading.kind == kind; });
}

bool is_person(const Word& word) {
  const auto& readings = word.info->readings;
  return std::any_of(readings.begin(), readings.end(),
                     [](const Reading& reading) { return reading.sort == NounSort::person; });
}

bool is_capital(Writing writing) { return writing == Writing::capitalised || writing == Writing::capitals; }

/// A predicate with a subject of its own is likely: a clause, not a noun phrase.
bool is_finite(const Reading& reading) {
  return reading.verb_form == VerbForm::finite && reading.rank >= 37 && !reading.subjunctive && reading.relative == 0;
}

/// Whether a finite verb follows before the next punctuation, and no modifier of a noun comes first.
bool opens_clause(const std::vector<Word>& words, std::size_t i) {
  if (i + 1 >= words.size()) return false;
  const WordKind next = words[i + 1].info->readings.front().kind;
  if (next == WordKind::connective || next == WordKind::demonstrative || next == WordKind::quantifier) return false;
  bool comma = false;
  for (std::size_t j = i + 1; j < words.size(); ++j) {
    const Reading& reading = words[j].info->readings.front();
    if (reading.kind == WordKind::punctuation && words[j].form != ",") return false;
    if (reading.verb_form == VerbForm::finite && reading.rank >= 37) {
      // Behind a comma only a relative of time: wakati polisi, walimu na madaktari walipoandamana.
      return !comma || (reading.relative & class_bit(16)) != 0;
    }
    comma = comma || reading.kind == WordKind::punctuation;
  }
  return false;
}

/// Whether two words with capitals that could both be nouns follow each other: `shirika la Haki Ardhi`.
bool is_noun_pair(const Word& first, const Word& second) {
  const auto plain_noun = [](const Word& word) {
    const Reading& front = word.info->readings.front();
    return is_capital(word.info->writing) && front.kind == WordKind::noun && !front.guessed &&
           front.sort != NounSort::person && front.sort != NounSort::time;
  };
  return plain_noun(first) && plain_noun(second);
}

/// What speaks for a name where a word that could be another has a capital inside a sentence.
int name_points(const std::vector<Word>& words, std::size_t i) {
  if (i == 0) return 0;
  const Word& before = words[i - 1];
  const WordKind kind = before.reading->kind;
  // Kibwana aliwaambia: made like an adverb in ki-, but nothing is there that it would tell of.
  const Reading& front = words[i].info->readings.front();
  if (front.kind == WordKind::adverb && front.derived && kind != WordKind::connective && kind != WordKind::adposition &&
      kind != WordKind::name && kind != WordKind::noun) {
    return 12;
  }
  // shirika la Haki Ardhi: two nouns that nothing joins, behind what an organization is called by.
  const bool named = i > 1 && kind == WordKind::connective && words[i - 2].info->writing == Writing::lower &&
                     words[i - 2].reading->sort == NounSort::organization;
  if (named && i + 1 < words.size() && is_noun_pair(words[i], words[i + 1])) return 26;
  if (kind == WordKind::name && is_noun_pair(before, words[i])) return 26;
  // Tundu Lissu, Amina Tembo: a given name, or what follows one.
  const Word* next = i + 1 < words.size() ? &words[i + 1] : nullptr;
  if (words[i].info->given_name && next != nullptr && is_capital(next->info->writing) &&
      next->info->readings.front().sort == NounSort::other) {
    return 40;
  }
  if (front.kind != WordKind::noun || front.sort != NounSort::other) return 0;
  if (words[i].info->given_name && kind != WordKind::connective) return 26;
  if (kind == WordKind::name && before.info->given_name) return 26;
  // Kabila alisema: does what only persons do, and agrees so.
  const Reading* verb = next != nullptr ? &next->info->readings.front() : nullptr;
  const bool acts = verb != nullptr && is_finite(*verb) && (verb->classes & class_bit(1)) != 0 &&
                    (verb->classes & front.classes) == 0;
  return acts && (kind == WordKind::punctuation || kind == WordKind::noun) ? 26 : 0;
}

}  // namespace

struct Tagger::Context {
  bool title_case = false;   ///< Most words are capitalised: capitals mean little.
  std::vector<bool> begins;  ///< A capital is due here anyway.
  std::vector<bool> in_name;
};

int Tagger::adjustment(const Reading& reading, const std::vector<Word>& words, std::size_t i,
                       const Context& context) const {
  const Word& word = words[i];
  const Word* next = i + 1 < words.size() ? &words[i + 1] : nullptr;
  const Reading* previous = i > 0 ? words[i - 1].reading : nullptr;
  int points = 0;
  if (reading.kind == WordKind::name) {
    if (context.in_name[i]) return 70;
    const bool next_capital = next != nullptr && is_capital(next->info->writing);
    if (context.begins[i] || context.title_case) {
      points += next_capital && !context.title_case ? 14 : 4;
    } else {
      points += 32;
    }
    // Chadema na vyama vingine: no verb in the bare present opens a sentence before what joins nouns.
    const Reading& other = word.info->readings.front();
    if (context.begins[i] && !context.title_case && next != nullptr && is_finite(other) && other.rank <= 56 &&
        next->info->readings.front().kind == WordKind::coordinator) {
      points += 34;
    }
    // Neema Mushi alishinda: a noun that is a given name too, before a word that is nothing else than a name.
    if (context.begins[i] && !context.title_case && next_capital && word.info->given_name && !next->info->known_name &&
        next->info->readings.front().guessed) {
      points += 50;
    }
    // Goma, Mei 3: a dateline rather than a command.
    const bool before_mark = next != nullptr && (next->form == "," || next->form == ":" || next->form == "(");
    if (context.begins[i] && before_mark && word.info->readings.front().verb_form == VerbForm::imperative) points += 20;
    // mjini Tanga: a noun of place has its name behind it.
    if (!context.begins[i] && !context.title_case && previous != nullptr && previous->kind == WordKind::noun &&
        (previous->locative || previous->sort == NounSort::place) &&
        word.info->readings.front().kind == WordKind::noun && word.info->readings.front().sort != NounSort::time &&
        word.info->readings.front().sort != NounSort::person && !has_kind(word, WordKind::adjective)) {
      points += 26;
    }
    if (!context.begins[i] && !context.title_case) points += name_points(words, i);
    if (word.info->writing == Writing::capitals && !context.title_case && word.form.size() > 1) points += 24;
    if (previous != nullptr && previous->kind == WordKind::name && !context.begins[i]) {
      // Afrika Kusini: a direction written with a capital after a name is part of it.
      points += 6;
      if (!context.title_case && other.kind == WordKind::noun && other.sort == NounSort::place) points += 24;
    }
    return points;
  }
  if (reading.kind == WordKind::demonstrative || reading.kind == WordKind::quantifier) {
    const bool agrees =
        previous != nullptr && previous->kind == WordKind::noun && (previous->classes & reading.classes) != 0;
    if (agrees && (previous->own & reading.classes) != 0) points += 12;
  }
  if (reading.kind == WordKind::adjective && (!reading.invariable || has_kind(word, WordKind::adverb))) {
    const bool modifies =
        previous != nullptr && (previous->classes & reading.classes) != 0 &&
        (previous->kind == WordKind::noun || previous->kind == WordKind::adjective ||
         previous->kind == WordKind::demonstrative || previous->kind == WordKind::possessive ||
         previous->kind == WordKind::quantifier || previous->kind == WordKind::name ||
         (previous->kind == WordKind::numeral && !reading.invariable) || previous->kind == WordKind::copula);
    points += modifies ? 8 : reading.invariable ? 0 : -6;
  }
  if (reading.kind == WordKind::adjective && reading.invariable && previous != nullptr &&
      previous->kind == WordKind::noun && previous->sort == NounSort::person && is_person(word)) {
    points += 4;  // watu maskini: the poor are someone only where they stand alone
  }
  if (reading.kind == WordKind::possessive && previous != nullptr && previous->kind == WordKind::noun &&
      (previous->classes & reading.classes) != 0) {
    points += 6;
  }
  // Serikali lazima ichukue hatua: before a subjunctive it says how bound it is, not what the noun is like.
  if (reading.kind == WordKind::adverb && has_kind(word, WordKind::adjective) && previous != nullptr &&
      previous->kind != WordKind::copula && next != nullptr && next->info->readings.front().subjunctive) {
    points += 20;
  }
  // Basi hilo, basi la abiria: what agrees with a noun stands behind the noun, not behind an adverb.
  if (reading.kind == WordKind::noun && has_kind(word, WordKind::adverb) && next != nullptr) {
    const Reading& behind = next->info->readings.front();
    const bool modifies = behind.kind == WordKind::demonstrative || behind.kind == WordKind::connective ||
                          behind.kind == WordKind::possessive;
    if (modifies && (behind.classes & reading.own) != 0 && !reading.guessed) points += 20;
  }
  // Wakazi hao wako salama: nothing stands before it that could be yours.
  if (reading.kind == WordKind::possessive && has_kind(word, WordKind::locative_copula) && previous != nullptr &&
      (previous->kind == WordKind::punctuation || previous->kind == WordKind::demonstrative ||
       previous->kind == WordKind::possessive || previous->kind == WordKind::quantifier)) {
    points -= 20;
  }
  if ((reading.kind == WordKind::adposition || reading.kind == WordKind::subordinator) && previous != nullptr &&
      previous->kind == WordKind::adposition && has_kind(word, WordKind::noun)) {
    points -= 25;
  }
  if (reading.kind == WordKind::verb && reading.verb_form == VerbForm::imperative && i > 0) points -= 15;
  if (reading.subjunctive && !reading.negative) {
    // `awasili`: nothing asks for a subjunctive where no verb or conjunction stands before it.
    const bool indicative =
        std::any_of(word.info->readings.begin(), word.info->readings.end(), [&](const Reading& other) {
          return other.kind == WordKind::verb && other.verb_form == VerbForm::finite && !other.subjunctive &&
                 other.lemma == reading.lemma && other.classes == reading.classes;
        });
    const bool asked =
        std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), [](const Word& other) {
          return other.reading->verb_form != VerbForm::none || other.reading->kind == WordKind::subordinator ||
                 other.reading->kind == WordKind::adverb;
        });
    if (indicative && !asked) points -= 20;
  }
  if (reading.subjunctive && is_capital(word.info->writing) && !context.begins[i] && !context.title_case) points -= 15;
  if (reading.kind == WordKind::subordinator && reading.upos == Upos::noun) points += opens_clause(words, i) ? 20 : -40;
  if (reading.kind == WordKind::subordinator || reading.lemma == "wa") {
    if (word.info->readings.front().kind == WordKind::subordinator && has_kind(word, WordKind::verb)) {
      // `kuwa`: "that" before a clause, "be" before its predicate.
      bool clause = false;
      const bool set_apart = next != nullptr && next->form == ",";
      for (std::size_t j = i + 1; j < words.size() && j < i + 14 && !clause; ++j) {
        if (words[j].info->readings.front().kind == WordKind::subordinator) break;
        const Reading& verb = words[j].info->readings.front();
        clause = is_finite(verb) || (set_apart && verb.subjunctive && verb.verb_form == VerbForm::finite);
      }
      const bool after_governor =
          previous != nullptr && ((previous->traits & trait_governing) != 0 || previous->kind == WordKind::connective ||
                                  previous->kind == WordKind::adposition);
      const bool having = next != nullptr && next->form == "na";
      const bool verb = !clause || after_governor || having;
      points += (reading.kind == WordKind::verb) == verb ? 20 : -20;
    }
  }
  if (reading.kind == WordKind::verb && reading.verb_form == VerbForm::finite && previous != nullptr &&
      (previous->kind == WordKind::connective || previous->kind == WordKind::adposition) && reading.relative == 0) {
    points -= 12;
  }
  return points;
}

const Reading* Tagger::choose(const std::vector<Word>& words, std::size_t i, const Context& context) const {
  const Reading* best = nullptr;
  int best_points = 0;
  for (const Reading& reading : words[i].info->readings) {
    const int points = reading.rank + adjustment(reading, words, i, context);
    if (best == nullptr || points > best_points) {
      best = &reading;
      best_points = points;
    }
  }
  return best;
}

void Tagger::join_doubled(std::vector<Word>& words) const {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].info->readings.front().kind != WordKind::verb) continue;
    const std::string half = lower_case(words[i].form);
    if (lower_case(words[i + 1].form) != half) continue;
    const auto whole = morphology_.look_up(half + half);
    if (whole->readings.front().kind != WordKind::noun || whole->readings.front().guessed) continue;
    words[i].info = whole;
    words[++i].info = whole;
  }
}

std::vector<Word> Tagger::tag(const std::vector<std::string_view>& forms) const {
  std::vector<Word> words(forms.size());
  Context context;
  context.begins.resize(forms.size());
  context.in_name.resize(forms.size());
  std::size_t capitals = 0;
  std::size_t lowers = 0;
  bool due = true;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    words[i].form = forms[i];
    words[i].info = morphology_.look_up(forms[i]);
    const Writing writing = words[i].info->writing;
    if (is_capital(writing)) ++capitals;
    if (writing == Writing::lower && forms[i].size() > 3) ++lowers;
    context.begins[i] = due;
    const WordKind first = words[i].info->readings.front().kind;
    due = first == WordKind::punctuation ? due || forms[i] == ":" || forms[i] == "\"" || forms[i] == "\xE2\x80\x9C" ||
                                               forms[i] == "-" || forms[i] == "'"
                                         : false;
  }
  join_doubled(words);
  context.title_case = capitals >= 3 && capitals > 2 * lowers;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (!is_capital(words[i].info->writing)) continue;
    const std::size_t length = morphology_.match_name(forms, i);
    for (std::size_t j = i; j < i + length; ++j) context.in_name[j] = true;
    words[i].listed_name = static_cast<std::uint8_t>(length);
    if (length > 1) i += length - 1;
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    words[i].reading = choose(words, i, context);
    words[i].upos = words[i].reading->upos;
    words[i].agreement = words[i].reading->classes;
  }
  return words;
}

}  // namespace habari::swahili
