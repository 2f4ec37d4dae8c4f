#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/extractor.hpp>

#include "entities/entity_recognizer.hpp"
#include "frames/frame_extractor.hpp"
#include "lexicon/lexicon.hpp"
#include "open_triples/open_triples.hpp"

#include <algorithm>
#include <map>
#include <mutex>

namespace habari {
namespace {

/// What one language needs, loaded once.
struct Language {
  Language(std::string_view code, const DataDirectory& data)
      : lexicon(data.language(code) / "lexicon"), analyzer(make_analyzer(code, data)), recognizer(code, data, lexicon),
        unsaid(read_unsaid_words(data.language(code) / "lexicon")) {}

  NameSource own_source() const { return analyzer->finds_names() ? NameSource::reader : NameSource::gazetteer; }

  /// Who tells the names of trees that came with an article; marks them where nobody did and the analyzer can.
  NameSource name_source(std::vector<Sentence>& sentences) const {
    const auto has_names = [](const Sentence& sentence) { return !sentence.names.empty(); };
    if (std::any_of(sentences.begin(), sentences.end(), has_names)) return NameSource::reader;
    if (analyzer->finds_names()) analyzer->find_names(sentences);
    return own_source();
  }

  Document document(Article article, std::span<const Sentence> sentences, NameSource source) const {
    Document document;
    document.article = std::move(article);
    document.entities = recognizer.recognize(document.article, sentences, source);
    extract_frames(lexicon, sentences, document);
    return document;
  }

  std::vector<OpenTriple> triples(const Article& article, std::span<const Sentence> sentences,
                                  NameSource source) const {
    const std::vector<Mention> mentions = recognizer.recognize(article, sentences, source);
    return read_open_triples(lexicon, unsaid, article.text, mentions, sentences);
  }

  Lexicon lexicon;
  std::unique_ptr<const Analyzer> analyzer;
  EntityRecognizer recognizer;
  UnsaidWords unsaid;
};

}  // namespace

class Extractor::Languages {
 public:
  explicit Languages(DataDirectory data) : data_(std::move(data)) {}

  const Language& get(const std::string& code) {
    const std::scoped_lock lock(mutex_);
    auto found = loaded_.find(code);
    if (found == loaded_.end()) {
      if (!data_.has_language(code)) throw Error("no language \"" + code + "\" in " + data_.root().string());
      found = loaded_.emplace(code, load(code)).first;
    }
    return *found->second;
  }

 private:
  std::unique_ptr<Language> load(const std::string& code) const {
    try {
      return std::make_unique<Language>(code, data_);
    } catch (const Error& error) {
      throw DataError(error.what());
    }
  }

  DataDirectory data_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Language>> loaded_;
};

Extractor::Extractor(DataDirectory data) : languages_(std::make_unique<Languages>(std::move(data))) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Document Extractor::extract(Article article) const {
  const Language& language = languages_->get(article.language);
  const std::vector<Sentence> sentences = language.analyzer->analyze(article.text);
  return language.document(std::move(article), sentences, language.own_source());
}

Document Extractor::extract(Article article, std::vector<Sentence> sentences) const {
  const Language& language = languages_->get(article.language);
  const NameSource source = language.name_source(sentences);
  return language.document(std::move(article), sentences, source);
}

std::vector<OpenTriple> Extractor::open_triples(const Article& article) const {
  const Language& language = languages_->get(article.language);
  return language.triples(article, language.analyzer->analyze(article.text), language.own_source());
}

std::vector<OpenTriple> Extractor::open_triples(const Article& article, std::vector<Sentence> sentences) const {
  const Language& language = languages_->get(article.language);
  const NameSource source = language.name_source(sentences);
  return language.triples(article, sentences, source);
}

std::vector<Sentence> Extractor::parse(const Article& article) const {
  return languages_->get(article.language).analyzer->analyze(article.text);
}

}  // namespace habari
