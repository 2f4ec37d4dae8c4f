#include "references/reference_resolver.hpp"

#include "references/article_references.hpp"
#include "references/document_completion.hpp"
#include "references/reference_ranker.hpp"

#include <algorithm>
#include <limits>

namespace habari {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

class ReferenceResolver {
 public:
  ReferenceResolver(const Lexicon& lexicon, const ReferenceTables& tables, std::span<const Sentence> sentences,
                    Frames& frames, Document& document, ReferenceTeacher* teacher)
      : lexicon_(lexicon),
        senses_(tables.senses),
        teacher_(teacher),
        sentences_(sentences),
        references_(frames.open),
        readings_(frames.readings),
        document_(document),
        found_(document, sentences, references_),
        discourse_(found_.discourse()),
        ranker_(discourse_, lexicon.agreement(), tables.weights) {}

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
    complete_document(found_, sentences_, readings_, document_);
  }

 private:
  using Slot = ArticleReferences::Slot;

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
    std::uint32_t relation = next_relation_;
    while (next_relation_ < references_.relations.size() &&
           references_.relations[next_relation_].at.begin < sentence.span.end) {
      ++next_relation_;
    }
    auto next = order.begin();
    std::map<Word, std::uint32_t> of_word;
    for (Expression& expression : expressions(context, senses_, number)) {
      while (next != order.end() && references_.anaphors[*next].at.begin < expression.appearance.span.begin) {
        resolve_anaphor(*next++, number, context.tree());
      }
      expression.appearance.quotation = found_.quotation_around(expression.appearance.span);
      read_expression(context, expression, of_word);
    }
    while (next != order.end()) resolve_anaphor(*next++, number, context.tree());
    look_ahead(order, number, context.tree(), of_word);
    for (; relation < next_relation_; ++relation) resolve_relation(relation, number);
    sentence_end_ = sentence.span.end;
    note_speaker();
  }

  void read_expression(const SentenceContext& context, const Expression& expression,
                       std::map<Word, std::uint32_t>& of_word) {
    std::uint32_t referent = nobody;
    if (expression.mention != nullptr) {
      if (!discourse_.knows(expression)) find_namesake(expression);
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
      found_.note_doubt(expression.appearance.span, known->doubt);
      discourse_.describe(referent, expression);
      discourse_.appear(referent, expression.appearance);
    } else {
      referent = discourse_.add(expression);
    }
    of_word[expression.appearance.head] = referent;
    if (expression.coordinated_with) join(*expression.coordinated_with, referent, expression.appearance, of_word);
  }

  /// `A driver … The driver, Juma Ali, …`: the title of a name told for the first time may take up somebody spoken of
  /// before, whose name it is then.
  void find_namesake(const Expression& name) {
    const auto [first, last] = waiting_.equal_range(name.mention->span);
    for (auto at = first; at != last; ++at) {
      const auto known = answer(question_of(at->second));
      if (!known) continue;
      const Referent& referent = discourse_.referents()[known->referent];
      const bool one = referent.members.empty() && !referent.agreement.plural.value_or(false);
      const bool fits = referent.kind == name.kind && referent.descriptions.contains(at->second.lemma);
      if (!referent.is_named && one && fits) return discourse_.give_name(known->referent, name);
    }
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
      found_.settle(number, chosen->referent, chosen->doubt);
      const Appearance appearance{sentence, anaphor.at,    anaphor.function,  Appearance::Form::pronoun,
                                  0,        question.main, question.quotation};
      discourse_.appear(chosen->referent, appearance);
      Referent& referent = discourse_[chosen->referent];
      if (referent.agreement.gender.empty()) referent.agreement.gender = anaphor.agreement.gender;
      const bool somebody = anaphor.agreement.gender == "Masc" || anaphor.agreement.gender == "Fem";
      if (somebody) referent.unsure_kind = false;
    }
  }

  /// `After he had lost, Juma wept`: what a clause before the main one leaves open means the main subject, where it
  /// agrees and nobody was found.
  void look_ahead(std::span<const std::uint32_t> anaphors, std::uint32_t sentence, const TreeView& tree,
                  const std::map<Word, std::uint32_t>& of_word) {
    for (const std::uint32_t number : anaphors) {
      const Anaphor& anaphor = references_.anaphors[number];
      if (found_.settled(number) || anaphor.agreement.person != 3) continue;
      const auto subject = main_subject_behind(anaphor.at, tree, of_word);
      if (subject && ranker_.agrees(question_of(number, sentence), *subject)) found_.settle(number, *subject);
    }
  }

  static std::optional<std::uint32_t> main_subject_behind(Span at, const TreeView& tree,
                                                          const std::map<Word, std::uint32_t>& of_word) {
    for (const auto& [word, referent] : of_word) {
      if (tree[word].span.begin < at.end || tree[word].deprel != Deprel::nsubj) continue;
      const auto main = tree.head(word);
      if (!main || !is_in_main_clause(tree, word)) continue;
      for (const Word clause : tree.dependents(*main)) {
        if (tree[clause].deprel == Deprel::advcl && clause < word && tree.extent(clause).contains(at)) return referent;
      }
    }
    return std::nullopt;
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
    question.quotation = found_.quotation_around(anaphor.at);
    for (const Argument& argument : document_.events[anaphor.event].args) question.others.push_back(argument.core);
    for (const Function function : {Function::subject, Function::object, Function::oblique}) {
      const auto other = found_.anaphor_in(Slot(anaphor.event, function));
      if (!other || *other == number || !found_.settled(*other)) continue;
      const Referent& taken = discourse_.referents()[*found_.settled(*other)];
      if (!taken.appearances.empty()) question.others.push_back(taken.appearances.back().span);
    }
    question.speaks = found_.is_report(anaphor.event);
    question.last_speaker = last_speaker_;
    question.reporter = found_.reporter_of(anaphor.event);
    if (const SpokenText* spoken = found_.spoken_around(anaphor.at))
      question.quoted_speaker = found_.speaker_of(*spoken);
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
  void resolve_relation(std::uint32_t number, std::uint32_t sentence) {
    const OpenRelation& open = references_.relations[number];
    if (!open.pronoun || open.pronoun->person == 2) return;
    const StandingRelation& relation = document_.relations[open.relation];
    const bool subject = open.end == Function::subject;
    ReferenceQuestion question;
    question.at = open.at;
    question.sentence = sentence;
    question.function = subject ? Function::subject : Function::possessor;
    question.agreement = *open.pronoun;
    question.others.push_back(subject ? relation.object : relation.subject);
    question.quotation = found_.quotation_around(open.at);
    if (const SpokenText* spoken = found_.spoken_around(open.at)) question.quoted_speaker = found_.speaker_of(*spoken);
    std::optional<std::uint32_t> who;
    if (open.pronoun->person == 1)
      who = question.quoted_speaker;
    else if (const auto answered = answer(question))
      who = answered->referent;
    if (who) found_.settle_relation(number, *who);
  }

  void note_speaker() {
    for (; next_report_ < references_.reports.size(); ++next_report_) {
      const std::uint32_t report = references_.reports[next_report_];
      if (document_.events[report].sentence.begin >= sentence_end_) break;
      if (const auto who = found_.subject_of(report)) last_speaker_ = who;
    }
  }

  /// I and we in a quotation: whoever speaks; you: who is spoken to.
  void resolve_speakers() {
    for (std::uint32_t number = 0; number < references_.anaphors.size(); ++number) {
      const Anaphor& anaphor = references_.anaphors[number];
      if (anaphor.agreement.person == 3 || anaphor.lender) continue;
      const SpokenText* spoken = found_.spoken_around(anaphor.at);
      if (anaphor.agreement.person == 2) {
        const auto told = spoken != nullptr && spoken->report ? found_.addressee_of(*spoken->report) : std::nullopt;
        if (told) found_.settle(number, *told);
        continue;
      }
      auto who = spoken != nullptr ? found_.speaker_of(*spoken) : found_.reporter_of(anaphor.event);
      if (who && anaphor.agreement.plural == true) who = side_of(*who);
      if (who) found_.settle(number, *who);
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

  const Lexicon& lexicon_;
  const NounSenses& senses_;
  ReferenceTeacher* teacher_;
  std::span<const Sentence> sentences_;
  const OpenReferences& references_;
  Readings& readings_;
  Document& document_;
  ArticleReferences found_;
  Discourse& discourse_;
  ReferenceRanker ranker_;
  std::multimap<Span, Expression> waiting_;  ///< Titles, by the name behind them.
  std::optional<std::uint32_t> last_speaker_;
  std::size_t next_report_ = 0;
  std::uint32_t next_relation_ = 0;
  std::uint32_t sentence_end_ = 0;
};

}  // namespace

void resolve_references(const Lexicon& lexicon, const ReferenceTables& tables, std::span<const Sentence> sentences,
                        Frames& frames, Document& document, ReferenceTeacher* teacher) {
  ReferenceResolver(lexicon, tables, sentences, frames, document, teacher).resolve();
}

}  // namespace habari
