#include "frames/anaphor.hpp"

namespace habari {

Agreement agreement_of(const Token& token, std::string_view prefix) {
  const auto value = [&](std::string_view name) { return token.feature(std::string(prefix) + std::string(name)); };
  Agreement agreement;
  const std::string_view person = value("Person");
  if (person == "1" || person == "2") agreement.person = person == "1" ? 1 : 2;
  if (!value("Number").empty()) agreement.plural = value("Number") == "Plur";
  agreement.gender = value("Gender");
  agreement.noun_class = value("NounClass");
  return agreement;
}

bool is_anaphoric(const Token& token) {
  if (token.upos != Upos::pron || token.feature("Reflex") == "Yes" || token.feature("Poss") == "Yes") return false;
  return token.feature("PronType") == "Prs" ||
         (token.feature("PronType") == "Dem" && !token.feature("NounClass").empty());
}

}  // namespace habari
