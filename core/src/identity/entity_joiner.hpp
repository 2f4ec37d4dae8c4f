#pragma once

#include "rows/builder_rows.hpp"

#include <habari/core/identity_report.hpp>

#include <vector>

namespace habari {

/// By raw string number: what each entity identifier of the living articles becomes, other strings themselves.
/// A function of the articles' content. `report` is filled where it is given.
std::vector<StringId> join_entities(BuilderRows& rows, IdentityReport* report);

}  // namespace habari
