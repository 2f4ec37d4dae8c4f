#include <habari/push/push_run.hpp>

#include <habari/exporters/input_file.hpp>
#include <habari/exporters/rdf.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <streambuf>
#include <utility>

namespace habari {
namespace {

/// A store that refuses so many graphs one after the other refuses them all.
constexpr std::size_t most_refusals = 10;

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// Hands what is written to it on to batches.
class BatchBuffer final : public std::streambuf {
 public:
  explicit BatchBuffer(RdfBatches& batches) : batches_(batches) {}

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    batches_.parse({bytes, static_cast<std::size_t>(size)});
    return size;
  }
  int_type overflow(int_type byte) override {
    const char c = traits_type::to_char_type(byte);
    return xsputn(&c, 1) == 1 ? byte : traits_type::eof();
  }

 private:
  RdfBatches& batches_;
};

}  // namespace

PushRun::PushRun(PushRunOptions options, PushEvents events)
    : options_(std::move(options)), events_(std::move(events)), store_(options_.store, events_.on_note) {
  if (!options_.journal.empty()) journal_.emplace(options_.journal, options_.store.endpoint);
}

void PushRun::push_file(const std::string& file, RdfSyntax syntax) {
  InputFile in(file);
  RdfBatches batches(syntax, in.name(), options_.batches, [&](RdfBatch&& batch) { take(std::move(batch), in.name()); });
  std::vector<char> bytes(std::size_t{1} << 16U);
  std::uint64_t position = 0;
  do {
    in.stream().read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    batches.parse({bytes.data(), static_cast<std::size_t>(in.stream().gcount())});
    advance(in.position() - position);
    position = in.position();
  } while (in.stream());
  batches.finish();
}

void PushRun::push_graph(const Graph& graph, const RdfOptions& rdf) {
  RdfBatches batches(RdfSyntax::n_quads, "<graph>", options_.batches,
                     [&](RdfBatch&& batch) { take(std::move(batch), "<graph>"); });
  BatchBuffer buffer(batches);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);  // What the batches throw shall come through.
  write_n_quads(graph, out, rdf);
  batches.finish();
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
  const bool is_alone =
      options_.store.protocol == StoreProtocol::graph_store || !batch.begins_graph || !batch.ends_graph;
  if (is_alone || waiting_bytes_ + batch.statements.size() > options_.batches.bytes) flush();
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
  events_.on_progress([this] { return progress(); });
}

void PushRun::refuse(const RdfBatch& batch, const std::string& message) {
  events_.on_note(message);
  ++refused_;
  drops_rest_ = !batch.ends_graph;
  if (++refused_in_a_row_ == most_refusals) {
    throw Error(fmt::format("{} graphs were refused one after the other", most_refusals));
  }
}

void PushRun::advance(std::uint64_t bytes) {
  bytes_ += bytes;
  events_.on_progress([this] { return progress(); });
}

std::string PushRun::progress() const {
  std::string told;
  if (options_.total_bytes != 0) {
    constexpr std::size_t width = 20;
    const double part = std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(options_.total_bytes));
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
  events_.on_note(told);
}

void PushRun::report_stop() {
  if (graphs_ == 0) return;
  events_.on_note(
      fmt::format("stopped after {} of this run; running it again sends the rest and repairs what is half there",
                  counted(graphs_, "graph")));
}

}  // namespace habari
