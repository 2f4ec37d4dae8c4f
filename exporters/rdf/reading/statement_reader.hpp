#pragma once

#include "rdf/reading/statement_table.hpp"

#include <habari/exporters/rdf_options.hpp>

#include <istream>
#include <string>

namespace habari::rdf {

/// All statements of an input that the table knows the predicates of; parsed by Raptor.
/// Errors: as habari::read_rdf, but for what the statements say.
StatementTable read_statements(std::istream& in, RdfSyntax syntax, const std::string& name);

}  // namespace habari::rdf
