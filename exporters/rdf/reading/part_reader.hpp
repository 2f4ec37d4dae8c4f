#pragma once

#include "rdf/reading/statement_table.hpp"
#include "rdf/reading/term_reader.hpp"

#include <habari/core/article_part.hpp>
#include <habari/core/text.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace habari::rdf {

/// Reads statements by the model of docs/rdf.md, back into what each article contributes.
class PartReader {
 public:
  PartReader(const StatementTable& table, const std::string& name) : table_(table), terms_(table, name), name_(name) {}
  /// Errors: as habari::read_rdf, for what the statements say.
  std::vector<ArticlePart> read();

 private:
  using Place = TermReader::Place;
  struct MentionPlace {
    std::uint32_t article = 0;
    std::uint32_t index = 0;
  };
  /// What is stated of a participant or a time at a piece of text, because the piece does not tell.
  struct Participation {
    Role role = Role::agent;
    TermNumber string = 0;
    TermNumber subject = 0;
    friend auto operator<=>(const Participation&, const Participation&) = default;
  };

  void read_articles();
  void read_publication(TermNumber term, Article& article);
  void read_texts();
  void read_names();
  void read_strings();
  void read_participations();
  void read_event(TermNumber event);
  void read_event_mention(TermNumber mention, const ArticlePart::EventMention& event);
  void read_source(TermNumber mention, ArticlePart::EventMention& row);
  void read_triggers();
  void read_roles(TermNumber event);
  void read_role(TermNumber event, TermNumber mention, Role role, TermNumber string);
  void add_stated(ArticlePart::RoleMention row, TermNumber participant, std::uint32_t article);
  bool add_told(ArticlePart::RoleMention row, TermNumber event, const Place& at, TermNumber string);
  bool add_standing(ArticlePart::RoleMention row, TermNumber participant, const Place& at);
  void read_times(TermNumber mention);
  void read_quantities();
  void read_relation(TermNumber relation);
  void read_links();
  void read_matches();

  std::string words_at(TermNumber string) const;
  std::string name(TermNumber entity, TermNumber string, const ArticlePart::EntityMention& mention) const;
  std::span<const Participation> stated(TermNumber mention, Role role, TermNumber string) const;

  const StatementTable& table_;
  TermReader terms_;
  std::string name_;
  std::vector<ArticlePart> parts_;
  std::map<std::uint32_t, CodePointIndexView> texts_;                      ///< Of the articles that have one.
  std::map<std::pair<TermNumber, TermNumber>, TermNumber> names_;          ///< By entity and piece, where stated.
  std::map<Place, std::vector<TermNumber>> entities_;                      ///< Mentioned at a place.
  std::set<Place> told_pieces_;                                            ///< Read by add_told().
  std::map<TermNumber, MentionPlace> event_mentions_;                      ///< By mention.
  std::map<TermNumber, std::vector<Participation>> participations_;        ///< By event mention, sorted.
  std::map<Place, std::vector<std::pair<Uuid, std::uint32_t>>> triggers_;  ///< Event and index, by trigger.
  std::map<std::pair<std::uint32_t, Uuid>, std::uint32_t> told_;           ///< A mention's index, by article and event.
};

}  // namespace habari::rdf
