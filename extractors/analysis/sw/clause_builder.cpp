#include "analysis/sw/clause_builder.hpp"

#include <algorithm>

namespace habari::swahili {
namespace {

class ClauseBuilder {
 public:
  ClauseBuilder(std::vector<Word>& words, std::vector<Item> items, const SyntaxLexicon& syntax)
      : words_(words), items_(std::move(items)), syntax_(syntax) {}

  void run() {
    for (int k = 0; k < count(); ++k) {
      switch (items_[k].type) {
        case ItemType::nominal:
          nominal(k);
          break;
        case ItemType::verb:
          verb(k);
          break;
        case ItemType::adverb:
          adverb(k);
          break;
        case ItemType::marker:
        case ItemType::relative_pronoun:
          roots_.push_back(k);
          break;
      }
    }
    join_roots();
    place_coordinators();
    promote_predicates();
  }

 private:
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

  void attach(int k, int head, Deprel deprel, std::string_view subtype = {}) {
    items_[k].head = head;
    Word& w = word(k);
    w.head = items_[head].word;
    w.deprel = deprel;
    w.subtype = subtype;
  }

  void wait(int k) {
    items_[k].head = -1;
    roots_.push_back(k);
  }

  /// From the last phrase before `k` up to the root of its tree.
  std::vector<int> frontier(int k) const {
    std::vector<int> path;
    if (roots_.empty()) return path;
    for (int at = k - 1; at >= 0; at = items_[at].head) {
      path.push_back(at);
      if (path.size() > items_.size()) break;
    }
    if (path.empty() || path.back() != roots_.back()) path.assign(1, roots_.back());
    return path;
  }

  static int lowest(const std::vector<int>& path, const auto& test) {
    for (const int at : path) {
      if (test(at)) return at;
    }
    return -1;
  }

  // ---- nominals ----

  void nominal(int k) {
    if (roots_.empty()) {
      wait(k);
      return;
    }
    const auto path = frontier(k);
    const Item& item = items_[k];
    if (item.coordinator >= 0 && coordinate(k, path)) return;
    if (item.connective) {
      connective(k, path);
    } else if (item.marker >= 0) {
      prepositional(k, path);
    } else {
      bare(k, path);
    }
  }

  bool clause_coordinator(int k) const {
    const int c = items_[k].coordinator;
    return c >= 0 && words_[c].reading->kind == WordKind::subordinator;
  }

  /// Whether a finite verb that agrees with the bare nominal `k` follows before anything else could be its subject.
  bool begins_clause(int k) const {
    if (!is_bare(k)) return false;
    int open_relatives = 0;
    Agreement nearer = 0;
    bool infinitive_between = false;
    for (int j = k + 1; j < count(); ++j) {
      const Item& item = items_[j];
      if (item.type == ItemType::marker) return false;
      if (item.type == ItemType::relative_pronoun) {
        ++open_relatives;
        continue;
      }
      if (item.type == ItemType::nominal) {
        if (item.marker >= 0 || is_time(j) || open_relatives > 0 || infinitive_between) continue;
        if (!item.comma && item.coordinator < 0) return false;
        nearer |= item.agreement;
        continue;
      }
      if (item.type != ItemType::verb) continue;
      if (item.relative != 0) {
        ++open_relatives;
        continue;
      }
      const Agreement shared = item.agreement & items_[k].agreement;
      if (item.infinitive) {
        infinitive_between = infinitive_between || (item.marker < 0 && open_relatives == 0);
        continue;
      }
      if (shared != 0 && !item.situative) {
        if ((nearer & item.agreement) != 0 && item.comma == false && (nearer & shared) != 0) return false;
        // Over an infinitive only an agreement that says much counts: suala la X kufanya Y, limechochea …
        return !infinitive_between || (shared & (animate_classes | class_bit(9))) == 0;
      }
      if (open_relatives == 0) return false;
      --open_relatives;
    }
    return false;
  }

  bool coordinate(int k, const std::vector<int>& path) {
    const Item& item = items_[k];
    if (clause_coordinator(k)) {
      if (!begins_clause(k)) return conjoin_clause_fragment(k, path);
      wait(k);
      return true;
    }
    const bool verb_on_path = lowest(path, [&](int at) { return is_finite_main(at); }) >= 0;
    if (verb_on_path && begins_clause(k)) {
      wait(k);
      return true;
    }
    int best = conjunct(k, path);
    if (best < 0) return false;
    // Vituo vya X na Y … na serikali zimehimiza: what agrees with the verb is joined to the subject.
    if (!verb_on_path && best != roots_.back() && is_bare(roots_.back()) && is_bare(k) && begins_clause(k) &&
        reading(best).own != reading(k).own && !crosses_clause(path)) {
      best = roots_.back();
    }
    const int first = first_conjunct(best);
    attach(k, first, Deprel::conj);
    join_agreement(first, item.agreement);
    return true;
  }

  /// The phrase that begins a coordination.
  int first_conjunct(int k) const {
    if (k < 0) return k;
    for (int steps = 0; items_[k].head >= 0 && word(k).deprel == Deprel::conj && steps <= count(); ++steps)
      k = items_[k].head;
    return k;
  }

  /// Whether a verb other than an infinitive stands on the path.
  bool crosses_clause(const std::vector<int>& path) const {
    return std::any_of(path.begin(), path.end(), [&](int at) { return is_verb(at) && items_[at].finite; });
  }

  bool conjoin_clause_fragment(int k, const std::vector<int>& path) {
    if (items_[k].marker >= 0) return false;
    const int best = conjunct(k, path);
    if (best < 0) {
      wait(k);
      return true;
    }
    attach(k, best, Deprel::conj);
    return true;
  }

  void join_agreement(int first, Agreement second) {
    Agreement& agreement = items_[first].agreement;
    const bool animate = ((agreement | second) & animate_classes) != 0;
    agreement |= class_bit(8) | class_bit(10) | (animate ? class_bit(2) : 0);
  }

  /// The phrase on the path that `k` is joined to.
  int conjunct(int k, const std::vector<int>& path) const {
    const Item& item = items_[k];
    int best = -1;
    int best_points = -100;
    int depth = 0;
    bool beyond_verb = false;
    for (const int at : path) {
      const Item& other = items_[at];
      if (other.type == ItemType::verb) {
        if (best >= 0) break;
        beyond_verb = true;
        continue;
      }
      if (other.type != ItemType::nominal) {
        if (other.type == ItemType::marker || other.type == ItemType::relative_pronoun) break;
        continue;
      }
      // A title's name is part of its phrase: the phrase is what is joined.
      if (word(at).deprel == Deprel::appos && !other.comma && other.head >= 0 && item.marker < 0) continue;
      int points = -2 * depth - (beyond_verb ? 6 : 0);
      if (item.marker >= 0) {
        if (other.marker < 0)
          points -= 6;
        else if (words_[other.marker].form == words_[item.marker].form)
          points += 8;
        else if (other.connective != item.connective)
          points -= 4;
        if (item.connective && (other.marker_agreement & item.marker_agreement) == 0) points -= 4;
      } else {
        const Reading& a = reading(k);
        const Reading& b = reading(at);
        if (a.kind == WordKind::name && b.kind == WordKind::name)
          points += 4;
        else if (a.kind == b.kind && a.sort == b.sort && a.kind == WordKind::noun)
          points += 2;
        if (a.kind == WordKind::noun && b.kind == WordKind::noun && (a.own & b.own) != 0) points += 2;
        if (a.kind == WordKind::demonstrative && (a.classes & items_[at].agreement) != 0) points += 6;
        if (a.plural == b.plural) points += 1;
        if (a.sort == NounSort::time && b.sort != NounSort::time) points -= 4;
        if (a.lemma == b.lemma) points += 4;
      }
      if (points > best_points) {
        best = at;
        best_points = points;
      }
      ++depth;
    }
    return best;
  }

  /// Whether `k` is an inner member of `A, B, C na D`.
  bool in_list(int k) const {
    for (int j = k + 1; j < count(); ++j) {
      const Item& item = items_[j];
      if (item.type != ItemType::nominal) return false;
      const bool of_between = j > k + 1 && prefers_noun(j - 1);
      if (item.coordinator >= 0 && !clause_coordinator(j) && !of_between) return true;
      if (item.connective || (item.marker >= 0 && !item.comma)) continue;
      if (!item.comma || item.marker >= 0) return false;
    }
    return false;
  }

  /// Agrees with everything, and so with nothing in particular: figures, adverbs.
  bool is_figure(int k) const { return reading(k).classes == all_classes; }

  void connective(int k, const std::vector<int>& path) {
    const Item& item = items_[k];
    int head = -1;
    bool passed_verb = false;
    for (const int at : path) {
      if (items_[at].type == ItemType::verb) {
        // The connective of the infinitive is kwa; another belongs beyond a relative clause.
        if (is_finite_main(at) && head < 0 && passed_verb) break;
        passed_verb = true;
        continue;
      }
      if (is_nominal(at) && (items_[at].agreement & item.marker_agreement) != 0 && !is_figure(at)) {
        head = at;
        break;
      }
    }
    if (head < 0) {
      for (int at = k - 1; at >= 0 && at >= k - 5; --at) {
        if (is_nominal(at) && (items_[at].agreement & item.marker_agreement) != 0 &&
            reading(at).kind != WordKind::name) {
          head = at;
          break;
        }
      }
    }
    // `mwa 2018`, "in 2018": a place class that agrees with nothing is a preposition.
    if (head < 0 && (item.marker_agreement & ~place_classes) == 0)
      head = lowest(path, [&](int at) { return is_verb(at); });
    if (head < 0) head = lowest(path, [&](int at) { return is_nominal(at); });
    if (head < 0) head = lowest(path, [&](int at) { return is_verb(at); });
    if (head < 0) {
      wait(k);
      return;
    }
    attach(k, head, is_verb(head) ? Deprel::obl : Deprel::nmod);
  }

  std::string_view marker_form(int k) const {
    return items_[k].marker < 0 ? std::string_view() : words_[items_[k].marker].form;
  }

  /// Prepositions that rather belong to the noun before them.
  bool prefers_noun(int k) const {
    const std::string_view marker = marker_form(k);
    return marker == "kati" || marker == "dhidi" || marker == "kuhusu" || marker == "baina";
  }

  void prepositional(int k, const std::vector<int>& path) {
    const int v = lowest(path, [&](int at) { return is_verb(at); });
    const int previous = path.front();
    const bool including = syntax_.has_use(word_lemma(items_[k].marker), SyntaxLexicon::case_marker);
    const bool after_nominal = is_nominal(previous) && (!items_[k].comma || including);
    if (after_nominal && including) {
      attach(k, v < 0 || branch_under(v, path) < 0 ? previous : branch_under(v, path), Deprel::nmod);
      return;
    }
    if (v < 0) {
      // Before the verb: part of the noun it follows, unless that is an adverbial itself.
      const bool noun_can = after_nominal && !(is_time(previous) && items_[previous].marker < 0);
      if (noun_can && (is_bare(roots_.back()) || prefers_noun(k)))
        attach(k, previous, Deprel::nmod);
      else
        wait(k);
      return;
    }
    if (items_[k].comma && k + 1 < count() && is_finite_main(k + 1) && !items_[k + 1].comma &&
        !items_[k + 1].situative) {
      wait(k);
      return;
    }
    if (items_[v].takes_predicate && items_[v].predicate < 0) {
      take_predicate(k, v);
      return;
    }
    if (after_nominal && prefers_noun(k) && reading(previous).kind != WordKind::name && !is_time(previous)) {
      attach(k, previous, Deprel::nmod);
      return;
    }
    // maafisa kutoka Kenya: where people are from, unless the verb goes anywhere.
    if (after_nominal && marker_form(k) == "kutoka" && reading(previous).kind == WordKind::noun &&
        reading(previous).sort == NounSort::person && !has_trait(v, trait_motion)) {
      attach(k, previous, Deprel::nmod);
      return;
    }
    // An infinitive that names an event: kukosekana kwa taarifa.
    attach(k, v, Deprel::obl, items_[v].passive && marker_form(k) == "na" ? "agent" : "");
  }

  std::string_view word_lemma(int w) const {
    return w < 0 ? std::string_view() : std::string_view(words_[w].reading->lemma);
  }

  void take_predicate(int k, int v) {
    items_[v].predicate = k;
    attach(k, v, Deprel::xcomp);
  }

  bool accepts_object(int v) const {
    const Reading& r = reading(v);
    if (r.kind == WordKind::copula || r.kind == WordKind::locative_copula || r.kind == WordKind::focus) return false;
    if (items_[v].passive) return false;
    return (r.voices & voice_stative) == 0 || (r.voices & voice_applicative) != 0;
  }

  void bare(int k, const std::vector<int>& path) {
    Item& item = items_[k];
    const int v = lowest(path, [&](int at) { return is_verb(at); });
    const int previous = path.front();
    const Reading& r = reading(k);
    const bool adverbial = r.sort == NounSort::time || r.locative;
    if (r.lemma == "enyewe" && is_nominal(previous)) {
      attach(k, previous, Deprel::det);
      return;
    }
    const int root = roots_.back();
    if (v < 0 && (item.comma || item.colon) && !is_bare(root) && begins_clause(k)) {
      wait(k);
      return;
    }
    if (item.comma && is_nominal(previous)) {
      if (in_list(k) || (is_list_member(previous) && items_[previous].coordinator < 0)) {
        const int first = first_conjunct(conjunct(k, path));
        if (first >= 0 && !(v >= 0 && begins_clause(k) && !in_list(k))) {
          attach(k, first, Deprel::conj);
          join_agreement(first, item.agreement);
          return;
        }
      }
    }
    if (v >= 0 && begins_clause(k) &&
        (item.comma || item.colon || item.quote || item.dash || has_trait(v, trait_speech) ||
         items_[roots_.back()].situative)) {
      wait(k);
      return;
    }
    if (item.comma && r.kind == WordKind::numeral && is_time(previous)) {
      attach(k, previous, Deprel::nmod);
      return;
    }
    if ((item.comma || item.parenthesis || item.dash) && is_nominal(previous) && !adverbial && apposes(k, path)) return;
    if (v < 0) {
      if (is_nominal(previous) && !item.comma && !item.colon && !adverbial && names_title(k, path)) return;
      if (is_nominal(previous) && !item.comma && !item.colon && r.kind == WordKind::numeral && item.coordinator < 0) {
        attach(k, counted(path), Deprel::nummod);
        return;
      }
      // mwanaharakati nchini Uganda; Daphna Liel mwandishi wa BBC
      if (is_nominal(previous) && !item.comma && r.locative && (is_bare(previous) || items_[previous].connective) &&
          !is_time(previous) && !reading(previous).locative &&
          (reading(previous).kind == WordKind::noun || reading(previous).kind == WordKind::adverb ||
           reading(previous).kind == WordKind::adjective)) {
        attach(k, previous, Deprel::nmod);
        return;
      }
      if (is_nominal(previous) && !item.comma && is_bare(previous) && reading(previous).kind == WordKind::name &&
          r.kind == WordKind::noun && r.sort == NounSort::person) {
        attach(k, previous, Deprel::appos);
        return;
      }
      if (is_nominal(previous) && !item.comma && !item.colon && !adverbial && !is_time(previous) && is_bare(previous) &&
          !reading(previous).locative && reading(previous).kind != WordKind::name && items_[k].coordinator < 0) {
        if (r.kind == WordKind::pronoun) {
          attach(k, previous, Deprel::nmod);
          return;
        }
        attach(k, compound_head(k, path), Deprel::compound);
        return;
      }
      wait(k);
      return;
    }
    if (items_[v].takes_predicate && items_[v].predicate < 0 && !is_subject_after(k, v)) {
      if (!(adverbial && items_[v].infinitive && reading(v).kind == WordKind::verb && false)) {
        take_predicate(k, v);
        return;
      }
    }
    if (!item.comma && names_title(k, path)) return;
    if (is_nominal(previous) && !item.comma && r.kind == WordKind::numeral && item.coordinator < 0) {
      attach(k, counted(path), Deprel::nummod);
      return;
    }
    if (r.sort == NounSort::time) {
      const bool goes_on = is_time(previous) && !item.comma && item.coordinator < 0;
      if (goes_on)
        attach(k, previous, Deprel::nmod);
      else
        attach(k, v, Deprel::obl, "tmod");
      return;
    }
    // mjini Khartoum mji mkuu wa Sudan
    if (is_nominal(previous) && !item.comma && reading(previous).locative && r.sort == NounSort::place && !r.locative) {
      attach(k, previous, Deprel::appos);
      return;
    }
    if (items_[v].object >= 0 && is_nominal(items_[v].object) && items_[items_[v].object].head == v &&
        syntax_.is_construction(reading(v).lemma, word(items_[v].object).form)) {
      // kuunga mkono kampeni: verb and noun are one, and this is their object.
      word(items_[v].object).deprel = Deprel::compound;
      word(items_[v].object).subtype = "lvc";
      items_[v].object = k;
      attach(k, v, Deprel::obj);
      return;
    }
    // wanazuiliwa jela, wakishika doria Afrika ya Kati: a place is no object of a verb that has or takes none.
    const bool place = r.sort == NounSort::place || (r.kind == WordKind::name && word(k).listed_name > 0);
    if (place && items_[v].subject != k && !is_subject_after(k, v) && (items_[v].passive || items_[v].object >= 0) &&
        (reading(v).object & item.agreement) == 0) {
      attach(k, v, Deprel::obl);
      return;
    }
    if (r.locative) {
      attach(k, v, Deprel::obl);
      return;
    }
    if (is_subject_after(k, v)) {
      items_[v].subject = k;
      attach(k, v, Deprel::nsubj, items_[v].passive ? "pass" : "");
      return;
    }
    // uzalishaji silaha: a noun of action and what is acted on
    if (is_nominal(previous) && items_[previous].marker >= 0 && !item.comma && item.coordinator < 0 &&
        (reading(previous).own & (class_bit(14) | class_bit(15))) != 0 && r.kind == WordKind::noun) {
      attach(k, previous, Deprel::compound);
      return;
    }
    if (accepts_object(v) && items_[v].object < 0 && (!item.comma || previous == v)) {
      items_[v].object = k;
      attach(k, v, Deprel::obj);
      return;
    }
    const int branch = branch_under(v, path);
    if (items_[v].object >= 0 && branch >= 0 && is_nominal(branch) && items_[branch].marker >= 0 && !item.comma) {
      attach(k, previous, Deprel::compound);
      return;
    }
    if (items_[v].object >= 0 && (has_trait(v, trait_second_object) || (reading(v).voices & voice_applicative) != 0) &&
        items_[items_[v].object].head == v) {
      // The person comes first, unless the object prefix is that of the second: inawapa watu sauti, inalipa idhini
      // shirika.
      const Agreement prefix = reading(v).object;
      if ((prefix & items_[k].agreement) != 0 && (prefix & items_[items_[v].object].agreement) == 0) {
        attach(k, v, Deprel::iobj);
        return;
      }
      word(items_[v].object).deprel = Deprel::iobj;
      items_[v].object = k;
      attach(k, v, Deprel::obj);
      return;
    }
    if (items_[v].passive && items_[v].object < 0) {
      items_[v].object = k;
      attach(k, v, Deprel::obj);
      return;
    }
    if (is_nominal(previous) && !item.comma)
      attach(k, compound_head(k, path), Deprel::compound);
    else
      attach(k, v, item.comma ? Deprel::parataxis : Deprel::obl);
  }

  /// The child of `v` on the path.
  static int branch_under(int v, const std::vector<int>& path) {
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      if (path[i + 1] == v) return path[i];
    }
    return -1;
  }

  /// What a figure at the end of a phrase counts: its plural noun, else the last word.
  int counted(const std::vector<int>& path) const {
    for (const int at : path) {
      if (!is_nominal(at)) break;
      if (reading(at).kind == WordKind::noun && reading(at).plural) return at;
    }
    return path.front();
  }

  /// The noun that a bare noun after it describes: one of the same kind of being, else the last.
  int compound_head(int k, const std::vector<int>& path) const {
    for (const int at : path) {
      if (!is_nominal(at)) break;
      if (reading(k).sort == NounSort::person && reading(at).sort == NounSort::person &&
          reading(at).plural == reading(k).plural) {
        return at;
      }
    }
    return path.front();
  }

  bool is_list_member(int k) const { return word(k).deprel == Deprel::conj && items_[k].head >= 0; }

  /// A subject after its verb: of a relative clause about the object, of a quotation's verb of saying.
  bool is_subject_after(int k, int v) const {
    const Item& clause = items_[v];
    if (clause.subject >= 0 || (clause.agreement & items_[k].agreement) == 0 || !clause.finite) return false;
    if (clause.relative != 0) {
      if ((clause.relative & clause.agreement & ~speech_persons) != 0) {
        return (clause.relative & items_[k].agreement) == 0;
      }
      return true;
    }
    return has_trait(v, trait_speech) && (clause.comma || clause.quote) && items_[k].comma == false &&
           (reading(k).kind == WordKind::name || reading(k).sort == NounSort::person);
  }

  /// `Rais wa Urusi Vladimir Putin`: a name behind the phrase of its title.
  bool names_title(int k, const std::vector<int>& path) {
    if (reading(k).kind != WordKind::name) return false;
    for (const int at : path) {
      if (!is_nominal(at)) return false;
      if (reading(at).kind != WordKind::noun) continue;
      if (reading(at).sort == NounSort::person || (reading(at).own != reading(at).classes)) {
        attach(k, at, Deprel::appos);
        return true;
      }
    }
    return false;
  }

  static bool can_be_named(const Reading& r) {
    return r.sort == NounSort::person || r.sort == NounSort::organization || r.sort == NounSort::place;
  }

  /// `Fatou Bensouda, mwendesha mashtaka mkuu, …`; `Shirika la Afya (WHO)`
  bool apposes(int k, const std::vector<int>& path) {
    const Reading& r = reading(k);
    if (items_[k].coordinator >= 0) return false;
    int head = -1;
    for (const int at : path) {
      if (!is_nominal(at)) break;
      const Reading& other = reading(at);
      if (other.sort == NounSort::time || other.locative) continue;
      if (items_[k].parenthesis && r.kind == WordKind::name) {
        if (head < 0 || (other.sort == NounSort::organization && r.kind == WordKind::name)) head = at;
        continue;
      }
      const bool named_place = other.kind == WordKind::name && word(at).listed_name > 0;
      const bool name_then_noun = other.kind == WordKind::name && r.kind == WordKind::noun && can_be_named(r) &&
                                  named_place == (r.sort == NounSort::place);
      const bool noun_then_name = other.kind == WordKind::noun && r.kind == WordKind::name;
      const bool persons = other.kind == WordKind::noun && r.kind == WordKind::noun && r.sort == NounSort::person &&
                           other.sort == NounSort::person && items_[at].has_name != items_[k].has_name;
      if (name_then_noun || persons) {
        head = at;
        break;
      }
      if (noun_then_name && (head < 0 || (!can_be_named(reading(head)) && can_be_named(other)))) head = at;
    }
    if (head < 0) return false;
    attach(k, head, Deprel::appos);
    return true;
  }

  // ---- adverbs ----

  void adverb(int k) {
    if (roots_.empty()) {
      wait(k);
      return;
    }
    const auto path = frontier(k);
    const int previous = path.front();
    if (items_[previous].type == ItemType::adverb && items_[previous].word + 1 == items_[k].word) {
      attach(k, previous, Deprel::advmod);
      return;
    }
    const int v = lowest(path, [&](int at) { return is_verb(at); });
    if (v >= 0 && items_[v].takes_predicate && items_[v].predicate < 0 && predicate_follows(k) == false) {
      take_predicate(k, v);
      return;
    }
    if (v >= 0 && !items_[k].comma) {
      attach(k, v, Deprel::advmod);
      return;
    }
    wait(k);
  }

  /// Whether a nominal comes next that could be the predicate instead of the adverb.
  bool predicate_follows(int k) const {
    return k + 1 < count() && is_bare(k + 1) && !items_[k + 1].comma && !begins_clause(k + 1);
  }

  // ---- verbs ----

  struct Left {
    int base = -1;          ///< Root of the clause before, -1: none.
    std::size_t first = 0;  ///< Place in roots_ of the first phrase that waits behind it.
    int marker = -1;
    int relative_pronoun = -1;
  };

  /// A tree that is a clause of its own, not one that waits for the main clause.
  bool is_base(int root) const { return is_verb(root) && items_[root].finite && !waits_for_main(root); }
  bool waits_for_main(int root) const { return waiting_clause_[static_cast<std::size_t>(root)]; }

  Left look_left() const {
    Left left;
    std::size_t at = roots_.size();
    while (at > 0) {
      const int root = roots_[at - 1];
      if (is_base(root)) {
        left.base = root;
        break;
      }
      if (left.marker < 0 && items_[root].type == ItemType::marker) left.marker = root;
      if (left.relative_pronoun < 0 && items_[root].type == ItemType::relative_pronoun) left.relative_pronoun = root;
      --at;
    }
    left.first = at;
    return left;
  }

  void verb(int k) {
    if (waiting_clause_.size() < items_.size()) waiting_clause_.resize(items_.size());
    const Item& item = items_[k];
    if (item.infinitive) {
      infinitive(k);
      return;
    }
    if (item.relative != 0 && relative(k)) return;
    finite(k);
  }

  /// Attaches a verb with a relative marker to its noun; false where it is an adverbial clause.
  bool relative(int k) {
    const Item& item = items_[k];
    const auto path = frontier(k);
    const bool place = (item.relative & place_classes) != 0;
    const bool manner = (item.relative & class_bit(8)) != 0;
    for (const int at : path) {
      if (!is_nominal(at)) {
        if (items_[at].type == ItemType::marker) break;
        continue;
      }
      const bool place_noun =
          reading(at).sort == NounSort::place || reading(at).sort == NounSort::time || reading(at).lemma == "mahali";
      if (manner && at == path.front() && !item.comma && syntax_.has_use(reading(at).lemma, SyntaxLexicon::manner)) {
        attach(k, at, Deprel::acl, "relcl");
        return true;
      }
      // jengo lilipoanguka: what agrees with the verb is its subject, and the clause one of time.
      const bool subject = items_[at].marker < 0 && (items_[at].agreement & item.agreement & ~place_classes) != 0;
      const bool fits = place ? place_noun && !subject && !item.comma && items_[at].marker_agreement == 0
                              : (items_[at].agreement & item.relative) != 0;
      if (!fits) continue;
      attach(k, at, Deprel::acl, "relcl");
      return true;
    }
    if (place || manner) return false;
    // Without a noun it is one: waliofungwa, "those who were jailed".
    items_[k].agreement = item.relative;
    headless(k, path);
    return true;
  }

  void headless(int k, const std::vector<int>& path) {
    if (items_[k].marker >= 0 && !path.empty() && !roots_.empty()) {
      if (items_[k].connective)
        connective(k, path);
      else
        prepositional(k, path);
      return;
    }
    const int v = roots_.empty() ? -1 : lowest(path, [&](int at) { return is_verb(at); });
    if (v >= 0 && items_[v].takes_predicate && items_[v].predicate < 0) {
      take_predicate(k, v);
    } else if (v >= 0) {
      const bool speech = has_trait(v, trait_speech);
      if (items_[v].object < 0) items_[v].object = k;
      attach(k, v, speech ? Deprel::ccomp : Deprel::obj);
    } else {
      wait(k);
      waiting_clause_[static_cast<std::size_t>(k)] = true;
    }
  }

  void infinitive(int k) {
    if (roots_.empty()) {
      wait(k);
      return;
    }
    const auto path = frontier(k);
    const Item& item = items_[k];
    const int v = lowest(path, [&](int at) { return is_verb(at); });
    const int previous = path.front();
    if (item.coordinator >= 0) {
      const int other = lowest(path, [&](int at) {
        return is_verb(at) && items_[at].infinitive && (item.marker < 0 || items_[at].marker >= 0);
      });
      const int target = other >= 0 ? other : v;
      if (target >= 0) {
        attach(k, first_conjunct(target), Deprel::conj);
        return;
      }
    }
    if (item.comma && v >= 0 && items_[v].infinitive && item.marker < 0 && verbs_in_list(k)) {
      attach(k, v, Deprel::conj);
      return;
    }
    if (item.connective) {
      connective(k, path);
      if (items_[k].head >= 0) word(k).deprel = Deprel::acl;
      return;
    }
    if (item.marker >= 0) {
      if (v >= 0)
        attach(k, v, Deprel::advcl);
      else if (is_nominal(previous) && !item.comma && is_bare(roots_.back()))
        attach(k, previous, Deprel::acl);
      else
        wait(k);
      return;
    }
    const Left left = look_left();
    if (left.marker >= 0) {
      // ili kusaidia
      const int governor = left.base >= 0 ? lowest_from(k, left) : -1;
      take_left(k, left, -1);
      if (governor >= 0) {
        attach(k, governor, Deprel::advcl);
      } else {
        wait(k);
        waiting_clause_[static_cast<std::size_t>(k)] = true;
      }
      return;
    }
    if (v < 0) {
      if (subject_of_infinitive(k, previous)) return;
      if (is_nominal(previous) && !item.comma)
        attach(k, previous, Deprel::acl);
      else
        wait(k);
      return;
    }
    if (items_[v].takes_predicate && items_[v].predicate < 0) {
      take_predicate(k, v);
      return;
    }
    if (subject_of_infinitive(k, previous)) return;
    const bool directly = previous == v || items_[previous].type == ItemType::adverb;
    const bool governed = directly || has_trait(v, trait_governing) || has_trait(v, trait_speech) ||
                          has_trait(v, trait_request) || (reading(v).voices & voice_causative) != 0;
    if (!governed && is_nominal(previous) && items_[previous].marker < 0 && word(previous).deprel == Deprel::obj &&
        reading(previous).sort == NounSort::event) {
      attach(k, previous, Deprel::acl);
      return;
    }
    const bool given = items_[v].object >= 0 && has_trait(v, trait_second_object);
    attach(k, governed || given ? v : non_relative(v), governed || given ? Deprel::xcomp : Deprel::advcl);
  }

  bool verbs_in_list(int k) const {
    for (int j = k + 1; j < count(); ++j) {
      if (is_verb(j)) return items_[j].infinitive && items_[j].coordinator >= 0;
    }
    return false;
  }

  /// `baada ya polisi kuvamia nyumba`: the noun after the preposition is the infinitive's subject.
  bool subject_of_infinitive(int k, int previous) {
    if (!is_nominal(previous) || items_[k].comma) return false;
    int noun = previous;
    while (noun >= 0 && items_[noun].connective && items_[noun].head >= 0 && is_nominal(items_[noun].head))
      noun = items_[noun].head;
    const int marker = items_[noun].marker;
    if (marker < 0 || items_[noun].connective) return false;
    if (!items_[noun].clause_marker) return false;
    const int governor = items_[noun].head;
    const auto waiting = std::find(roots_.begin(), roots_.end(), noun);
    items_[k].marker = marker;
    words_[marker].head = items_[k].word;
    words_[marker].deprel = Deprel::mark;
    items_[noun].marker = -1;
    attach(noun, k, Deprel::nsubj, items_[k].passive ? "pass" : "");
    items_[k].subject = noun;
    if (waiting != roots_.end()) {
      *waiting = k;
      items_[k].head = -1;
    } else if (governor >= 0) {
      attach(k, governor, is_verb(governor) ? Deprel::advcl : Deprel::acl);
    }
    return true;
  }

  /// Lowest verb on the right edge of the tree under `base`.
  int lowest_from(int k, const Left& left) const {
    const int base = left.base;
    const int next = left.first < roots_.size() ? first_item(roots_[left.first]) : -1;
    int at = next >= 0 ? next - 1 : k - 1;
    int found = base;
    for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
      if (is_verb(at)) {
        found = at;
        break;
      }
      if (at == base) break;
    }
    return found;
  }

  /// First item of the tree under `root`: trees stand side by side.
  int first_item(int root) const {
    int first = root;
    for (int at = root - 1; at >= 0; --at) {
      int up = at;
      for (int steps = 0; items_[up].head >= 0 && steps <= count(); ++steps) up = items_[up].head;
      if (up != root) break;
      first = at;
    }
    return first;
  }

  /// Hangs all that waits behind the clause before on verb `k`.
  void take_left(int k, const Left& left, int subject) {
    for (std::size_t at = left.first; at < roots_.size(); ++at) {
      const int root = roots_[at];
      if (root == k) continue;
      const Item& item = items_[root];
      if (root == subject) {
        if (is_verb(root))
          attach(root, k, Deprel::csubj);
        else
          attach(root, k, Deprel::nsubj, items_[k].passive ? "pass" : "");
        items_[k].subject = root;
      } else if (item.type == ItemType::marker) {
        attach(root, k, Deprel::mark);
      } else if (item.type == ItemType::relative_pronoun) {
        attach_relative_pronoun(root, k);
      } else if (item.type == ItemType::adverb) {
        attach(root, k, Deprel::advmod);
      } else if (item.type == ItemType::verb) {
        attach(root, k, Deprel::advcl);
      } else if (item.marker >= 0) {
        attach(root, k, Deprel::obl);
      } else if (is_time(root)) {
        attach(root, k, Deprel::obl, "tmod");
      } else if (reading(root).locative || reading(root).sort == NounSort::place ||
                 reading(root).kind == WordKind::name) {
        attach(root, k, Deprel::obl);
      } else if ((reading(k).object & item.agreement) != 0 && items_[k].object < 0) {
        items_[k].object = root;
        attach(root, k, Deprel::obj);
      } else {
        attach(root, k, Deprel::dislocated);
      }
    }
    roots_.resize(left.first);
  }

  void attach_relative_pronoun(int pronoun, int k) {
    const Agreement agreement = items_[pronoun].agreement;
    if ((agreement & place_classes) != 0) {
      attach(pronoun, k, Deprel::obl);
    } else if (items_[k].subject < 0 && (agreement & items_[k].agreement) != 0) {
      attach(pronoun, k, Deprel::nsubj, items_[k].passive ? "pass" : "");
    } else {
      attach(pronoun, k, Deprel::obj);
    }
  }

  /// The phrase that waits and agrees with verb `k`, nearest first; times and places only where nothing else does.
  int find_subject(int k, const Left& left) const {
    const Agreement agreement = items_[k].agreement;
    int second_choice = -1;
    for (std::size_t at = roots_.size(); at > left.first; --at) {
      const int root = roots_[at - 1];
      const Item& item = items_[root];
      if (item.type == ItemType::marker || item.type == ItemType::relative_pronoun) break;
      if (item.type == ItemType::verb) {
        const bool event = item.infinitive && item.marker < 0 && (agreement & class_bit(15)) != 0;
        const bool headless_relative = item.relative != 0 && waits_for_main(root) && (item.agreement & agreement) != 0;
        if (event || headless_relative) return root;
        continue;
      }
      if (item.type != ItemType::nominal || item.marker >= 0 || (item.agreement & agreement) == 0) continue;
      if (is_time(root) || reading(root).locative) {
        if (second_choice < 0) second_choice = root;
        continue;
      }
      return root;
    }
    if (second_choice >= 0 && is_time(second_choice) && (agreement & animate_classes) != 0) return -1;
    return second_choice;
  }

  /// A phrase that the clause before took but that agrees with verb `k` and stands right before it.
  int find_stolen_subject(int k) const {
    const Item& item = items_[k];
    if (item.comma || item.coordinator >= 0 || item.situative || item.colon) return -1;
    for (const int at : frontier(k)) {
      if (is_verb(at)) return -1;
      if (!is_bare(at) || items_[at].head < 0) continue;
      if (is_time(at) || reading(at).locative) continue;
      if ((items_[at].agreement & item.agreement) == 0) continue;
      const Deprel deprel = word(at).deprel;
      if (deprel == Deprel::appos || deprel == Deprel::nsubj || deprel == Deprel::xcomp) continue;
      return at;
    }
    return -1;
  }

  void detach(int k) {
    const int head = items_[k].head;
    if (head >= 0 && items_[head].object == k) items_[head].object = -1;
    if (head >= 0 && items_[head].predicate == k) items_[head].predicate = -1;
    items_[k].head = -1;
  }

  void finite(int k) {
    Left left = look_left();
    int subject = find_subject(k, left);
    if (subject < 0 && left.base >= 0 && left.first == roots_.size()) {
      subject = find_stolen_subject(k);
      if (subject >= 0) {
        detach(subject);
        roots_.push_back(subject);
      }
    }
    // kwa kile amekitaja: the object prefix takes up the demonstrative before it.
    if (subject < 0 && k > 0 && left.first == roots_.size() && is_nominal(k - 1) && !items_[k].comma &&
        reading(k - 1).kind == WordKind::demonstrative && (reading(k).object & items_[k - 1].agreement) != 0) {
      attach(k, k - 1, Deprel::acl, "relcl");
      return;
    }
    const int coordinator_item = left.first < roots_.size() ? first_item(roots_[left.first]) : k;
    const bool coordinated = items_[coordinator_item].coordinator >= 0 || items_[k].coordinator >= 0;
    const bool comma = items_[coordinator_item].comma || items_[k].comma;
    const bool colon = items_[coordinator_item].colon || items_[k].colon || items_[coordinator_item].dash;
    const bool quote = items_[coordinator_item].quote || items_[k].quote;
    if (left.relative_pronoun >= 0) {
      relative_clause(k, left, subject);
      return;
    }
    const int edge = left.base >= 0 ? lowest_from(k, left) : -1;
    take_left(k, left, subject);
    Item& item = items_[k];
    if (left.base < 0) {
      const bool subordinate = (left.marker >= 0 && !is_content_marker(left.marker)) || item.situative ||
                               (item.relative & (place_classes | class_bit(8))) != 0;
      waiting_clause_[static_cast<std::size_t>(k)] = subordinate;
      wait(k);
      return;
    }
    if (left.marker >= 0) {
      subordinate(k, left, edge);
    } else if (item.situative || item.relative != 0) {
      attach(k, agreeing_verb(k, edge, left.base), Deprel::advcl);
    } else if (coordinated) {
      attach(k, first_conjunct(coordinate_verb(k, edge, left.base)), Deprel::conj);
    } else if (item.subjunctive) {
      if (items_[edge].takes_predicate && items_[edge].predicate < 0)
        take_predicate(k, edge);
      else
        attach(k, edge, Deprel::ccomp);
    } else if (item.consecutive) {
      attach(k, first_conjunct(agreeing_verb(k, edge, left.base)), Deprel::conj);
    } else {
      juxtapose(k, left, edge, comma, colon, quote);
    }
  }

  bool is_content_marker(int marker) const {
    const std::string_view lemma = reading(marker).lemma;
    return lemma == "kwamba" || lemma == "kuwa" || lemma == "ya";
  }

  void subordinate(int k, const Left& left, int edge) {
    if (is_content_marker(left.marker)) {
      // The verb that says it, else the noun before: habari kwamba …
      const int before = first_item(left.marker) - 1;
      int at = before;
      for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
        if (is_verb(at)) {
          if (has_trait(at, trait_speech) || at == edge || items_[at].head < 0) break;
        }
      }
      if (at < 0) at = edge;
      if (!has_trait(at, trait_speech) && before >= 0 && is_nominal(before) && word(before).deprel == Deprel::obj) {
        attach(k, before, Deprel::acl);
        return;
      }
      if (items_[left.marker].coordinator >= 0) {
        // alisema … na kuwa …: the second of two things said.
        int said = edge;
        for (int steps = 0; said >= 0 && steps <= count(); said = items_[said].head, ++steps) {
          if (is_verb(said) && word(said).deprel == Deprel::ccomp) {
            attach(k, first_conjunct(said), Deprel::conj);
            return;
          }
        }
      }
      attach(k, at, Deprel::ccomp);
      return;
    }
    attach(k, non_relative(edge), Deprel::advcl);
  }

  int non_relative(int edge) const {
    int at = edge;
    for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
      if (is_verb(at) && items_[at].relative == 0 && word(at).subtype != "relcl") return at;
    }
    return edge;
  }

  /// The nearest verb on the right edge that shares its subject with `k`.
  int agreeing_verb(int k, int edge, int base) const {
    int at = edge;
    for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
      if (!is_verb(at) || items_[at].relative != 0 || word(at).subtype == "relcl") continue;
      if (items_[at].agreement == (all_classes | speech_persons)) continue;
      if ((items_[at].agreement & items_[k].agreement) != 0) return at;
    }
    const int plain = non_relative(edge);
    return plain >= 0 ? plain : base;
  }

  int coordinate_verb(int k, int edge, int base) const {
    if (items_[k].subject >= 0) {
      int at = edge;
      for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
        if (is_finite_main(at) && word(at).subtype != "relcl" && word(at).deprel != Deprel::advcl) return at;
      }
      return base;
    }
    int at = edge;
    for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
      if (is_verb(at) && !items_[at].infinitive && (items_[at].agreement & items_[k].agreement) != 0) return at;
    }
    return base;
  }

  void juxtapose(int k, const Left& left, int edge, bool comma, bool colon, bool quote) {
    const bool content_follows =
        k + 1 < count() &&
        ((items_[k + 1].type == ItemType::marker && is_content_marker(k + 1)) || items_[k + 1].colon);
    if (has_trait(k, trait_speech) && (comma || quote) && !content_follows && !clause_follows(k)) {
      attach(left.base, k, Deprel::ccomp);
      roots_.back() = k;
      items_[k].head = -1;
      return;
    }
    int speaker = edge;
    for (int steps = 0; speaker >= 0 && steps <= count(); speaker = items_[speaker].head, ++steps) {
      if (has_trait(speaker, trait_speech) && !items_[speaker].has_content) break;
    }
    if (speaker >= 0 && (!comma || colon || quote || items_[speaker].object < 0)) {
      items_[speaker].has_content = true;
      attach(k, speaker, Deprel::ccomp);
      return;
    }
    if (items_[edge].takes_predicate && items_[edge].predicate < 0) {
      take_predicate(k, edge);
      return;
    }
    if (items_[k].subject < 0 && comma && (items_[left.base].agreement & items_[k].agreement) != 0) {
      attach(k, left.base, Deprel::conj);
      return;
    }
    attach(k, has_trait(edge, trait_governing) ? edge : left.base,
           has_trait(edge, trait_governing) ? Deprel::ccomp : Deprel::parataxis);
  }

  bool clause_follows(int k) const {
    for (int j = k + 1; j < count(); ++j) {
      if (is_finite_main(j) && !items_[j].situative) return true;
    }
    return false;
  }

  /// amba-: the clause belongs to the noun before the pronoun that agrees with it.
  void relative_clause(int k, const Left& left, int subject) {
    const int pronoun = left.relative_pronoun;
    Left inner = left;
    for (std::size_t at = left.first; at < roots_.size(); ++at) {
      if (roots_[at] == pronoun) inner.first = at;
    }
    const Agreement agreement = items_[pronoun].agreement;
    int noun = -1;
    int any = -1;
    for (int at = first_item(pronoun) - 1; at >= 0 && at > first_item(pronoun) - 8; --at) {
      if (!is_nominal(at) || word(at).deprel == Deprel::det) continue;
      if (any < 0) any = at;
      const bool place = (agreement & place_classes) != 0;
      if (place || (items_[at].agreement & agreement) != 0) {
        const bool name = reading(at).kind == WordKind::name;
        const bool set_apart = items_[pronoun].comma || any != at || word(pronoun - 1).deprel == Deprel::det;
        if (noun < 0 || !name) noun = at;
        if (place || !name || set_apart) break;
      }
    }
    if (noun < 0) noun = any;
    const bool subject_inside = subject >= 0 && std::find(roots_.begin() + static_cast<std::ptrdiff_t>(inner.first),
                                                          roots_.end(), subject) != roots_.end();
    take_left(k, inner, subject_inside ? subject : -1);
    if (noun >= 0) {
      attach(k, noun, Deprel::acl, "relcl");
    } else {
      wait(k);
    }
  }

  // ---- the end ----

  void join_roots() {
    if (roots_.empty()) return;
    int main = -1;
    for (const int root : roots_) {
      if (is_base(root)) {
        main = root;
        break;
      }
    }
    const auto choose = [&](const auto& test) {
      for (const int root : roots_) {
        if (main < 0 && test(root)) main = root;
      }
    };
    if (waiting_clause_.size() < items_.size()) waiting_clause_.resize(items_.size());
    choose([&](int root) { return is_verb(root) && items_[root].finite; });
    // `Zambia: Furaha ya kufanya kazi`: the name before the colon is the place.
    if (main < 0 && roots_.size() > 1 && is_nominal(roots_[0]) && reading(roots_[0]).kind == WordKind::name &&
        items_[first_item(roots_[1])].colon && is_nominal(roots_[1])) {
      main = roots_[1];
    }
    choose([&](int root) { return is_nominal(root) && items_[root].marker < 0 && !is_time(root); });
    choose([&](int root) { return is_nominal(root); });
    choose([&](int) { return true; });
    for (const int root : roots_) {
      if (root == main) continue;
      const bool before = root < main;
      if (is_verb(root)) {
        attach(root, main, is_nominal(main) ? Deprel::acl : (before ? Deprel::advcl : Deprel::parataxis));
      } else if (items_[root].type == ItemType::adverb) {
        attach(root, main, Deprel::advmod);
      } else if (items_[root].type == ItemType::marker) {
        attach(root, main, Deprel::mark);
      } else if (items_[root].type == ItemType::relative_pronoun) {
        attach(root, main, Deprel::dep);
      } else if (is_verb(main)) {
        const bool subject = before && items_[main].subject < 0 && items_[root].marker < 0 &&
                             (items_[root].agreement & items_[main].agreement) != 0 && !is_time(root);
        if (subject) {
          items_[main].subject = root;
          attach(root, main, Deprel::nsubj, items_[main].passive ? "pass" : "");
        } else {
          attach(root, main, Deprel::obl, is_time(root) ? "tmod" : "");
        }
      } else {
        attach(root, main, items_[root].marker >= 0 || is_time(root) || before ? Deprel::nmod : Deprel::parataxis);
      }
    }
    items_[main].head = -1;
    word(main).head = -1;
    word(main).deprel = Deprel::root;
  }

  /// A conjunction before the first phrase of a clause belongs to the clause's verb.
  void place_coordinators() {
    for (int k = 0; k < count(); ++k) {
      const int coordinator = items_[k].coordinator;
      if (coordinator < 0) continue;
      int at = k;
      for (int steps = 0; items_[at].head > at && steps <= count(); ++steps) at = items_[at].head;
      if (word(at).head != coordinator) words_[coordinator].head = items_[at].word;
    }
  }

  /// Copulas hand their place and their dependents to the predicate.
  void promote_predicates() {
    for (int k = 0; k < count(); ++k) {
      const int predicate = items_[k].predicate;
      if (predicate < 0 || items_[predicate].head != k) continue;
      if (items_[k].infinitive && reading(k).kind == WordKind::verb && word(k).deprel == Deprel::xcomp &&
          items_[k].head == k - 1 && words_[items_[k].word - 1].deprel != Deprel::aux) {
        // anabaki kuwa mfano: "to be" is what remains, and has its complement as an object.
        word(predicate).deprel = items_[predicate].type == ItemType::nominal ? Deprel::obj : Deprel::advmod;
        continue;
      }
      const int copula = items_[k].word;
      const int head = items_[predicate].word;
      words_[head].head = words_[copula].head;
      words_[head].deprel = words_[copula].deprel;
      words_[head].subtype = words_[copula].subtype;
      for (Word& w : words_) {
        if (w.head == copula && &w != &words_[head]) w.head = head;
      }
      words_[copula].head = head;
      words_[copula].deprel = Deprel::cop;
      words_[copula].subtype = {};
      for (Item& item : items_) {
        if (item.head == k) item.head = predicate;
      }
      items_[predicate].head = items_[k].head;
      items_[k].head = predicate;
    }
  }

  std::vector<Word>& words_;
  std::vector<Item> items_;
  const SyntaxLexicon& syntax_;
  std::vector<int> roots_;
  std::vector<bool> waiting_clause_;
};

}  // namespace

void build_clauses(std::vector<Word>& words, std::vector<Item> items, const SyntaxLexicon& syntax) {
  ClauseBuilder(words, std::move(items), syntax).run();
}

}  // namespace habari::swahili
