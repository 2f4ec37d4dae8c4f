#include "conllu_names.hpp"

#include <habari/core/conllu.hpp>

#include <algorithm>

namespace habari {

void append_conllu(std::string& out, const Sentence& sentence, std::string_view article_text) {
  const auto column = [&](std::string_view value) {
    out += '\t';
    if (value.empty()) value = "_";
    for (const char c : value) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  };
  if (!sentence.id.empty()) out.append("# sent_id = ").append(sentence.id).append("\n");
  out += "# text = ";
  for (const char c : slice(article_text, sentence.span)) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  out += '\n';
  std::size_t last = 0;  // Word of the token that is being written.
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    const bool opens_range = i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].span == token.span &&
                             (i == 0 || sentence.tokens[i - 1].span != token.span);
    last = std::max(last, i);
    while (last + 1 < sentence.tokens.size() && sentence.tokens[last + 1].span == token.span) ++last;
    const bool space_after =
        last + 1 >= sentence.tokens.size() || sentence.tokens[last + 1].span.begin > token.span.end;
    if (opens_range) {
      out += std::to_string(i + 1) + "-" + std::to_string(last + 1);
      column(slice(article_text, token.span));
      out += "\t_\t_\t_\t_\t_\t_\t_";
      out += space_after ? "\t_\n" : "\tSpaceAfter=No\n";
    }
    const bool in_range = opens_range || (i > 0 && sentence.tokens[i - 1].span == token.span);
    const std::string_view surface = slice(article_text, token.span);
    const bool repaired = !in_range && surface != token.form;
    out += std::to_string(i + 1);
    column(repaired ? surface : token.form);
    column(token.lemma);
    column(name(token.upos));
    column(token.xpos);
    column(token.feats);
    column(std::to_string(token.head));
    column(token.subtype.empty() ? std::string(name(token.deprel))
                                 : std::string(name(token.deprel)) + ":" + token.subtype);
    column("_");
    std::string misc = repaired ? "CorrectForm=" + token.form : "";
    const std::string name = name_tag(sentence.names, static_cast<std::uint32_t>(i));
    if (!name.empty()) misc += misc.empty() ? name : "|" + name;
    if (!in_range && !space_after) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    column(misc);
    out += '\n';
  }
  out += '\n';
}

}  // namespace habari
