#pragma once

#include "analysis/sw/chunker.hpp"

#include <string_view>
#include <vector>

namespace habari::swahili {

/// The state of a sentence between phrases and tree. Phrases are numbered; those that wait for a governor stand on a
/// stack, each the root of a tree of neighbours.
/// Its parts: clause_builder.cpp (the course of it, adverbs, the end), clause_coordination.cpp, clause_nominals.cpp,
/// clause_objects.cpp, clause_names.cpp, clause_verbs.cpp, clause_subordination.cpp.
class ClauseBuilder {
 public:
  ClauseBuilder(std::vector<Word>& words, std::vector<Item> items, const SyntaxLexicon& syntax)
      : words_(words), items_(std::move(items)), syntax_(syntax) {}
  void run();

 private:
  struct Left {
    int base = -1;          ///< Root of the clause before, -1: none.
    std::size_t first = 0;  ///< Place in roots_ of the first phrase that waits behind it.
    int marker = -1;
    int relative_pronoun = -1;
  };

  int count() const { return static_cast<int>(items_.size()); }
  Word& word(int k) { return words_[items_[k].word]; }
  const Word& word(int k) const { return words_[items_[k].word]; }
  const Reading& reading(int k) const { return *words_[items_[k].word].reading; }
  bool is_verb(int k) const { return items_[k].type == ItemType::verb; }
  bool is_nominal(int k) const { return items_[k].type == ItemType::nominal; }
  bool is_bare(int k) const { return is_nominal(k) && items_[k].marker < 0; }
  bool is_time(int k) const { return is_nominal(k) && reading(k).sort == NounSort::time; }
  bool has_trait(int k, VerbTrait trait) const { return is_verb(k) && (reading(k).traits & trait) != 0; }
  bool is_finite_main(int k) const {
    const Item& item = items_[k];
    return item.type == ItemType::verb && item.finite && item.relative == 0;
  }
  void attach(int k, int head, Deprel deprel, std::string_view subtype = {});
  void wait(int k);
  /// From the last phrase before `k` up to the root of its tree.
  std::vector<int> frontier(int k) const;
  /// `watu wasiopungua 40`: a relative clause that only says how many, and so takes nothing more.
  bool is_measure(int v) const {
    return is_verb(v) && items_[v].relative != 0 && reading(v).negative && items_[v].object >= 0 &&
           reading(items_[v].object).kind == WordKind::numeral;
  }
  /// The lowest verb on the path that `k` can hang from, -1: none.
  int governor(int k, const std::vector<int>& path) const {
    return lowest(path, [&](int at) {
      // baada ya tukio la kusikitisha, serikali …: an infinitive that describes a noun ends at the comma
      const bool closed = items_[at].infinitive && items_[at].connective && items_[k].comma && at == k - 1;
      return is_verb(at) && !is_measure(at) && !closed;
    });
  }
  static int lowest(const std::vector<int>& path, const auto& test) {
    for (const int at : path) {
      if (test(at)) return at;
    }
    return -1;
  }
  void nominal(int k);
  bool clause_coordinator(int k) const;
  /// Whether a finite verb that agrees with the bare nominal `k` follows before anything else could be its subject.
  bool begins_clause(int k) const;
  /// `KANU walishinda`: a name before a verb that many do; what it stands for is left open.
  bool names_many(int k) const;
  bool coordinate(int k, const std::vector<int>& path);
  /// The phrase that begins a coordination.
  int first_conjunct(int k) const;
  /// Whether a verb other than an infinitive stands on the path.
  bool crosses_clause(const std::vector<int>& path) const;
  bool conjoin_clause_fragment(int k, const std::vector<int>& path);
  /// How a verb may agree with several things together.
  static Agreement joint_agreement(Agreement either);
  void join_agreement(int first, Agreement second);
  /// The phrase on the path that `k` is joined to.
  int conjunct(int k, const std::vector<int>& path) const;
  /// Whether `k` is an inner member of `A, B, C na D`.
  bool in_list(int k) const;
  /// Agrees with everything, and so with nothing in particular: figures, adverbs.
  bool is_figure(int k) const { return reading(k).classes == all_classes; }
  /// What agrees with a noun tells its class where the form leaves it open: `takwimu za`, `vita vya`.
  void narrow(int noun, Agreement classes);
  void connective(int k, const std::vector<int>& path);
  std::string_view marker_form(int k) const;
  /// Prepositions that rather belong to the noun before them.
  bool prefers_noun(int k) const;
  void prepositional(int k, const std::vector<int>& path);
  std::string_view word_lemma(int w) const;
  void take_predicate(int k, int v);
  bool accepts_object(int v) const;
  /// The head of the genitives that end with `k`.
  int first_of_phrase(int k) const;
  void bare(int k, const std::vector<int>& path);
  /// A bare noun that no verb governs yet: part of the phrase before it, or a phrase that waits.
  void bare_before_verb(int k, const std::vector<int>& path);
  /// A bare noun behind verb `v`: its predicate, time, place, subject or object.
  void bare_after_verb(int k, int v, const std::vector<int>& path);
  /// `kwa rais wa kwanza mwanamke wa nchi hiyo`: two nouns for one person behind a preposition.
  bool renames_person(int k, int previous);
  /// `kuunga mkono kampeni`: verb and noun are one, and the next noun is their object.
  bool completes_construction(int k, int v);
  /// The first or second object of `v`, or what describes the noun before it.
  bool leaves_object_open(int k, int v) const;
  void object(int k, int v, const std::vector<int>& path);
  /// The child of `v` on the path.
  static int branch_under(int v, const std::vector<int>& path);
  /// What a figure at the end of a phrase counts: its plural noun, else the last word.
  int counted(const std::vector<int>& path) const;
  /// The noun that a bare noun after it describes: one of the same kind of being, else the last.
  int compound_head(int k, const std::vector<int>& path) const;
  bool is_list_member(int k) const { return word(k).deprel == Deprel::conj && items_[k].head >= 0; }
  /// A subject after its verb: of a relative clause about the object, of a quotation's verb of saying.
  bool is_subject_after(int k, int v) const;
  /// `Rais wa Urusi Vladimir Putin`: a name behind the phrase of its title.
  bool names_title(int k, const std::vector<int>& path);
  static bool can_be_named(const Reading& r);
  /// `Fatou Bensouda, mwendesha mashtaka mkuu, …`; `Shirika la Afya (WHO)`
  bool apposes(int k, const std::vector<int>& path);
  /// `Asha Juma, mkulima na mwalimu, alisema`: the verb is that of one person, whom the nouns describe.
  bool describes_name(int k, int name) const;
  void adverb(int k);
  /// Whether a nominal comes next that could be the predicate instead of the adverb.
  bool predicate_follows(int k) const;
  /// A tree that is a clause of its own, not one that waits for the main clause.
  bool is_base(int root) const { return is_verb(root) && items_[root].finite && !waits_for_main(root); }
  bool waits_for_main(int root) const { return waiting_clause_[static_cast<std::size_t>(root)]; }
  Left look_left() const;
  void verb(int k);
  /// Attaches a verb with a relative marker to its noun; false where it is an adverbial clause.
  bool relative(int k);
  /// The noun on the path that verb `k` with a relative marker tells of, -1: none.
  int described_by(int k, const std::vector<int>& path, Agreement wanted) const;
  void headless(int k, const std::vector<int>& path);
  void infinitive(int k);
  bool verbs_in_list(int k) const;
  /// `baada ya polisi kuvamia nyumba`: the noun after the preposition is the infinitive's subject.
  bool subject_of_infinitive(int k, int previous);
  /// Lowest verb on the right edge of the tree under `base`.
  int lowest_from(int k, const Left& left) const;
  /// First item of the tree under `root`: trees stand side by side.
  int first_item(int root) const;
  /// Hangs all that waits behind the clause before on verb `k`.
  void take_left(int k, const Left& left, int subject);
  /// `watu ambao tunawakumbuka`: the object prefix takes up the pronoun, since no object follows that it could mean.
  bool is_resumed(int pronoun, int k) const;
  void attach_relative_pronoun(int pronoun, int k);
  /// The phrase that waits and agrees with verb `k`, nearest first; times and places only where nothing else does.
  int find_subject(int k, const Left& left) const;
  /// `Mwalimu, pamoja na wanafunzi, waliondoka`: the subject whose verb agrees with it and its company together.
  int joined_subject(int k, const Left& left) const;
  /// `kila alipofika`: a quantifier without a noun before a relative of time.
  bool says_how_often(int k, int verb) const {
    return is_bare(k) && reading(k).kind == WordKind::quantifier && (items_[verb].relative & class_bit(16)) != 0;
  }
  /// A phrase that the clause before took but that agrees with verb `k` and stands right before it.
  int find_stolen_subject(int k) const;
  void detach(int k);
  void finite(int k);
  /// `waliona mto ukijaa`: the object of `edge` is what `k` tells of.
  bool does_what_is_seen(int k, int edge) const;
  /// `alieleza jinsi watoto walivyofika`: how it is done is what is told.
  bool asks_how(int k, const Left& left);
  bool is_content_marker(int marker) const;
  void subordinate(int k, const Left& left, int edge);
  int non_relative(int edge) const;
  /// The nearest verb on the right edge that shares its subject with `k`.
  int agreeing_verb(int k, int edge, int base) const;
  int coordinate_verb(int k, int edge, int base) const;
  /// `Ripoti inaonyesha watoto walikamatwa`: the nearest verb above that asks for a deed and has no object yet.
  int open_for_clause(int edge) const;
  void juxtapose(int k, const Left& left, int edge, bool comma, bool colon, bool quote);
  /// Whether the time `k` behind verb `v` is its object.
  bool directly_taken(int k, int v, int previous) const;
  /// Whether a finite verb of a main clause comes later.
  bool main_clause_after(int k) const;
  /// amba-: the clause belongs to the noun before the pronoun that agrees with it.
  /// The noun before a relative pronoun that agrees as `wanted` says; a name next to it only where no other does.
  int antecedent(int pronoun, Agreement wanted) const;
  void relative_clause(int k, const Left& left, int subject);
  void join_roots();
  /// A conjunction before the first phrase of a clause belongs to the clause's verb.
  void place_coordinators();
  /// Copulas hand their place and their dependents to the predicate.
  void promote_predicates();

  std::vector<Word>& words_;
  std::vector<Item> items_;
  const SyntaxLexicon& syntax_;
  std::vector<int> roots_;
  std::vector<bool> waiting_clause_;
};

}  // namespace habari::swahili
