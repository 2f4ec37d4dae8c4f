#include <habari/push/triple_store.hpp>

#include <habari/push/secret_mask.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace habari {
namespace {

/// A server that asks for more patience than this is not waited for.
constexpr std::chrono::seconds longest_wait{600};
constexpr std::chrono::seconds longest_step{60};
constexpr std::size_t longest_line = 200;

bool is_passing(int status) {
  constexpr std::array passing = {408, 429, 500, 502, 503, 504};
  return std::find(passing.begin(), passing.end(), status) != passing.end();
}

bool is_html(const HttpResponse& response) { return response.content_type.find("html") != std::string::npos; }

/// A page where a store would say nothing or a word: a proxy's, or a web interface's.
bool is_page(const HttpResponse& response) {
  return response.status == 200 && is_html(response) && !response.body.empty();
}

/// The first line with text, without mark-up and without what a terminal would act on.
std::string first_line(const HttpResponse& response) {
  std::string line;
  bool in_tag = false;
  for (const char c : response.body) {
    if (is_html(response) && (c == '<' || c == '>')) {
      in_tag = c == '<';
      continue;
    }
    if (in_tag) continue;
    if (c == '\n' || c == '\r') {
      if (line.find_first_not_of(' ') != std::string::npos) break;
      line.clear();
    } else {
      line += static_cast<unsigned char>(c) < 0x20U || c == 0x7F ? ' ' : c;
    }
    // Not inside a character.
    if (line.size() >= longest_line && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) break;
  }
  const std::size_t begin = line.find_first_not_of(' ');
  return begin == std::string::npos ? "" : line.substr(begin);
}

/// What to do about it.
std::string_view advice(const HttpResponse& response, StoreProtocol protocol) {
  switch (response.status) {
    case 401:
      return "the login is missing or wrong: --user with --password-file or $HABARI_PASSWORD, or --token-file or "
             "$HABARI_TOKEN";
    case 403:
      return "this login may not write there";
    case 404:
    case 405:
    case 415:
      return protocol == StoreProtocol::graph_store
                 ? "no SPARQL Graph Store is there; a SPARQL Update endpoint takes --protocol update"
                 : "no SPARQL Update endpoint is there; a Graph Store takes --protocol graph-store";
    default:
      return "";
  }
}

std::string describe(const HttpResponse& response, StoreProtocol protocol) {
  std::string told = fmt::format("the server answers {}", response.status);
  if (!response.reason.empty()) told += " " + response.reason;
  if (is_page(response)) told += " with a web page, which no triple store does";
  if (response.status >= 300 && response.status < 400) {
    return told + ", a redirect to " + (response.location.empty() ? "nowhere" : response.location) +
           ": give the address that answers itself";
  }
  if (const std::string line = first_line(response); !line.empty()) told += ": " + line;
  if (response.retry_after && *response.retry_after > longest_wait) {
    told += fmt::format(" (it asks to come back in {} s)", response.retry_after->count());
  }
  if (const std::string_view hint = advice(response, protocol); !hint.empty()) told += fmt::format(" ({})", hint);
  return told;
}

std::string graph_reference(const std::string& graph) {
  return graph.empty() ? "the default graph" : "graph <" + graph + ">";
}

std::string graphs_of(std::span<const RdfBatch> batches) {
  std::string told = graph_reference(batches.front().graph);
  if (batches.size() > 1) told += fmt::format(" and {} more", batches.size() - 1);
  return told;
}

}  // namespace

std::optional<StoreProtocol> parse_store_protocol(std::string_view name) {
  if (name == "graph-store") return StoreProtocol::graph_store;
  if (name == "update") return StoreProtocol::update;
  return std::nullopt;
}

TripleStore::TripleStore(StoreOptions options, Note note)
    : options_(std::move(options)),
      shown_endpoint_(mask_url(options_.endpoint)),
      secrets_(secret_values(options_.endpoint)),
      note_(std::move(note)),
      client_(options_.http) {
  secrets_.push_back(options_.http.secret);
  check_http_url(options_.endpoint);
  if (options_.http.scheme != LoginScheme::none && can_be_overheard(options_.endpoint)) {
    note_(shown_endpoint_ + ": the login travels over http, where it can be read on its way; use https");
  }
}

void TripleStore::send(std::span<const RdfBatch> batches) {
  if (options_.protocol == StoreProtocol::update) return update(batches);
  for (const RdfBatch& batch : batches) put(batch);
}

void TripleStore::put(const RdfBatch& batch) {
  const std::string target = batch.graph.empty() ? "default" : "graph=" + encode_for_query(batch.graph);
  const char separator = options_.endpoint.find('?') == std::string::npos ? '?' : '&';
  request({batch.begins_graph && !batch.adds ? "PUT" : "POST", options_.endpoint + separator + target,
           "application/n-triples", batch.statements},
          graph_reference(batch.graph));
}

/// One request is one transaction in the stores that have them: the old graphs go as the new ones come.
void TripleStore::update(std::span<const RdfBatch> batches) {
  std::string text;
  for (const RdfBatch& batch : batches) {
    if (!batch.begins_graph || batch.adds) continue;
    text += batch.graph.empty() ? "CLEAR SILENT DEFAULT ;\n" : "CLEAR SILENT GRAPH <" + batch.graph + "> ;\n";
  }
  text += "INSERT DATA {\n";
  for (const RdfBatch& batch : batches) {
    if (!batch.graph.empty()) text.append("GRAPH <").append(batch.graph).append("> {\n");
    text += batch.statements;
    if (!batch.graph.empty()) text += "}\n";
  }
  text += "}\n";
  // Some servers take what does not say its character set for ISO 8859-1.
  request({"POST", options_.endpoint, "application/sparql-update; charset=utf-8", text}, graphs_of(batches));
}

void TripleStore::request(const HttpRequest& request, const std::string& graphs) {
  for (unsigned tries = 1;; ++tries) {
    std::optional<HttpResponse> response;
    std::string failure;
    bool again = false;
    try {
      response = client_.send(request);
      if (response->status >= 200 && response->status < 300 && !is_page(*response)) return;
      failure = describe(*response, options_.protocol);
      again = is_passing(response->status);
    } catch (const HttpFailure& lost) {
      failure = lost.what();
      again = lost.is_passing();
    }
    const std::string told = shown_endpoint_ + ": " + graphs + ": " + mask_words(failure, secrets_);
    const auto wait = wait_before(tries, response);
    if (again && tries <= options_.retries && wait <= longest_wait) {
      note_(fmt::format("{}; trying again in {:g} s ({} of {})", told, static_cast<double>(wait.count()) / 1000.0,
                        tries, options_.retries));
      std::this_thread::sleep_for(wait);
      continue;
    }
    const std::string all = tries == 1 ? told : fmt::format("{} (tried {} times)", told, tries);
    const int status = response ? response->status : 0;
    if (status == 400 || status == 413 || status == 422) throw StoreRefusal(all);
    throw Error(all);
  }
}

std::chrono::milliseconds TripleStore::wait_before(unsigned next_try,
                                                   const std::optional<HttpResponse>& response) const {
  std::chrono::milliseconds wait = options_.first_wait;
  for (unsigned i = 1; i < next_try && wait < longest_step; ++i) wait *= 2;
  wait =
      std::min<std::chrono::milliseconds>(wait, std::max<std::chrono::milliseconds>(longest_step, options_.first_wait));
  if (response && response->retry_after) wait = std::max<std::chrono::milliseconds>(wait, *response->retry_after);
  return wait;
}

}  // namespace habari
