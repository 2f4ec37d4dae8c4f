#pragma once

#include "graph_documents.hpp"

#include <habari/core/identifiers.hpp>

#include <cctype>
#include <random>
#include <string>
#include <vector>

namespace habari::test {

/// Documents over few names, dates and labels, so that much is alike and little is clear.
class RandomNews {
 public:
  explicit RandomNews(unsigned seed) : random_(seed) {}

  std::vector<Document> documents(int count) {
    std::vector<Document> result;
    for (int i = 0; i < count; ++i) result.push_back(document("article-" + std::to_string(below(count * 4 / 5))));
    return result;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  template <typename Items>
  auto pick(const Items& items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
  }

  Document document(const std::string& id) {
    static const std::vector<std::string> written = {
        "Jane Mbali",        "Jane Mbaly",   "Mbali",  "J. Mbali",  "Jane A Mbali",
        "Peter Otieno",      "Peter Otyeno", "Otieno", "CWB",       "Coast Water Board",
        "Coast-Water Board", "Goma",         "Kenya",  "High Court"};
    std::string text = ".";
    for (const char* number : {"0", "1", "2", "3", "4"})
      text += " met" + std::string(number) + " said" + number + " day" + number;
    for (const std::string& name : written) text += " " + name;
    for (const std::string& phrase : phrases()) text += " " + phrase;
    article_ = id;
    DocumentMaker maker(id, below(2) == 0 ? "en" : "sw",
                        below(3) == 0 ? "" : "2024-03-0" + std::to_string(1 + below(9)), text);
    const int events = 1 + below(5);
    for (int i = 0; i < events; ++i) {
      if (below(3) == 0) {
        add_arrest(maker, i);
      } else {
        add_meeting(maker, i, written);
      }
    }
    return maker.make();
  }

  void add_meeting(DocumentMaker& maker, int number, const std::vector<std::string>& written) {
    static const std::vector<std::string> days = {"", "", "2024-03-04", "2024-03-05", "2024-03", "2024"};
    const bool says = below(4) == 0;
    maker.event((says ? "said" : "met") + std::to_string(number), "x", says ? "say" : "meet",
                says ? EventType::statement : EventType::consult,
                below(5) == 0 ? Factuality::planned : Factuality::actual);
    if (below(2) == 0) {
      add(maker, "Jane Mbali");
      add(maker, "Peter Otieno");
    }
    for (int k = below(3); k > 0; --k) add(maker, pick(written));
    for (int k = below(4) - 1; k > 0; --k) maker.with(pick(roles_in_news()), "strikers", {}, pick(phrases()));
    if (says && number > 0) maker.content(static_cast<std::uint32_t>(below(number)));
    if (const std::string day = pick(days); !day.empty()) maker.time("day" + std::to_string(number), day);
  }

  /// What many articles tell alike but for the words they have for those who were arrested.
  void add_arrest(DocumentMaker& maker, int number) {
    maker.event("met" + std::to_string(number), "x", "arrest", EventType::coerce);
    maker.with(Role::agent, "Kenya", "country/kenya").with(Role::agent, "Goma", "place/goma");
    for (int k = 1 + below(3) / 2; k > 0; --k) maker.with(Role::patient, "strikers", {}, pick(phrases()));
    if (below(4) == 0) maker.source("strikers", {});
    maker.time("day" + std::to_string(number), below(2) == 0 ? "2024-03-04" : "2024-03-05");
  }

  static const std::vector<Role>& roles_in_news() {
    static const std::vector<Role> roles = {Role::agent, Role::patient, Role::companion, Role::place, Role::topic};
    return roles;
  }
  /// Strikers by more and by fewer words, each more than the one before or not.
  static const std::vector<std::string>& phrases() {
    static const std::vector<std::string> phrases = {"strikers of Goma port", "angry young strikers", "angry strikers",
                                                     "5 strikers", "strikers"};
    return phrases;
  }

  void add(DocumentMaker& maker, const std::string& name) {
    const bool body = name.starts_with("C") || name == "High Court";
    const EntityKind kind = name == "Goma"    ? EntityKind::place
                            : name == "Kenya" ? EntityKind::country
                            : body            ? EntityKind::organization
                                              : EntityKind::person;
    std::string slug = name;
    for (char& c : slug) c = c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::erase(slug, '.');
    std::string id = std::string(habari::name(kind)) + "/" + slug;
    // Of whatever country: the article's own.
    if (name == "High Court") id = "organization" + local_entity_id(article_, name).substr(5);
    maker.entity(name, kind, id, name).with(pick(roles_in_news()), name, id);
  }

  std::mt19937 random_;
  std::string article_;  ///< Identifier of the one in the making.
};

}  // namespace habari::test
