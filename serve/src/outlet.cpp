#include "outlet.hpp"

namespace habari::serve {

std::string_view outlet_of(const ArticleView& article) {
  if (!article.outlet.empty()) return article.outlet;
  std::string_view url = article.url;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    const std::string_view host = url.substr(0, url.find_first_of("/?#:"));
    return host.starts_with("www.") ? host.substr(4) : host;
  }
  return {};
}

}  // namespace habari::serve
