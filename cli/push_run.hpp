#pragma once

#include "push_journal.hpp"
#include "report.hpp"
#include "triple_store.hpp"

#include <habari/core/identifiers.hpp>
#include <habari/exporters/rdf_batches.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace habari::cli {

/// One run of `habari push`: takes batches, sends them, counts.
class PushRun {
 public:
  /// `journal`: file name, empty for none. `batch_bytes`: of a request. `total_bytes`: of the input, 0 where unknown.
  /// Errors: as TripleStore and PushJournal.
  PushRun(const StoreOptions& options, const std::string& journal, std::size_t batch_bytes, std::uint64_t total_bytes,
          Report& report);

  /// Sends, now or with the next ones. `input` stands for where it comes from in messages.
  /// Errors: Error where a graph begins a second time, and as TripleStore::send but for single refusals, which are
  /// reported and counted.
  void take(RdfBatch&& batch, const std::string& input);
  /// So many more bytes of the input were read.
  void advance(std::uint64_t bytes);
  /// Sends what waits and prints what was done. Errors: as take().
  void finish();
  /// Prints what was done before an error.
  void report_stop();
  std::size_t refused() const { return refused_; }

 private:
  using Clock = std::chrono::steady_clock;
  void flush();
  void send(const std::vector<RdfBatch>& batches);
  void refuse(const RdfBatch& batch, const std::string& message);
  std::string progress() const;
  double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

  StoreProtocol protocol_;
  std::size_t batch_bytes_;
  std::uint64_t total_bytes_;
  Report& report_;
  TripleStore store_;
  std::optional<PushJournal> journal_;
  Clock::time_point start_ = Clock::now();

  std::vector<RdfBatch> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::set<Uuid> begun_;     ///< Names of graphs.
  bool drops_rest_ = false;  ///< Of a graph whose beginning was refused.
  std::uint64_t bytes_ = 0;
  std::size_t graphs_ = 0;
  std::size_t statements_ = 0;
  std::size_t known_ = 0;  ///< Graphs that the journal says are there.
  std::size_t refused_ = 0;
  std::size_t refused_in_a_row_ = 0;
};

}  // namespace habari::cli
