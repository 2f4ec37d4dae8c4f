#include "builder_rows.hpp"
#include "document_rows.hpp"

#include <habari/core/error.hpp>

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

void GraphBuilder::add(const Document& document) {
  check_spans(document);
  Rows& rows = *rows_;
  RawArticle article;
  article.fingerprint = name_uuid(to_json(document));
  if (const auto known = rows.article_numbers.find(document.article.id); known != rows.article_numbers.end()) {
    RawArticle& other = rows.articles[known->second];
    const auto rank = [](const std::optional<Date>& date, const Uuid& fingerprint) {
      return std::pair(date, fingerprint);
    };
    if (rank(document.article.date, article.fingerprint) <= rank(other.record.date, other.fingerprint)) return;
    other.alive = false;
    std::string().swap(other.text);
  }

  const auto number = static_cast<std::uint32_t>(rows.articles.size());
  const Article& source = document.article;
  article.record = {rows.strings(source.id), rows.strings(source.language), rows.strings(source.title),
                    rows.strings(source.url), source.date};
  if (options_.keep_texts) article.text = source.text;
  rows.articles.push_back(std::move(article));
  rows.article_numbers[source.id] = number;

  DocumentRows made(document, number, rows.strings);
  made.append_events(rows.event_mentions, rows.roles, rows.times);
  append(rows.relations, made.relations());
  append(rows.entity_mentions, made.entity_mentions());
  if (std::max({rows.entity_mentions.size(), rows.event_mentions.size(), rows.roles.size(), rows.times.size(),
                rows.strings.size()}) >= none) {
    throw Error("more than 2^32 - 2 mentions in one graph: build it in parts");
  }
}

}  // namespace habari
