#include "references/quotation_speakers.hpp"

#include "frames/quotations.hpp"

#include <algorithm>
#include <limits>

namespace habari {
namespace {

constexpr std::uint32_t nearest_report = 200;  // Bytes between a quotation and the saying that is its own.

constexpr std::size_t longest_quotation = 12;  // Sentences that an open quotation may go on over paragraphs.

/// The quotations without their speakers. A paragraph's end closes one, unless the next mark behind it is a closing
/// one.
class QuotationFinder {
 public:
  QuotationFinder(const Document& document, std::span<const Sentence> sentences)
      : document_(document), sentences_(sentences) {}

  std::vector<SpokenText> find() {
    for (std::size_t number = 0; number < sentences_.size(); ++number) read(number);
    close(last_end_);
    return std::move(found_);
  }

 private:
  void read(std::size_t number) {
    const Sentence& sentence = sentences_[number];
    if (sentence.tokens.empty()) return;
    if (open_ && ends_paragraph(last_end_, sentence.span.begin) && !is_closed_from(number)) close(last_end_);
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

  bool is_closed_from(std::size_t number) const {
    const std::size_t end = std::min(sentences_.size(), number + longest_quotation);
    for (; number < end; ++number) {
      for (Word word = 0; word < sentences_[number].tokens.size(); ++word) {
        const QuotationMark mark = quotation_mark(sentences_[number], word);
        if (mark != QuotationMark::none) return mark == QuotationMark::closing;
      }
    }
    return false;
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

/// Words that a colon at a paragraph's end announces: `Achieng writes:`, and on the next line what she writes, often
/// without quotation marks.
class AnnouncementReader {
 public:
  AnnouncementReader(const Document& document, std::span<const Sentence> sentences,
                     std::span<const std::uint32_t> reports)
      : document_(document), sentences_(sentences), reports_(reports) {}

  /// Gives quotations that begin behind such a colon its saying, and adds what stands there without marks.
  void read(std::vector<SpokenText>& quotations) {
    std::vector<SpokenText> unmarked;
    for (std::size_t i = 0; i + 1 < sentences_.size(); ++i) {
      const auto report = announcing(i);
      if (!report) continue;
      const std::uint32_t begin = sentences_[i + 1].span.begin;
      const auto quotation =
          std::lower_bound(quotations.begin(), quotations.end(), begin,
                           [](const SpokenText& quoted, std::uint32_t at) { return quoted.span.begin < at; });
      if (quotation == quotations.end() || quotation->span.begin > begin + longest_mark)
        unmarked.push_back({{begin, sentences_[last_announced(i + 1)].span.end}, report, std::nullopt});
      else if (!quotation->name)
        quotation->report = report;
    }
    const auto marked = quotations.insert(quotations.end(), unmarked.begin(), unmarked.end());
    std::inplace_merge(quotations.begin(), marked, quotations.end(),
                       [](const SpokenText& one, const SpokenText& other) { return one.span < other.span; });
  }

 private:
  static constexpr std::uint32_t longest_mark = 4;      // Bytes of a quotation mark.
  static constexpr std::size_t longest_announced = 12;  // Sentences: longer ones are closed by somebody else's words.

  bool ends_with_colon(std::size_t number) const {
    const auto& tokens = sentences_[number].tokens;
    return !tokens.empty() && tokens.back().form == ":";
  }

  bool ends_paragraph(std::size_t number) const {
    const std::uint32_t end = sentences_[number].span.end;
    const std::uint32_t begin = sentences_[number + 1].span.begin;
    return slice(document_.article.text, {end, std::max(end, begin)}).find('\n') != std::string_view::npos;
  }

  /// The saying of a sentence that announces what the next paragraph says: the last one.
  std::optional<std::uint32_t> announcing(std::size_t number) const {
    if (!ends_with_colon(number) || !ends_paragraph(number)) return std::nullopt;
    const Span sentence = sentences_[number].span;
    std::optional<std::uint32_t> found;
    const auto first = std::lower_bound(
        reports_.begin(), reports_.end(), sentence.begin,
        [&](std::uint32_t report, std::uint32_t at) { return document_.events[report].sentence.begin < at; });
    for (auto report = first; report != reports_.end() && document_.events[*report].sentence == sentence; ++report) {
      found = *report;
    }
    return found;
  }

  bool speaks_of_itself(const Sentence& sentence) const {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
      const std::string_view person = token.feature("Person");
      return person == "1" || person == "2";
    });
  }

  /// The last sentence of what is announced: that of its paragraph, or of a later one as long as somebody goes on to
  /// speak of himself or to somebody.
  std::size_t last_announced(std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < sentences_.size() && !ends_paragraph(last)) ++last;
    for (std::size_t next = last + 1; next < sentences_.size() && next < first + longest_announced; ++next) {
      if (ends_with_colon(next) || quotation_mark(sentences_[next], 0) == QuotationMark::opening) break;
      if (speaks_of_itself(sentences_[next])) last = next;
    }
    return last;
  }

  const Document& document_;
  std::span<const Sentence> sentences_;
  std::span<const std::uint32_t> reports_;
};

}  // namespace

std::vector<SpokenText> spoken_texts(const Document& document, std::span<const Sentence> sentences,
                                     std::span<const std::uint32_t> reports) {
  std::vector<SpokenText> found = QuotationFinder(document, sentences).find();
  AnnouncementReader(document, sentences, reports).read(found);
  std::size_t first = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    SpokenText& spoken = found[i];
    if (spoken.report) continue;
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
