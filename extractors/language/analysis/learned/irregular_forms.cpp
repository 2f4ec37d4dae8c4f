#include "analysis/learned/irregular_forms.hpp"

#include "analysis/model/word_features.hpp"
#include "lexicon/table.hpp"

#include <algorithm>

namespace habari::learned {

IrregularForms::IrregularForms(const std::filesystem::path& table) {
  const Table rows(table, {"form", "upos", "lemma"});
  for (const Table::Row row : rows) {
    const auto upos = parse_upos(row["upos"]);
    if (!upos) row.fail("\"" + std::string(row["upos"]) + "\" is no universal part of speech");
    if (row["form"].empty() || row["lemma"].empty()) row.fail("expected a form, its UPOS and its lemma");
    Words& words = words_[static_cast<std::size_t>(*upos)];
    const std::string form = fold(row["form"]);
    const auto [at, fresh] = words.lemmas.emplace(form, row["lemma"]);
    if (!fresh) row.fail("a second lemma of " + form + ", which has " + at->second);
    words.forms[at->second].push_back(form);
  }
}

const std::string* IrregularForms::find(std::string_view form, Upos upos) const {
  const auto& lemmas = words_[static_cast<std::size_t>(upos)].lemmas;
  const auto found = lemmas.find(form);
  return found == lemmas.end() ? nullptr : &found->second;
}

bool IrregularForms::has_form_with_ending(std::string_view lemma, Upos upos, std::string_view ending) const {
  const auto& forms = words_[static_cast<std::size_t>(upos)].forms;
  const auto found = forms.find(lemma);
  return found != forms.end() && std::any_of(found->second.begin(), found->second.end(),
                                             [&](const std::string& form) { return form.ends_with(ending); });
}

}  // namespace habari::learned
