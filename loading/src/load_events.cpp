#include <habari/core/error.hpp>
#include <habari/loading/load_events.hpp>

namespace habari {

void LoadEvents::note(const std::string& message) const {
  if (on_note) on_note(message);
}

void LoadEvents::skipped(const std::string& message, Skipped what) const {
  if (!on_skipped) throw Error(message);
  on_skipped(message, what);
}

void LoadEvents::read(std::size_t articles) const {
  if (on_read) on_read(articles);
}

void LoadEvents::document(const Document& made) const {
  if (on_document) on_document(made);
}

}  // namespace habari
