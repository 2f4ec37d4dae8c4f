#include <habari/core/sentence.hpp>

#include <array>

namespace habari {
namespace {

constexpr std::array<std::string_view, upos_count> upos_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                                 "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, deprel_count> deprel_names = {
    "acl",      "advcl",     "advmod", "amod",       "appos", "aux",      "case",      "cc",         "ccomp", "clf",
    "compound", "conj",      "cop",    "csubj",      "dep",   "det",      "discourse", "dislocated", "expl",  "fixed",
    "flat",     "goeswith",  "iobj",   "list",       "mark",  "nmod",     "nsubj",     "nummod",     "obj",   "obl",
    "orphan",   "parataxis", "punct",  "reparandum", "root",  "vocative", "xcomp"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(Upos upos) { return upos_names[static_cast<std::size_t>(upos)]; }
std::string_view name(Deprel deprel) { return deprel_names[static_cast<std::size_t>(deprel)]; }
std::optional<Upos> parse_upos(std::string_view name) { return find<Upos>(upos_names, name); }
std::optional<Deprel> parse_deprel(std::string_view name) { return find<Deprel>(deprel_names, name); }

std::string_view Token::feature(std::string_view feature_name) const {
  const std::string_view all = feats;
  std::size_t at = 0;
  while (at < all.size()) {
    std::size_t end = all.find('|', at);
    if (end == std::string_view::npos) end = all.size();
    const std::string_view one = all.substr(at, end - at);
    if (one.size() > feature_name.size() && one[feature_name.size()] == '=' && one.starts_with(feature_name)) {
      return one.substr(feature_name.size() + 1);
    }
    at = end + 1;
  }
  return {};
}

}  // namespace habari
