#include "push_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace habari::cli {
namespace {

/// A store that refuses so many graphs one after the other refuses them all.
constexpr std::size_t most_refusals = 10;

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

PushRun::PushRun(const StoreOptions& options, const std::string& journal, std::size_t batch_bytes,
                 std::uint64_t total_bytes, Report& report)
    : protocol_(options.protocol),
      batch_bytes_(batch_bytes),
      total_bytes_(total_bytes),
      report_(report),
      store_(options, [&report](const std::string& message) { report.note(message); }) {
  if (!journal.empty()) journal_.emplace(journal, options.endpoint);
}

void PushRun::take(RdfBatch&& batch, const std::string& input) {
  if (batch.begins_graph) {
    drops_rest_ = false;
    if (!begun_.insert(name_uuid(batch.graph)).second) {
      throw Error(
          fmt::format("{}:{}: graph <{}> begins again; the statements of one graph must stand together, or "
                      "the second part would replace the first",
                      input, batch.line, batch.graph));
    }
  }
  if (drops_rest_) return;
  if (journal_ && journal_->has(batch)) {
    ++known_;
    return;
  }
  const bool is_alone = protocol_ == StoreProtocol::graph_store || !batch.begins_graph || !batch.ends_graph;
  if (is_alone || waiting_bytes_ + batch.statements.size() > batch_bytes_) flush();
  waiting_bytes_ += batch.statements.size();
  waiting_.push_back(std::move(batch));
  if (is_alone) flush();
}

void PushRun::flush() {
  if (waiting_.empty()) return;
  const std::vector<RdfBatch> batches = std::exchange(waiting_, {});
  waiting_bytes_ = 0;
  if (journal_) {
    for (const RdfBatch& batch : batches) journal_->strike_out(batch);
  }
  try {
    send(batches);
  } catch (const StoreRefusal& refusal) {
    if (batches.size() == 1) return refuse(batches.front(), refusal.what());
    for (const RdfBatch& batch : batches) {
      try {
        send({batch});
      } catch (const StoreRefusal& single) {
        refuse(batch, single.what());
      }
    }
  }
}

void PushRun::send(const std::vector<RdfBatch>& batches) {
  store_.send(batches);
  refused_in_a_row_ = 0;
  for (const RdfBatch& batch : batches) {
    if (journal_) journal_->note(batch);
    if (batch.begins_graph) ++graphs_;
    statements_ += batch.count;
  }
  report_.show([this] { return progress(); });
}

void PushRun::refuse(const RdfBatch& batch, const std::string& message) {
  report_.note(message);
  ++refused_;
  drops_rest_ = !batch.ends_graph;
  if (++refused_in_a_row_ == most_refusals) {
    throw Error(fmt::format("{} graphs were refused one after the other", most_refusals));
  }
}

void PushRun::advance(std::uint64_t bytes) {
  bytes_ += bytes;
  report_.show([this] { return progress(); });
}

std::string PushRun::progress() const {
  std::string told;
  if (total_bytes_ != 0) {
    constexpr std::size_t width = 20;
    const double part = std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(total_bytes_));
    const auto full = static_cast<std::size_t>(part * width);
    told = fmt::format("[{:=<{}}{:{}}] {:.0f} %, ", "", full, "", width - full, part * 100);
  }
  return told + fmt::format("{}, {}, {:.0f} s", counted(graphs_ + known_, "graph"), counted(statements_, "statement"),
                            seconds());
}

void PushRun::finish() {
  flush();
  const double time = seconds();
  std::string told = counted(graphs_, "graph") + ", " + counted(statements_, "statement") + " sent";
  if (statements_ != 0)
    told += fmt::format(" in {:.1f} s, {:.0f} a second", time, static_cast<double>(statements_) / time);
  if (known_ != 0) told += fmt::format("; {} there already", known_);
  if (refused_ != 0) told += fmt::format("; {} refused", refused_);
  report_.note(told);
}

void PushRun::report_stop() {
  if (graphs_ == 0) return;
  report_.note(
      fmt::format("stopped after {} of this run; running it again sends the rest and repairs what is half there",
                  counted(graphs_, "graph")));
}

}  // namespace habari::cli
