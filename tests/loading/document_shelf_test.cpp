#include <habari/core/document.hpp>
#include <habari/loading/document_shelf.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>

namespace habari {
namespace {

std::string json(const std::string& id, unsigned day) {
  Document document;
  document.article.id = id;
  document.article.language = "sw";
  document.article.date = Date(2024, 5, day);
  document.article.text = "Rais alisema.";
  return to_json(document);
}

std::string written(const DocumentShelf& shelf) {
  std::ostringstream out;
  shelf.write(out);
  return out.str();
}

TEST(DocumentShelf, KeepsTheLaterVersionOfEachWhateverTheOrder) {
  DocumentShelf shelf;
  for (const auto& [id, day] : {std::pair("b", 1U), {"a", 2U}, {"b", 3U}, {"a", 1U}}) shelf.add(json(id, day));
  EXPECT_EQ(written(shelf), json("a", 2) + "\n" + json("b", 3) + "\n");
}

TEST(DocumentShelf, TellsWhetherWhatIsTakenOutWasThere) {
  DocumentShelf shelf;
  shelf.add(json("a", 1));
  EXPECT_FALSE(shelf.remove("b"));
  EXPECT_TRUE(shelf.remove("a"));
  EXPECT_EQ(written(shelf), "");
}

}  // namespace
}  // namespace habari
