#include <habari/push/http_client.hpp>

#include <habari/push/secret_mask.hpp>

#include <arpa/inet.h>
#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace habari {
namespace {

constexpr std::size_t longest_body = std::size_t{1} << 16U;

struct Free {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};

/// Once a process, before any thread uses curl.
void start_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw Error(std::string("libcurl could not be started: ") + curl_easy_strerror(started));
}

bool is_passing(CURLcode code) {
  constexpr std::array passing = {CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT,
                                  CURLE_SEND_ERROR,           CURLE_RECV_ERROR,      CURLE_GOT_NOTHING,
                                  CURLE_PARTIAL_FILE,         CURLE_HTTP2,           CURLE_HTTP2_STREAM};
  return std::find(passing.begin(), passing.end(), code) != passing.end();
}

std::unique_ptr<CURLU, Free> new_url() {
  std::unique_ptr<CURLU, Free> url(curl_url());
  if (!url) throw std::bad_alloc();
  return url;
}

std::string part(CURLU* url, CURLUPart what) {
  char* text = nullptr;
  if (curl_url_get(url, what, &text, 0) != CURLUE_OK) return {};
  return std::unique_ptr<char, Free>(text).get();
}

bool is_this_machine(std::string host) {
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
  if (host.ends_with('.')) host.pop_back();
  if (host == "localhost" || host.ends_with(".localhost")) return true;
  if (host.starts_with('[')) host = host.substr(1, host.find(']') - 1);
  in_addr four{};
  if (inet_pton(AF_INET, host.c_str(), &four) == 1) return ntohl(four.s_addr) >> 24U == IN_LOOPBACKNET;
  in6_addr six{};
  if (inet_pton(AF_INET6, host.c_str(), &six) != 1) return false;
  return IN6_IS_ADDR_LOOPBACK(&six) || (IN6_IS_ADDR_V4MAPPED(&six) && six.s6_addr[12] == IN_LOOPBACKNET);
}

/// Of what is no URL: false.
bool leads_to_this_machine(const std::string& url) {
  const auto parsed = new_url();
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return false;
  return is_this_machine(part(parsed.get(), CURLUPART_HOST));
}

}  // namespace

class HttpClient::Curl {
 public:
  explicit Curl(HttpOptions options) : options_(std::move(options)) {
    start_curl();
    handle_.reset(curl_easy_init());
    if (!handle_) throw Error("libcurl could not be started");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, message_.data());
    set(CURLOPT_USERAGENT, "habari/" HABARI_VERSION);
    set(CURLOPT_CONNECTTIMEOUT_MS, std::min(10'000L, milliseconds()));
    set(CURLOPT_TIMEOUT_MS, milliseconds());
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
    set(CURLOPT_WRITEFUNCTION, &Curl::take_body);
    set(CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(CURLOPT_HEADERFUNCTION, &Curl::take_header);
    if (!options_.authorities.empty()) set(CURLOPT_CAINFO, options_.authorities.c_str());
    set_login();
  }

  HttpResponse send(const HttpRequest& request) {
    response_ = {};
    message_.front() = '\0';
    const std::string content_type = std::string("Content-Type: ") + request.content_type;
    std::unique_ptr<curl_slist, Free> headers;
    for (const char* line :
         {content_type.c_str(), "Accept: application/sparql-results+json, text/plain;q=0.5, */*;q=0.1"}) {
      curl_slist* longer = curl_slist_append(headers.get(), line);
      if (longer == nullptr) throw std::bad_alloc();
      headers.release();
      headers.reset(longer);
    }
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_URL, request.url.c_str());
    // Null: what the environment says.
    set(CURLOPT_PROXY, leads_to_this_machine(request.url) ? "" : static_cast<const char*>(nullptr));
    set(CURLOPT_POSTFIELDS, request.body.data());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_CUSTOMREQUEST, request.method);

    const CURLcode code = curl_easy_perform(handle_.get());
    // A server may answer and hang up before it has read everything: the answer counts.
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    const bool answered = status >= 300 && (code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR);
    if (code != CURLE_OK && !answered && !body_is_full(code)) fail(code);
    return taken(status);
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    const CURLcode code = curl_easy_setopt(handle_.get(), option, value);
    if (code != CURLE_OK) throw Error(std::string("libcurl: ") + curl_easy_strerror(code));
  }

  long milliseconds() const { return static_cast<long>(std::chrono::milliseconds(options_.timeout).count()); }

  void set_login() {
    switch (options_.scheme) {
      case LoginScheme::none:
        return;
      case LoginScheme::bearer:
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        return set(CURLOPT_XOAUTH2_BEARER, options_.secret.c_str());
      case LoginScheme::basic:
      case LoginScheme::digest:
        const bool digest = options_.scheme == LoginScheme::digest;
        set(CURLOPT_HTTPAUTH, static_cast<long>(digest ? CURLAUTH_DIGEST : CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, options_.user.c_str());
        return set(CURLOPT_PASSWORD, options_.secret.c_str());
    }
  }

  bool body_is_full(CURLcode code) const { return code == CURLE_WRITE_ERROR && response_.body.size() == longest_body; }

  HttpResponse taken(long status) {
    response_.status = static_cast<int>(status);
    char* text = nullptr;
    if (curl_easy_getinfo(handle_.get(), CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text != nullptr) {
      response_.content_type = text;
    }
    text = nullptr;
    if (curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &text) == CURLE_OK && text != nullptr) {
      response_.location = text;
    }
    curl_off_t seconds = 0;
    if (curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK && seconds > 0) {
      response_.retry_after = std::chrono::seconds(seconds);
    }
    return std::move(response_);
  }

  [[noreturn]] void fail(CURLcode code) const {
    std::string told = message_.front() != '\0' ? message_.data() : curl_easy_strerror(code);
    if (code == CURLE_OPERATION_TIMEDOUT) told = "no answer in time: " + told;
    throw HttpFailure(told, is_passing(code));
  }

  static std::size_t take_body(const char* bytes, std::size_t size, std::size_t count, void* self) {
    std::string& body = static_cast<Curl*>(self)->response_.body;
    const std::size_t taken = std::min(size * count, longest_body - body.size());
    body.append(bytes, taken);
    return taken;  // Fewer than there are: curl hangs up.
  }

  /// A status line begins another answer: of a login's first round, or after `100 Continue`.
  static std::size_t take_header(const char* bytes, std::size_t size, std::size_t count, void* self) {
    HttpResponse& response = static_cast<Curl*>(self)->response_;
    const std::string_view line(bytes, size * count);
    if (line.substr(0, 5) != "HTTP/") return line.size();
    response.body.clear();
    response.reason.clear();
    const std::size_t code = line.find(' ');
    const std::size_t reason = code == std::string_view::npos ? code : line.find(' ', code + 1);
    if (reason != std::string_view::npos)
      response.reason = line.substr(reason + 1, line.find_last_not_of("\r\n") - reason);
    return line.size();
  }

  HttpOptions options_;
  HttpResponse response_;
  std::array<char, CURL_ERROR_SIZE> message_{};
  std::unique_ptr<CURL, Free> handle_;
};

HttpClient::HttpClient(HttpOptions options) : curl_(std::make_unique<Curl>(std::move(options))) {}
HttpClient::~HttpClient() = default;

HttpResponse HttpClient::send(const HttpRequest& request) { return curl_->send(request); }

void check_http_url(const std::string& text) {
  const auto url = new_url();
  const CURLUcode code = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME);
  if (code != CURLUE_OK) throw Error("\"" + mask_url(text) + "\" is no URL: " + curl_url_strerror(code));
  const std::string scheme = part(url.get(), CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") throw Error("\"" + mask_url(text) + "\": expected http:// or https://");
  if (!part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty()) {
    throw Error("a login has no place in a URL, where others see it: give it by --user and a password file");
  }
  if (!part(url.get(), CURLUPART_FRAGMENT).empty()) throw Error("\"" + mask_url(text) + "\": a # has no place in it");
}

bool can_be_overheard(const std::string& url) {
  const auto parsed = new_url();
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return false;
  return part(parsed.get(), CURLUPART_SCHEME) == "http" && !leads_to_this_machine(url);
}

std::string encode_for_query(const std::string& text) {
  start_curl();
  const std::unique_ptr<char, Free> encoded(curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())));
  if (!encoded) throw std::bad_alloc();
  return encoded.get();
}

}  // namespace habari
