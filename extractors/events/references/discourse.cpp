#include "references/discourse.hpp"

#include "frames/participants.hpp"

#include <algorithm>

namespace habari {
namespace {

constexpr std::size_t longest_window = 64;  // Referents looked at: more are never near.

Function function_of(const TreeView& tree, Word word) {
  word = tree.first_conjunct(word);
  for (std::uint32_t steps = 0; steps < tree.size(); ++steps) {
    switch (tree[word].deprel) {
      case Deprel::nsubj:
      case Deprel::csubj:
      case Deprel::root:
        return Function::subject;
      case Deprel::obj:
      case Deprel::iobj:
        return Function::object;
      case Deprel::nmod:
        return tree[word].subtype == "desc" && tree.head(word) ? function_of(tree, *tree.head(word))
                                                               : Function::possessor;
      case Deprel::appos:
      case Deprel::flat:
      case Deprel::compound:
        word = tree.first_conjunct(*tree.head(word));
        continue;
      default:
        return Function::oblique;
    }
  }
  return Function::oblique;
}

bool is_part_of_phrase(const Token& token) {
  switch (token.deprel) {
    case Deprel::compound:
    case Deprel::flat:
    case Deprel::fixed:
    case Deprel::goeswith:
    case Deprel::case_:
    case Deprel::mark:
    case Deprel::cc:
    case Deprel::advmod:
    case Deprel::amod:
      return true;
    default:
      return false;
  }
}

class ExpressionReader {
 public:
  ExpressionReader(const SentenceContext& context, std::uint32_t sentence)
      : context_(context), tree_(context.tree()), sentence_(sentence) {}

  std::vector<Expression> read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      if (const Mention* mention = context_.mention(word)) {
        if (is_inhabitant(word, *mention)) {
          add_inhabitant(word);
        } else if (is_head_of(word, mention) && mention->kind != EntityKind::time &&
                   mention->kind != EntityKind::quantity && !mention->entity.empty()) {
          add_name(word, mention);
        }
      } else if (is_nominal(tree_[word].upos) && tree_[word].upos != Upos::num &&
                 (!is_part_of_phrase(tree_[word]) || is_title(word))) {
        add_noun(word);
      }
    }
    return std::move(found_);
  }

 private:
  /// `the Ugandan`, `Mganda huyo`: one of a people, told before by another name.
  bool is_inhabitant(Word word, const Mention& mention) const {
    const Token& token = tree_[word];
    if (mention.kind != EntityKind::group || token.span != mention.span || token.feature("Number") == "Plur")
      return false;
    const bool participant =
        token.deprel == Deprel::nsubj || token.deprel == Deprel::obj || token.deprel == Deprel::obl;
    if (!participant) return false;
    for (const Word child : tree_.dependents(word)) {
      const Token& determiner = tree_[child];
      if (determiner.deprel != Deprel::det) continue;
      if (determiner.feature("Definite") == "Def" || determiner.feature("PronType") == "Dem") return true;
    }
    return false;
  }

  void add_inhabitant(Word word) {
    Expression made = expression(word, tree_[word].span);
    made.lemma = fold_case(tree_[word].form);
    made.kind = EntityKind::person;
    made.definiteness = Expression::Definiteness::demonstrative;
    found_.push_back(std::move(made));
  }

  bool is_head_of(Word word, const Mention* mention) const {
    const auto head = tree_.head(word);
    return !head || context_.mention(*head) != mention;
  }

  /// `Prime Minister Asha Juma`, where the tree has the title as a part of the name.
  bool is_title(Word word) const {
    const auto head = tree_.head(word);
    return tree_[word].deprel == Deprel::compound && head && *head > word &&
           context_.kind(word) == EntityKind::person && context_.mention(*head) != nullptr &&
           context_.mention(*head)->kind == EntityKind::person;
  }

  Expression expression(Word word, Span span) const {
    Expression made;
    made.appearance = {sentence_, span, function_of(tree_, word), Appearance::Form::noun, word, false, 0};
    made.appearance.main = is_in_main_clause(tree_, word);
    made.agreement = agreement_of(tree_[word]);
    const Word first = tree_.first_conjunct(word);
    if (first != word) made.coordinated_with = first;
    return made;
  }

  void add_name(Word word, const Mention* mention) {
    for (const Expression& other : found_) {
      if (other.mention == mention) return;  // Two parts of one name, each with a head of its own.
    }
    Expression made = expression(word, mention->span);
    made.appearance.form = Appearance::Form::name;
    made.mention = mention;
    made.kind = mention->kind;
    made.agreement.plural = mention->kind == EntityKind::group;
    found_.push_back(std::move(made));
  }

  void add_noun(Word word) {
    const auto kind = context_.kind(word);
    if (kind == EntityKind::time || kind == EntityKind::quantity) return;
    Expression made = expression(word, tree_[word].span);
    made.lemma = fold_case(tree_[word].lemma);
    made.kind = kind;
    made.described = described_name(word);
    if (context_.lexicon().agreement().possessor(tree_[word])) made.definiteness = Expression::Definiteness::possessed;
    for (const Word child : tree_.dependents(word)) read_modifier(made, child);
    found_.push_back(std::move(made));
  }

  /// The name beside the noun or the subject of which the noun is the predicate.
  std::optional<Word> described_name(Word noun) const {
    if (const auto name = introduced_name(context_, noun)) return name;
    if (const auto country = governed_country(noun)) return country;
    if (const auto name = given_name(noun)) return name;
    if (tree_.dependent(noun, Deprel::cop) && !tree_.dependent(noun, Deprel::case_)) {
      const auto subject = tree_.dependent(noun, Deprel::nsubj);
      if (subject && context_.mention(*subject) != nullptr) return subject;
    }
    const auto head = tree_.head(noun);
    if (!head) return std::nullopt;
    const bool beside = tree_[noun].deprel == Deprel::appos || tree_[noun].is(Deprel::nmod, "desc") || is_title(noun);
    if (!beside) return std::nullopt;
    const Word name = introduced_name(context_, *head).value_or(*head);
    return context_.mention(name) != nullptr ? std::optional(name) : std::nullopt;
  }

  /// `the government of Kenya`, `serikali ya Kenya`: a state and its government are one who acts.
  std::optional<Word> governed_country(Word noun) const {
    const NounEntry* row = context_.noun(noun);
    if (row == nullptr || row->gloss != "government" || row->kind != EntityKind::organization) return std::nullopt;
    for (const Word child : tree_.dependents(noun)) {
      const Deprel relation = tree_[child].deprel;
      const bool of = relation == Deprel::nmod || relation == Deprel::compound || relation == Deprel::amod;
      const Mention* mention = context_.mention(child);
      if (of && mention != nullptr && mention->entity.starts_with("country/")) return child;
    }
    return std::nullopt;
  }

  /// `a group known as the Lions`, `kundi linalojulikana kwa jina la FLEC`.
  std::optional<Word> given_name(Word noun) const {
    for (const Word clause : tree_.dependents(noun)) {
      const VerbEntry* verb = tree_[clause].deprel == Deprel::acl ? context_.verb(clause) : nullptr;
      if (verb == nullptr || !verb->naming) continue;
      for (const Word child : tree_.dependents(clause)) {
        const Deprel relation = tree_[child].deprel;
        if (relation != Deprel::obj && relation != Deprel::xcomp && relation != Deprel::obl) continue;
        Word name = child;
        const NounEntry* row = context_.mention(child) == nullptr ? context_.noun(child) : nullptr;
        if (row != nullptr && row->gloss == "name")
          name = first_of(child, {Deprel::nmod, Deprel::appos, Deprel::flat}).value_or(child);
        const std::string marker = context_.marker(child, Deprel::case_);
        const bool as = name != child || marker.empty() ||
                        context_.marker_entry(marker, MarkerEntry::Use::naming_marker, std::nullopt) != nullptr;
        if (as && context_.mention(name) != nullptr && context_.mention(name)->kind != EntityKind::time) return name;
      }
    }
    return std::nullopt;
  }

  std::optional<Word> first_of(Word head, std::initializer_list<Deprel> relations) const {
    for (const Word child : tree_.dependents(head)) {
      if (std::find(relations.begin(), relations.end(), tree_[child].deprel) != relations.end()) return child;
    }
    return std::nullopt;
  }

  void read_modifier(Expression& noun, Word child) const {
    using Definiteness = Expression::Definiteness;
    const Token& token = tree_[child];
    if (token.deprel == Deprel::det || token.is(Deprel::nmod, "poss")) {
      if (token.feature("PronType") == "Dem")
        noun.definiteness = Definiteness::demonstrative;
      else if (token.feature("Definite") == "Def")
        noun.definiteness = std::max(noun.definiteness, Definiteness::definite);
      else if (token.feature("Poss") == "Yes" || token.deprel == Deprel::nmod)
        noun.definiteness = std::max(noun.definiteness, Definiteness::possessed);
      else if (token.feature("Definite") == "Ind" || token.feature("PronType") == "Ind")
        noun.definiteness = Definiteness::indefinite;
    }
    if (token.deprel == Deprel::nummod && noun.definiteness == Definiteness::bare)
      noun.definiteness = Definiteness::indefinite;
    // What an adjective says changes: `the former minister` was the minister.
    const bool qualifies = token.deprel == Deprel::compound || token.deprel == Deprel::nmod;
    if (qualifies && is_nominal(token.upos)) noun.modifiers.insert(fold_case(token.lemma));
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  std::uint32_t sentence_;
  std::vector<Expression> found_;
};

/// What a name with nouns in it can be called by: `Wizara ya Afya` is a `wizara`, `World Bank` a `bank`.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(name) + ' ') {
    if (c != ' ' && c != '-') {
      word += c;
      continue;
    }
    if (word.size() > 2) words.push_back(fold_case(word));
    word.clear();
  }
  return words;
}

}  // namespace

bool is_in_main_clause(const TreeView& tree, Word word) {
  std::optional<Word> at = tree.first_conjunct(word);
  for (std::uint32_t steps = 0; at && steps <= tree.size(); ++steps) {
    switch (tree[*at].deprel) {
      case Deprel::acl:
      case Deprel::advcl:
      case Deprel::ccomp:
      case Deprel::csubj:
      case Deprel::xcomp:
        return false;
      default:
        break;
    }
    at = tree.head(tree.first_conjunct(*at));
  }
  return true;
}

std::vector<Expression> expressions(const SentenceContext& context, std::uint32_t sentence) {
  return ExpressionReader(context, sentence).read();
}

std::uint32_t Discourse::named(const Expression& name) {
  const auto [place, is_new] = named_.emplace(name.mention->entity, static_cast<std::uint32_t>(referents_.size()));
  if (is_new) {
    Referent made;
    made.entity = name.mention->entity;
    const bool country = name.mention->entity.starts_with("country/");
    made.kind = country ? EntityKind::country : name.kind;
    made.agreement = name.agreement;
    if (country) made.agreement.plural = false;
    made.is_named = true;
    referents_.push_back(std::move(made));
    if (name.kind != EntityKind::person) {
      for (std::string& word : words_of_name(name.mention->name)) {
        if (referents_.back().descriptions.insert(word).second) described_[word].push_back(place->second);
      }
    }
  }
  appear(place->second, name.appearance);
  return place->second;
}

std::uint32_t Discourse::add(const Expression& noun) {
  const auto number = static_cast<std::uint32_t>(referents_.size());
  Referent made;
  made.kind = noun.kind;
  made.agreement = noun.agreement;
  referents_.push_back(std::move(made));
  describe(number, noun);
  appear(number, noun.appearance);
  return number;
}

std::uint32_t Discourse::add_group(std::vector<std::uint32_t> members, const Appearance& appearance) {
  const auto number = static_cast<std::uint32_t>(referents_.size());
  Referent made;
  made.kind = EntityKind::group;
  made.agreement.plural = true;
  made.members = std::move(members);
  made.appearances.push_back(appearance);
  referents_.push_back(std::move(made));
  if (sentences_.size() <= appearance.sentence) sentences_.resize(appearance.sentence + 1);
  sentences_[appearance.sentence].push_back(number);
  return number;
}

void Discourse::appear(std::uint32_t referent, const Appearance& appearance) {
  referents_[referent].appearances.push_back(appearance);
  places_.emplace(appearance.span, referent);
  if (sentences_.size() <= appearance.sentence) sentences_.resize(appearance.sentence + 1);
  sentences_[appearance.sentence].push_back(referent);
}

void Discourse::describe(std::uint32_t referent, const Expression& noun) {
  Referent& told = referents_[referent];
  places_.emplace(noun.appearance.span, referent);
  told.modifiers.insert(noun.modifiers.begin(), noun.modifiers.end());
  if (told.descriptions.insert(noun.lemma).second) described_[noun.lemma].push_back(referent);
}

std::vector<std::uint32_t> Discourse::described_as(std::string_view lemma) const {
  const auto found = described_.find(lemma);
  if (found == described_.end()) return {};
  std::vector<std::uint32_t> order = found->second;
  if (order.size() > longest_window) order.erase(order.begin(), order.end() - longest_window);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return referents_[a].appearances.back().span > referents_[b].appearances.back().span;
  });
  return order;
}

std::vector<std::uint32_t> Discourse::recent(std::uint32_t sentence, std::uint32_t window) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t back = 0; back <= window && back <= sentence; ++back) {
    if (sentence - back >= sentences_.size()) continue;
    const auto& here = sentences_[sentence - back];
    for (auto at = here.rbegin(); at != here.rend() && found.size() < longest_window; ++at) {
      if (std::find(found.begin(), found.end(), *at) == found.end()) found.push_back(*at);
    }
  }
  return found;
}

std::optional<std::uint32_t> Discourse::at(Span span) const {
  const auto found = places_.find(span);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace habari
