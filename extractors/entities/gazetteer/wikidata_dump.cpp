#include "gazetteer/wikidata_dump.hpp"

#include "words/word_key.hpp"

#include <habari/core/error.hpp>
#include <habari/core/links.hpp>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

namespace habari {
namespace {

using Value = rapidjson::Value;

constexpr std::size_t longest_name = 200;  // Bytes.

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

const Value* member(const Value& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// What a statement gives; nullptr where it says that there is none, or that nobody knows.
const Value* value_of(const Value& statement) {
  const Value* at = &statement;
  for (const char* step : {"mainsnak", "datavalue", "value"}) {
    at = member(*at, step);
    if (at == nullptr) return nullptr;
  }
  return at;
}

/// The entity a statement points at, empty where it gives none.
std::string_view item_of(const Value& statement) {
  const Value* value = value_of(statement);
  const Value* id = value == nullptr ? nullptr : member(*value, "id");
  return id != nullptr && id->IsString() ? text_of(*id) : std::string_view();
}

bool has_rank(const Value& statement, std::string_view wanted) {
  const Value* rank = member(statement, "rank");
  return rank != nullptr && rank->IsString() && text_of(*rank) == wanted;
}

/// Items of a property's statements that are not deprecated, the preferred ones first.
std::vector<std::string_view> items(const Value& entity, const char* property) {
  std::vector<std::string_view> preferred;
  std::vector<std::string_view> others;
  const Value* claims = member(entity, "claims");
  const Value* statements = claims == nullptr ? nullptr : member(*claims, property);
  if (statements == nullptr || !statements->IsArray()) return {};
  for (const Value& statement : statements->GetArray()) {
    const std::string_view item = item_of(statement);
    if (item.empty() || has_rank(statement, "deprecated")) continue;
    (has_rank(statement, "preferred") ? preferred : others).push_back(item);
  }
  preferred.insert(preferred.end(), others.begin(), others.end());
  return preferred;
}

/// The first value of a property that is not deprecated; nullptr where there is none.
const Value* first_value(const Value& entity, const char* property) {
  const Value* claims = member(entity, "claims");
  const Value* statements = claims == nullptr ? nullptr : member(*claims, property);
  if (statements == nullptr || !statements->IsArray()) return nullptr;
  for (const Value& statement : statements->GetArray()) {
    const Value* value = has_rank(statement, "deprecated") ? nullptr : value_of(statement);
    if (value != nullptr) return value;
  }
  return nullptr;
}

/// Its GeoNames id (P1566) and its coordinates on the Earth (P625).
std::vector<std::string> more_links(const Value& entity) {
  std::vector<std::string> links;
  if (const Value* feature = first_value(entity, "P1566"); feature != nullptr && feature->IsString()) {
    links.push_back("geonames:" + std::string(text_of(*feature)));
  }
  if (const Value* place = first_value(entity, "P625")) {
    const Value* globe = member(*place, "globe");
    const Value* latitude = member(*place, "latitude");
    const Value* longitude = member(*place, "longitude");
    const bool is_on_earth = globe == nullptr || (globe->IsString() && text_of(*globe).ends_with("/Q2"));
    const bool is_whole = latitude != nullptr && longitude != nullptr && latitude->IsNumber() && longitude->IsNumber();
    if (is_on_earth && is_whole) links.push_back(GeoPoint{latitude->GetDouble(), longitude->GetDouble()}.link());
  }
  std::erase_if(links, [](const std::string& link) { return !is_public_link(link); });
  return links;
}

void add_name(GazetteerRecord& record, const std::string& language, const Value& holder) {
  const Value* value = member(holder, "value");
  if (value == nullptr || !value->IsString() || value->GetStringLength() == 0) return;
  if (value->GetStringLength() > longest_name) return;
  std::pair<std::string, std::string> name(language, text_of(*value));
  if (std::find(record.names.begin(), record.names.end(), name) == record.names.end()) {
    record.names.push_back(std::move(name));
  }
}

}  // namespace

WikidataReader::WikidataReader(const DataDirectory& data, std::vector<std::string> languages)
    : languages_(std::move(languages)) {
  const Table table(data.root() / "gazetteer" / "classes.tsv", {"class", "kind"});
  for (const auto row : table) {
    const auto kind = parse_entity_kind(row["kind"]);
    if (!kind) row.fail("kind is \"" + std::string(row["kind"]) + "\", none of its closed set");
    if (!kinds_.emplace(std::string(row["class"]), *kind).second) {
      row.fail("a second row for " + std::string(row["class"]));
    }
  }
}

std::optional<GazetteerRecord> WikidataReader::read(std::string_view json) const {
  rapidjson::Document entity;
  entity.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (entity.HasParseError()) {
    throw Error(std::string("no JSON: ") + rapidjson::GetParseError_En(entity.GetParseError()) + " at byte " +
                std::to_string(entity.GetErrorOffset()));
  }
  const Value* id = member(entity, "id");
  if (id == nullptr || !id->IsString()) throw Error("expected an entity with an \"id\"");
  if (!text_of(*id).starts_with('Q')) return std::nullopt;  // A property or a lexeme.

  GazetteerRecord record;
  const std::string own(text_of(*id));
  record.links.push_back("wikidata:" + own);
  for (std::string& link : more_links(entity)) record.links.push_back(std::move(link));
  const auto classes = items(entity, "P31");
  const auto known = std::find_if(classes.begin(), classes.end(),
                                  [&](std::string_view item) { return kinds_.find(item) != kinds_.end(); });
  if (known == classes.end()) return std::nullopt;
  record.kind = kinds_.find(*known)->second;

  const Value* labels = member(entity, "labels");
  const Value* aliases = member(entity, "aliases");
  for (const std::string& language : languages_) {
    if (const Value* label = labels == nullptr ? nullptr : member(*labels, language.c_str())) {
      add_name(record, language, *label);
    }
    const Value* others = aliases == nullptr ? nullptr : member(*aliases, language.c_str());
    if (others == nullptr || !others->IsArray()) continue;
    for (const Value& alias : others->GetArray()) add_name(record, language, alias);
  }
  if (record.names.empty()) return std::nullopt;
  const auto english =
      std::find_if(record.names.begin(), record.names.end(), [](const auto& name) { return name.first == "en"; });
  const std::string slug = entity_slug(english == record.names.end() ? record.names.front().second : english->second);
  std::string number = own;
  number[0] = 'q';
  record.id = std::string(name(record.kind)) + "/" + slug + (slug.empty() ? "" : "-") + number;
  for (const char* property : {"P17", "P27"}) {
    const auto countries = items(entity, property);
    if (record.country.empty() && !countries.empty()) record.country = countries.front();
  }
  if (const Value* links = member(entity, "sitelinks"); links != nullptr && links->IsObject()) {
    record.rank = links->MemberCount();
  }
  return record;
}

}  // namespace habari
