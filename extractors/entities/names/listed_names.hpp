#pragma once

#include "gazetteer/gazetteer.hpp"
#include "times/time_expressions.hpp"
#include "words/found_name.hpp"
#include "words/name_source.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace habari {

/// Finds names that the gazetteer lists and that no one marked as they are listed.
class ListedNames {
 public:
  ListedNames(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces, NameSource source)
      : gazetteer_(gazetteer), words_(words), pieces_(pieces), source_(source) {}

  /// Adds them to `names`, which stay in text order. Where a reader marked the names these are listed names of several
  /// words that hold marked ones (`Afrika Kusini`, marked `Afrika`), and what is hardly anything else than a name:
  /// countries, peoples, institutions of more than two words, acronyms of bodies. Else they are all entries, and people
  /// of nations and faiths.
  void add(std::vector<FoundName>& names, std::span<const FoundTime> times);

 private:
  using Index = std::uint32_t;
  /// How the words of a possible name are written.
  struct Writing {
    Index words = 0;
    Index capitals = 0;
    bool all_upper = true;
  };

  void note_owners(const std::vector<FoundName>& names, std::span<const FoundTime> times);
  bool may_begin(Index at) const;
  bool may_hold(Index at, Index i) const;
  bool may_end(Index end) const;
  bool holds_marked(Index at, Index end) const;
  bool is_handle(Index at) const;

  FoundName name_at(Index at) const;
  void take_listed(FoundName& name) const;
  void take_group(FoundName& name) const;
  void take_institution(FoundName& name) const;
  void take_institution_alone(FoundName& name) const;
  void take_filed(FoundName& name) const;
  void leave_out_titles(FoundName& name) const;

  bool is_name(Gazetteer::Alias alias, Index begin, Index end) const;
  bool is_whole_name(const GazetteerEntry& entry, Gazetteer::Alias alias, Index begin, const Writing& writing) const;
  bool is_acronym(const GazetteerEntry& entry, Index begin, const Writing& writing) const;
  bool may_be_lower(const GazetteerEntry& entry, Index begin, const Writing& writing) const;
  bool shows_itself(const GazetteerEntry& entry, Index begin, const Writing& writing) const;
  bool is_group(Index begin, Index end) const;
  bool is_title(Index at) const;
  bool holds_country(Index begin, Index end) const;
  Writing writing_of(Index begin, Index end) const;

  const Gazetteer& gazetteer_;
  const NameWords& words_;
  std::span<const Piece> pieces_;
  NameSource source_;
  /// The marked name that a piece belongs to, as `first` and `last`, or a time.
  struct Owner {
    Index first = 0;
    Index last = 0;
    bool is_name = false;
    bool is_time = false;
  };
  std::vector<Owner> owners_;
};

}  // namespace habari
