#pragma once

#include <span>
#include <string_view>

namespace habari::serve {

/// A file of the page. The build makes them of serve/page/ and what npm fetches.
struct PageFile {
  std::string_view path;     ///< `/page.js`
  std::string_view type;     ///< `text/css; charset=utf-8`
  std::string_view content;  ///< All of it.
};

/// What stands before and behind the data in a report, the page in one file: pieces, one after the other.
struct ReportFrame {
  std::span<const std::string_view> before;  ///< From `<!doctype html>` on.
  std::span<const std::string_view> after;   ///< To the end.
};

/// Whether the program was built with the page. It is not where npm was missing.
bool has_page();
/// None where has_page() is false. `/` is the page itself.
std::span<const PageFile> page_files();
/// Empty where has_page() is false.
ReportFrame report_frame();

}  // namespace habari::serve
