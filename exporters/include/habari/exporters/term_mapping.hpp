#pragma once

#include <habari/core/ontology.hpp>

#include <filesystem>
#include <istream>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// What relations, event types and roles are in schemes of the user's: codes (`CAMEO:040`) or IRIs.
class TermMapping {
 public:
  /// One name of a term in another scheme.
  struct Code {
    std::string text;     ///< `CAMEO:040`, or an IRI.
    bool is_iri = false;  ///< Whether it is an absolute `http` or `https` IRI.
    friend auto operator<=>(const Code&, const Code&) = default;
  };

  TermMapping() = default;  ///< Nothing is mapped.
  /// Adds the rows of a tab-separated table: the first line names the columns `what` (`relation`, `type` or `role`),
  /// `term` (`meet`, `CONSULT`, `agent`) and `code`; others are passed over, lines that begin with `#` are comments.
  /// `name` stands for the input in messages. Errors: Error `NAME:LINE: …`.
  void add(std::istream& in, const std::string& name);
  /// The same of a file. Errors: as add(); Error where it cannot be read.
  void add_file(const std::filesystem::path& file);

  std::span<const Code> of_relation(std::string_view label) const;  ///< In ascending order.
  std::span<const Code> of_type(EventType type) const;              ///< As of_relation().
  std::span<const Code> of_role(Role role) const;                   ///< As of_relation().
  /// Codes of an event: its relation's; its type's where the relation has none.
  std::span<const Code> of_event(std::string_view label, EventType type) const;

 private:
  std::map<std::string, std::vector<Code>, std::less<>> relations_;
  std::map<EventType, std::vector<Code>> types_;
  std::map<Role, std::vector<Code>> roles_;
};

}  // namespace habari
