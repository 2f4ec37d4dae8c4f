#include "names/agreeing_names.hpp"

#include <algorithm>

namespace habari {
namespace {

class AgreeingNames {
 public:
  AgreeingNames(const Lexicon& lexicon, const NameWords& words, const TimeTables& times,
                std::span<const Sentence> sentences, std::span<const Piece> pieces, const std::vector<FoundName>& names)
      : lexicon_(lexicon),
        words_(words),
        times_(times),
        sentences_(sentences),
        pieces_(pieces),
        owners_(pieces.size(), nullptr) {
    for (const FoundName& name : names) {
      std::fill(owners_.begin() + name.first, owners_.begin() + name.last + 1, &name);
    }
  }

  std::vector<FoundName> find() const {
    std::vector<FoundName> found;
    for (Index at = 0; at < pieces_.size();) {
      if (!is_person(at)) {
        ++at;
        continue;
      }
      FoundName name;
      name.kind = EntityKind::person;
      name.first = at;
      name.last = last_word(at);
      name.span = {pieces_[at].span.begin, pieces_[name.last].span.end};
      found.push_back(name);
      at = name.last + 1;
    }
    return found;
  }

 private:
  using Index = std::uint32_t;

  bool is_personal(Index at) const {
    const WordId word = pieces_[at].word;
    const bool is_listed = words_.has(word, NameRole::given_name) || words_.has(word, NameRole::surname);
    return is_listed && !words_.has(word, NameRole::title);
  }

  bool is_weekday(Index at) const {
    const auto found = times_.words().find(std::span(&pieces_[at].word, 1));
    return std::any_of(found.begin(), found.end(),
                       [](const TimeWord& word) { return word.kind == TimeClass::weekday; });
  }

  /// Whether the word goes on a person's name before it.
  bool continues(Index at) const {
    if (at >= pieces_.size() || pieces_[at].sentence != pieces_[at - 1].sentence || !pieces_[at].is_capital())
      return false;
    const FoundName* owner = owners_[at];
    return owner != nullptr ? owner->first == at && owner->kind == EntityKind::person : is_personal(at);
  }

  Index last_word(Index at) const {
    while (continues(at + 1)) at = owners_[at + 1] != nullptr ? owners_[at + 1]->last : at + 1;
    return at;
  }

  bool is_person(Index at) const {
    const Piece& piece = pieces_[at];
    if (owners_[at] != nullptr || !piece.is_capital() || words_.noun_kind(piece.word) == EntityKind::person)
      return false;
    // A month is a given name only before another name: `Aprili Otieno`.
    const bool is_time = words_.noun_kind(piece.word) == EntityKind::time && continues(at + 1);
    if ((!is_personal(at) && !is_time) || is_weekday(at)) return false;
    const Sentence& sentence = sentences_[piece.sentence];
    const Token& token = sentence.tokens[piece.token];
    if (token.span != piece.span || token.head == 0 || token.head > sentence.tokens.size()) return false;
    if (token.upos != Upos::noun && token.upos != Upos::propn) return false;
    const Token& verb = sentence.tokens[token.head - 1];
    if (verb.upos != Upos::verb && verb.upos != Upos::aux) return false;
    const bool has_class = !token.feature("NounClass").empty();
    if (token.deprel == Deprel::nsubj) {
      if (!has_class) return !words_.is_common(piece.word);
      return verb.feature("Person") == "3" && !lexicon_.agreement().agree(verb, token);
    }
    const bool is_behind = token.head == piece.token;
    return has_class && is_behind && verb.feature("ObjPerson") == "3" &&
           !lexicon_.agreement().agree_with_object(verb, token);
  }

  const Lexicon& lexicon_;
  const NameWords& words_;
  const TimeTables& times_;
  std::span<const Sentence> sentences_;
  std::span<const Piece> pieces_;
  std::vector<const FoundName*> owners_;  ///< The marked name that a piece belongs to.
};

}  // namespace

void add_agreeing_names(const Lexicon& lexicon, const NameWords& words, const TimeTables& times,
                        std::span<const Sentence> sentences, std::span<const Piece> pieces,
                        std::vector<FoundName>& names) {
  put_in(AgreeingNames(lexicon, words, times, sentences, pieces, names).find(), names);
}

}  // namespace habari
