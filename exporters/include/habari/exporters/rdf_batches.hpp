#pragma once

#include <habari/exporters/rdf_options.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// Statements of one graph, at most a graph's worth.
struct RdfBatch {
  std::string graph;         ///< IRI; empty: the default graph.
  std::string statements;    ///< N-Triples, one a line. They hold as they stand between braces in SPARQL Update, too.
  std::size_t count = 0;     ///< Statements.
  std::size_t line = 0;      ///< Of the input, from 1, where the batch begins.
  bool begins_graph = true;  ///< No batch of this graph came before it.
  bool ends_graph = true;    ///< None comes after it.
  bool adds = false;         ///< Of vocabulary_graph, which each file has a part of.
};

/// How RDF is cut into batches.
struct RdfBatchOptions {
  /// A graph with more than this is cut between statements. Units: bytes of N-Triples.
  std::size_t bytes = std::size_t{4} << 20U;
  /// IRI of the graph of statements that name none, as in Turtle and N-Triples; empty: the default graph. Nothing: such
  /// statements are refused.
  std::optional<std::string> graph;
};

/// Cuts RDF into batches as it streams by. Memory is bounded by one batch and one statement.
/// Statements of one graph that stand apart in the input come as a graph of its own each time.
/// Blank nodes are refused: they would mean another node in each batch. Habari writes none.
/// `name` stands for the input in messages.
/// Errors: Error `NAME:LINE: …` where the syntax is wrong, or an IRI or a language tag could not be written in SPARQL;
/// whatever `take` throws.
class RdfBatches {
 public:
  using Take = std::function<void(RdfBatch&&)>;  ///< What becomes of a batch.
  RdfBatches(RdfSyntax syntax, const std::string& name, RdfBatchOptions options, Take take);  ///< Hands on to `take`.
  ~RdfBatches();
  RdfBatches(const RdfBatches&) = delete;
  RdfBatches& operator=(const RdfBatches&) = delete;

  void parse(std::string_view bytes);  ///< The next bytes of the input.
  /// The input ends here: hands on the last batch.
  void finish();

 private:
  class Cutter;
  std::unique_ptr<Cutter> cutter_;
};

}  // namespace habari
