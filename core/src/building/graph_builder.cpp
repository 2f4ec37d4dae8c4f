#include "building/document_rows.hpp"
#include "building/joined_rows.hpp"
#include "building/part_rows.hpp"

#include <algorithm>
#include <utility>

namespace habari {
namespace {

template <typename Row>
void append(std::vector<Row>& rows, const std::vector<Row>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

}  // namespace

GraphBuilder::GraphBuilder(Options options) : rows_(std::make_unique<Rows>()), options_(options) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

/// The article's number; none where another document of its id takes precedence.
std::optional<std::uint32_t> GraphBuilder::begin_article(const Article& source, const Uuid& fingerprint) {
  Rows& rows = *rows_;
  if (const auto known = rows.article_numbers.find(source.id); known != rows.article_numbers.end()) {
    RawArticle& other = rows.articles[known->second];
    if (std::pair(source.date, fingerprint) <= std::pair(other.record.date, other.fingerprint)) return std::nullopt;
    other.alive = false;
    std::string().swap(other.text);
  }
  const auto number = row_number(rows.articles.size());
  RawArticle article;
  article.fingerprint = fingerprint;
  article.record = {rows.strings(source.id), rows.strings(source.language), rows.strings(source.title),
                    rows.strings(source.url), source.date};
  if (options_.keep_texts) article.text = source.text;
  rows.articles.push_back(std::move(article));
  rows.article_numbers[source.id] = number;
  return number;
}

void GraphBuilder::check_size() const {
  const Rows& rows = *rows_;
  row_number(std::max({rows.entity_mentions.size(), rows.event_mentions.size(), rows.roles.size(), rows.times.size(),
                       rows.quantities.size(), rows.relations.size(), rows.links.size(), rows.known_matches.size()}));
}

void GraphBuilder::add(const Document& document) {
  check_document(document);
  const auto number = begin_article(document.article, name_uuid(to_json(document)));
  if (!number) return;
  Rows& rows = *rows_;
  DocumentRows made(document, *number, rows.strings);
  made.append_events(rows.event_mentions, rows.roles, rows.times, rows.quantities);
  append(rows.relations, made.relations());
  append(rows.links, made.links());
  append(rows.entity_mentions, made.entity_mentions());
  check_size();
}

void GraphBuilder::add(const ArticlePart& part) {
  check_part(part);
  const auto number = begin_article(part.article, fingerprint(part));
  if (!number) return;
  Rows& rows = *rows_;
  rows.articles[*number].has_identity = true;
  const PartRows made(part, *number, rows.strings);
  const auto first_mention = static_cast<std::uint32_t>(rows.event_mentions.size());
  append(rows.event_mentions, made.event_mentions());
  append(rows.roles, made.roles(first_mention));
  append(rows.times, made.times(first_mention));
  append(rows.quantities, made.quantities(first_mention));
  append(rows.relations, made.relations());
  append(rows.entity_mentions, made.entity_mentions());
  append(rows.links, made.links());
  append(rows.known_matches, made.known_matches());
  check_size();
}

bool GraphBuilder::remove(std::string_view article_id) {
  Rows& rows = *rows_;
  const auto known = rows.article_numbers.find(std::string(article_id));
  if (known == rows.article_numbers.end()) return false;
  rows.articles[known->second].alive = false;
  std::string().swap(rows.articles[known->second].text);
  rows.article_numbers.erase(known);
  return true;
}

bool replaces(const Document& document, const Document& other) {
  const auto rank = [](const Document& of) { return std::pair(of.article.date, name_uuid(to_json(of))); };
  return rank(document) > rank(other);
}

}  // namespace habari
