#include "entities/name_scene.hpp"

namespace habari {

void NameScene::locate_places() {
  for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
    if (names_[i].kind == EntityKind::place && !names_[i].group) names_[i].country = country_behind(i);
  }
}

/// Id of the country in `Mbale, Kenya`, `London, Ontario` and `mjini Mbale nchini Kenya`; empty where none is given.
std::string NameScene::country_behind(std::size_t name) const {
  const FoundName& larger = names_[name + 1];
  if (!larger.entry || !same_sentence(names_[name].last, larger.first) || !is_apposed(names_[name], larger)) return {};
  const GazetteerEntry& entry = gazetteer_.entry(*larger.entry);
  if (entry.kind == EntityKind::country) return entry.id;
  return entry.kind == EntityKind::place ? entry.country : std::string();
}

bool NameScene::is_apposed(const FoundName& name, const FoundName& larger) const {
  const Index between = name.last + 1;
  const NameMark& mark = marks_[between];
  if (mark.role == NameRole::cue && mark.role_kind == EntityKind::country && mark.role_end == larger.first) return true;
  if (larger.first != between + 1 || pieces_[between].mark != ',') return false;
  // `London, Canada na Uhispania` is a list.
  Index behind = larger.last + 1;
  if (behind < pieces_.size() && pieces_[behind].mark == ',') ++behind;
  if (behind < pieces_.size() && has(behind, NameRole::joiner)) ++behind;
  const bool goes_on = behind > larger.last + 1 && behind < pieces_.size() && same_sentence(behind, larger.last);
  return !goes_on || !pieces_[behind].is_capital();
}

}  // namespace habari
