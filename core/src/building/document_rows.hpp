#pragma once

#include "rows/builder_rows.hpp"

#include <habari/core/document.hpp>

#include <map>
#include <vector>

namespace habari {

/// Fails where a span lies outside the text or inside a character, an argument's event outside the document, or a
/// confidence outside 0 to 1.
void check_document(const Document& document);

/// Numbered rows of one document: who its participants are, which events its mentions tell of.
/// Requires: check_document passed.
class DocumentRows {
 public:
  DocumentRows(const Document& document, std::uint32_t article, Interner& strings);

  std::vector<RawEntityMention> entity_mentions();
  std::vector<RawLink> links();
  /// `mention` and `content` count from the document's first event.
  void append_events(std::vector<RawEventMention>& mentions, std::vector<RawRole>& roles,
                     std::vector<TimeMention>& times, std::vector<QuantityMention>& quantities);
  std::vector<RawRelation> relations();

 private:
  struct Participant {
    std::string id;
    EntityKind kind = EntityKind::thing;
  };

  void collect_names();
  void collect_phrases();
  Participant participant(Span core, const std::string& given_id) const;
  std::string local_name(Span core) const;
  StringId note_entity(Span core, const std::string& given_id);
  RawEventMention event_mention(std::size_t index);
  QuantityMention quantity_mention(std::uint32_t mention, CharSpan participant, const Quantity& quantity);
  Span phrase(Span core) const;
  CharSpan chars(Span span) const { return {index_.code_point(span.begin), index_.code_point(span.end)}; }
  std::string_view text(Span span) const { return slice(document_.article.text, span); }

  const Document& document_;
  std::uint32_t article_;
  Interner& strings_;
  CodePointIndexView index_;
  std::map<std::string, std::string, std::less<>> names_;  ///< Entity identifier to its fullest name here.
  std::map<std::string, EntityKind, std::less<>> kinds_;   ///< Entity identifier to the kind its mentions have.
  std::map<Span, const Mention*> mentions_;                ///< By span; the first of several.
  std::map<Span, Span> phrases_;                           ///< Core to the longest phrase given for it.
  std::vector<RawEntityMention> entity_mentions_;
};

}  // namespace habari
