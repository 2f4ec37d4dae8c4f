#pragma once

#include <habari/core/document.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace habari {

/// What is left out of a run.
enum class Skipped : std::uint8_t {
  article,  ///< One of an input's articles.
  input     ///< A whole file or folder: it is missing, unreadable, or no graph.
};

/// Whom to tell what becomes of inputs: one call at a time, in input order. What is left empty is not called.
struct LoadEvents {
  /// An article was repaired, or inputs do not go together; `FILE:LINE: …` where it is of one.
  std::function<void(const std::string& message)> on_note;
  /// Something is left out: why, as `FILE:LINE: …`. Empty: the first message is thrown as Error.
  std::function<void(const std::string& message, Skipped what)> on_skipped;
  /// So many more articles are in.
  std::function<void(std::size_t articles)> on_read;
  /// What was made of an article, or read as a document; none for those of graph files.
  std::function<void(const Document& document)> on_document;

  void note(const std::string& message) const;                   ///< Calls on_note.
  void skipped(const std::string& message, Skipped what) const;  ///< Calls on_skipped. Errors: Error where it is empty.
  void read(std::size_t articles) const;                         ///< Calls on_read.
  void document(const Document& made) const;                     ///< Calls on_document.
};

}  // namespace habari
