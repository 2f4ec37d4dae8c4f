#pragma once

#include <habari/core/graph.hpp>
#include <habari/core/identifiers.hpp>
#include <habari/exporters/rdf_batches.hpp>
#include <habari/push/push_journal.hpp>
#include <habari/push/triple_store.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace habari {

/// Whom to tell how a run goes.
struct PushEvents {
  std::function<void(const std::string& message)> on_note;
  /// Something was read or sent; `text` makes a line of how far it is, and is called where that is shown.
  std::function<void(const std::function<std::string()>& text)> on_progress;
};

/// What a run sends, and where.
struct PushRunOptions {
  StoreOptions store;
  std::string journal;            ///< File name, empty for none.
  RdfBatchOptions batches;        ///< `bytes` is that of a request, too.
  std::uint64_t total_bytes = 0;  ///< Of the input, 0 where unknown.
};

/// One run of `habari push`: cuts graphs into batches, sends them, counts.
class PushRun {
 public:
  /// Errors: as TripleStore and PushJournal.
  PushRun(PushRunOptions options, PushEvents events);

  /// Sends a file, or standard input (`-`).
  /// Errors: as InputFile and RdfBatches; Error where a graph begins a second time; as TripleStore::send but for single
  /// refusals, which are reported and counted.
  void push_file(const std::string& file, RdfSyntax syntax);
  /// Sends a graph as write_n_quads writes it. Errors: as push_file.
  void push_graph(const Graph& graph, const RdfOptions& rdf);
  /// Sends what waits and tells what was done. Errors: as push_file.
  void finish();
  /// Tells what was done before an error.
  void report_stop();
  std::size_t refused() const { return refused_; }

 private:
  using Clock = std::chrono::steady_clock;
  /// Sends, now or with the next ones. `input` stands for where it comes from in messages.
  void take(RdfBatch&& batch, const std::string& input);
  /// So many more bytes of the input were read.
  void advance(std::uint64_t bytes);
  void flush();
  void send(const std::vector<RdfBatch>& batches);
  void refuse(const RdfBatch& batch, const std::string& message);
  std::string progress() const;
  double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

  PushRunOptions options_;
  PushEvents events_;
  TripleStore store_;
  std::optional<PushJournal> journal_;
  Clock::time_point start_ = Clock::now();

  std::vector<RdfBatch> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::set<Uuid> begun_;     ///< Names of graphs.
  bool drops_rest_ = false;  ///< Of a graph whose beginning was refused.
  std::uint64_t bytes_ = 0;
  std::size_t graphs_ = 0;  ///< Of articles: the vocabulary is not counted.
  std::size_t statements_ = 0;
  std::size_t known_ = 0;  ///< Graphs that the journal says are there.
  std::size_t refused_ = 0;
  std::size_t refused_in_a_row_ = 0;
};

}  // namespace habari
