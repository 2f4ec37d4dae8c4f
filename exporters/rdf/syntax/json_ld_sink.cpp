#include "rdf/syntax/statement_sink.hpp"
#include "rdf/terms/iri.hpp"
#include "src/replace_characters.hpp"

#include <rapidjson/writer.h>

namespace habari::rdf {
namespace {

/// What RapidJSON's writer asks of a stream.
class JsonStream {
 public:
  using Ch = char;
  explicit JsonStream(TextOutput& output) : output_(output) {}
  void Put(char c) { output_.buffer() += c; }
  void Flush() { output_.drain(); }

 private:
  TextOutput& output_;
};

/// JSON-LD 1.1: one context, then a node object a line for each subject.
/// Source: https://www.w3.org/TR/json-ld11/
class JsonLdSink final : public StatementSink {
 public:
  JsonLdSink(const Namespaces& namespaces, std::ostream& out)
      : namespaces_(namespaces), output_(out), stream_(output_), json_(stream_) {}

  void begin() override {
    json_.StartObject();
    json_.Key("@context");
    json_.StartObject();
    for (std::size_t i = 0; i < namespace_count; ++i) {
      const auto space = static_cast<Namespace>(i);
      write(namespaces_.prefix(space));
      write(namespaces_.iri(space));
    }
    json_.EndObject();
    json_.Key("@graph");
    json_.StartArray();
  }
  void graph(IriView /*graph*/) override {}
  void subject(IriView subject) override {
    close_subject();
    subject_.assign(namespaces_.iri(subject.space)).append(subject.local);
  }
  void link(IriView predicate, IriView object) override {
    open(predicate);
    if (predicate == rdf_type) return write(name(object));
    json_.StartObject();
    json_.Key("@id");
    write(name(object));
    json_.EndObject();
  }
  void value(IriView predicate, std::string_view text, Datatype datatype) override {
    open(predicate);
    if (datatype == Datatype::string) return write_text(text);
    write_object(text, "@type", name(datatype_iri(datatype)));
  }
  void text(IriView predicate, std::string_view text, std::string_view language) override {
    open(predicate);
    const std::string tag = language_tag(language);
    if (tag.empty()) return write_text(text);
    write_object(text, "@language", tag);
  }
  void end() override {
    close_subject();
    json_.EndArray();
    json_.EndObject();
    output_.buffer() += '\n';
    output_.flush();
  }

 private:
  void write(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
  void write_text(std::string_view text) { write(replace_characters(text, Carrier::rdf)); }

  void write_object(std::string_view text, const char* key, std::string_view value) {
    json_.StartObject();
    json_.Key("@value");
    write_text(text);
    json_.Key(key);
    write(value);
    json_.EndObject();
  }

  /// Compact where no reader can take the local name for anything else, as in Turtle.
  std::string_view name(IriView iri) {
    const bool compact = is_plain_local_name(iri.local);
    name_.assign(compact ? namespaces_.prefix(iri.space) : std::string_view(namespaces_.iri(iri.space)));
    name_.append(compact ? ":" : "").append(iri.local);
    return name_;
  }

  void open(IriView predicate) {
    if (!open_) {
      output_.buffer() += '\n';
      json_.StartObject();
      json_.Key("@id");
      write(subject_);
    } else if (predicate.space == predicate_space_ && predicate.local == predicate_) {
      return;
    } else {
      json_.EndArray();
    }
    open_ = true;
    predicate_space_ = predicate.space;
    predicate_ = predicate.local;
    write(predicate == rdf_type ? std::string_view("@type") : name(predicate));
    json_.StartArray();
  }

  void close_subject() {
    if (open_) {
      json_.EndArray();
      json_.EndObject();
    }
    open_ = false;
    output_.drain();
  }

  const Namespaces& namespaces_;
  TextOutput output_;
  JsonStream stream_;
  rapidjson::Writer<JsonStream> json_;
  std::string subject_;
  std::string name_;
  Namespace predicate_space_ = Namespace::rdf;
  std::string predicate_;
  bool open_ = false;
};

}  // namespace

std::unique_ptr<StatementSink> make_json_ld_sink(const Namespaces& namespaces, std::ostream& out) {
  return std::make_unique<JsonLdSink>(namespaces, out);
}

}  // namespace habari::rdf
