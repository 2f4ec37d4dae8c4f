#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace habari::rdf {

/// First and last line of what we write in Turtle, N-Triples and N-Quads: comments, so that other programs read past
/// them, and a file that was cut between two statements can be told from a whole one.
inline constexpr std::string_view begin_mark = "# habari/graph/1, whole if it ends in: # end of habari/graph/1\n";
inline constexpr std::string_view end_mark = "# end of habari/graph/1\n";

/// Watches bytes go by for the marks. What does not begin with one is another program's and has no end to wait for;
/// after an end another file may follow, of either sort.
class EndMarkWatch {
 public:
  void take(std::string_view bytes);
  /// Whether the bytes may end here. The last line's end may be missing.
  bool is_whole() const { return state_ != State::inside || line_ == end_mark.substr(0, end_mark.size() - 1); }
  std::size_t lines() const { return lines_; }  ///< Ended so far.

 private:
  enum class State { at_begin, inside, others };
  void end_line();

  State state_ = State::at_begin;
  std::string line_;  ///< The line that is going by, as far as the longer mark reaches.
  std::size_t lines_ = 0;
};

}  // namespace habari::rdf
