#include "frames/grounds.hpp"

#include "frames/clause_relation.hpp"
#include "frames/clauses.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace habari {
namespace {

constexpr std::uint32_t longest_path = 8;
constexpr double greatest_doubt = 5;

/// -log of the probability that a choice has beside the next best, by its margin.
double in_nats(float margin) {
  if (std::isnan(margin)) return greatest_doubt;
  return std::min(std::log1p(std::exp(-static_cast<double>(margin))), greatest_doubt);
}

double doublings(double count) { return std::log2(1.0 + count); }

bool is_oblique(Role role) {
  switch (role) {
    case Role::agent:
    case Role::patient:
    case Role::content:
    case Role::time:
      return false;
    default:
      return true;
  }
}

bool has_repeated_role(const Event& event) {
  std::array<bool, role_count> seen{};
  for (const Argument& argument : event.args) {
    bool& known = seen[static_cast<std::size_t>(argument.role)];
    if (known) return true;
    known = true;
  }
  return false;
}

}  // namespace

void add_kind(Role role, std::optional<EntityKind> kind, ArgumentGrounds& grounds) {
  using E = ArgumentEvidence;
  grounds.add(kind);
  const bool acts = role == Role::agent;
  if (acts && !kind) grounds.add(E::acting_unknown);
  if (acts && kind && !is_someone(kind)) grounds.add(E::acting_thing);
  if ((acts || role == Role::patient) && (kind == EntityKind::time || is_place(kind))) grounds.add(E::undergoing_time);
}

SentenceGrounds::SentenceGrounds(const SentenceContext& context, const Predicates& predicates,
                                 std::span<const Event> events)
    : context_(context), tree_(context.tree()), predicates_(predicates), events_(events) {
  events_before_.assign(tree_.size() + 1, 0);
  commas_before_.assign(tree_.size() + 1, 0);
  for (const Predicate& predicate : predicates.all()) events_before_[predicate.word + 1] = 1;
  for (Word word = 0; word < tree_.size(); ++word) {
    events_before_[word + 1] += events_before_[word];
    const bool comma = tree_[word].upos == Upos::punct;
    commas_before_[word + 1] = commas_before_[word] + (comma ? 1 : 0);
    sentence_doubt_ += doubt(word, &ReadingMargins::head);
  }
  sentence_doubt_ /= std::max(1U, tree_.size());
}

double SentenceGrounds::doubt(Word word, float ReadingMargins::*margin) const {
  const auto& margins = tree_.sentence().margins;
  return word < margins.size() ? in_nats(margins[word].*margin) : 0;
}

double SentenceGrounds::name_doubt(Word head) const {
  const Mention* mention = context_.mention(head);
  double most = doubt(head, &ReadingMargins::name);
  if (mention == nullptr) return most;
  for (Word word = head; word-- > 0 && context_.mention(word) == mention && head - word < longest_path;)
    most = std::max(most, doubt(word, &ReadingMargins::name));
  for (Word word = head + 1; word < tree_.size() && context_.mention(word) == mention && word - head < longest_path;
       ++word)
    most = std::max(most, doubt(word, &ReadingMargins::name));
  return most;
}

/// The way through the tree, up from the participant and down to the verb.
SentenceGrounds::Doubt SentenceGrounds::doubt_between(Word participant, Word verb) const {
  std::vector<Word> above{verb};
  for (auto at = tree_.head(verb); at && above.size() < longest_path; at = tree_.head(*at)) above.push_back(*at);
  Doubt found;
  const auto pass = [&](Word word) {
    found.arcs += doubt(word, &ReadingMargins::head);
    found.relations += doubt(word, &ReadingMargins::relation);
    ++found.steps;
  };
  std::optional<Word> at = participant;
  auto meeting = std::find(above.begin(), above.end(), participant);
  while (at && meeting == above.end() && found.steps < longest_path) {
    pass(*at);
    at = tree_.head(*at);
    if (at) meeting = std::find(above.begin(), above.end(), *at);
  }
  for (auto word = above.begin(); word != meeting && found.steps < 2 * longest_path; ++word) pass(*word);
  found.arcs = std::min(found.arcs, greatest_doubt);
  found.relations = std::min(found.relations, greatest_doubt);
  return found;
}

/// What both an event and its participants have of the event.
template <typename Evidence, typename Grounds>
void SentenceGrounds::add_event(std::uint32_t number, Grounds& grounds) const {
  const Predicate& predicate = predicates_.all()[number];
  const Event& event = events_[number];
  const Token& verb = tree_[predicate.word];
  const auto add_if = [&](Evidence evidence, bool holds) {
    if (holds) grounds.add(evidence);
  };
  add_if(Evidence::unlisted_verb, predicate.verb == nullptr);
  add_if(Evidence::construction, predicate.noun.has_value());
  add_if(Evidence::passive, is_passive(tree_, predicate.word));
  add_if(Evidence::infinitive, verb.feature("VerbForm") == "Inf");
  add_if(Evidence::participle, is_participle(verb));
  add_if(Evidence::governed, !predicate.governors.empty());
  switch (tree_[predicate.top()].deprel) {
    case Deprel::acl:
      grounds.add(Evidence::relative_clause);
      break;
    case Deprel::ccomp:
    case Deprel::xcomp:
      grounds.add(Evidence::complement_clause);
      break;
    case Deprel::advcl:
    case Deprel::parataxis:
      grounds.add(Evidence::adverbial_clause);
      break;
    case Deprel::conj:
      grounds.add(Evidence::coordinated_clause);
      break;
    default:
      break;
  }
  add_if(Evidence::untyped, event.type == EventType::other);
  add_if(Evidence::planned, event.factuality == Factuality::planned);
  add_if(Evidence::reported, event.source.has_value());
  add_if(Evidence::repeated_role, has_repeated_role(event));
  grounds.add(Evidence::verb_tag_doubt, doubt(predicate.word, &ReadingMargins::tag));
  grounds.add(Evidence::sentence_doubt, sentence_doubt_);
  grounds.add(Evidence::events, doublings(static_cast<double>(events_.size())));
  grounds.add(Evidence::words, doublings(tree_.size()));
}

void SentenceGrounds::add_place(std::uint32_t event, Word head, ArgumentGrounds& grounds) const {
  using E = ArgumentEvidence;
  const Word verb = predicates_.all()[event].word;
  const Doubt between = doubt_between(head, verb);
  grounds.add(E::arc_doubt, between.arcs);
  grounds.add(E::relation_doubt, between.relations);
  grounds.add(E::path, between.steps == 0 ? 0 : between.steps - 1);
  grounds.add(E::own_relation_doubt, doubt(head, &ReadingMargins::relation));
  grounds.add(E::head_tag_doubt, doubt(head, &ReadingMargins::tag));
  grounds.add(E::name_doubt, name_doubt(head));
  const Word first = std::min(head, verb);
  const Word last = std::max(head, verb);
  grounds.add(E::distance, doublings(last - first));
  if (head < verb) grounds.add(E::before_verb);
  if (last > first) {
    if (events_before_[last] > events_before_[first + 1]) grounds.add(E::event_between);
    if (commas_before_[last] > commas_before_[first + 1]) grounds.add(E::comma_between);
  }
  if (tree_[head].deprel == Deprel::conj) grounds.add(E::conjunct);
}

void SentenceGrounds::add_role(std::uint32_t event, Role role, ArgumentGrounds& grounds) const {
  using E = ArgumentEvidence;
  grounds.add(role);
  const auto& args = events_[event].args;
  grounds.add(E::more_arguments, std::max(1.0, static_cast<double>(args.size())) - 1);
  if (events_[event].factuality == Factuality::possible || events_[event].factuality == Factuality::negated)
    grounds.add(E::not_actual);
  add_event<E>(event, grounds);
}

ArgumentGrounds SentenceGrounds::of_participant(std::uint32_t event, const RoleFiller& filler) const {
  using E = ArgumentEvidence;
  ArgumentGrounds grounds;
  grounds.add(E::any);
  grounds.add(filler.rule);
  const Word head = filler.participant.head;
  add_place(event, head, grounds);
  add_role(event, filler.role, grounds);
  add_kind(filler.role, filler.participant.kind, grounds);
  if (filler.row.table == "verbs.tsv") grounds.add(E::listed_role);
  if (filler.row.table == "markers.tsv") grounds.add(E::marker_role);
  if (names_a_thing(filler.participant.mention)) grounds.add(E::named);
  const Upos upos = tree_[head].upos;
  if (upos == Upos::pron) grounds.add(E::pronoun);
  if (!is_nominal(upos)) grounds.add(E::no_noun);
  grounds.add(E::phrase, doublings(filler.participant.phrase.size() / 8.0));
  return grounds;
}

ArgumentGrounds SentenceGrounds::of_content(std::uint32_t event, std::uint32_t content) const {
  ArgumentGrounds grounds;
  grounds.add(ArgumentEvidence::any);
  grounds.add(FrameRule::content);
  add_place(event, predicates_.all()[content].word, grounds);
  add_role(event, Role::content, grounds);
  add_kind(Role::content, EntityKind::event, grounds);
  return grounds;
}

ArgumentGrounds SentenceGrounds::of_open(std::uint32_t event, const OpenParticipant& open) const {
  ArgumentGrounds grounds;
  grounds.add(ArgumentEvidence::any);
  grounds.add(open.rule);
  add_place(event, open.pronoun.value_or(predicates_.all()[event].word), grounds);
  add_role(event, open.role, grounds);
  if (open.pronoun) grounds.add(ArgumentEvidence::pronoun);
  return grounds;
}

EventGrounds SentenceGrounds::of_event(std::uint32_t number) const {
  using E = EventEvidence;
  const Event& event = events_[number];
  const Word verb = predicates_.all()[number].word;
  EventGrounds grounds;
  grounds.add(E::any);
  add_event<E>(number, grounds);
  grounds.add(E::arc_doubt, doubt(verb, &ReadingMargins::head));
  grounds.add(E::relation_doubt, doubt(verb, &ReadingMargins::relation));
  if (tree_[verb].upos != Upos::verb) grounds.add(E::no_verb);
  if (event.args.empty()) grounds.add(E::no_participant);
  if (event.factuality == Factuality::possible) grounds.add(E::possible);
  if (event.factuality == Factuality::negated) grounds.add(E::negated);
  grounds.add(E::obliques, static_cast<double>(std::count_if(event.args.begin(), event.args.end(),
                                                             [](const Argument& a) { return is_oblique(a.role); })));
  const auto agent =
      std::find_if(event.args.begin(), event.args.end(), [](const Argument& a) { return a.role == Role::agent; });
  if (agent == event.args.end()) return grounds;
  const std::uint32_t from = std::min(agent->core.end, event.trigger.end);
  const std::uint32_t to = std::max(agent->core.begin, event.trigger.begin);
  const auto begins = [&](const Predicate& predicate) { return tree_[predicate.word].span.begin; };
  auto other = std::ranges::lower_bound(predicates_.all(), from, {}, begins);
  if (other != predicates_.all().end() && other->word == verb) ++other;
  const bool between = other != predicates_.all().end() && begins(*other) < to;
  if (between) grounds.add(E::event_between);
  return grounds;
}

}  // namespace habari
