#pragma once

#include "identity/name_form.hpp"

#include <habari/core/identity_report.hpp>
#include <habari/core/ontology.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace habari {

/// A name that an article gives an entity.
struct KnownName {
  std::string written;
  NameForm form;
  EntityKind kind = EntityKind::thing;
  bool is_full = true;    ///< Not just how one mention is written.
  std::string parts{};    ///< Mention::parts.
  bool is_local = false;  ///< Its article's own: another article's of this name may be another.
};

/// Keys under which `name` is looked up for `rule`: two names that the rule joins have a key in common.
/// Several for rules that allow for a difference. Hashes: names with a common key are compared by `agrees`.
std::vector<std::uint64_t> lookup_keys(NameRule rule, const KnownName& name);

/// Whether `rule` takes the two for names of one entity, shared context and other candidates left aside.
bool agrees(NameRule rule, const KnownName& a, const KnownName& b);

}  // namespace habari
