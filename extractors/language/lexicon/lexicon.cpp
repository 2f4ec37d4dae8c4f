#include "lexicon/lexicon.hpp"

#include "lexicon/table.hpp"

namespace habari {
namespace {

template <typename Enum>
std::optional<Enum> optional_term(const Table::Row& row, std::string_view column,
                                  std::optional<Enum> (*parse)(std::string_view)) {
  const std::string_view cell = row[column];
  if (cell.empty()) return std::nullopt;
  const auto parsed = parse(cell);
  if (!parsed) row.fail(std::string(column) + " is \"" + std::string(cell) + "\", none of its closed set");
  return parsed;
}

std::optional<Role> optional_role(const Table::Row& row, std::string_view column) {
  if (row[column] == "-") return std::nullopt;
  return optional_term(row, column, parse_role);
}

RoleMap role_map(const Table::Row& row) {
  RoleMap roles;
  for (const std::string_view pair : split(row["roles"], ' ')) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) row.fail("roles has \"" + std::string(pair) + "\", expected position=role");
    const std::string_view role_name = pair.substr(equals + 1);
    // A preposition of several words is joined by underscores in a cell that blanks divide.
    std::string position(pair.substr(0, equals));
    for (char& c : position) c = c == '_' ? ' ' : c;
    std::optional<Role> role;
    if (role_name != "-") {
      role = parse_role(role_name);
      if (!role) row.fail("roles has \"" + std::string(role_name) + "\", which is no role");
    }
    roles.emplace_back(std::move(position), role);
  }
  return roles;
}

VerbEntry verb_entry(const Table::Row& row) {
  VerbEntry verb;
  verb.lemma = row["lemma"];
  verb.label = row["label"];
  if (verb.lemma.empty() || verb.label.empty()) row.fail("lemma and label must not be empty");
  verb.type = optional_term(row, "type", parse_event_type).value_or(EventType::other);
  for (const std::string_view behaviour : split(row["behaviour"], ',')) {
    if (behaviour == "speech")
      verb.speech = true;
    else if (behaviour == "governing")
      verb.governing = true;
    else if (behaviour == "light")
      verb.light = true;
    else if (behaviour == "copula")
      verb.copula = true;
    else if (behaviour == "auxiliary")
      verb.auxiliary = true;
    else if (behaviour == "complement")
      verb.complement = true;
    else if (behaviour == "obligation")
      verb.obligation = true;
    else if (behaviour == "naming")
      verb.naming = true;
    else
      row.fail("behaviour is \"" + std::string(behaviour) +
               "\", none of speech, governing, light, copula, auxiliary, complement, obligation, naming");
  }
  verb.content = optional_term(row, "content", parse_factuality);
  verb.roles = role_map(row);
  verb.line = row.line();
  return verb;
}

NounEntry noun_entry(const Table::Row& row) {
  NounEntry noun;
  noun.lemma = row["lemma"];
  if (noun.lemma.empty()) row.fail("lemma must not be empty");
  noun.plural = row["plural"];
  noun.noun_class = row["class"];
  noun.kind = optional_term(row, "kind", parse_entity_kind).value_or(EntityKind::thing);
  noun.gloss = row["gloss"].empty() ? row["lemma"] : row["gloss"];
  noun.label = row["label"];
  noun.type = optional_term(row, "type", parse_event_type).value_or(EventType::other);
  noun.roles = role_map(row);
  noun.line = row.line();
  return noun;
}

MarkerEntry marker_entry(const Table::Row& row) {
  MarkerEntry marker;
  marker.marker = row["marker"];
  if (marker.marker.empty()) row.fail("marker must not be empty");
  const std::string_view use = row["use"];
  if (use == "case")
    marker.use = MarkerEntry::Use::case_marker;
  else if (use == "clause")
    marker.use = MarkerEntry::Use::clause_marker;
  else if (use == "source")
    marker.use = MarkerEntry::Use::source_marker;
  else if (use == "agent")
    marker.use = MarkerEntry::Use::agent_marker;
  else if (use == "infinitive")
    marker.use = MarkerEntry::Use::infinitive_marker;
  else if (use == "reporting")
    marker.use = MarkerEntry::Use::reporting_marker;
  else if (use == "subject")
    marker.use = MarkerEntry::Use::subject_marker;
  else if (use == "naming")
    marker.use = MarkerEntry::Use::naming_marker;
  else
    row.fail("use is \"" + std::string(use) +
             "\", none of case, clause, source, agent, infinitive, reporting, subject, naming");
  marker.object = optional_term(row, "object", parse_entity_kind);
  marker.role = optional_role(row, "role");
  marker.factuality = optional_term(row, "factuality", parse_factuality);
  marker.line = row.line();
  return marker;
}

template <typename Entry>
const Entry* find(const StringMap<Entry>& entries, std::string_view key) {
  const auto found = entries.find(key);
  return found == entries.end() ? nullptr : &found->second;
}

template <typename Entry>
void insert(StringMap<Entry>& entries, Entry entry, const Table::Row& row) {
  std::string key = entry.lemma;
  if (!entries.emplace(std::move(key), std::move(entry)).second) row.fail("a second row for the same lemma");
}

}  // namespace

Lexicon::Lexicon(const std::filesystem::path& folder) : object_types_(folder), agreement_(folder), quantities_(folder) {
  const Table verbs(folder / "verbs.tsv", {"lemma", "label", "type", "behaviour", "content", "roles"});
  for (const auto row : verbs) insert(verbs_, verb_entry(row), row);
  const Table nouns(folder / "nouns.tsv", {"lemma", "kind", "gloss", "label", "type", "roles"});
  for (const auto row : nouns) insert(nouns_, noun_entry(row), row);
  const Table markers(folder / "markers.tsv", {"marker", "use", "object", "role", "factuality"});
  for (const auto row : markers) {
    MarkerEntry marker = marker_entry(row);
    markers_[marker.marker].push_back(std::move(marker));
  }
  const Table adverbs(folder / "adverbs.tsv", {"lemma", "factuality", "role"});
  for (const auto row : adverbs) {
    insert(adverbs_,
           AdverbEntry{std::string(row["lemma"]), optional_term(row, "factuality", parse_factuality),
                       optional_role(row, "role"), row.line()},
           row);
  }
}

const std::optional<Role>* find_role(const RoleMap& roles, std::string_view position) {
  for (const auto& [name, role] : roles) {
    if (name == position) return &role;
  }
  return nullptr;
}

const VerbEntry* Lexicon::verb(std::string_view lemma) const { return find(verbs_, lemma); }
const NounEntry* Lexicon::noun(std::string_view lemma) const { return find(nouns_, lemma); }
const AdverbEntry* Lexicon::adverb(std::string_view lemma) const { return find(adverbs_, lemma); }

const MarkerEntry* Lexicon::marker(std::string_view marker, MarkerEntry::Use use,
                                   std::optional<EntityKind> object) const {
  const auto found = markers_.find(marker);
  if (found == markers_.end()) return nullptr;
  const MarkerEntry* general = nullptr;
  for (const MarkerEntry& entry : found->second) {
    if (entry.use != use) continue;
    if (entry.object && entry.object == object) return &entry;
    if (!entry.object && general == nullptr) general = &entry;
  }
  return general;
}

}  // namespace habari
