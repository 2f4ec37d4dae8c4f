#include "articles/conllu_articles.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <fmt/format.h>

#include <array>
#include <streambuf>
#include <utility>

namespace habari {
namespace {

/// Text bytes that make room for one word and its tree.
constexpr std::size_t bytes_per_token = 10;
/// What the words' columns may take for a byte of text.
constexpr std::size_t column_bytes_per_text_byte = 16;

std::size_t column_bytes(const Sentence& sentence) {
  std::size_t bytes = sentence.id.size();
  for (const Token& token : sentence.tokens) {
    bytes += token.form.size() + token.lemma.size() + token.xpos.size() + token.feats.size() + token.subtype.size();
  }
  return bytes;
}

}  // namespace

class ConlluArticles::Buffer : public std::streambuf {
 public:
  explicit Buffer(ByteReader& bytes) : bytes_(bytes) {}

 protected:
  int_type underflow() override {
    const std::size_t size = bytes_.read(chunk_.data(), chunk_.size());
    if (size == 0) return traits_type::eof();
    setg(chunk_.data(), chunk_.data(), chunk_.data() + size);
    return traits_type::to_int_type(chunk_[0]);
  }

 private:
  ByteReader& bytes_;
  std::array<char, 1U << 14U> chunk_{};
};

ConlluArticles::ConlluArticles(ByteReader& bytes, const ReadingOptions& options)
    : bytes_(bytes),
      max_bytes_(options.max_article_bytes),
      buffer_(std::make_unique<Buffer>(bytes)),
      stream_(buffer_.get()),
      reader_(stream_, bytes.name(), ConlluReader::Options{options.partial_trees}) {
  // A broken disk or archive is an error, not the end of the file.
  stream_.exceptions(std::ios::badbit);
}

ConlluArticles::~ConlluArticles() = default;

void ConlluArticles::append(ConlluSentence sentence) {
  if (too_long_) return;
  const std::string where = fmt::format("{}:{}: ", bytes_.name(), sentence.line);
  if (find_invalid_utf8(sentence.text) != std::string_view::npos) throw Error(where + "invalid UTF-8 in # text");
  if (sentence.text.find('\0') != std::string::npos) throw Error(where + "a NUL byte, expected text");
  Article& article = collected_.article;
  if (!collected_.sentences) {
    collected_.sentences.emplace();
    article.origin = {bytes_.name(), sentence.line};
  }
  tokens_ += sentence.sentence.tokens.size();
  column_bytes_ += column_bytes(sentence.sentence);
  if (article.text.size() + sentence.text.size() > max_bytes_ || tokens_ > max_bytes_ / bytes_per_token) {
    too_long_ = true;
    collected_.sentences.reset();
    throw Error(where + fmt::format("the article has more than {} bytes or {} words; skipped", max_bytes_,
                                    max_bytes_ / bytes_per_token));
  }
  if (column_bytes_ > max_bytes_ * column_bytes_per_text_byte) {
    too_long_ = true;
    collected_.sentences.reset();
    throw Error(where + fmt::format("the article's words have more than {} bytes in their columns; skipped",
                                    max_bytes_ * column_bytes_per_text_byte));
  }
  if (!article.text.empty()) article.text += sentence.new_paragraph ? '\n' : ' ';
  const auto offset = static_cast<std::uint32_t>(article.text.size());
  article.text += sentence.text;
  const auto shift = [&](Span& span) { span = {span.begin + offset, span.end + offset}; };
  shift(sentence.sentence.span);
  for (Token& token : sentence.sentence.tokens) shift(token.span);
  collected_.sentences->push_back(std::move(sentence.sentence));
}

std::optional<ReadArticle> ConlluArticles::take() {
  ReadArticle taken = std::exchange(collected_, ReadArticle{});
  tokens_ = 0;
  column_bytes_ = 0;
  too_long_ = false;
  if (!taken.sentences) return std::nullopt;
  return taken;
}

std::optional<ReadArticle> ConlluArticles::next() {
  while (true) {
    if (next_id_) {
      auto done = take();
      collected_.article.id = *std::exchange(next_id_, std::nullopt);
      if (done) return done;
    }
    if (held_) append(*std::exchange(held_, std::nullopt));
    ConlluSentence sentence;
    bool has_sentence = false;
    try {
      has_sentence = reader_.next(sentence);
    } catch (const Error&) {
      // A bad sentence may be the first of its article, which then begins without it.
      next_id_ = sentence.new_document;
      throw;
    }
    if (!has_sentence) return take();
    next_id_ = sentence.new_document;
    held_ = std::move(sentence);
  }
}

}  // namespace habari
