#pragma once

#include "analysis/learned/irregular_forms.hpp"
#include "analysis/model/labels.hpp"
#include "analysis/model/model_file.hpp"
#include "analysis/parts/morphology.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari::learned {

/// How a form becomes its lemma: the case is changed, then a beginning and an ending are exchanged.
struct LemmaRule {
  enum class Case : std::uint8_t { keep, lower, capitalize };
  Case letter_case = Case::keep;
  std::uint32_t cut_front = 0;  ///< Code points.
  std::string add_front;
  std::uint32_t cut_back = 0;
  std::string add_back;
  friend auto operator<=>(const LemmaRule&, const LemmaRule&) = default;

  /// False where the form is too short for it.
  bool apply(std::string_view form, std::string& lemma) const;
};

/// Keys under which a lemma rule is stored: the whole form or one of its endings (or beginnings), with a tag class.
struct LemmaKeys {
  static constexpr std::size_t longest_affix = 6;
  /// Requires: n <= longest_affix. The key for n characters; the shorter form's own key where it has fewer.
  static std::uint64_t affix(std::string_view lower, bool front, std::size_t n, std::uint64_t tag_class);
  static std::uint64_t form(std::string_view form, std::uint64_t tag_class);
};

/// Lemmas of forms: from the language's table of irregular ones; else by the rule learnt for the form; else by the
/// rules of its known endings (or beginnings) given the tag, the longest first, then by those that the tag often has:
/// the first that makes a known lemma, else the very first.
class Lemmatizer : public Morphology {
 public:
  /// Keeps views into `file`, which must outlive it.
  /// Errors: Error where a section is missing or does not fit.
  Lemmatizer(const ModelFile& file, const std::vector<Tag>& tags, IrregularForms irregular = {});

  /// Whether a model learnt lemmas.
  static bool is_in(const ModelFile& file) { return file.has(rules_section) || file.has(keys_section); }

  /// Gives each token without a lemma its lemma. A tag that the treebank did not use is read as the nearest that it
  /// did.
  void fill(std::span<Sentence> sentences) const override;
  /// Requires: tag < number of tags.
  std::string lemma(std::string_view form, std::size_t tag) const;

  /// Sections: "lemma.rules", lines of case, cut, add, cut, add, set apart by tabs; "lemma.keys" (u64) and
  /// "lemma.values" (u32 rule), an open hash table in which 0 is free; "lemma.fronts" (u8), by tag: 1 where beginnings
  /// tell more; "lemma.often" (u32 rule), the rules that tags often have, and "lemma.often.ends" (u32), by tag where
  /// its own end; "lemma.known" (u32), the rising keys of known lemmas.
  static constexpr const char* rules_section = "lemma.rules";
  static constexpr const char* keys_section = "lemma.keys";
  static constexpr const char* values_section = "lemma.values";
  static constexpr const char* fronts_section = "lemma.fronts";
  static constexpr const char* often_section = "lemma.often";
  static constexpr const char* often_ends_section = "lemma.often.ends";
  static constexpr const char* known_section = "lemma.known";
  /// What of a tag the rules depend on.
  static std::uint64_t fine_class(const Tag& tag);
  static std::uint64_t coarse_class(const Tag& tag);
  static std::uint32_t known_key(std::string_view lemma, Upos upos);

 private:
  /// The token's own, else, of its neighbours in order, the one that agrees in UPOS, XPOS, the first features.
  std::size_t nearest_tag(const Token& token) const;
  const LemmaRule* find(std::uint64_t key) const;
  void read_rules(const ModelFile& file);
  bool is_known(std::string_view lemma, Upos upos) const;
  bool is_base(std::size_t tag) const;
  const std::string* irregular(std::string_view lower, std::size_t tag) const;
  const std::string* irregular_of_another_upos(std::string_view lower, std::size_t tag) const;
  std::string regular(std::string_view form, std::string_view lower, std::size_t tag) const;

  std::vector<Tag> tags_;  ///< Sorted.
  std::vector<LemmaRule> rules_;
  std::span<const std::uint64_t> keys_;
  std::span<const std::uint32_t> values_;
  std::span<const std::uint8_t> fronts_;
  std::span<const std::uint32_t> often_;
  std::span<const std::uint32_t> often_ends_;
  std::span<const std::uint32_t> known_;
  std::vector<std::uint64_t> fine_;
  std::vector<std::uint64_t> coarse_;
  std::vector<Upos> upos_;
  IrregularForms irregular_;
};

}  // namespace habari::learned
