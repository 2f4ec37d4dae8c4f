#include "references/document_completion.hpp"

#include "frames/grounds.hpp"

#include <algorithm>

namespace habari {
namespace {

class DocumentCompletion {
 public:
  DocumentCompletion(ArticleReferences& found, std::span<const Sentence> sentences, Readings& readings,
                     Document& document)
      : found_(found), sentences_(sentences), readings_(readings), document_(document) {}

  void complete() {
    for (const auto& [relation, referent] : found_.relation_ends()) complete_end(relation, referent);
    for (std::uint32_t event = 0; event < document_.events.size(); ++event) complete_descriptions(event);
    for (std::uint32_t number = 0; number < found_.open().anaphors.size(); ++number) add_argument(number);
    for (const OpenSource& source : found_.open().sources) {
      Event& event = document_.events[source.event];
      if (const auto told = source_of(source.report)) event.source = told;
    }
    add_quotation_sources();
    for (StandingRelation& relation : document_.relations) complete_relation(relation);
    drop_open_relations();
  }

 private:
  using Form = Appearance::Form;
  using Slot = ArticleReferences::Slot;

  /// Whom an end of a statement means that has no name there.
  void complete_end(std::uint32_t number, std::uint32_t referent) {
    const OpenRelation& open = found_.open().relations[number];
    StandingRelation& relation = document_.relations[open.relation];
    const bool subject = open.end == Function::subject;
    (subject ? relation.subject_entity : relation.object_entity) = identify(referent);
    (subject ? relation.subject_antecedent : relation.object_antecedent) =
        antecedent(found_.discourse().referents()[referent], open.at);
  }

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
    Referent& referent = found_.discourse()[number];
    if (referent.entity.empty() && !referent.descriptions.empty()) {
      std::string what = *referent.descriptions.begin();
      std::replace(what.begin(), what.end(), ' ', '-');
      const std::string stem = "thing/" + what + '#';
      referent.entity = stem + std::to_string(++numbers_[stem]);
    }
    return referent.entity;
  }

  std::vector<std::uint32_t> members(std::uint32_t referent) const {
    const auto& group = found_.discourse().referents()[referent].members;
    return group.empty() ? std::vector<std::uint32_t>{referent} : group;
  }

  /// A statement of nobody known tells nothing.
  void drop_open_relations() {
    std::set<std::uint32_t> dropped;
    for (const OpenRelation& open : found_.open().relations) {
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
    grounds.add(ArgumentEvidence::reference_doubt, found_.doubt_at(noun));
  }

  void complete(Span core, std::string& entity, std::optional<Span>& antecedent_span) {
    const auto number = found_.discourse().at(core);
    if (!number) return;
    const Referent& referent = found_.discourse().referents()[*number];
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
    const SpokenText* spoken = relation.source ? nullptr : found_.spoken_around(relation.relation);
    if (spoken != nullptr && spoken->report) relation.source = source_at(*spoken->report);
  }

  void add_argument(std::uint32_t number) {
    const Anaphor& anaphor = found_.open().anaphors[number];
    const auto known =
        found_.settled(number) ? std::optional(number) : found_.answered_in(Slot(anaphor.event, anaphor.function));
    if (!known) return;
    Event& event = document_.events[anaphor.event];
    std::vector<ArgumentReading>& readings = readings_.events[anaphor.event].arguments;
    for (const std::uint32_t member : members(*found_.settled(*known))) {
      Argument argument;
      argument.role = anaphor.role;
      argument.entity = identify(member);
      const Span told = antecedent(found_.discourse().referents()[member], anaphor.at);
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
    const Anaphor& one = found_.open().anaphors[anaphor];
    const Referent& who = found_.discourse().referents()[referent];
    add_kind(one.role, who.kind, grounds);
    if (who.is_named) grounds.add(E::named);
    grounds.add(E::referred);
    grounds.add(E::reference_doubt, found_.doubt(known));
    if (!document_.events[one.event].sentence.contains(told)) grounds.add(E::other_sentence);
    if (known != anaphor) grounds.add(E::lent);
    if (found_.open().anaphors[known].agreement.person == 1) grounds.add(E::speaker);
  }

  /// Whose word an event is, by the subject of the saying.
  std::optional<Source> source_of(std::uint32_t report) {
    const auto who = found_.subject_of(report);
    if (!who) return std::nullopt;
    const auto anaphor = found_.anaphor_in(Slot(report, Function::subject));
    Source source;
    source.entity = identify(*who);
    const Span at = anaphor ? found_.open().anaphors[*anaphor].at : document_.events[report].trigger;
    const Span told = antecedent(found_.discourse().referents()[*who], at);
    source.antecedent = told;
    source.span = anaphor ? found_.open().anaphors[*anaphor].pronoun.value_or(told) : told;
    if (source.span == told) source.antecedent.reset();
    return source;
  }

  void add_quotation_sources() {
    for (Event& event : document_.events) {
      if (event.source) continue;
      const SpokenText* spoken = found_.spoken_around(event.trigger);
      if (spoken == nullptr) continue;
      if (spoken->name) {
        const auto who = found_.discourse().at(*spoken->name);
        if (who) event.source = Source{*spoken->name, found_.discourse().referents()[*who].entity, std::nullopt};
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

  ArticleReferences& found_;
  std::span<const Sentence> sentences_;
  Readings& readings_;
  Document& document_;
  std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace

void complete_document(ArticleReferences& found, std::span<const Sentence> sentences, Readings& readings,
                       Document& document) {
  DocumentCompletion(found, sentences, readings, document).complete();
}

}  // namespace habari
