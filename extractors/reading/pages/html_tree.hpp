#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// An HTML page as a flat tree in document order. Scripts (but for JSON-LD), styles, comments and embedded media are
/// left out.
class HtmlTree {
 public:
  using Index = std::uint32_t;

  struct Node {
    std::string tag;                                              ///< Lower case; empty for a text node.
    std::string text;                                             ///< Of a text node.
    std::vector<std::pair<std::string, std::string>> attributes;  ///< Names in lower case.
    Index parent = 0;
    Index end = 0;  ///< The subtree is [own index, end).
    bool is_text() const { return tag.empty(); }
    /// Empty where there is no such attribute.
    std::string_view attribute(std::string_view name) const;
    bool has_attribute(std::string_view name) const;
  };

  /// Never fails for bad markup: it is mended as browsers mend it.
  /// Requires: valid UTF-8.
  /// Errors: Error where it holds more than 400,000 tags, 5,000 open at once, 20,000 in scripts or 2,000 attributes in
  /// one.
  static HtmlTree parse(std::string_view html);

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](Index index) const { return nodes_[index]; }
  Index size() const { return static_cast<Index>(nodes_.size()); }

  /// The text under a node: white space runs become one blank, soft hyphens and zero-width blanks go.
  std::string text(Index index) const;

 private:
  std::vector<Node> nodes_;  ///< nodes_[0] is the root element.
};

/// Appends `text` as HTML shows it: white space runs become one blank, none at the beginning of a line.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace habari
