#include <habari/extractors/article_reader.hpp>

#include "articles/article_source.hpp"
#include "articles/foreign_content.hpp"
#include "articles/identifier_set.hpp"
#include "articles/input_files.hpp"
#include "articles/input_format.hpp"
#include "pages/page_dates.hpp"

#include <habari/core/identifiers.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>

namespace habari {
namespace {

/// Enough to hold the first line of most JSON Lines files.
constexpr std::size_t sniffed_bytes = std::size_t{1} << 18U;

std::string content_identifier(const Article& article) {
  return IdentityKey{article.title, article.date ? article.date->iso() : "", article.text}.uuid().text();
}

/// 64 bits of the identifier's hash: among ten million articles, two share them once in 400,000 runs.
std::uint64_t fingerprint(std::string_view identifier) {
  std::uint64_t bits = 0;
  const Uuid hash = name_uuid(identifier);
  std::copy_n(hash.bytes.begin(), sizeof bits, reinterpret_cast<std::uint8_t*>(&bits));
  return bits;
}

}  // namespace

class ArticleReader::Implementation {
 public:
  Implementation(std::vector<std::string> inputs, const DataDirectory& data, ReadingOptions options)
      : options_(std::move(options)),
        boilerplate_(data),
        is_one_file_(inputs.size() == 1 && !std::filesystem::is_directory(inputs[0])),
        files_(std::move(inputs), options_.format != InputFormat::automatic) {}

  std::optional<ReadArticle> next() {
    while (true) {
      if (!source_ && !open_next()) return std::nullopt;
      std::optional<ReadArticle> read;
      try {
        read = source_->next();
      } catch (const InputError&) {
        source_.reset();
        throw;
      }
      if (read) {
        finish(*read);
        return read;
      }
      source_.reset();
    }
  }

  std::string passed_over() const { return files_.passed_over(); }

 private:
  bool open_next() {
    const std::optional<std::string> path = files_.next();
    if (!path) return false;
    bytes_ = std::make_unique<ByteReader>(*path);
    format_ = format_of(*path);
    source_ = make_source(format_, {*bytes_, options_, boilerplate_});
    return true;
  }

  /// Errors: InputError for what is no article.
  InputFormat format_of(const std::string& path) {
    const std::string_view first_bytes = bytes_->peek(sniffed_bytes);
    const auto refuse = [&](const std::optional<std::string>& told) {
      if (told) throw InputError(bytes_->name() + ": " + *told);
    };
    refuse(foreign_bytes(first_bytes));
    if (options_.format != InputFormat::automatic) return options_.format;
    refuse(foreign_name(path));
    InputFormat format = format_of_name(path).value_or(InputFormat::automatic);
    if (format == InputFormat::automatic) format = format_of_content(first_bytes);
    if (format == InputFormat::text) refuse(foreign_text(first_bytes));
    return format;
  }

  void finish(ReadArticle& read) {
    if (read.document) {
      require_new(read.document->article);
      return;
    }
    Article& article = read.article;
    if (!options_.language.empty()) article.language = options_.language;
    if (!article.date && options_.date_from_name) article.date = date_in_name(article.origin.file);
    if (!article.date) article.date = options_.date;
    if (article.id.empty()) article.id = article.url;
    if (article.id.empty() && format_ == InputFormat::lines) {
      article.id = fmt::format("{}{}", is_one_file_ ? "" : article.origin.file + ":", article.origin.line);
    }
    if (article.id.empty()) article.id = content_identifier(article);
    require_new(article);
  }

  void require_new(const Article& article) {
    if (options_.versions || seen_.insert(fingerprint(article.id))) return;
    const std::string line = article.origin.line != 0 ? fmt::format(":{}", article.origin.line) : "";
    throw Error(fmt::format("{}{}: an article with the identifier \"{}\" was read before; skipped", article.origin.file,
                            line, article.id));
  }

  ReadingOptions options_;
  BoilerplateFilter boilerplate_;
  bool is_one_file_;
  InputFiles files_;
  std::unique_ptr<ByteReader> bytes_;
  std::unique_ptr<ArticleSource> source_;
  InputFormat format_ = InputFormat::automatic;
  IdentifierSet seen_;
};

ArticleReader::ArticleReader(std::vector<std::string> inputs, const DataDirectory& data, ReadingOptions options)
    : implementation_(std::make_unique<Implementation>(std::move(inputs), data, std::move(options))) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

std::optional<ReadArticle> ArticleReader::next() { return implementation_->next(); }
std::string ArticleReader::passed_over() const { return implementation_->passed_over(); }

}  // namespace habari
