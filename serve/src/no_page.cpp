#include <habari/serve/page_files.hpp>

// In the place of what serve/page/pack.mjs writes, where there is no npm.

namespace habari::serve {

bool has_page() { return false; }
std::span<const PageFile> page_files() { return {}; }
ReportFrame report_frame() { return {}; }

}  // namespace habari::serve
