#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/extractor.hpp>

#include "analysis/factory.hpp"
#include "frames/confidence.hpp"
#include "frames/frame_extractor.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/sense_table.hpp"
#include "open_triples/open_triples.hpp"
#include "recognition/entity_recognizer.hpp"
#include "references/reference_resolver.hpp"

#include <algorithm>
#include <map>
#include <mutex>

namespace habari {
namespace {

/// How documents are made.
struct Reading {
  FrameRules without;
  bool trace = false;
};

Reading reading_of(const ExtractorOptions& options) {
  Reading reading;
  reading.trace = options.trace;
  for (const std::string& rule_name : options.without) {
    const auto rule = parse_frame_rule(rule_name);
    if (!rule) throw std::invalid_argument("\"" + rule_name + "\" is no frame rule");
    reading.without.set(static_cast<std::size_t>(*rule));
  }
  return reading;
}

/// What one language needs, loaded once.
struct Language {
  Language(std::string_view code, const DataDirectory& data)
      : lexicon(data.language(code) / "lexicon"),
        morphology(make_morphology(code, data)),
        recognizer(code, data, lexicon),
        unsaid(read_unsaid_words(data.language(code) / "lexicon")),
        references(data.root()),
        senses(data.root() / "senses.tsv"),
        confidence(data.root() / "confidence.tsv") {}

  /// Lemmas and features that the sentences came without.
  void fill(std::span<Sentence> sentences) const {
    if (morphology) morphology->fill(sentences);
  }

  Document document(Article article, std::span<const Sentence> sentences, NameSource source, TreeOrigin origin,
                    const Reading& reading) const {
    Document document;
    document.article = std::move(article);
    document.entities = recognizer.recognize(document.article, sentences, source);
    Frames frames = extract_frames(lexicon, sentences, document, reading.without);
    resolve_references(lexicon, references, sentences, frames, document);
    set_confidences(confidence, origin, frames.readings, document);
    if (reading.trace) add_traces(frames.readings, document);
    for (Event& event : document.events) event.sense = senses.sense(event.label);
    return document;
  }

  std::vector<OpenTriple> triples(const Article& article, std::span<const Sentence> sentences,
                                  NameSource source) const {
    const std::vector<Mention> mentions = recognizer.recognize(article, sentences, source);
    return read_open_triples(lexicon, unsaid, article.text, mentions, sentences);
  }

  Lexicon lexicon;
  std::unique_ptr<const Morphology> morphology;
  EntityRecognizer recognizer;
  UnsaidWords unsaid;
  ReferenceTables references;
  SenseTable senses;
  ConfidenceWeights confidence;
};

/// Who tells the names of sentences that `analyzer` read.
NameSource source_of(const Analyzer& analyzer) {
  return analyzer.finds_names() ? NameSource::reader : NameSource::gazetteer;
}

}  // namespace

class Extractor::Languages {
 public:
  Languages(DataDirectory data, const ExtractorOptions& options)
      : data_(std::move(data)), reader_(options.reader), reading_(reading_of(options)) {}

  const Reading& reading() const { return reading_; }

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

  /// Who tells the names of trees that came with an article; marks them where nobody did and the language's analyzer
  /// can.
  NameSource name_source(const std::string& code, std::vector<Sentence>& sentences) {
    const auto has_names = [](const Sentence& sentence) { return !sentence.names.empty(); };
    if (std::any_of(sentences.begin(), sentences.end(), has_names)) return NameSource::reader;
    if (!has_reader(code, data_)) return NameSource::gazetteer;
    const Analyzer& own = analyzer(code);
    if (own.finds_names()) own.find_names(sentences);
    return source_of(own);
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
  Reading reading_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Language>> loaded_;
  std::map<std::string, std::unique_ptr<const Analyzer>> analyzers_;
};

std::vector<std::string_view> frame_rules() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < frame_rule_count; ++i) names.push_back(name(static_cast<FrameRule>(i)));
  return names;
}

Extractor::Extractor(DataDirectory data, ExtractorOptions options)
    : languages_(std::make_unique<Languages>(std::move(data), options)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Document Extractor::extract(Article article) const {
  const Language& language = languages_->get(article.language);
  const Analyzer& analyzer = languages_->analyzer(article.language);
  const std::vector<Sentence> sentences = analyzer.analyze(article.text);
  const TreeOrigin origin = analyzer.kind() == ReaderKind::accurate ? TreeOrigin::accurate : TreeOrigin::fast;
  Document document =
      language.document(std::move(article), sentences, source_of(analyzer), origin, languages_->reading());
  document.reader = analyzer.reader();
  return document;
}

Document Extractor::extract(Article article, std::vector<Sentence> sentences) const {
  const Language& language = languages_->get(article.language);
  language.fill(sentences);
  const NameSource source = languages_->name_source(article.language, sentences);
  return language.document(std::move(article), sentences, source, TreeOrigin::given, languages_->reading());
}

std::vector<OpenTriple> Extractor::open_triples(const Article& article) const {
  const Language& language = languages_->get(article.language);
  const Analyzer& analyzer = languages_->analyzer(article.language);
  return language.triples(article, analyzer.analyze(article.text), source_of(analyzer));
}

std::vector<OpenTriple> Extractor::open_triples(const Article& article, std::vector<Sentence> sentences) const {
  const Language& language = languages_->get(article.language);
  language.fill(sentences);
  const NameSource source = languages_->name_source(article.language, sentences);
  return language.triples(article, sentences, source);
}

std::vector<Sentence> Extractor::parse(const Article& article) const {
  return languages_->analyzer(article.language).analyze(article.text);
}

}  // namespace habari
