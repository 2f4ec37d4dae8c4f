#include <habari/core/graph_builder.hpp>
#include <habari/loading/document_shelf.hpp>

namespace habari {

void DocumentShelf::add(const std::string& json) {
  Document document = parse_document(json);
  const auto [at, added] = lines_.try_emplace(document.article.id, json);
  if (!added && replaces(document, parse_document(at->second))) at->second = json;
}

bool DocumentShelf::remove(const std::string& article_id) { return lines_.erase(article_id) != 0; }

void DocumentShelf::write(std::ostream& out) const {
  for (const auto& [id, line] : lines_) out << line << '\n';
}

}  // namespace habari
