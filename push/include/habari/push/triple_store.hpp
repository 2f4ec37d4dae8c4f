#pragma once

#include <habari/push/http_client.hpp>

#include <habari/exporters/rdf_batches.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

enum class StoreProtocol : std::uint8_t {
  graph_store,  ///< SPARQL 1.1 Graph Store HTTP Protocol: PUT and POST of a graph.
  update        ///< SPARQL 1.1 Update.
};

std::optional<StoreProtocol> parse_store_protocol(std::string_view name);

struct StoreOptions {
  std::string endpoint;
  StoreProtocol protocol = StoreProtocol::graph_store;
  HttpOptions http;
  unsigned retries = 5;
  std::chrono::milliseconds first_wait{1000};  ///< Before the first retry; twice as long before each next one.
};

/// The store understood the request and does not want these statements; others it may take.
class StoreRefusal : public Error {
  using Error::Error;
};

/// Writes graphs to a triple store over HTTP. What fails in passing is tried again: no connection, a lost one, no
/// answer in time, 408, 429, 500, 502, 503, 504. All requests can be repeated without harm.
class TripleStore {
 public:
  using Note = std::function<void(const std::string&)>;
  /// `note` is told of each try that failed, and now where a login would travel so that others can read it.
  /// Errors: Error where the endpoint is no URL.
  TripleStore(StoreOptions options, Note note);

  /// A graph that begins replaces what the store has under its name; what does not begin, or adds, is added.
  /// By SPARQL Update all batches are one request, by the Graph Store Protocol each is one.
  /// Errors: StoreRefusal for 400, 413 and 422, Error for everything else that stays wrong; the message names URL,
  /// graph, status and what the server says, without secrets.
  void send(std::span<const RdfBatch> batches);

 private:
  void put(const RdfBatch& batch);
  void update(std::span<const RdfBatch> batches);
  void request(const HttpRequest& request, const std::string& graphs);
  std::chrono::milliseconds wait_before(unsigned next_try, const std::optional<HttpResponse>& response) const;

  StoreOptions options_;
  std::string shown_endpoint_;        ///< As messages have it.
  std::vector<std::string> secrets_;  ///< What no message may hold, though a server says it.
  Note note_;
  HttpClient client_;
};

}  // namespace habari
