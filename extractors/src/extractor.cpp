#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/extractor.hpp>

#include "analysis/morphology.hpp"
#include "entities/entity_recognizer.hpp"
#include "frames/frame_extractor.hpp"
#include "lexicon/lexicon.hpp"
#include "open_triples/open_triples.hpp"

#include <map>
#include <mutex>

namespace habari {
namespace {

/// What one language needs, loaded once.
struct Language {
  Language(std::string_view code, const DataDirectory& data)
      : lexicon(data.language(code) / "lexicon"), morphology(make_morphology(code, data)),
        recognizer(code, data, lexicon), unsaid(read_unsaid_words(data.language(code) / "lexicon")) {}

  /// Lemmas and features that the sentences came without.
  void fill(std::span<Sentence> sentences) const {
    if (morphology) morphology->fill(sentences);
  }

  Lexicon lexicon;
  std::unique_ptr<const Morphology> morphology;
  EntityRecognizer recognizer;
  UnsaidWords unsaid;
};

}  // namespace

class Extractor::Languages {
 public:
  Languages(DataDirectory data, std::optional<ReaderKind> reader) : data_(std::move(data)), reader_(reader) {}

  const Language& get(const std::string& code) {
    const std::scoped_lock lock(mutex_);
    auto found = loaded_.find(code);
    if (found == loaded_.end()) {
      require(code);
      found = loaded_.emplace(code, load(code)).first;
    }
    return *found->second;
  }

  /// Loaded when the first text is read: trees that came with an article need none.
  const Analyzer& analyzer(const std::string& code) {
    const std::scoped_lock lock(mutex_);
    auto found = analyzers_.find(code);
    if (found == analyzers_.end()) {
      require(code);
      try {
        found = analyzers_.emplace(code, make_analyzer(code, data_, reader_)).first;
      } catch (const Error& error) {
        throw DataError(error.what());
      }
    }
    return *found->second;
  }

 private:
  void require(const std::string& code) const {
    if (!data_.has_language(code)) throw Error("no language \"" + code + "\" in " + data_.root().string());
  }

  std::unique_ptr<Language> load(const std::string& code) const {
    try {
      return std::make_unique<Language>(code, data_);
    } catch (const Error& error) {
      throw DataError(error.what());
    }
  }

  DataDirectory data_;
  std::optional<ReaderKind> reader_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Language>> loaded_;
  std::map<std::string, std::unique_ptr<const Analyzer>> analyzers_;
};

Extractor::Extractor(DataDirectory data, std::optional<ReaderKind> reader)
    : languages_(std::make_unique<Languages>(std::move(data), reader)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Document Extractor::extract(Article article) const {
  std::vector<Sentence> sentences = parse(article);
  std::string reader = languages_->analyzer(article.language).reader();
  Document document = extract(std::move(article), std::move(sentences));
  document.reader = std::move(reader);
  return document;
}

Document Extractor::extract(Article article, std::vector<Sentence> sentences) const {
  const Language& language = languages_->get(article.language);
  language.fill(sentences);
  Document document;
  document.article = std::move(article);
  document.entities = language.recognizer.recognize(document.article, sentences);
  extract_frames(language.lexicon, sentences, document);
  return document;
}

std::vector<OpenTriple> Extractor::open_triples(const Article& article) const {
  return open_triples(article, parse(article));
}

std::vector<OpenTriple> Extractor::open_triples(const Article& article, std::vector<Sentence> sentences) const {
  const Language& language = languages_->get(article.language);
  language.fill(sentences);
  const std::vector<Mention> mentions = language.recognizer.recognize(article, sentences);
  return read_open_triples(language.lexicon, language.unsaid, article.text, mentions, sentences);
}

std::vector<Sentence> Extractor::parse(const Article& article) const {
  return languages_->analyzer(article.language).analyze(article.text);
}

}  // namespace habari
