// Prints every two accounts of events that identity compares across the given documents, with what speaks for and
// against their being one event: tab-separated, the first line names the columns. scripts/fit_joins.py fits the weights
// on it. usage: event_pairs DOCUMENTS.jsonl
#include "building/document_rows.hpp"
#include "building/joined_rows.hpp"
#include "identity/event_joiner.hpp"
#include "rows/builder_rows.hpp"

#include <fstream>
#include <iostream>
#include <string>

namespace habari {
namespace {

void add(BuilderRows& rows, const Document& document) {
  const auto number = static_cast<std::uint32_t>(rows.articles.size());
  RawArticle article;
  const Article& source = document.article;
  article.record = {rows.strings(source.id), rows.strings(source.language), rows.strings(source.title),
                    rows.strings(source.url), source.date};
  rows.articles.push_back(std::move(article));
  DocumentRows made(document, number, rows.strings);
  made.append_events(rows.event_mentions, rows.roles, rows.times, rows.quantities);
  for (const auto& row : made.relations()) rows.relations.push_back(row);
  for (const auto& row : made.links()) rows.links.push_back(row);
  for (const auto& row : made.entity_mentions()) rows.entity_mentions.push_back(row);
}

void print_account(const BuilderRows& rows, const Account& account) {
  const EventMention& mention = rows.event_mentions[account.mentions.front()].mention;
  std::cout << rows.strings[rows.articles[mention.article].record.id] << '\t' << mention.trigger.begin << '\t'
            << mention.trigger.end << '\t';
}

int run(const char* file) {
  BuilderRows rows;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) add(rows, parse_document(line));
  set_joined_entities(rows, nullptr);
  std::cout << "article\tbegin\tend\tother\tother_begin\tother_end";
  for (std::size_t i = 0; i < likeness_count; ++i) std::cout << '\t' << name(static_cast<Likeness>(i));
  std::cout << '\n';
  join_events(rows, [&](const Account& a, const Account& b, const Evidence& evidence) {
    print_account(rows, a);
    print_account(rows, b);
    for (std::size_t i = 0; i < evidence.size(); ++i) std::cout << (i == 0 ? "" : "\t") << evidence[i];
    std::cout << '\n';
  });
  return 0;
}

}  // namespace
}  // namespace habari

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: event_pairs DOCUMENTS.jsonl\n";
    return 2;
  }
  return habari::run(words[1]);
}
