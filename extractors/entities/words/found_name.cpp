#include "words/found_name.hpp"

#include <algorithm>

namespace habari {

void put_in(const std::vector<FoundName>& more, std::vector<FoundName>& names) {
  std::erase_if(names, [&](const FoundName& name) {
    const auto whole =
        std::partition_point(more.begin(), more.end(), [&](const FoundName& other) { return other.last < name.first; });
    return whole != more.end() && whole->first <= name.first;
  });
  const auto before = static_cast<std::ptrdiff_t>(names.size());
  names.insert(names.end(), more.begin(), more.end());
  std::inplace_merge(names.begin(), names.begin() + before, names.end(),
                     [](const FoundName& a, const FoundName& b) { return a.first < b.first; });
}

}  // namespace habari
