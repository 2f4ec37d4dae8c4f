#pragma once

#include <string>

namespace habari {

/// What the first NewsArticle-like object of a page's JSON-LD says. Source: https://schema.org/NewsArticle
struct JsonLd {
  std::string headline;
  std::string date;
  std::string language;
  std::string body;
};

/// Adds what a script's JSON-LD says to what is known. Scripts that are not strict JSON (comments, CDATA, line feeds in
/// strings, marks behind the end) are read as browsers' readers do; of one that is no JSON at all, the members by
/// their names.
void read_json_ld(const std::string& script, JsonLd& out);

}  // namespace habari
