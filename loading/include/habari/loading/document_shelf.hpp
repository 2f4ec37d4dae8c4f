#pragma once

#include <map>
#include <ostream>
#include <string>

namespace habari {

/// Documents by their articles' identifiers, of each article the version that stays (`replaces`).
class DocumentShelf {
 public:
  /// Errors: as parse_document.
  void add(const std::string& json);
  /// Returns whether it was there.
  bool remove(const std::string& article_id);
  /// One line each, by identifier.
  void write(std::ostream& out) const;

 private:
  std::map<std::string, std::string> lines_;
};

}  // namespace habari
