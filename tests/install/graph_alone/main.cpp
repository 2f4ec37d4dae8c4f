#include <habari/core/graph_builder.hpp>

int main() {
  habari::Document document;
  document.article.id = "a";
  document.article.language = "en";
  document.article.text = "Ana left.";
  habari::GraphBuilder builder;
  builder.add(document);
  return builder.freeze().article_count() == 1 ? 0 : 1;
}
