#include <habari/core/text.hpp>
#include <habari/loading/run_counts.hpp>

namespace habari {

void RunCounts::add(const Document& document) {
  ++documents;
  ++languages[document.article.language];
  events += document.events.size();
  for (const Mention& mention : document.entities) {
    if (mention.kind != EntityKind::time) ++names;
  }
  for (const Event& event : document.events) {
    for (const Argument& argument : event.args) {
      if (argument.role == Role::time || argument.event) continue;
      ++participants;
      // `thing/bridge#2` is spoken of more than once, and has no name.
      if (!argument.entity.empty() && argument.entity.find('#') == std::string::npos) ++named;
    }
  }
  if (document.article.date) return;
  ++undated;
  for (const Mention& mention : document.entities) {
    if (mention.kind != EntityKind::time || !mention.value.empty()) continue;
    if (open_times++ == 0) open_time = slice(document.article.text, mention.span);
  }
}

}  // namespace habari
