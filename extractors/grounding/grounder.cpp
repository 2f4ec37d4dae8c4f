#include "article_reading.hpp"

#include <habari/core/confidence_cut.hpp>
#include <habari/extractors/grounding.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>

namespace habari {
namespace {

/// Of a statement that does not say how sure it is.
constexpr double usual_confidence = 0.5;
constexpr std::string_view rule_prefix = "extractor:";

std::uint32_t distance(Span a, Span b) {
  return a.overlaps(b) ? 0 : a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

/// A statement that is being tied to an article.
class Tie {
 public:
  Tie(const ArticleReading& reading, const ClaimedStatement& statement, std::set<std::string> names)
      : reading_(reading), statement_(statement), names_(std::move(names)) {}

  GroundedStatement run() {
    if (!statement_.factuality.empty()) {
      factuality_ = parse_factuality(statement_.factuality);
      if (!factuality_)
        return refused("factuality: \"" + statement_.factuality + "\", expected actual, planned, possible or negated");
    }
    const std::vector<Span> areas = this->areas();
    if (areas.empty()) return refused("evidence: these words do not stand in the article");
    GroundedStatement best;
    int furthest = -1;
    for (const Span area : areas) {
      GroundedStatement attempt = tie(area);
      if (attempt.outcome != Grounded::refused) return attempt;
      if (step_ > furthest) best = std::move(attempt);
      furthest = std::max(furthest, step_);
    }
    return best;
  }

 private:
  static GroundedStatement refused(std::string reason) {
    return {Grounded::refused, {std::move(reason)}, std::nullopt};
  }

  /// The sentences of the evidence; without any each sentence, then each two.
  std::vector<Span> areas() const {
    std::vector<Span> areas;
    const std::vector<Sentence>& sentences = reading_.sentences();
    if (statement_.evidence.empty()) {
      for (const Sentence& sentence : sentences) areas.push_back(sentence.span);
      for (std::size_t i = 1; i < sentences.size(); ++i)
        areas.push_back(hull(sentences[i - 1].span, sentences[i].span));
      return areas;
    }
    for (Span area : reading_.find(statement_.evidence, reading_.whole())) {
      for (const Sentence& sentence : sentences) {
        if (sentence.span.overlaps(area)) area = hull(area, sentence.span);
      }
      areas.push_back(area);
    }
    return areas;
  }

  std::string missing(std::string_view part, const std::string& name) const {
    const bool anywhere = !reading_.participants(name, reading_.whole()).empty();
    if (!statement_.evidence.empty()) return fmt::format("{}: \"{}\" does not stand in the evidence", part, name);
    return anywhere ? fmt::format("{}: \"{}\" stands in no sentence with the rest", part, name)
                    : fmt::format("{}: \"{}\" stands nowhere in the article", part, name);
  }

  /// Sets how far it came, for the best reason.
  GroundedStatement tie(Span area) {
    step_ = 0;
    subjects_ =
        statement_.subject.empty() ? std::vector<TiedParticipant>{} : reading_.participants(statement_.subject, area);
    if (!statement_.subject.empty() && subjects_.empty()) return refused(missing("subject", statement_.subject));
    step_ = 1;
    objects_ =
        statement_.object.empty() ? std::vector<TiedParticipant>{} : reading_.participants(statement_.object, area);
    if (!statement_.object.empty() && objects_.empty()) return refused(missing("object", statement_.object));
    step_ = 2;
    const std::vector<TiedTrigger> triggers = reading_.triggers(names_, area);
    if (triggers.empty()) {
      return refused(fmt::format("relation: no word here says \"{}\"; what happens: {}", statement_.relation,
                                 reading_.what_happens(area)));
    }
    step_ = 3;
    return make_event(choose(triggers), area);
  }

  /// The word with subject and object nearest, one that the article's own reading has an event at before others.
  struct Choice {
    const TiedTrigger* trigger = nullptr;
    const TiedParticipant* subject = nullptr;
    const TiedParticipant* object = nullptr;
  };
  Choice choose(const std::vector<TiedTrigger>& triggers) const {
    Choice best;
    std::tuple<int, std::uint32_t> least{std::numeric_limits<int>::max(), 0};
    for (const TiedTrigger& trigger : triggers) {
      Choice choice{&trigger, nearest(subjects_, trigger, nullptr), nullptr};
      choice.object = nearest(objects_, trigger, choice.subject);
      if (choice.object == nullptr && !objects_.empty()) continue;
      int strange = trigger.own == nullptr ? 2 : 0;
      std::uint32_t away = 0;
      for (const TiedParticipant* one : {choice.subject, choice.object}) {
        if (one == nullptr) continue;
        away += distance(one->argument.core, trigger.span);
        if (trigger.own != nullptr && own_argument(*trigger.own, one->argument) == nullptr) ++strange;
      }
      if (const std::tuple cost{strange, away}; best.trigger == nullptr || cost < least) {
        best = choice;
        least = cost;
      }
    }
    if (best.trigger == nullptr) best.trigger = &triggers.front();
    return best;
  }

  /// The one that the trigger's own event has, else the nearest; not `other`.
  static const TiedParticipant* nearest(const std::vector<TiedParticipant>& all, const TiedTrigger& trigger,
                                        const TiedParticipant* other) {
    const TiedParticipant* best = nullptr;
    std::pair<int, std::uint32_t> least{};
    for (const TiedParticipant& one : all) {
      if (other != nullptr && one.argument.core.overlaps(other->argument.core)) continue;
      if (one.argument.core.overlaps(trigger.span)) continue;
      const bool is_own = trigger.own != nullptr && own_argument(*trigger.own, one.argument) != nullptr;
      const std::pair cost{is_own ? 0 : 1, distance(one.argument.core, trigger.span)};
      if (best == nullptr || cost < least) {
        best = &one;
        least = cost;
      }
    }
    return best;
  }

  static const Argument* own_argument(const Event& own, const Argument& argument) {
    const auto found = std::find_if(own.args.begin(), own.args.end(), [&](const Argument& one) {
      return one.role != Role::time && !one.event && is_same(one, argument);
    });
    return found == own.args.end() ? nullptr : &*found;
  }

  GroundedStatement make_event(const Choice& choice, Span area) {
    const TiedTrigger& trigger = *choice.trigger;
    if ((choice.subject == nullptr && !subjects_.empty()) || (choice.object == nullptr && !objects_.empty())) {
      return refused("subject and object are the same words");
    }
    GroundedStatement made{Grounded::added, {}, Event{}};
    Event& event = *made.event;
    event.trigger = trigger.span;
    event.lemma = trigger.sense.lemma;
    event.label = trigger.sense.label;
    event.type = trigger.sense.type;
    event.sentence = trigger.own != nullptr ? trigger.own->sentence : trigger.sentence->span;
    event.factuality = factuality_.value_or(trigger.own != nullptr ? trigger.own->factuality : Factuality::actual);
    event.confidence = statement_.confidence.value_or(usual_confidence);
    if (choice.subject != nullptr) add(event, choice.subject->argument, Role::agent, trigger.own);
    if (choice.object != nullptr) add(event, choice.object->argument, object_role(choice, trigger), trigger.own);
    if (!add_source(made, area, trigger)) return made;
    add_time_and_place(made, area);
    std::sort(event.args.begin(), event.args.end(), [](const Argument& a, const Argument& b) {
      return std::tuple(a.core, a.role) < std::tuple(b.core, b.role);
    });
    if (trigger.own != nullptr) compare(*trigger.own, choice, made);
    return made;
  }

  static Role object_role(const Choice& choice, const TiedTrigger& trigger) {
    const Argument* own = trigger.own == nullptr ? nullptr : own_argument(*trigger.own, choice.object->argument);
    return own == nullptr || own->role == Role::agent ? Role::patient : own->role;
  }

  /// As the article's own event has it, so that both are one event of the graph.
  static void add(Event& event, Argument argument, Role role, const Event* own) {
    if (own != nullptr) {
      if (const Argument* same = own_argument(*own, argument)) argument = *same;
    }
    argument.role = role;
    event.args.push_back(std::move(argument));
  }

  bool add_source(GroundedStatement& made, Span area, const TiedTrigger& trigger) const {
    if (statement_.source.empty()) {
      if (trigger.own != nullptr) made.event->source = trigger.own->source;
      return true;
    }
    std::vector<TiedParticipant> found = reading_.participants(statement_.source, area);
    if (found.empty()) found = reading_.participants(statement_.source, reading_.whole());
    if (found.empty()) {
      made = refused(fmt::format("source: \"{}\" stands nowhere in the article", statement_.source));
      return false;
    }
    const Argument& source = found.front().argument;
    made.event->source = Source{source.core, source.entity, source.antecedent};
    return true;
  }

  void add_time_and_place(GroundedStatement& made, Span area) const {
    if (!statement_.time.empty()) {
      if (auto time = reading_.time(statement_.time, area)) {
        made.event->args.push_back(*std::move(time));
      } else {
        made.reasons.push_back(fmt::format("time: no words here say \"{}\"; left out", statement_.time));
      }
    }
    if (statement_.place.empty()) return;
    const std::vector<TiedParticipant> places = reading_.participants(statement_.place, area);
    if (places.empty()) {
      made.reasons.push_back(fmt::format("place: \"{}\" does not stand here; left out", statement_.place));
      return;
    }
    Argument place = places.front().argument;
    place.role = Role::place;
    made.event->args.push_back(std::move(place));
  }

  std::string words(Span span) const { return std::string(reading_.text(span)); }

  void compare(const Event& own, const Choice& choice, GroundedStatement& made) const {
    std::vector<std::string> against;
    compare_participants(own, choice, against);
    if (factuality_ && *factuality_ != own.factuality) {
      against.push_back(fmt::format("factuality: the article's own reading has {}", name(own.factuality)));
    }
    const bool has_source = own.source.has_value() && !statement_.source.empty();
    if (has_source && !made.event->source->span.overlaps(own.source->span) &&
        (own.source->entity.empty() || own.source->entity != made.event->source->entity)) {
      against.push_back(fmt::format("source: the article's own reading has \"{}\"", words(own.source->span)));
    }
    compare_times(own, *made.event, against);
    bool says_the_same = true;
    for (const TiedParticipant* one : {choice.subject, choice.object}) {
      says_the_same = says_the_same && (one == nullptr || own_argument(own, one->argument) != nullptr);
    }
    made.outcome = !against.empty() ? Grounded::conflicts : says_the_same ? Grounded::agrees : Grounded::added;
    made.reasons.insert(made.reasons.end(), against.begin(), against.end());
  }

  void compare_participants(const Event& own, const Choice& choice, std::vector<std::string>& against) const {
    const auto in_role = [&](std::initializer_list<Role> roles) {
      const auto found = std::find_if(own.args.begin(), own.args.end(), [&](const Argument& argument) {
        return !argument.event && std::find(roles.begin(), roles.end(), argument.role) != roles.end();
      });
      return found == own.args.end() ? nullptr : &*found;
    };
    const Argument* subject = choice.subject == nullptr ? nullptr : own_argument(own, choice.subject->argument);
    const Argument* object = choice.object == nullptr ? nullptr : own_argument(own, choice.object->argument);
    const auto acts = [](const Argument* argument) {
      return argument->role == Role::agent || argument->role == Role::companion;
    };
    if (subject != nullptr && !acts(subject)) {
      against.push_back(fmt::format("subject: \"{}\" is the {} to the article's own reading", words(subject->core),
                                    name(subject->role)));
    } else if (const Argument* agent = in_role({Role::agent});
               choice.subject != nullptr && subject == nullptr && agent != nullptr) {
      against.push_back(fmt::format("subject: the article's own reading has \"{}\"", words(agent->core)));
    }
    if (object != nullptr && object->role == Role::agent && subject != nullptr && subject->role != Role::companion) {
      against.push_back(fmt::format("object: \"{}\" is the agent to the article's own reading", words(object->core)));
    } else if (const Argument* patient = in_role({Role::patient, Role::companion});
               choice.object != nullptr && object == nullptr && patient != nullptr) {
      against.push_back(fmt::format("object: the article's own reading has \"{}\"", words(patient->core)));
    }
  }

  static void compare_times(const Event& own, const Event& event, std::vector<std::string>& against) {
    const auto time_of = [](const Event& one) {
      const auto found = std::find_if(one.args.begin(), one.args.end(), [](const Argument& argument) {
        return argument.role == Role::time && !argument.value.empty();
      });
      return found == one.args.end() ? std::string() : found->value;
    };
    const std::string ours = time_of(own);
    const std::string theirs = time_of(event);
    if (ours.empty() || theirs.empty() || ours == theirs) return;
    against.push_back(fmt::format("time: the article's own reading has {}", ours));
  }

  const ArticleReading& reading_;
  const ClaimedStatement& statement_;
  std::set<std::string> names_;
  std::optional<Factuality> factuality_;
  std::vector<TiedParticipant> subjects_;
  std::vector<TiedParticipant> objects_;
  int step_ = 0;
};

/// Puts `more` among the document's events, in text order.
void insert_events(Document& document, std::vector<Event> more) {
  std::vector<std::pair<std::uint32_t, Event>> all;  // With their numbers before.
  const auto own = static_cast<std::uint32_t>(document.events.size());
  for (Event& event : document.events) all.emplace_back(static_cast<std::uint32_t>(all.size()), std::move(event));
  for (Event& event : more) all.emplace_back(static_cast<std::uint32_t>(all.size()), std::move(event));
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.second.trigger < b.second.trigger; });
  std::vector<std::uint32_t> place(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) place[all[i].first] = i;
  document.events.clear();
  for (auto& [before, event] : all) {
    for (Argument& argument : event.args) {
      if (argument.event && before < own) argument.event = place[*argument.event];
    }
    document.events.push_back(std::move(event));
  }
}

}  // namespace

std::string_view name(Grounded outcome) {
  static constexpr std::array<std::string_view, 4> names{"agrees", "conflicts", "added", "refused"};
  return names[static_cast<std::size_t>(outcome)];
}

std::string extractor_rule(std::string_view extractor) { return std::string(rule_prefix) + std::string(extractor); }

std::optional<std::string> extractor_of(std::string_view rule) {
  if (!rule.starts_with(rule_prefix)) return std::nullopt;
  return std::string(rule.substr(rule_prefix.size()));
}

std::size_t drop_extractor(Document& document, std::string_view extractor) {
  const std::string rule = extractor_rule(extractor);
  const std::size_t before = document.events.size();
  drop_events(document, [&](const Event& event) { return event.rule == rule; });
  return before - document.events.size();
}

class Grounder::Implementation {
 public:
  Implementation(const Extractor& extractor, const DataDirectory& data) : extractor_(extractor), data_(data) {}

  std::vector<GroundedStatement> ground(Document& document, const std::vector<ClaimedStatement>& statements,
                                        std::string_view extractor) const {
    drop_extractor(document, extractor);
    const std::vector<Sentence> sentences = extractor_.parse(document.article);
    const ArticleReading reading(document, sentences, lexicon(document.article.language));
    std::vector<GroundedStatement> outcomes;
    std::vector<Event> events;
    for (const ClaimedStatement& statement : statements) {
      GroundedStatement outcome = Tie(reading, statement, names(statement.relation, document.article.language)).run();
      if (outcome.event) {
        outcome.event->rule = extractor_rule(extractor);
        if (std::find(events.begin(), events.end(), *outcome.event) == events.end()) events.push_back(*outcome.event);
      }
      outcomes.push_back(std::move(outcome));
    }
    insert_events(document, std::move(events));
    return outcomes;
  }

 private:
  const Lexicon& lexicon(const std::string& language) const {
    const std::scoped_lock lock(mutex_);
    auto& loaded = lexicons_[language];
    if (!loaded) loaded = std::make_unique<Lexicon>(data_.language(language) / "lexicon");
    return *loaded;
  }

  std::set<std::string> names(const std::string& relation, const std::string& language) const {
    {
      const std::scoped_lock lock(mutex_);
      if (const auto known = names_.find({relation, language}); known != names_.end()) return known->second;
    }
    std::set<std::string> made = relation_names(extractor_, relation, language);
    const std::scoped_lock lock(mutex_);
    return names_.emplace(std::pair(relation, language), std::move(made)).first->second;
  }

  const Extractor& extractor_;
  const DataDirectory& data_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<Lexicon>> lexicons_;
  mutable std::map<std::pair<std::string, std::string>, std::set<std::string>> names_;
};

Grounder::Grounder(const Extractor& extractor, const DataDirectory& data)
    : implementation_(std::make_unique<Implementation>(extractor, data)) {}
Grounder::~Grounder() = default;

std::vector<GroundedStatement> Grounder::ground(Document& document, const std::vector<ClaimedStatement>& statements,
                                                std::string_view extractor) const {
  return implementation_->ground(document, statements, extractor);
}

}  // namespace habari
