#pragma once

#include "entities/name_finder.hpp"

#include <unordered_map>

namespace habari {

/// One article on its way through the NameFinder: its pieces, what is known of each, and the names found so far.
class NameScene {
 public:
  NameScene(const Gazetteer& gazetteer, const NameWords& words, const Lexicon& lexicon,
            std::span<const Sentence> sentences, std::span<const Piece> pieces,
            std::span<const std::pair<std::uint32_t, std::uint32_t>> times);

  std::vector<FoundName> find();

 private:
  using Index = std::uint32_t;
  /// A stretch of a run of names: a gazetteer name, or a word that only its capital makes a name.
  struct Unit {
    Index first;
    Index end;
    bool suffix;
    std::optional<std::uint32_t> entry;  ///< In the gazetteer.
  };

  // name_marks.cpp: what is known of each piece
  void count_capitals();
  void mark_sentence(Index begin, Index end);
  void mark_gazetteer_name(Index at, Index end);
  void mark_institution(Index at, Index end);
  void mark_filed_name(Index at, Index end);
  void mark_role(Index at, Index end);
  bool holds_country(Index begin, Index end) const;
  bool is_written_as(Gazetteer::Alias alias, Index begin, Index end) const;
  bool is_headline(Index begin, Index end) const;

  // name_runs.cpp: which pieces make a name
  void find_in_sentence(Index begin, Index end);
  bool take_group(Index at, Index end);
  bool take_headed_name(Index at, Index end);
  bool take_introduced_name(Index at, Index end);
  bool only_introduces(Index complement, Index end) const;
  Index headed_name_end(Index at, Index complement, Index end) const;
  Index complement_end(Index at, Index end) const;
  Index run_end(Index at, Index end, std::vector<Unit>& units) const;
  bool is_suffix(Index at) const;
  bool joins_names(Index at, Index end) const;
  Index particle_end(Index at, Index end, bool opens_name) const;
  void take_run(const std::vector<Unit>& units);
  std::size_t take_units(const std::vector<Unit>& units, std::size_t at);
  std::optional<std::size_t> take_suffixed(const std::vector<Unit>& units, std::size_t at);
  std::optional<std::uint32_t> full_person(const std::vector<Unit>& units, std::size_t at, std::size_t end) const;
  bool continues_person(const Unit& unit, bool after_person_word) const;
  bool is_office(const std::vector<Unit>& units, std::size_t at) const;
  bool is_nameable(Index at, Index end) const;
  bool stands_by_name(Index at, Index end) const;
  bool may_name(Index at) const;
  bool is_handle(Index at) const;
  bool is_location(Index at) const;
  bool is_certain_start(Index at, Index end) const;
  bool is_name_start(Index at, Index end) const;
  void add(Index first, Index end, EntityKind kind, Evidence evidence, std::optional<std::uint32_t> entry = {});
  void extend_by_acronyms();
  bool extends(const FoundName& name, const FoundName& acronym) const;

  // name_kinds.cpp: what the name is a name of
  std::pair<EntityKind, Evidence> kind_of(Index first, Index end) const;
  std::optional<EntityKind> kind_before(Index at) const;
  std::optional<EntityKind> kind_beside(Index first) const;
  bool is_quoted(Index first, Index end) const;
  std::optional<EntityKind> kind_of_chain(Index at) const;
  std::optional<EntityKind> kind_after(Index first, Index end) const;

  // name_places.cpp: where a place lies
  void locate_places();
  std::string country_behind(std::size_t name) const;
  bool is_apposed(const FoundName& name, const FoundName& larger) const;

  bool has(Index at, NameRole role) const { return words_.has(pieces_[at].word, role); }
  bool same_sentence(Index a, Index b) const { return pieces_[a].sentence == pieces_[b].sentence; }
  const GazetteerEntry& entry(Index at) const { return gazetteer_.entry(marks_[at].entry); }

  const Gazetteer& gazetteer_;
  const NameWords& words_;
  const Lexicon& lexicon_;
  std::span<const Sentence> sentences_;
  std::span<const Piece> pieces_;
  std::vector<NameMark> marks_;
  std::unordered_map<std::uint64_t, bool> capital_inside_;  // words written with a capital inside a sentence
  bool headline_ = false;
  std::vector<FoundName> names_;
};

}  // namespace habari
