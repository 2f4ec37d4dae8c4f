#pragma once

#include <habari/core/graph_views.hpp>

#include <string_view>

namespace habari::serve {

/// Who published an article: as it says itself, else the host of its address without `www.`; empty where it has none.
std::string_view outlet_of(const ArticleView& article);

}  // namespace habari::serve
