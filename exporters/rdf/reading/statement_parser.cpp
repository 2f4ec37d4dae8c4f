#include "rdf/reading/statement_parser.hpp"

#include "rdf/reading/input_watch.hpp"
#include "rdf/syntax/end_mark.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <raptor2/raptor2.h>

#include <algorithm>
#include <exception>
#include <utility>
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
    case RdfSyntax::rdf_xml:
      return "rdfxml";
    case RdfSyntax::trig:
      return "trig";
    case RdfSyntax::rdf_json:
      return "json";
    case RdfSyntax::json_ld:
      break;
  }
  return nullptr;
}

std::string_view view(const unsigned char* text, std::size_t size) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text), size);
}

std::string_view view(raptor_uri* uri) {
  if (uri == nullptr) return {};
  std::size_t size = 0;
  const unsigned char* text = raptor_uri_as_counted_string(uri, &size);
  return view(text, size);
}

TermView view(const raptor_term* term) {
  if (term == nullptr) return {};
  switch (term->type) {
    case RAPTOR_TERM_TYPE_URI:
      return {TermView::Kind::iri, view(term->value.uri), {}, {}};
    case RAPTOR_TERM_TYPE_BLANK:
      return {TermView::Kind::blank, view(term->value.blank.string, term->value.blank.string_len), {}, {}};
    case RAPTOR_TERM_TYPE_LITERAL: {
      const auto& literal = term->value.literal;
      return {TermView::Kind::literal, view(literal.string, literal.string_len),
              view(literal.language, literal.language_len), view(literal.datatype)};
    }
    default:
      return {};
  }
}

}  // namespace

class StatementParser::Raptor {
 public:
  Raptor(RdfSyntax syntax, std::string name, Take take, std::size_t statement_bytes)
      : has_lines_(syntax == RdfSyntax::n_triples || syntax == RdfSyntax::n_quads),
        name_(std::move(name)),
        take_(std::move(take)),
        statement_bytes_(statement_bytes),
        input_(watch_for(syntax, name_)) {
    if (syntax == RdfSyntax::json_ld) {
      throw Error(name_ +
                  ": JSON-LD is written and not read, expected Turtle, TriG, N-Triples, N-Quads, RDF/XML or RDF/JSON");
    }
    world_.reset(raptor_new_world());
    if (!world_) throw Error("Raptor could not be started");
    // Without a handler of ours Raptor writes to standard error.
    raptor_world_set_log_handler(world_.get(), this, [](void* context, raptor_log_message* message) {
      if (message->level < RAPTOR_LOG_LEVEL_ERROR) return;
      static_cast<Raptor*>(context)->note(message->text, message->locator);
    });
    if (raptor_world_open(world_.get()) != 0) throw Error("Raptor could not be started: " + failure_);
    parser_.reset(raptor_new_parser(world_.get(), parser_name(syntax)));
    if (!parser_) throw Error("Raptor has no parser for " + std::string(parser_name(syntax)));
    raptor_parser_set_statement_handler(parser_.get(), this, [](void* context, raptor_statement* statement) {
      static_cast<Raptor*>(context)->take(*statement);
    });
    for (const auto& [option, value] : {std::pair(RAPTOR_OPTION_NO_NET, 1), std::pair(RAPTOR_OPTION_NO_FILE, 1),
                                        std::pair(RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, 0)}) {
      raptor_parser_set_option(parser_.get(), option, nullptr, value);
    }
    // A base is asked for; what we write has absolute IRIs only.
    base_.reset(raptor_new_uri(world_.get(), reinterpret_cast<const unsigned char*>("urn:x-base:")));
    if (!base_ || raptor_parser_parse_start(parser_.get(), base_.get()) != 0) fail();
  }

  void parse(std::string_view bytes) {
    size_ += bytes.size();
    watch_.take(bytes);
    if (has_lines_) follow_lines(bytes);
    held_ += input_->take(bytes);
    // Raptor reads a term from its beginning each time a piece of it comes. With pieces as long as all before them
    // that takes linear time.
    if (held_.size() >= std::min(since_statement_, statement_bytes_ - since_statement_)) hand_on();
  }

  void finish() {
    held_ += input_->rest();
    hand_on();
    if (has_lines_) check_last_line();
    const int failed = raptor_parser_parse_chunk(parser_.get(), nullptr, 0, 1);
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    if (failed == 0 && failure_.empty()) {
      if (watch_.is_whole()) return;
      failure_ = name_ + ":" + std::to_string(watch_.lines() + 1) + ": the file was cut: its last line should be \"" +
                 std::string(end_mark.substr(0, end_mark.size() - 1)) +
                 "\"; without its first line it is read as it is";
    }
    failure_ = told() + at_byte();
    fail();
  }

 private:
  std::string told() const { return failure_.empty() ? name_ + ": is no RDF that Raptor reads" : failure_; }
  [[noreturn]] void fail() const { throw Error(told()); }
  std::string at_byte() const { return " (the file ends at byte " + std::to_string(size_) + ")"; }

  /// Gives the parser what is held.
  void hand_on() {
    if (held_.empty()) return;
    since_statement_ += held_.size();
    const int failed =
        raptor_parser_parse_chunk(parser_.get(), reinterpret_cast<const unsigned char*>(held_.data()), held_.size(), 0);
    held_.clear();
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    if (failed != 0 || !failure_.empty()) fail();
    if (since_statement_ <= statement_bytes_) return;
    const int line = line_of(raptor_parser_get_locator(parser_.get()));
    throw Error(name_ + ":" + std::to_string(has_lines_ ? line_ : static_cast<std::size_t>(std::max(line, 1))) +
                ": more than " + std::to_string(statement_bytes_) + " bytes before a statement ends");
  }

  void follow_lines(std::string_view bytes) {
    for (const char c : bytes) {
      if (c == '\n') {
        ++line_;
        first_ = last_ = '\n';
      } else if (c != ' ' && c != '\t' && c != '\r') {
        if (first_ == '\n') first_ = c;
        last_ = c;
      }
    }
  }

  /// Raptor takes a last line without its full stop for whole, and so a cut N-Quad for a statement of the default
  /// graph.
  void check_last_line() const {
    if (first_ == '\n' || first_ == '#' || last_ == '.') return;
    throw Error(name_ + ":" + std::to_string(line_) + ": the last line is cut short" + at_byte());
  }

  void note(std::string_view text, const raptor_locator* locator) {
    if (!failure_.empty()) return;
    const int line = line_of(locator);
    failure_ = name_ + (line > 0 ? ":" + std::to_string(line) : std::string()) + ": " + std::string(text);
    abort();
  }

  void take(const raptor_statement& statement) {
    if (thrown_ || !failure_.empty()) return;
    since_statement_ = 0;
    const raptor_locator* locator = raptor_parser_get_locator(parser_.get());
    StatementView seen{view(statement.subject), view(statement.predicate), view(statement.object),
                       view(statement.graph), line_of(locator)};
    if (seen.object.kind == TermView::Kind::literal) {
      if (const std::size_t at = find_invalid_utf8(seen.object.text); at != std::string_view::npos) {
        return note("byte " + std::to_string(at) + " of a literal is no UTF-8", locator);
      }
    }
    // Raptor is C: no exception may pass through it.
    try {
      take_(seen);
    } catch (...) {
      thrown_ = std::current_exception();
      abort();
    }
  }

  void abort() {
    if (parser_) raptor_parser_parse_abort(parser_.get());
  }

  static int line_of(const raptor_locator* locator) {
    return locator == nullptr ? 0 : raptor_locator_line(const_cast<raptor_locator*>(locator));
  }

  bool has_lines_;
  std::string name_;
  Take take_;
  std::size_t statement_bytes_;  ///< The most before a statement ends.
  std::unique_ptr<InputWatch> input_;
  std::size_t line_ = 1;
  char first_ = '\n';  ///< Of the line that is being read; a line feed where it has nothing yet.
  char last_ = '\n';
  std::string failure_;
  std::exception_ptr thrown_;
  std::size_t size_ = 0;
  EndMarkWatch watch_;
  std::string held_;                 ///< That the parser did not get yet.
  std::size_t since_statement_ = 0;  ///< Bytes that the parser got since it gave the last statement.
  std::unique_ptr<raptor_world, Free> world_;
  std::unique_ptr<raptor_uri, Free> base_;
  std::unique_ptr<raptor_parser, Free> parser_;
};

StatementParser::StatementParser(RdfSyntax syntax, std::string name, Take take, std::size_t statement_bytes)
    : raptor_(std::make_unique<Raptor>(syntax, std::move(name), std::move(take), statement_bytes)) {}
StatementParser::~StatementParser() = default;

void StatementParser::parse(std::string_view bytes) {
  if (!bytes.empty()) raptor_->parse(bytes);
}

void StatementParser::finish() { raptor_->finish(); }

void parse_statements(std::istream& in, RdfSyntax syntax, const std::string& name, StatementParser::Take take) {
  StatementParser parser(syntax, name, std::move(take));
  constexpr std::size_t piece = std::size_t{1} << 18U;
  std::vector<char> bytes(piece);
  std::size_t size = 0;
  do {
    in.read(bytes.data(), static_cast<std::streamsize>(piece));
    const auto count = static_cast<std::size_t>(in.gcount());
    size += count;
    if (in.bad()) throw Error(name + ": byte " + std::to_string(size) + ": could not be read");
    parser.parse({bytes.data(), count});
  } while (in);
  parser.finish();
}

}  // namespace habari::rdf
