#include "json_tree.hpp"
#include "publication_members.hpp"

#include <habari/core/document.hpp>
#include <habari/core/error.hpp>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>
#include <limits>

namespace habari {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

bool is_confidence(double value) { return value >= 0.0 && value <= 1.0; }

/// As few digits as give the same number again.
std::string shortest(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

class DocumentWriter {
 public:
  DocumentWriter(const Document& document, Writer& writer)
      : document_(document), text_(document.article.text), index_(text_), writer_(writer) {}

  void write() {
    const Article& article = document_.article;
    writer_.StartObject();
    member("schema", document_schema);
    member("id", article.id);
    member("language", article.language);
    if (article.date) member("date", article.date->iso());
    if (!article.title.empty()) member("title", article.title);
    if (!article.url.empty()) member("url", article.url);
    for (const auto& [name, field] : publication_members) optional_member(name, article.publication.*field);
    number("words", std::to_string(count_words(text_)));
    optional_member("reader", document_.reader);
    member("text", text_);
    array("entities", document_.entities, [&](const Mention& mention) { write_mention(mention); });
    array("events", document_.events, [&](const Event& event) { write_event(event); });
    array("relations", document_.relations, [&](const StandingRelation& relation) { write_relation(relation); });
    writer_.EndObject();
  }

 private:
  void key(std::string_view key) { writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size())); }
  void member(std::string_view name, std::string_view value) {
    key(name);
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void optional_member(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
  void number(std::string_view name, const std::string& digits) {
    key(name);
    writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  }
  template <typename Items, typename Write>
  void array(std::string_view name, const Items& items, Write write) {
    key(name);
    writer_.StartArray();
    for (const auto& item : items) write(item);
    writer_.EndArray();
  }
  void offsets(Span span) {
    number("begin", std::to_string(index_.code_point(span.begin)));
    number("end", std::to_string(index_.code_point(span.end)));
  }
  void span_members(Span span) {
    offsets(span);
    member("text", slice(text_, span));
  }
  void span_object(std::string_view name, Span span) {
    key(name);
    writer_.StartObject();
    span_members(span);
    writer_.EndObject();
  }
  /// What we found ourselves has two decimals.
  void confidence(double value) {
    if (!is_confidence(value)) {
      throw std::invalid_argument("a confidence of " + shortest(value) + ", expected 0 to 1");
    }
    std::string text = shortest(value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    number("confidence", text);
  }

  void write_mention(const Mention& mention) {
    writer_.StartObject();
    span_members(mention.span);
    member("kind", name(mention.kind));
    optional_member("entity", mention.entity);
    optional_member("name", mention.name);
    optional_member("value", mention.value);
    optional_member("parts", mention.parts);
    if (!mention.links.empty())
      array("links", mention.links, [&](const std::string& link) {
        writer_.String(link.data(), static_cast<rapidjson::SizeType>(link.size()));
      });
    writer_.EndObject();
  }

  void write_argument(const Argument& argument) {
    writer_.StartObject();
    member("role", name(argument.role));
    if (argument.implicit) {
      key("implicit");
      writer_.Bool(true);
      member("text", "");
    } else {
      span_members(argument.core);
    }
    if (argument.antecedent) span_object("antecedent", *argument.antecedent);
    optional_member("entity", argument.entity);
    optional_member("value", argument.value);
    optional_member("gloss", argument.gloss);
    if (argument.event) {
      key("event");
      writer_.Uint(*argument.event);
    }
    if (!argument.implicit && argument.phrase != argument.core) span_object("phrase", argument.phrase);
    write_quantity(argument.quantity);
    confidence(argument.confidence);
    write_trace(argument.trace);
    writer_.EndObject();
  }

  void write_trace(const std::optional<Trace>& trace) {
    if (!trace) return;
    key("trace");
    writer_.StartObject();
    member("rule", trace->rule);
    optional_member("row", trace->row);
    key("evidence");
    writer_.StartObject();
    for (const auto& [name, value] : trace->evidence) number(name, shortest(value));
    writer_.EndObject();
    writer_.EndObject();
  }

  void write_quantity(const std::optional<Quantity>& quantity) {
    if (!quantity) return;
    key("quantity");
    writer_.StartObject();
    number("value", decimal(quantity->value));
    optional_member("unit", quantity->unit);
    if (quantity->bound != QuantityBound::exact) member("bound", name(quantity->bound));
    span_members(quantity->span);
    writer_.EndObject();
  }

  void write_source(const Source& source) {
    key("source");
    writer_.StartObject();
    span_members(source.span);
    if (source.antecedent) span_object("antecedent", *source.antecedent);
    optional_member("entity", source.entity);
    writer_.EndObject();
  }

  void write_event(const Event& event) {
    writer_.StartObject();
    span_object("trigger", event.trigger);
    member("lemma", event.lemma);
    member("label", event.label);
    optional_member("sense", event.sense);
    member("type", name(event.type));
    member("factuality", name(event.factuality));
    if (event.source) write_source(*event.source);
    array("args", event.args, [&](const Argument& argument) { write_argument(argument); });
    key("sentence");
    writer_.StartObject();
    offsets(event.sentence);
    writer_.EndObject();
    write_quantity(event.quantity);
    confidence(event.confidence);
    optional_member("rule", event.rule);
    write_trace(event.trace);
    writer_.EndObject();
  }

  void write_relation(const StandingRelation& relation) {
    writer_.StartObject();
    relation_end("subject", relation.subject, relation.subject_antecedent, relation.subject_entity);
    key("relation");
    writer_.StartObject();
    span_members(relation.relation);
    optional_member("label", relation.label);
    writer_.EndObject();
    relation_end("object", relation.object, relation.object_antecedent, relation.object_entity);
    member("factuality", name(relation.factuality));
    if (relation.source) write_source(*relation.source);
    confidence(relation.confidence);
    writer_.EndObject();
  }
  void relation_end(std::string_view name, Span span, std::optional<Span> antecedent, std::string_view entity) {
    key(name);
    writer_.StartObject();
    span_members(span);
    if (antecedent) span_object("antecedent", *antecedent);
    optional_member("entity", entity);
    writer_.EndObject();
  }

  const Document& document_;
  std::string_view text_;
  CodePointIndexView index_;
  Writer& writer_;
};

using Value = rapidjson::Value;

class DocumentParser {
 public:
  Document parse(std::string_view json) {
    if (json.size() > std::numeric_limits<rapidjson::SizeType>::max()) {
      throw Error("more than 2^32 - 1 bytes in one document");
    }
    const rapidjson::Document root = json_tree(json);
    if (!root.IsObject()) throw Error("a document is a JSON object");
    if (const std::string schema = text(root, "schema"); !is_document_schema(schema)) {
      throw Error("schema is \"" + schema + "\", expected \"" + std::string(document_schema) + "\"");
    }
    Document document;
    read_article(root, document.article);
    document.reader = optional_text(root, "reader");
    text_ = document.article.text;
    const CodePointIndexView index(text_);
    index_ = &index;
    for (const Value& value : items(root, "entities")) document.entities.push_back(read_mention(value));
    event_count_ = items(root, "events").Size();
    for (const Value& value : items(root, "events")) document.events.push_back(read_event(value));
    for (const Value& value : items(root, "relations")) document.relations.push_back(read_relation(value));
    return document;
  }

 private:
  static void read_article(const Value& root, Article& article) {
    article.id = text(root, "id");
    article.language = optional_text(root, "language");
    article.title = optional_text(root, "title");
    article.url = optional_text(root, "url");
    for (const auto& [name, field] : publication_members) article.publication.*field = optional_text(root, name);
    article.text = text(root, "text");
    if (const std::string date = optional_text(root, "date"); !date.empty()) {
      article.date = Date::parse(date);
      if (!article.date) throw Error("\"date\" is \"" + date + "\", expected YYYY-MM-DD");
    }
  }

  static const Value& member(const Value& object, const char* name) {
    if (!object.IsObject()) throw Error(std::string("expected an object with \"") + name + "\"");
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd()) throw Error(std::string("\"") + name + "\" is missing");
    return found->value;
  }
  static std::string string_of(const Value& value, const char* name) {
    if (!value.IsString()) throw Error(std::string("\"") + name + "\" is no string");
    return {value.GetString(), value.GetStringLength()};
  }
  static std::string text(const Value& object, const char* name) { return string_of(member(object, name), name); }
  static std::string optional_text(const Value& object, const char* name) {
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || found->value.IsNull()) return {};
    return string_of(found->value, name);
  }
  static std::uint32_t number(const Value& object, const char* name) {
    const Value& value = member(object, name);
    if (!value.IsUint()) throw Error(std::string("\"") + name + "\" is no whole number");
    return value.GetUint();
  }
  static bool optional_flag(const Value& object, const char* name) {
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd()) return false;
    if (!found->value.IsBool()) throw Error(std::string("\"") + name + "\" is neither true nor false");
    return found->value.GetBool();
  }
  static double confidence(const Value& object) {
    const auto found = object.FindMember("confidence");
    if (found == object.MemberEnd()) return 1.0;
    if (!found->value.IsNumber()) throw Error("\"confidence\" is no number");
    const double value = found->value.GetDouble();
    if (!is_confidence(value)) throw Error("\"confidence\" is " + shortest(value) + ", expected 0 to 1");
    return value;
  }
  static Value::ConstArray items(const Value& object, const char* name) {
    static const Value empty(rapidjson::kArrayType);
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd()) return empty.GetArray();
    if (!found->value.IsArray()) throw Error(std::string("\"") + name + "\" is no array");
    return found->value.GetArray();
  }
  template <typename Enum>
  static Enum term(const Value& object, const char* name, std::optional<Enum> (*parse)(std::string_view)) {
    const std::string value = text(object, name);
    const auto parsed = parse(value);
    if (!parsed) throw Error(std::string("\"") + name + "\" is \"" + value + "\", none of its closed set");
    return *parsed;
  }

  Span span(const Value& object) const {
    const std::uint32_t begin = number(object, "begin");
    const std::uint32_t end = number(object, "end");
    if (end < begin) throw Error("\"end\" " + std::to_string(end) + " lies before \"begin\" " + std::to_string(begin));
    try {
      return {index_->byte(begin), index_->byte(end)};
    } catch (const std::invalid_argument&) {
      throw Error("offsets " + std::to_string(begin) + " to " + std::to_string(end) + " lie outside the text");
    }
  }

  std::optional<Span> optional_span(const Value& object, const char* name) const {
    return object.HasMember(name) ? std::optional(span(member(object, name))) : std::nullopt;
  }

  std::optional<Source> optional_source(const Value& object) const {
    const auto found = object.FindMember("source");
    if (found == object.MemberEnd() || found->value.IsNull()) return std::nullopt;
    return Source{span(found->value), optional_text(found->value, "entity"), optional_span(found->value, "antecedent")};
  }

  std::optional<Quantity> optional_quantity(const Value& object) const {
    const auto found = object.FindMember("quantity");
    if (found == object.MemberEnd()) return std::nullopt;
    const Value& value = member(found->value, "value");
    if (!value.IsNumber()) throw Error("a quantity's \"value\" is no number");
    Quantity quantity{value.GetDouble(), optional_text(found->value, "unit"), QuantityBound::exact, span(found->value)};
    if (!is_quantity_value(quantity.value)) throw Error("a quantity's \"value\" is beyond 1e18");
    if (found->value.HasMember("bound")) quantity.bound = term(found->value, "bound", parse_quantity_bound);
    return quantity;
  }

  Mention read_mention(const Value& value) const {
    return {span(value),
            term(value, "kind", parse_entity_kind),
            optional_text(value, "entity"),
            optional_text(value, "name"),
            optional_text(value, "value"),
            read_links(value),
            optional_text(value, "parts")};
  }

  /// Documents of `habari/document/1` have one, as `link`.
  static std::vector<std::string> read_links(const Value& mention) {
    std::vector<std::string> links;
    for (const Value& link : items(mention, "links")) links.push_back(string_of(link, "links"));
    if (std::string link = optional_text(mention, "link"); !link.empty()) links.push_back(std::move(link));
    return links;
  }

  Argument read_argument(const Value& value) const {
    Argument argument;
    argument.role = term(value, "role", parse_role);
    argument.implicit = optional_flag(value, "implicit");
    argument.antecedent = optional_span(value, "antecedent");
    if (argument.implicit && !argument.antecedent) throw Error("an implicit argument has no \"antecedent\"");
    argument.core = argument.implicit ? *argument.antecedent : span(value);
    const bool phrase = !argument.implicit && value.HasMember("phrase");
    argument.phrase = phrase ? span(member(value, "phrase")) : argument.core;
    argument.entity = optional_text(value, "entity");
    argument.value = optional_text(value, "value");
    argument.gloss = optional_text(value, "gloss");
    if (value.HasMember("event")) argument.event = number(value, "event");
    if (argument.event && *argument.event >= event_count_) {
      throw Error("an argument's \"event\" is " + std::to_string(*argument.event) + ", the document has " +
                  std::to_string(event_count_) + " events");
    }
    argument.quantity = optional_quantity(value);
    argument.confidence = confidence(value);
    return argument;
  }

  Event read_event(const Value& value) const {
    Event event;
    event.trigger = span(member(value, "trigger"));
    event.lemma = text(value, "lemma");
    event.label = text(value, "label");
    event.sense = optional_text(value, "sense");
    event.type = term(value, "type", parse_event_type);
    event.factuality = term(value, "factuality", parse_factuality);
    event.source = optional_source(value);
    for (const Value& argument : items(value, "args")) event.args.push_back(read_argument(argument));
    event.sentence = value.HasMember("sentence") ? span(member(value, "sentence")) : event.trigger;
    event.confidence = confidence(value);
    event.rule = optional_text(value, "rule");
    event.quantity = optional_quantity(value);
    return event;
  }

  StandingRelation read_relation(const Value& value) const {
    const Value& subject = member(value, "subject");
    const Value& relation = member(value, "relation");
    const Value& object = member(value, "object");
    StandingRelation made;
    made.subject = span(subject);
    made.relation = span(relation);
    made.object = span(object);
    made.subject_entity = optional_text(subject, "entity");
    made.object_entity = optional_text(object, "entity");
    made.label = optional_text(relation, "label");
    made.confidence = confidence(value);
    if (value.HasMember("factuality")) made.factuality = term(value, "factuality", parse_factuality);
    made.source = optional_source(value);
    made.subject_antecedent = optional_span(subject, "antecedent");
    made.object_antecedent = optional_span(object, "antecedent");
    return made;
  }

  std::string_view text_;
  const CodePointIndexView* index_ = nullptr;
  std::uint32_t event_count_ = 0;
};

}  // namespace

std::string to_json(const Document& document) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  DocumentWriter(document, writer).write();
  return {buffer.GetString(), buffer.GetSize()};
}

Document parse_document(std::string_view json) { return DocumentParser().parse(json); }

}  // namespace habari
