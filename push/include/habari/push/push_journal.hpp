#pragma once

#include <habari/core/identifiers.hpp>
#include <habari/exporters/rdf_batches.hpp>

#include <map>
#include <string>

namespace habari {

/// What an endpoint has taken, in a file that is right whenever the process is killed: a graph is noted after the store
/// has it, and struck out before the store is sent another content for it. A line cut short counts for nothing.
/// Graphs that come in several batches are never noted: only whole ones can be told to be the same.
/// The file is its user's alone: it begins with the endpoint.
class PushJournal {
 public:
  /// Opens or begins `file`.
  /// Errors: Error where it is the journal of another endpoint, no journal, in use, or cannot be written.
  PushJournal(const std::string& file, const std::string& endpoint);
  ~PushJournal();
  PushJournal(const PushJournal&) = delete;
  PushJournal& operator=(const PushJournal&) = delete;

  /// Whether the endpoint has this content under this name.
  bool has(const RdfBatch& batch) const;
  /// Before sending. Errors: Error where the file takes no more; as note().
  void strike_out(const RdfBatch& batch);
  /// After sending.
  void note(const RdfBatch& batch);

 private:
  void make_private(const std::string& endpoint);
  void read(const std::string& endpoint);
  void append(const std::string& text);

  std::string file_;
  int descriptor_ = -1;
  std::map<Uuid, std::string> contents_;  ///< UUID of the statements, by that of the graph's name.
};

}  // namespace habari
