#pragma once

#include <habari/core/article_part.hpp>
#include <habari/core/document.hpp>
#include <habari/core/graph.hpp>
#include <habari/core/identity_report.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace habari {

/// Collects documents and freezes them into a Graph.
///
/// Identity is a function of content: the order of the documents, and how often one is given, leave no trace.
/// Two documents of one article id are one article: the same content counts once; of two contents the one with the
/// later publication date stays (with equal dates the one whose content has the greater hash: arbitrary but fixed).
///
/// Entities that articles identify differently are joined, and so are events told in different words, within an
/// article and across articles and languages, by the rules of docs/identity.md. A participant without an identifier
/// is local to its article (local_entity_id).
class GraphBuilder {
 public:
  /// What is kept.
  struct Options {
    bool keep_texts = true;  ///< Keep the articles' texts; without them RDF has no nif:isString and no sentences.
  };

  GraphBuilder() : GraphBuilder(Options{}) {}
  explicit GraphBuilder(Options options);  ///< An empty one.
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;             ///< An empty one.
  GraphBuilder& operator=(GraphBuilder&&) noexcept;  ///< Movable.

  /// Throws std::invalid_argument where a span lies outside the text or inside a character, an argument's event
  /// outside the document, or a confidence outside 0 to 1.
  /// Errors: Error where there are more mentions than 32-bit numbers can count.
  void add(const Document& document);

  /// The same for what was read from a graph. Events and entities are what their identifiers say.
  /// Throws std::invalid_argument where an index lies outside the part, an entity that takes part in something has
  /// no mention, or a confidence lies outside 0 to 1.
  void add(const ArticlePart& part);

  /// Takes the article out again, as if it had not been added. Returns whether it was there.
  bool remove(std::string_view article_id);

  /// Leaves the builder empty. Cost: O(M log M) time in the mentions M. Errors: as add.
  /// `report`, where given, receives why entities were joined or kept apart.
  Graph freeze(IdentityReport* report = nullptr);

 private:
  struct Rows;
  std::optional<std::uint32_t> begin_article(const Article& article, const Uuid& fingerprint);
  void check_size() const;
  std::unique_ptr<Rows> rows_;
  Options options_;
};

/// Whether `document` takes the place of `other`, a document of the same article: it was published later; with equal
/// dates its content has the greater hash.
bool replaces(const Document& document, const Document& other);

}  // namespace habari
