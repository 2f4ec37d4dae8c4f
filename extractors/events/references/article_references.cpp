#include "references/article_references.hpp"

#include <algorithm>

namespace habari {
namespace {

constexpr std::uint32_t longest_chain = 64;  // Of events that lend one another their subject.

}  // namespace

ArticleReferences::ArticleReferences(const Document& document, std::span<const Sentence> sentences,
                                     const OpenReferences& open)
    : document_(document),
      open_(open),
      referent_of_(open.anaphors.size()),
      doubt_of_(open.anaphors.size()),
      spoken_(spoken_texts(document, sentences, open.reports)) {
  for (std::uint32_t i = 0; i < open.anaphors.size(); ++i)
    slots_.emplace(Slot(open.anaphors[i].event, open.anaphors[i].function), i);
  for (const OpenSource& source : open.sources) report_of_.emplace(source.event, source.report);
  for (const std::uint32_t report : open.reports) is_report_.insert(report);
}

std::optional<std::uint32_t> ArticleReferences::anaphor_in(Slot slot) const {
  const auto found = slots_.find(slot);
  return found == slots_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> ArticleReferences::referent_in(Slot slot) const {
  const auto anaphor = answered_in(slot);
  return anaphor ? referent_of_[*anaphor] : std::nullopt;
}

std::optional<std::uint32_t> ArticleReferences::answered_in(Slot slot) const {
  for (std::uint32_t steps = 0; steps < longest_chain; ++steps) {
    const auto anaphor = anaphor_in(slot);
    if (!anaphor) return std::nullopt;
    if (referent_of_[*anaphor]) return anaphor;
    const auto& lender = open_.anaphors[*anaphor].lender;
    if (!lender) return std::nullopt;
    slot = Slot(lender->event, lender->function);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> ArticleReferences::subject_of(std::uint32_t event) const {
  for (const Argument& argument : document_.events[event].args) {
    if (argument.role == Role::agent) return discourse_.at(argument.core);
  }
  return referent_in(Slot(event, Function::subject));
}

std::optional<std::uint32_t> ArticleReferences::addressee_of(std::uint32_t event) const {
  for (const Argument& argument : document_.events[event].args) {
    if (argument.role == Role::recipient) return discourse_.at(argument.core);
  }
  const auto anaphor = anaphor_in(Slot(event, Function::object));
  const bool told = anaphor && open_.anaphors[*anaphor].role == Role::recipient;
  return told ? referent_in(Slot(event, Function::object)) : std::nullopt;
}

std::optional<std::uint32_t> ArticleReferences::reporter_of(std::uint32_t event) const {
  if (const auto found = report_of_.find(event); found != report_of_.end()) return subject_of(found->second);
  const auto& source = document_.events[event].source;
  return source ? discourse_.at(source->span) : std::nullopt;
}

const SpokenText* ArticleReferences::spoken_around(Span span) const {
  auto behind = std::upper_bound(spoken_.begin(), spoken_.end(), span.begin,
                                 [](std::uint32_t at, const SpokenText& text) { return at < text.span.begin; });
  if (behind == spoken_.begin()) return nullptr;
  --behind;
  return behind->span.contains(span) ? &*behind : nullptr;
}

std::uint32_t ArticleReferences::quotation_around(Span span) const {
  const SpokenText* spoken = spoken_around(span);
  return spoken == nullptr ? 0 : static_cast<std::uint32_t>(spoken - spoken_.data()) + 1;
}

std::optional<std::uint32_t> ArticleReferences::speaker_of(const SpokenText& spoken) const {
  if (spoken.name) return discourse_.at(*spoken.name);
  return spoken.report ? subject_of(*spoken.report) : std::nullopt;
}

}  // namespace habari
