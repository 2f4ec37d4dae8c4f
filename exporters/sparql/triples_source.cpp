#include "sparql/triples_source.hpp"

#include <habari/core/error.hpp>

#include <cstring>
#include <iterator>
#include <new>

namespace habari::sparql {
namespace {

constexpr const char* xsd_string = "http://www.w3.org/2001/XMLSchema#string";

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.c_str()); }
std::string string(const unsigned char* text) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

/// A copy that Rasqal frees.
char* copied(const std::string& text) {
  char* copy = static_cast<char*>(rasqal_alloc_memory(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

/// What rasqal_triples_match points at.
struct Match {
  TriplesSource* source;
  StatementIndex::Cursor cursor;
};

/// The part of a pattern that a literal asks for; a variable without a value asks for any.
/// False where no statement has the term.
bool ask(const TriplesSource& source, rasqal_literal* literal, TermId& id) {
  id = any;
  if (literal == nullptr) return true;
  if (rasqal_variable* variable = rasqal_literal_as_variable(literal)) literal = variable->value;
  if (literal == nullptr) return true;
  const auto found = source.find(literal);
  if (found) id = *found;
  return found.has_value();
}

std::optional<Quad> pattern_of(const TriplesSource& source, const rasqal_triple& triple) {
  Quad pattern;
  rasqal_literal* const parts[] = {triple.subject, triple.predicate, triple.object, triple.origin};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!ask(source, parts[i], pattern[i])) return std::nullopt;
  }
  return pattern;
}

Match& match_of(void* user_data) { return *static_cast<Match*>(user_data); }

rasqal_triple_parts bind_match(rasqal_triples_match* /*match*/, void* user_data, rasqal_variable* bindings[4],
                               rasqal_triple_parts parts) {
  Match& match = match_of(user_data);
  const Quad& quad = *match.cursor;
  unsigned bound = 0;
  for (unsigned i = 0; i < 4; ++i) {
    if (bindings[i] == nullptr || (static_cast<unsigned>(parts) & (1U << i)) == 0) continue;
    // One variable at two places of a pattern stands for one term.
    for (unsigned other = 0; other < i; ++other) {
      if (bindings[other] == bindings[i] && quad[other] != quad[i]) return RASQAL_TRIPLE_NONE;
    }
    rasqal_variable_set_value(bindings[i], rasqal_new_literal_from_literal(match.source->literal(quad[i])));
    bound |= 1U << i;
  }
  return static_cast<rasqal_triple_parts>(bound);
}

void next_match(rasqal_triples_match* /*match*/, void* user_data) { match_of(user_data).cursor.next(); }
int is_end(rasqal_triples_match* /*match*/, void* user_data) { return match_of(user_data).cursor.is_end() ? 1 : 0; }
void finish(rasqal_triples_match* /*match*/, void* user_data) { delete static_cast<Match*>(user_data); }

TriplesSource& source_of(void* user_data) { return **static_cast<TriplesSource**>(user_data); }

int init_triples_match(rasqal_triples_match* match, rasqal_triples_source* /*from*/, void* user_data,
                       rasqal_triple_meta* meta, rasqal_triple* triple) {
  TriplesSource& source = source_of(user_data);
  rasqal_literal* const parts[] = {triple->subject, triple->predicate, triple->object, triple->origin};
  for (std::size_t i = 0; i < std::size(parts); ++i) {
    meta->bindings[i] = parts[i] == nullptr ? nullptr : rasqal_literal_as_variable(parts[i]);
  }
  const auto pattern = pattern_of(source, *triple);
  static const std::vector<Quad> nothing;
  match->bind_match = bind_match;
  match->next_match = next_match;
  match->is_end = is_end;
  match->finish = finish;
  match->user_data =
      new Match{&source, pattern ? source.index().find(*pattern) : StatementIndex::Cursor(nothing, 0, 0, Quad{})};
  return 0;
}

int triple_present(rasqal_triples_source* /*from*/, void* user_data, rasqal_triple* triple) {
  const TriplesSource& source = source_of(user_data);
  const auto pattern = pattern_of(source, *triple);
  return pattern && !source.index().find(*pattern).is_end() ? 1 : 0;
}

int new_triples_source(rasqal_query* /*query*/, void* factory_user_data, void* user_data,
                       rasqal_triples_source* source) {
  *static_cast<void**>(user_data) = factory_user_data;
  source->version = 1;
  source->init_triples_match = init_triples_match;
  source->triple_present = triple_present;
  source->free_triples_source = [](void*) {};
  return 0;
}

}  // namespace

void TriplesSource::install(rasqal_world* world) {
  world_ = world;
  const int failed = rasqal_set_triples_source_factory(
      world,
      [](rasqal_triples_source_factory* factory) {
        factory->version = 1;
        factory->user_data_size = sizeof(TriplesSource*);
        factory->new_triples_source = new_triples_source;
        return 0;
      },
      this);
  if (failed != 0) throw Error("Rasqal does not take its triples from us");
}

rasqal_literal* TriplesSource::literal(TermId id) {
  RasqalPointer<rasqal_literal>& made = literals_[id];
  if (made) return made.get();
  const RdfTerm& term = index_.term(id);
  const auto uri = [&](const std::string& iri) {
    return iri.empty() ? nullptr : raptor_new_uri(rasqal_world_get_raptor(world_), bytes(iri));
  };
  switch (term.kind) {
    case RdfTerm::Kind::iri:
      made.reset(rasqal_new_uri_literal(world_, uri(term.text)));
      break;
    case RdfTerm::Kind::blank:
      made.reset(
          rasqal_new_simple_literal(world_, RASQAL_LITERAL_BLANK, reinterpret_cast<unsigned char*>(copied(term.text))));
      break;
    default:
      made.reset(rasqal_new_string_literal(world_, reinterpret_cast<unsigned char*>(copied(term.text)),
                                           term.language.empty() ? nullptr : copied(term.language), uri(term.datatype),
                                           nullptr));
  }
  if (!made) throw std::bad_alloc();
  terms_.emplace(made.get(), id);
  return made.get();
}

RdfTerm TriplesSource::written_term(rasqal_literal* literal) {
  RdfTerm term;
  switch (rasqal_literal_get_rdf_term_type(literal)) {
    case RASQAL_LITERAL_URI:
      return {RdfTerm::Kind::iri, string(rasqal_literal_as_string(literal)), {}, {}};
    case RASQAL_LITERAL_BLANK:
      return {RdfTerm::Kind::blank, string(rasqal_literal_as_string(literal)), {}, {}};
    default:
      break;
  }
  term = {RdfTerm::Kind::literal, string(rasqal_literal_as_string(literal)), {}, {}};
  if (literal->language != nullptr) term.language = literal->language;
  if (literal->datatype != nullptr) term.datatype = string(raptor_uri_as_string(literal->datatype));
  if (term.datatype == xsd_string) term.datatype.clear();
  return term;
}

std::optional<TermId> TriplesSource::find(rasqal_literal* literal) const {
  const auto known = terms_.find(literal);
  return known == terms_.end() ? index_.find(written_term(literal)) : std::optional(known->second);
}

RdfTerm TriplesSource::term(rasqal_literal* literal) const {
  const auto known = terms_.find(literal);
  return known == terms_.end() ? written_term(literal) : index_.term(known->second);
}

}  // namespace habari::sparql
