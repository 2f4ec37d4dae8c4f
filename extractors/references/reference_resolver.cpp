#include "references/reference_resolver.hpp"

#include "frames/grounds.hpp"
#include "references/discourse.hpp"
#include "references/quotation_speakers.hpp"
#include "references/reference_ranker.hpp"

#include <algorithm>
#include <limits>

namespace habari {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t longest_chain = 64;  // Of events that lend one another their subject.

class ReferenceResolver {
 public:
  ReferenceResolver(const Lexicon& lexicon, const ReferenceWeights& weights, std::span<const Sentence> sentences,
                    Frames& frames, Document& document, ReferenceTeacher* teacher)
      : lexicon_(lexicon),
        teacher_(teacher),
        sentences_(sentences),
        references_(frames.open),
        readings_(frames.readings),
        document_(document),
        ranker_(discourse_, lexicon.agreement(), weights),
        referent_of_(references_.anaphors.size(), nobody),
        doubt_of_(references_.anaphors.size(), 0.0),
        spoken_(spoken_texts(document, sentences, references_.reports)) {
    for (std::uint32_t i = 0; i < references_.anaphors.size(); ++i) {
      slots_.emplace(std::pair(references_.anaphors[i].event, references_.anaphors[i].function), i);
    }
    for (const OpenSource& source : references_.sources) report_of_.emplace(source.event, source.report);
    for (const std::uint32_t report : references_.reports) is_report_.insert(report);
  }

  void resolve() {
    std::size_t anaphor = 0;
    std::size_t event = 0;
    for (std::uint32_t number = 0; number < sentences_.size(); ++number) {
      const Sentence& sentence = sentences_[number];
      if (sentence.tokens.empty()) continue;
      const std::size_t first = anaphor;
      while (event < document_.events.size() && document_.events[event].sentence == sentence.span) ++event;
      while (anaphor < references_.anaphors.size() && references_.anaphors[anaphor].event < event) ++anaphor;
      read_sentence(sentence, number, first, anaphor);
    }
    resolve_speakers();
    write();
  }

 private:
  using Form = Appearance::Form;
  using Slot = std::pair<std::uint32_t, Function>;

  /// Names, nouns and anaphors in the order in which the text has them.
  void read_sentence(const Sentence& sentence, std::uint32_t number, std::size_t first, std::size_t last) {
    const SentenceContext context(sentence, document_.article.text, lexicon_, document_.entities);
    std::vector<std::uint32_t> order;
    for (std::size_t i = first; i < last; ++i) {
      if (!references_.anaphors[i].lender) order.push_back(static_cast<std::uint32_t>(i));
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return references_.anaphors[a].at < references_.anaphors[b].at;
    });
    std::size_t relation = next_relation_;
    while (next_relation_ < references_.relations.size() &&
           references_.relations[next_relation_].at.begin < sentence.span.end) {
      ++next_relation_;
    }
    auto next = order.begin();
    std::map<Word, std::uint32_t> of_word;
    for (Expression& expression : expressions(context, number)) {
      while (next != order.end() && references_.anaphors[*next].at.begin < expression.appearance.span.begin) {
        resolve_anaphor(*next++, number, context.tree());
      }
      expression.appearance.quotation = quotation_around(expression.appearance.span);
      read_expression(context, expression, of_word);
    }
    while (next != order.end()) resolve_anaphor(*next++, number, context.tree());
    for (; relation < next_relation_; ++relation) resolve_relation(references_.relations[relation], number);
    sentence_end_ = sentence.span.end;
    note_speaker();
  }

  void read_expression(const SentenceContext& context, const Expression& expression,
                       std::map<Word, std::uint32_t>& of_word) {
    std::uint32_t referent = nobody;
    if (expression.mention != nullptr) {
      referent = discourse_.named(expression);
      describe_by_waiting(expression, referent);
    } else if (expression.described) {
      const Mention* name = context.mention(*expression.described);
      const auto known = name == nullptr ? std::nullopt : discourse_.at(name->span);
      if (known)
        discourse_.describe(*known, expression);
      else if (name != nullptr)
        waiting_.emplace(name->span, expression);
      return;
    } else if (const auto known = answer(question_of(expression))) {
      referent = known->referent;
      doubts_.emplace(expression.appearance.span, known->doubt);
      discourse_.describe(referent, expression);
      discourse_.appear(referent, expression.appearance);
    } else {
      referent = discourse_.add(expression);
    }
    of_word[expression.appearance.head] = referent;
    if (expression.coordinated_with) join(*expression.coordinated_with, referent, expression.appearance, of_word);
  }

  /// A title that stands before its name.
  void describe_by_waiting(const Expression& name, std::uint32_t referent) {
    const auto [first, last] = waiting_.equal_range(name.mention->span);
    for (auto at = first; at != last; ++at) discourse_.describe(referent, at->second);
    waiting_.erase(first, last);
  }

  /// `Asha Juma and Ali Musa`: who can be meant by `they`.
  void join(Word first, std::uint32_t referent, const Appearance& appearance,
            const std::map<Word, std::uint32_t>& of_word) {
    const auto head = of_word.find(first);
    if (head == of_word.end() || head->second == referent) return;
    const auto kind_of = [&](std::uint32_t number) { return discourse_.referents()[number].kind; };
    if (kind_of(head->second) != kind_of(referent)) return;
    std::vector<std::uint32_t> members{head->second};
    for (const auto& [word, number] : of_word) {
      if (word > first && word <= appearance.head && number != head->second && kind_of(number) == kind_of(referent)) {
        members.push_back(number);
      }
    }
    Appearance group = appearance;
    group.function = discourse_.referents()[head->second].appearances.back().function;
    discourse_.add_group(std::move(members), group);
  }

  void resolve_anaphor(std::uint32_t number, std::uint32_t sentence, const TreeView& tree) {
    const Anaphor& anaphor = references_.anaphors[number];
    if (anaphor.agreement.person != 3) return;  // Who speaks may be told behind what is said.
    ReferenceQuestion question = question_of(number, sentence);
    for (Word word = 0; word < tree.size(); ++word) {
      if (tree[word].span.begin == anaphor.at.begin) question.main = is_in_main_clause(tree, word);
    }
    if (const auto chosen = answer(question)) {
      referent_of_[number] = chosen->referent;
      doubt_of_[number] = chosen->doubt;
      const Appearance appearance{sentence, anaphor.at,    anaphor.function,  Appearance::Form::pronoun,
                                  0,        question.main, question.quotation};
      discourse_.appear(chosen->referent, appearance);
      Referent& referent = discourse_[chosen->referent];
      if (referent.agreement.gender.empty()) referent.agreement.gender = anaphor.agreement.gender;
    }
  }

  ReferenceQuestion question_of(std::uint32_t number, std::uint32_t sentence) const {
    const Anaphor& anaphor = references_.anaphors[number];
    ReferenceQuestion question;
    question.form = anaphor.pronoun ? ReferenceForm::pronoun : ReferenceForm::verb;
    question.at = anaphor.at;
    question.sentence = sentence;
    question.function = anaphor.function;
    question.agreement = anaphor.agreement;
    question.acts = anaphor.role == Role::agent;
    question.quotation = quotation_around(anaphor.at);
    for (const Argument& argument : document_.events[anaphor.event].args) question.others.push_back(argument.core);
    for (const Function function : {Function::subject, Function::object, Function::oblique}) {
      const auto other = slots_.find(Slot(anaphor.event, function));
      if (other == slots_.end() || other->second == number || referent_of_[other->second] == nobody) continue;
      const Referent& taken = discourse_.referents()[referent_of_[other->second]];
      if (!taken.appearances.empty()) question.others.push_back(taken.appearances.back().span);
    }
    question.speaks = is_report_.contains(anaphor.event);
    question.last_speaker = last_speaker_;
    question.reporter = reporter_of(anaphor.event);
    if (const SpokenText* spoken = spoken_around(anaphor.at)) question.quoted_speaker = speaker_of(*spoken);
    return question;
  }

  static ReferenceQuestion question_of(const Expression& noun) {
    ReferenceQuestion question;
    question.form = is_someone(noun.kind) ? ReferenceForm::somebody : ReferenceForm::noun;
    question.at = noun.appearance.span;
    question.sentence = noun.appearance.sentence;
    question.function = noun.appearance.function;
    question.agreement = noun.agreement;
    question.main = noun.appearance.main;
    question.quotation = noun.appearance.quotation;
    question.noun = &noun;
    return question;
  }

  struct Answer {
    std::uint32_t referent = 0;
    double doubt = 0;
  };

  std::optional<Answer> answer(const ReferenceQuestion& question) const {
    const std::vector<ReferenceCandidate> candidates = ranker_.candidates(question);
    auto chosen = ranker_.choose(question.form, candidates);
    if (teacher_ != nullptr) chosen = teacher_->teach(discourse_, question, candidates, chosen);
    if (!chosen) return std::nullopt;
    return Answer{*chosen, ranker_.doubt(question.form, candidates, *chosen)};
  }

  /// Whom the pronoun of a statement means.
  void resolve_relation(const OpenRelation& open, std::uint32_t sentence) {
    if (!open.pronoun || open.pronoun->person == 2) return;
    StandingRelation& relation = document_.relations[open.relation];
    const bool subject = open.end == Function::subject;
    ReferenceQuestion question;
    question.at = open.at;
    question.sentence = sentence;
    question.function = subject ? Function::subject : Function::possessor;
    question.agreement = *open.pronoun;
    question.others.push_back(subject ? relation.object : relation.subject);
    question.quotation = quotation_around(open.at);
    if (const SpokenText* spoken = spoken_around(open.at)) question.quoted_speaker = speaker_of(*spoken);
    std::optional<std::uint32_t> who;
    if (open.pronoun->person == 1)
      who = question.quoted_speaker;
    else if (const auto found = answer(question))
      who = found->referent;
    if (!who) return;
    (subject ? relation.subject_entity : relation.object_entity) = identify(*who);
    (subject ? relation.subject_antecedent : relation.object_antecedent) =
        antecedent(discourse_.referents()[*who], open.at);
  }

  /// Who says the clause of an event.
  std::optional<std::uint32_t> reporter_of(std::uint32_t event) const {
    if (const auto found = report_of_.find(event); found != report_of_.end()) return subject_of(found->second);
    const auto& source = document_.events[event].source;
    return source ? discourse_.at(source->span) : std::nullopt;
  }

  std::optional<std::uint32_t> subject_of(std::uint32_t event) const {
    for (const Argument& argument : document_.events[event].args) {
      if (argument.role == Role::agent) return discourse_.at(argument.core);
    }
    return referent_in(Slot(event, Function::subject));
  }

  /// Who is meant in a slot.
  std::optional<std::uint32_t> referent_in(Slot slot) const {
    const auto anaphor = answered_in(slot);
    return anaphor ? std::optional(referent_of_[*anaphor]) : std::nullopt;
  }

  /// The anaphor by which it is known who is meant in a slot, through those that lend it.
  std::optional<std::uint32_t> answered_in(Slot slot) const {
    for (std::uint32_t steps = 0; steps < longest_chain; ++steps) {
      const auto found = slots_.find(slot);
      if (found == slots_.end()) return std::nullopt;
      if (referent_of_[found->second] != nobody) return found->second;
      const auto& lender = references_.anaphors[found->second].lender;
      if (!lender) return std::nullopt;
      slot = Slot(lender->event, lender->function);
    }
    return std::nullopt;
  }

  void note_speaker() {
    for (; next_report_ < references_.reports.size(); ++next_report_) {
      const std::uint32_t report = references_.reports[next_report_];
      if (document_.events[report].sentence.begin >= sentence_end_) break;
      if (const auto who = subject_of(report)) last_speaker_ = who;
    }
  }

  const SpokenText* spoken_around(Span span) const {
    auto behind = std::upper_bound(spoken_.begin(), spoken_.end(), span.begin,
                                   [](std::uint32_t at, const SpokenText& text) { return at < text.span.begin; });
    if (behind == spoken_.begin()) return nullptr;
    --behind;
    return behind->span.contains(span) ? &*behind : nullptr;
  }

  std::uint32_t quotation_around(Span span) const {
    const SpokenText* spoken = spoken_around(span);
    return spoken == nullptr ? 0 : static_cast<std::uint32_t>(spoken - spoken_.data()) + 1;
  }

  std::optional<std::uint32_t> speaker_of(const SpokenText& spoken) const {
    if (spoken.name) return discourse_.at(*spoken.name);
    return spoken.report ? subject_of(*spoken.report) : std::nullopt;
  }

  /// I and we in a quotation: whoever speaks.
  void resolve_speakers() {
    for (std::uint32_t number = 0; number < references_.anaphors.size(); ++number) {
      const Anaphor& anaphor = references_.anaphors[number];
      if (anaphor.agreement.person != 1 || anaphor.lender) continue;
      const SpokenText* spoken = spoken_around(anaphor.at);
      auto who = spoken != nullptr ? speaker_of(*spoken) : reporter_of(anaphor.event);
      if (who && anaphor.agreement.plural == true) who = side_of(*who);
      if (who) referent_of_[number] = *who;
    }
  }

  /// For whom a speaker says `we`: what the speaker holds an office of, else the speaker.
  std::uint32_t side_of(std::uint32_t speaker) const {
    const std::string& entity = discourse_.referents()[speaker].entity;
    for (const StandingRelation& relation : document_.relations) {
      if (entity.empty() || relation.subject_entity != entity) continue;
      const auto side = discourse_.at(relation.object);
      if (side && discourse_.referents()[*side].kind == EntityKind::organization) return *side;
    }
    return speaker;
  }

  // What was found goes into the document.

  /// The name by which an anaphor's antecedent is told: the last before it, else the first behind it; a noun where it
  /// has no name.
  static Span antecedent(const Referent& referent, Span at) {
    const Form wanted = referent.is_named ? Form::name : Form::noun;
    const auto tells = [&](const Appearance& appearance) { return appearance.form == wanted && appearance.span != at; };
    const auto& all = referent.appearances;
    const auto behind =
        std::upper_bound(all.begin(), all.end(), at.begin,
                         [](std::uint32_t begin, const Appearance& one) { return begin < one.span.begin; });
    const auto before = std::find_if(std::make_reverse_iterator(behind), all.rend(), tells);
    if (before != all.rend()) return before->span;
    const auto after = std::find_if(behind, all.end(), tells);
    return after != all.end() ? after->span : at;
  }

  /// An identifier for what has no name, once it is spoken of twice.
  const std::string& identify(std::uint32_t number) {
    Referent& referent = discourse_[number];
    if (referent.entity.empty() && !referent.descriptions.empty()) {
      std::string what = *referent.descriptions.begin();
      std::replace(what.begin(), what.end(), ' ', '-');
      const std::string stem = "thing/" + what + '#';
      referent.entity = stem + std::to_string(++numbers_[stem]);
    }
    return referent.entity;
  }

  std::vector<std::uint32_t> members(std::uint32_t referent) const {
    const auto& group = discourse_.referents()[referent].members;
    return group.empty() ? std::vector<std::uint32_t>{referent} : group;
  }

  void write() {
    for (std::uint32_t event = 0; event < document_.events.size(); ++event) complete_descriptions(event);
    for (std::uint32_t number = 0; number < references_.anaphors.size(); ++number) add_argument(number);
    for (const OpenSource& source : references_.sources) {
      Event& event = document_.events[source.event];
      if (const auto told = source_of(source.report)) event.source = told;
    }
    add_quotation_sources();
    for (StandingRelation& relation : document_.relations) complete_relation(relation);
    drop_open_relations();
  }

  /// A statement of nobody known tells nothing.
  void drop_open_relations() {
    std::set<std::uint32_t> dropped;
    for (const OpenRelation& open : references_.relations) {
      const StandingRelation& relation = document_.relations[open.relation];
      const bool known = !(open.end == Function::subject ? relation.subject_entity : relation.object_entity).empty();
      if (!known || relation.subject_entity == relation.object_entity) dropped.insert(open.relation);
    }
    for (auto number = dropped.rbegin(); number != dropped.rend(); ++number) {
      document_.relations.erase(document_.relations.begin() + *number);
    }
  }

  void complete_descriptions(std::uint32_t number) {
    Event& event = document_.events[number];
    for (std::size_t i = 0; i < event.args.size(); ++i) {
      Argument& argument = event.args[i];
      if (argument.event || argument.role == Role::time) continue;
      complete(argument.core, argument.entity, argument.antecedent);
      if (argument.antecedent) add_reference(argument.core, readings_.events[number].arguments[i].grounds);
    }
    if (event.source) complete(event.source->span, event.source->entity, event.source->antecedent);
  }

  /// Of a noun, whose name another sentence has.
  void add_reference(Span noun, ArgumentGrounds& grounds) const {
    grounds.add(ArgumentEvidence::referred);
    grounds.add(ArgumentEvidence::described);
    grounds.add(ArgumentEvidence::other_sentence);
    const auto doubt = doubts_.find(noun);
    if (doubt != doubts_.end()) grounds.add(ArgumentEvidence::reference_doubt, doubt->second);
  }

  void complete(Span core, std::string& entity, std::optional<Span>& antecedent_span) {
    const auto number = discourse_.at(core);
    if (!number) return;
    const Referent& referent = discourse_.referents()[*number];
    if (!entity.empty() && (!referent.is_named || referent.entity == entity)) return;
    if (!referent.is_named && referent.appearances.size() < 2) return;
    entity = identify(*number);
    // Inside its sentence a description speaks for itself.
    const Span told = antecedent(referent, core);
    if (referent.is_named && told != core && !is_one_sentence(told, core)) antecedent_span = told;
  }

  bool is_one_sentence(Span one, Span other) const {
    const auto sentence_of = [&](Span span) {
      return std::upper_bound(sentences_.begin(), sentences_.end(), span.begin,
                              [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
    };
    return sentence_of(one) == sentence_of(other);
  }

  void complete_relation(StandingRelation& relation) {
    complete(relation.subject, relation.subject_entity, relation.subject_antecedent);
    if (relation.object_entity.empty()) complete(relation.object, relation.object_entity, relation.object_antecedent);
    const SpokenText* spoken = relation.source ? nullptr : spoken_around(relation.relation);
    if (spoken != nullptr && spoken->report) relation.source = source_at(*spoken->report);
  }

  void add_argument(std::uint32_t number) {
    const Anaphor& anaphor = references_.anaphors[number];
    const auto known =
        referent_of_[number] != nobody ? std::optional(number) : answered_in(Slot(anaphor.event, anaphor.function));
    if (!known) return;
    Event& event = document_.events[anaphor.event];
    std::vector<ArgumentReading>& readings = readings_.events[anaphor.event].arguments;
    for (const std::uint32_t member : members(referent_of_[*known])) {
      Argument argument;
      argument.role = anaphor.role;
      argument.entity = identify(member);
      const Span told = antecedent(discourse_.referents()[member], anaphor.at);
      argument.antecedent = told;
      argument.implicit = !anaphor.pronoun;
      argument.core = argument.phrase = anaphor.pronoun.value_or(told);
      const bool told_already = std::any_of(event.args.begin(), event.args.end(), [&](const Argument& other) {
        return (!other.entity.empty() && other.entity == argument.entity) || (argument.implicit && other.core == told);
      });
      if (told_already || told == anaphor.at) continue;
      const bool first = anaphor.function == Function::subject;
      ArgumentReading reading = anaphor.reading;
      add_referent(*known, number, member, told, reading.grounds);
      readings.insert(first ? readings.begin() : readings.end(), std::move(reading));
      event.args.insert(first ? event.args.begin() : event.args.end(), std::move(argument));
    }
  }

  /// Whom an anaphor means, by what was found for `known`.
  void add_referent(std::uint32_t known, std::uint32_t anaphor, std::uint32_t referent, Span told,
                    ArgumentGrounds& grounds) const {
    using E = ArgumentEvidence;
    const Anaphor& one = references_.anaphors[anaphor];
    add_kind(one.role, discourse_.referents()[referent].kind, grounds);
    if (discourse_.referents()[referent].is_named) grounds.add(E::named);
    grounds.add(E::referred);
    grounds.add(E::reference_doubt, doubt_of_[known]);
    if (!document_.events[one.event].sentence.contains(told)) grounds.add(E::other_sentence);
    if (known != anaphor) grounds.add(E::lent);
    if (references_.anaphors[known].agreement.person == 1) grounds.add(E::speaker);
  }

  /// Whose word an event is, by the subject of the saying.
  std::optional<Source> source_of(std::uint32_t report) {
    const auto who = subject_of(report);
    if (!who) return std::nullopt;
    const auto slot = slots_.find(Slot(report, Function::subject));
    Source source;
    source.entity = identify(*who);
    const Span at = slot == slots_.end() ? document_.events[report].trigger : references_.anaphors[slot->second].at;
    const Span told = antecedent(discourse_.referents()[*who], at);
    source.antecedent = told;
    const bool pronoun = slot != slots_.end() && references_.anaphors[slot->second].pronoun;
    source.span = pronoun ? *references_.anaphors[slot->second].pronoun : told;
    if (source.span == told) source.antecedent.reset();
    return source;
  }

  void add_quotation_sources() {
    for (Event& event : document_.events) {
      if (event.source) continue;
      const SpokenText* spoken = spoken_around(event.trigger);
      if (spoken == nullptr) continue;
      if (spoken->name) {
        const auto who = discourse_.at(*spoken->name);
        if (who) event.source = Source{*spoken->name, discourse_.referents()[*who].entity, std::nullopt};
      } else if (spoken->report) {
        event.source = source_at(*spoken->report);
      }
    }
  }

  /// The speaker of a saying, where a noun names him there.
  std::optional<Source> source_at(std::uint32_t report) {
    for (const Argument& argument : document_.events[report].args) {
      if (argument.role == Role::agent) return Source{argument.core, argument.entity, argument.antecedent};
    }
    return source_of(report);
  }

  const Lexicon& lexicon_;
  ReferenceTeacher* teacher_;
  std::span<const Sentence> sentences_;
  const OpenReferences& references_;
  Readings& readings_;
  Document& document_;
  Discourse discourse_;
  ReferenceRanker ranker_;
  std::vector<std::uint32_t> referent_of_;  ///< Of each anaphor.
  std::vector<double> doubt_of_;            ///< In that, in nats.
  std::map<Span, double> doubts_;           ///< In whom a noun means.
  std::vector<SpokenText> spoken_;
  std::map<Slot, std::uint32_t> slots_;
  std::map<std::uint32_t, std::uint32_t> report_of_;
  std::set<std::uint32_t> is_report_;
  std::multimap<Span, Expression> waiting_;  ///< Titles, by the name behind them.
  std::map<std::string, std::uint32_t> numbers_;
  std::optional<std::uint32_t> last_speaker_;
  std::size_t next_report_ = 0;
  std::size_t next_relation_ = 0;
  std::uint32_t sentence_end_ = 0;
};

}  // namespace

void resolve_references(const Lexicon& lexicon, const ReferenceWeights& weights, std::span<const Sentence> sentences,
                        Frames& frames, Document& document, ReferenceTeacher* teacher) {
  ReferenceResolver(lexicon, weights, sentences, frames, document, teacher).resolve();
}

}  // namespace habari
