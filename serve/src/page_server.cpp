#include <habari/serve/page_server.hpp>

#include <habari/core/error.hpp>
#include <habari/serve/page_files.hpp>

#include "json.hpp"

#include <httplib.h>

#include <cerrno>
#include <cstring>

namespace habari::serve {
namespace {

constexpr const char* loopback = "127.0.0.1";
/// A browser keeps six connections a page open, each of which holds a thread.
constexpr std::size_t threads = 32;
constexpr std::size_t requests_a_connection = 10'000;
/// Nothing is taken in.
constexpr std::size_t longest_body = 1024;

/// Scripts, styles and data of this server only; the page's own code makes no text into markup.
constexpr const char* content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types "
    "'none'";

/// The name that a browser asked, without the port. Another site's page can make its own name mean this machine, but
/// it cannot make the browser say another name.
bool asks_this_machine(const httplib::Request& request) {
  const std::string host = request.get_header_value("Host");
  const std::string name = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

void say(httplib::Response& response, int status, const std::string& what) {
  Json json;
  json.begin_object();
  json.member("error", what);
  json.end_object();
  response.status = status;
  response.set_content(json.take(), "application/json; charset=utf-8");
}

httplib::Server::HandlerResponse refuse_strangers(const httplib::Request& request, httplib::Response& response) {
  if (!asks_this_machine(request)) {
    say(response, 403, "this server answers to 127.0.0.1 and localhost only");
    return httplib::Server::HandlerResponse::Handled;
  }
  if (request.method != "GET" && request.method != "HEAD") {
    response.set_header("Allow", "GET, HEAD");
    say(response, 405, "this server is only read from");
    return httplib::Server::HandlerResponse::Handled;
  }
  return httplib::Server::HandlerResponse::Unhandled;
}

void give(const Answer& answer, httplib::Response& response) {
  if (answer.file_name.empty()) {
    response.set_content(answer.body, "application/json; charset=utf-8");
    return;
  }
  response.set_header("Content-Disposition", "attachment; filename=\"" + answer.file_name + '"');
  response.set_content(answer.body, "application/octet-stream");
}

void answer_question(const Explorer& explorer, const httplib::Request& request, httplib::Response& response) {
  try {
    if (const auto answer = explorer.answer(request.matches[1].str(), request.params)) {
      give(*answer, response);
    } else {
      say(response, 404, "there is no such thing");
    }
  } catch (const Error& wrong) {
    say(response, 400, wrong.what());
  }
}

}  // namespace

struct PageServer::Http {
  httplib::Server server;
  int port = 0;
};

PageServer::PageServer(const Explorer& explorer, std::uint16_t port) : http_(std::make_unique<Http>()) {
  httplib::Server& server = http_->server;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // httplib deletes it.
  server.set_keep_alive_max_count(requests_a_connection);
  server.set_payload_max_length(longest_body);
  server.set_tcp_nodelay(true);
  // Not SO_REUSEPORT, httplib's own choice: a second server at the same port is a mistake.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_default_headers({{"Content-Security-Policy", content_policy},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Cross-Origin-Opener-Policy", "same-origin"},
                              {"Cache-Control", "no-store"}});
  server.set_pre_routing_handler(refuse_strangers);
  server.set_error_handler([](const httplib::Request& /*request*/, httplib::Response& response) {
    if (response.body.empty()) say(response, response.status, "there is no such thing");
  });
  for (const PageFile& file : page_files()) {
    server.Get(std::string(file.path), [&file](const httplib::Request& /*request*/, httplib::Response& response) {
      response.set_content(file.content.data(), file.content.size(), std::string(file.type));
    });
  }
  server.Get("/api/([a-z]+)", [&explorer](const httplib::Request& request, httplib::Response& response) {
    answer_question(explorer, request, response);
  });
  http_->port = port == 0 ? server.bind_to_any_port(loopback) : server.bind_to_port(loopback, port) ? port : -1;
  if (http_->port < 0) {
    throw Error("127.0.0.1:" + std::to_string(port) + " cannot be listened at: " + std::strerror(errno) +
                "; --port takes another");
  }
}

PageServer::~PageServer() = default;

std::string PageServer::url() const { return "http://127.0.0.1:" + std::to_string(http_->port) + '/'; }

void PageServer::run() { http_->server.listen_after_bind(); }

void PageServer::stop() { http_->server.stop(); }

}  // namespace habari::serve
