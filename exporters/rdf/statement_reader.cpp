#include "rdf/statement_reader.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <raptor2/raptor2.h>

#include <memory>
#include <vector>

namespace habari::rdf {
namespace {

struct Free {
  void operator()(raptor_world* world) const { raptor_free_world(world); }
  void operator()(raptor_parser* parser) const { raptor_free_parser(parser); }
  void operator()(raptor_uri* uri) const { raptor_free_uri(uri); }
};

const char* parser_name(RdfSyntax syntax) {
  switch (syntax) {
    case RdfSyntax::turtle:
      return "turtle";
    case RdfSyntax::n_triples:
      return "ntriples";
    case RdfSyntax::n_quads:
      return "nquads";
  }
  return "guess";
}

std::string_view view(const unsigned char* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}

std::string_view iri_of(const raptor_term* term) {
  std::size_t size = 0;
  const unsigned char* text = raptor_uri_as_counted_string(term->value.uri, &size);
  return view(text, size);
}

class Reading {
 public:
  Reading(RdfSyntax syntax, const std::string& name) : name_(name) {
    world_.reset(raptor_new_world());
    if (!world_) throw Error("Raptor could not be started");
    // Without a handler of ours Raptor writes to standard error.
    raptor_world_set_log_handler(world_.get(), this, [](void* context, raptor_log_message* message) {
      static_cast<Reading*>(context)->log(*message);
    });
    if (raptor_world_open(world_.get()) != 0) throw Error("Raptor could not be started: " + failure_);
    parser_.reset(raptor_new_parser(world_.get(), parser_name(syntax)));
    if (!parser_) throw Error("Raptor has no parser for " + std::string(parser_name(syntax)));
    raptor_parser_set_statement_handler(parser_.get(), this, [](void* context, raptor_statement* statement) {
      static_cast<Reading*>(context)->take(*statement);
    });
    // A base is asked for; what we write has absolute IRIs only.
    base_.reset(raptor_new_uri(world_.get(), reinterpret_cast<const unsigned char*>("urn:x-base:")));
    if (!base_ || raptor_parser_parse_start(parser_.get(), base_.get()) != 0) fail();
  }

  StatementTable read(std::istream& in) {
    constexpr std::size_t piece = std::size_t{1} << 18U;
    std::vector<char> bytes(piece);
    std::size_t size = 0;
    do {
      in.read(bytes.data(), static_cast<std::streamsize>(piece));
      const auto count = static_cast<std::size_t>(in.gcount());
      size += count;
      if (in.bad()) throw Error(name_ + ": byte " + std::to_string(size) + ": could not be read");
      parse({bytes.data(), count}, false);
    } while (in);
    try {
      parse({}, true);
    } catch (const Error& error) {
      throw Error(std::string(error.what()) + " (the file ends at byte " + std::to_string(size) + ")");
    }
    table_.finish();
    return std::move(table_);
  }

 private:
  void parse(std::string_view bytes, bool at_end) {
    const int failed = raptor_parser_parse_chunk(parser_.get(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                                 bytes.size(), at_end ? 1 : 0);
    if (failed != 0 || !failure_.empty()) fail();
  }

  [[noreturn]] void fail() const { throw Error(failure_.empty() ? name_ + ": is no RDF that Raptor reads" : failure_); }

  void log(const raptor_log_message& message) {
    if (message.level < RAPTOR_LOG_LEVEL_ERROR) return;
    note(message.text, message.locator);
  }

  void note(std::string_view text, const raptor_locator* locator) {
    if (!failure_.empty()) return;
    const int line = locator == nullptr ? 0 : raptor_locator_line(const_cast<raptor_locator*>(locator));
    failure_ = name_ + (line > 0 ? ":" + std::to_string(line) : std::string()) + ": " + std::string(text);
    if (parser_) raptor_parser_parse_abort(parser_.get());
  }

  void take(const raptor_statement& statement) {
    if (statement.subject->type != RAPTOR_TERM_TYPE_URI || statement.predicate->type != RAPTOR_TERM_TYPE_URI) return;
    const auto predicate = StatementTable::predicate(iri_of(statement.predicate));
    if (!predicate) return;
    if (statement.object->type == RAPTOR_TERM_TYPE_URI) {
      table_.add(iri_of(statement.subject), *predicate, iri_of(statement.object));
    } else if (statement.object->type == RAPTOR_TERM_TYPE_LITERAL) {
      const auto& literal = statement.object->value.literal;
      const std::string_view text = view(literal.string, literal.string_len);
      if (const std::size_t at = find_invalid_utf8(text); at != std::string_view::npos) {
        return note("byte " + std::to_string(at) + " of a literal is no UTF-8",
                    raptor_parser_get_locator(parser_.get()));
      }
      table_.add_literal(iri_of(statement.subject), *predicate, text);
    }
  }

  const std::string& name_;
  std::string failure_;
  StatementTable table_;
  std::unique_ptr<raptor_world, Free> world_;
  std::unique_ptr<raptor_uri, Free> base_;
  std::unique_ptr<raptor_parser, Free> parser_;
};

}  // namespace

StatementTable read_statements(std::istream& in, RdfSyntax syntax, const std::string& name) {
  return Reading(syntax, name).read(in);
}

}  // namespace habari::rdf
