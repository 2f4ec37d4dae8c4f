#include "references/quotation_speakers.hpp"

#include "frames/quotations.hpp"

#include <algorithm>
#include <limits>

namespace habari {
namespace {

constexpr std::uint32_t nearest_report = 200;  // Bytes between a quotation and the saying that is its own.

/// The quotations without their speakers. A paragraph's end closes one, unless the next paragraph opens with a mark.
class QuotationFinder {
 public:
  QuotationFinder(const Document& document, std::span<const Sentence> sentences)
      : document_(document), sentences_(sentences) {}

  std::vector<SpokenText> find() {
    for (const Sentence& sentence : sentences_) read(sentence);
    close(last_end_);
    return std::move(found_);
  }

 private:
  void read(const Sentence& sentence) {
    if (sentence.tokens.empty()) return;
    if (open_ && ends_paragraph(last_end_, sentence.span.begin)) close(last_end_);
    for (Word word = 0; word < sentence.tokens.size(); ++word) {
      const Span span = sentence.tokens[word].span;
      const QuotationMark mark = quotation_mark(sentence, word);
      if (mark == QuotationMark::opening && !open_) {
        open_ = span.end;
        name_ = speaker_before(sentence, word);
      } else if (mark == QuotationMark::closing && open_) {
        close(span.begin);
      }
    }
    last_end_ = sentence.span.end;
  }

  void close(std::uint32_t end) {
    if (open_ && *open_ < end) found_.push_back({{*open_, end}, std::nullopt, name_});
    open_.reset();
    name_.reset();
  }

  bool ends_paragraph(std::uint32_t begin, std::uint32_t end) const {
    return slice(document_.article.text, {begin, std::max(begin, end)}).find('\n') != std::string_view::npos;
  }

  /// The name in front of `: "`.
  std::optional<Span> speaker_before(const Sentence& sentence, Word mark) const {
    if (mark < 2 || sentence.tokens[mark - 1].form != ":") return std::nullopt;
    const Span before = sentence.tokens[mark - 2].span;
    const auto& names = document_.entities;
    auto behind =
        std::upper_bound(names.begin(), names.end(), before.begin,
                         [](std::uint32_t begin, const Mention& mention) { return begin < mention.span.begin; });
    if (behind == names.begin()) return std::nullopt;
    const Mention& mention = *--behind;
    const bool speaks = mention.kind == EntityKind::person || mention.kind == EntityKind::organization;
    if (speaks && mention.span.contains(before)) return mention.span;
    return std::nullopt;
  }

  const Document& document_;
  std::span<const Sentence> sentences_;
  std::vector<SpokenText> found_;
  std::optional<std::uint32_t> open_;
  std::optional<Span> name_;
  std::uint32_t last_end_ = 0;
};

/// Bytes between two places; 0 where they overlap.
std::uint32_t gap(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

}  // namespace

std::vector<SpokenText> spoken_texts(const Document& document, std::span<const Sentence> sentences,
                                     std::span<const std::uint32_t> reports) {
  std::vector<SpokenText> found = QuotationFinder(document, sentences).find();
  std::size_t first = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    SpokenText& spoken = found[i];
    std::uint32_t nearest = nearest_report;
    while (first < reports.size() &&
           document.events[reports[first]].sentence.end + nearest_report < spoken.span.begin) {
      ++first;
    }
    for (std::size_t r = first; r < reports.size(); ++r) {
      const Event& report = document.events[reports[r]];
      if (report.trigger.begin > spoken.span.end + nearest_report) break;
      // Its own saying stands in a sentence that the quotation begins or ends in.
      if (!report.sentence.overlaps(spoken.span) || spoken.span.contains(report.trigger)) continue;
      const std::uint32_t distance = gap(report.trigger, spoken.span);
      if (distance < nearest) {
        nearest = distance;
        spoken.report = reports[r];
      }
    }
    if (spoken.name) spoken.report.reset();
    if (spoken.report || spoken.name || i == 0) continue;
    const std::string_view between =
        slice(document.article.text, {found[i - 1].span.end, std::max(found[i - 1].span.end, spoken.span.begin)});
    if (between.size() <= 2 * nearest_report && std::count(between.begin(), between.end(), '\n') <= 2) {
      spoken.report = found[i - 1].report;
      spoken.name = found[i - 1].name;
    }
  }
  return found;
}

}  // namespace habari
