#include "articles/article_source.hpp"

#include "articles/conllu_articles.hpp"
#include "articles/feed_articles.hpp"
#include "articles/json_articles.hpp"
#include "cleaning/clean_text.hpp"
#include "cleaning/paragraphs.hpp"
#include "cleaning/text_shape.hpp"
#include "pages/html_content.hpp"
#include "pages/html_encoding.hpp"
#include "pages/html_metadata.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace habari {
namespace {

/// What a page's markup, or JSON's escapes, may make of a text.
constexpr std::size_t wrapped_bytes_per_text_byte = 4;

std::string place(const Origin& origin) {
  return origin.line == 0 ? origin.file : fmt::format("{}:{}", origin.file, origin.line);
}

[[noreturn]] void fail(const Origin& origin, const std::string& message) {
  throw Error(place(origin) + ": " + message);
}

[[noreturn]] void fail_too_long(const Origin& origin, std::size_t limit, std::string_view advice = {}) {
  fail(origin, fmt::format("more than {} bytes in one article; skipped{}", limit, advice));
}

void clean(std::string& text, ReadArticle& out) {
  const Origin& origin = out.article.origin;
  const Cleaning cleaning = clean_text(text, origin);
  if (cleaning.control_characters == 0) return;
  out.notes.push_back(fmt::format("{}:{}: control characters read as blanks: {}", origin.file,
                                  origin.line != 0 ? origin.line : cleaning.first_line, cleaning.control_characters));
}

/// Identifiers, titles and the like are one line.
void clean_line(std::string& text, ReadArticle& out) {
  clean(text, out);
  for (char& c : text) c = c == '\n' || c == '\t' ? ' ' : c;
  text = std::string(trim(text));
}

void fill_from_text(std::string text, const BoilerplateFilter& boilerplate, ReadArticle& out) {
  if (trim(text).empty()) fail(out.article.origin, "no text");
  out.article.text = remove_boilerplate(std::move(text), boilerplate);
  if (trim(out.article.text).empty()) fail(out.article.origin, "nothing but boilerplate");
}

/// A page that shows less than half of what its JSON-LD holds shows only a teaser, or builds itself by script.
void prefer_longer_body(const std::string& body, std::vector<std::string>& paragraphs) {
  std::size_t shown = 0;
  for (const std::string& paragraph : paragraphs) shown += paragraph.size();
  if (shown >= body.size() / 2) return;
  paragraphs.clear();
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const std::string_view line = trim(std::string_view(body).substr(at, end - at));
    if (!line.empty()) paragraphs.emplace_back(line);
    at = end + 1;
  }
}

/// Requires: `html` was cleaned.
void fill_from_html(const std::string& html, const SourceContext& context, ReadArticle& out) {
  Article& article = out.article;
  HtmlTree page;
  try {
    page = HtmlTree::parse(html);
  } catch (const Error& error) {
    fail(article.origin, error.what());
  }
  const HtmlMetadata metadata = read_html_metadata(page);
  std::vector<std::string> paragraphs = read_html_paragraphs(page, metadata.title);
  prefer_longer_body(metadata.body, paragraphs);
  if (paragraphs.empty()) fail(article.origin, "no article found in the page");
  std::vector<std::string_view> views{metadata.title};
  views.insert(views.end(), paragraphs.begin(), paragraphs.end());
  const std::vector<std::string_view> kept = context.boilerplate.filter(views);
  for (std::size_t i = 1; i < kept.size(); ++i) {
    if (kept[i].empty()) continue;
    if (!article.text.empty()) article.text += '\n';
    article.text += kept[i];
  }
  if (article.text.empty()) fail(article.origin, "nothing but boilerplate");
  if (article.text.size() > context.options.max_article_bytes) {
    fail_too_long(article.origin, context.options.max_article_bytes);
  }
  // Character references (`&#1;`) can stand for what the page's bytes did not hold.
  clean(article.text, out);
  article.title = kept[0];
  clean_line(article.title, out);
  article.date = metadata.date;
  article.url = metadata.url;
  out.language_hint = metadata.language;
  put_title_first(article.text, article.title);
}

class TextSource : public ArticleSource {
 public:
  explicit TextSource(const SourceContext& context) : context_(context) {}

  std::optional<ReadArticle> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    ReadArticle out;
    out.article.origin.file = context_.bytes.name();
    std::string text;
    if (context_.bytes.read_all(text, context_.options.max_article_bytes) == ByteReader::Read::too_long) {
      fail_too_long(out.article.origin, context_.options.max_article_bytes,
                    " (the format \"lines\" takes each line for one)");
    }
    clean(text, out);
    text = std::string(trim(text));
    unwrap_lines(text);
    fill_from_text(std::move(text), context_.boilerplate, out);
    out.article.title = headline_of(out.article.text);
    return out;
  }

 private:
  SourceContext context_;
  bool done_ = false;
};

class HtmlSource : public ArticleSource {
 public:
  explicit HtmlSource(const SourceContext& context) : context_(context) {}

  std::optional<ReadArticle> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    ReadArticle out;
    out.article.origin.file = context_.bytes.name();
    std::string page;
    const std::size_t limit = context_.options.max_article_bytes * wrapped_bytes_per_text_byte;
    if (context_.bytes.read_all(page, limit) == ByteReader::Read::too_long) fail_too_long(out.article.origin, limit);
    decode_html(page);
    clean(page, out);
    if (trim(page).empty()) fail(out.article.origin, "no text");
    fill_from_html(page, context_, out);
    return out;
  }

 private:
  SourceContext context_;
  bool done_ = false;
};

class LinesSource : public ArticleSource {
 public:
  explicit LinesSource(const SourceContext& context) : context_(context) {}

  std::optional<ReadArticle> next() override {
    std::string line;
    while (true) {
      ReadArticle out;
      out.article.origin = {context_.bytes.name(), context_.bytes.line()};
      const ByteReader::Read result = context_.bytes.read_line(line, context_.options.max_article_bytes);
      if (result == ByteReader::Read::end) {
        if (any_) return std::nullopt;
        any_ = true;
        fail({context_.bytes.name(), 0}, "no text");
      }
      if (result == ByteReader::Read::too_long) {
        any_ = true;
        fail_too_long(out.article.origin, context_.options.max_article_bytes);
      }
      if (line.ends_with('\r')) line.pop_back();
      if (trim(line).empty()) continue;
      any_ = true;
      clean(line, out);
      out.article.text = std::move(line);
      return out;
    }
  }

 private:
  SourceContext context_;
  bool any_ = false;
};

/// What JSON, JSON Lines and feeds have in common: from members to an article.
class MembersSource : public ArticleSource {
 public:
  explicit MembersSource(const SourceContext& context) : context_(context) {}

 protected:
  ReadArticle make(ArticleMembers members, const Origin& origin) const {
    ReadArticle out;
    out.article.origin = origin;
    if (!members.text && !members.html) {
      fail(origin,
           "no \"text\" and no \"html\"" + (members.others.empty() ? "" : "; the object has " + members.others));
    }
    std::string& body = members.text ? *members.text : *members.html;
    if (members.text && body.size() > context_.options.max_article_bytes) {
      fail_too_long(origin, context_.options.max_article_bytes);
    }
    clean(body, out);
    members.text ? fill_from_text(std::move(body), context_.boilerplate, out) : fill_from_html(body, context_, out);
    take_line(members.title, out.article.title, out);
    take_line(members.id, out.article.id, out);
    take_line(members.url, out.article.url, out);
    take_line(members.language, out.article.language, out);
    if (!members.language_hint.empty()) out.language_hint = members.language_hint;
    put_title_first(out.article.text, out.article.title);
    if (members.date && !trim(*members.date).empty()) {
      out.article.date = Date::parse(trim(*members.date));
      if (!out.article.date) fail(origin, "\"date\" is \"" + *members.date + "\", expected YYYY-MM-DD");
    }
    return out;
  }

  SourceContext context_;

 private:
  static void take_line(std::optional<std::string>& from, std::string& to, ReadArticle& out) {
    if (!from) return;
    clean_line(*from, out);
    if (!from->empty()) to = std::move(*from);
  }
};

class JsonLinesSource : public MembersSource {
 public:
  using MembersSource::MembersSource;

  std::optional<ReadArticle> next() override {
    const std::size_t limit = context_.options.max_article_bytes * wrapped_bytes_per_text_byte;
    std::string line;
    while (true) {
      const Origin origin{context_.bytes.name(), context_.bytes.line()};
      const ByteReader::Read result = context_.bytes.read_line(line, limit);
      if (result == ByteReader::Read::end) {
        if (any_) return std::nullopt;
        any_ = true;
        fail({context_.bytes.name(), 0}, "no JSON object in it");
      }
      if (result == ByteReader::Read::too_long) {
        any_ = true;
        fail_too_long(origin, limit);
      }
      std::string_view json = trim(line);
      if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
      if (json.empty()) continue;
      any_ = true;
      return read(json, origin);
    }
  }

 private:
  ReadArticle read(std::string_view json, const Origin& origin) const {
    if (json.find('\0') != std::string_view::npos) fail(origin, "a NUL byte, expected JSON");
    ArticleMembers object;
    try {
      object = parse_json_article(json);
      if (object.is_document && context_.options.documents) {
        ReadArticle out;
        out.document = parse_document(json);
        out.document->article.origin = origin;
        out.article.origin = origin;
        return out;
      }
    } catch (const Error& error) {
      fail(origin, error.what());
    }
    return make(std::move(object), origin);
  }

  bool any_ = false;
};

class JsonSource : public MembersSource {
 public:
  explicit JsonSource(const SourceContext& context)
      : MembersSource(context),
        articles_(context.bytes, context.options.max_article_bytes * wrapped_bytes_per_text_byte) {}

  std::optional<ReadArticle> next() override {
    Origin origin{context_.bytes.name(), 0};
    std::optional<ArticleMembers> object;
    try {
      object = articles_.next(origin.line);
    } catch (const InputError&) {
      throw;
    } catch (const Error& error) {
      any_ = true;
      fail(origin, error.what());
    }
    if (!object) {
      if (any_) return std::nullopt;
      any_ = true;
      fail({context_.bytes.name(), 0}, "no JSON object in it");
    }
    any_ = true;
    return make(std::move(*object), origin);
  }

 private:
  JsonArticles articles_;
  bool any_ = false;
};

class FeedSource : public MembersSource {
 public:
  explicit FeedSource(const SourceContext& context)
      : MembersSource(context),
        articles_(context.bytes, context.options.max_article_bytes * wrapped_bytes_per_text_byte) {}

  std::optional<ReadArticle> next() override {
    Origin origin{context_.bytes.name(), 0};
    std::optional<ArticleMembers> item;
    const bool is_first = !any_;
    any_ = true;
    try {
      item = articles_.next(origin.line);
    } catch (const InputError&) {
      throw;
    } catch (const Error& error) {
      fail(origin, error.what());
    }
    if (item) return make(std::move(*item), origin);
    if (is_first) fail({context_.bytes.name(), 0}, "no item in the feed");
    return std::nullopt;
  }

 private:
  FeedArticles articles_;
  bool any_ = false;
};

class ConlluSource : public ArticleSource {
 public:
  explicit ConlluSource(const SourceContext& context) : context_(context), articles_(context.bytes, context.options) {}

  std::optional<ReadArticle> next() override {
    try {
      auto article = articles_.next();
      if (!article && !any_) {
        any_ = true;
        fail({context_.bytes.name(), 0}, "no sentence in it");
      }
      any_ = true;
      return article;
    } catch (const Error&) {
      any_ = true;
      throw;
    }
  }

 private:
  SourceContext context_;
  ConlluArticles articles_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> make_source(InputFormat format, const SourceContext& context) {
  switch (format) {
    case InputFormat::text:
      return std::make_unique<TextSource>(context);
    case InputFormat::html:
      return std::make_unique<HtmlSource>(context);
    case InputFormat::json:
      return std::make_unique<JsonSource>(context);
    case InputFormat::jsonl:
      return std::make_unique<JsonLinesSource>(context);
    case InputFormat::lines:
      return std::make_unique<LinesSource>(context);
    case InputFormat::conllu:
      return std::make_unique<ConlluSource>(context);
    case InputFormat::feed:
      return std::make_unique<FeedSource>(context);
    case InputFormat::automatic:
      break;
  }
  throw std::invalid_argument("make_source needs a format");
}

}  // namespace habari
