#pragma once

#include <habari/core/error.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace habari {

enum class LoginScheme : std::uint8_t { none, basic, digest, bearer };

struct HttpOptions {
  LoginScheme scheme = LoginScheme::none;
  std::string user;
  std::string secret;                 ///< Password, or bearer token.
  std::string authorities;            ///< PEM file of the certificate authorities to trust; empty: the system's.
  std::chrono::seconds timeout{300};  ///< For one request, answer included.
};

struct HttpRequest {
  const char* method = "PUT";
  std::string url;
  const char* content_type = "";
  std::string_view body;  ///< Outlives the call.
};

struct HttpResponse {
  int status = 0;
  std::string reason;  ///< As the server words it; empty in HTTP/2.
  std::string content_type;
  std::string location;  ///< Where a redirect leads.
  std::string body;      ///< The first 64 KiB.
  std::optional<std::chrono::seconds> retry_after;
};

/// No answer came. The message says why, without the URL.
class HttpFailure : public Error {
 public:
  HttpFailure(const std::string& message, bool is_passing) : Error(message), is_passing_(is_passing) {}
  /// Whether another try may help: nobody listens (yet), the connection was lost, time is up.
  bool is_passing() const { return is_passing_; }

 private:
  bool is_passing_;
};

/// An HTTP client that keeps its connection. Redirects are not followed. What the environment says of proxies holds but
/// for this machine itself, which no proxy is asked for. Thread rule: one thread at a time.
class HttpClient {
 public:
  explicit HttpClient(HttpOptions options);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Errors: HttpFailure.
  HttpResponse send(const HttpRequest& request);

 private:
  class Curl;
  std::unique_ptr<Curl> curl_;
};

/// Errors: Error where `url` is no http or https URL, or holds a password (which other users would see) or a fragment.
void check_http_url(const std::string& url);

/// Whether what is sent to `url` can be read on its way: it is http, and the host is not this machine itself
/// (`localhost`, 127.0.0.0/8, `::1`, `::ffff:127.0.0.0/104`).
/// Source: RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 sections 2.5.3 and 2.5.5.2.
bool can_be_overheard(const std::string& url);

/// Everything but unreserved ASCII characters percent-encoded.
std::string encode_for_query(const std::string& text);

}  // namespace habari
