#pragma once

#include <habari/serve/explorer.hpp>

#include <memory>
#include <string>

namespace habari::serve {

/// Serves the page and its questions to browsers of this machine: on loopback only, reading only, and only to pages
/// that it served itself, whatever other sites' scripts ask for.
class PageServer {
 public:
  /// Listens on 127.0.0.1 at `port`; 0: at any that is free. `explorer` must outlive it.
  /// Errors: Error where the port is taken.
  PageServer(const Explorer& explorer, std::uint16_t port);
  ~PageServer();
  PageServer(const PageServer&) = delete;
  PageServer& operator=(const PageServer&) = delete;

  std::string url() const;  ///< `http://127.0.0.1:8484/`
  void run();               ///< Answers until stop() is called.
  void stop();              ///< From any thread.

 private:
  struct Http;
  std::unique_ptr<Http> http_;
};

}  // namespace habari::serve
