#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/data_directory.hpp>

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Tokenizing, tagging, lemmatizing and parsing of English, by the fast and the accurate reader (which also finds
// names). HABARI_BENCH_TEXT names a file of news, a paragraph a line; without it a few sentences of our own are read
// again and again.
namespace habari::bench {
namespace {

std::vector<std::string> read_paragraphs() {
  std::vector<std::string> paragraphs;
  if (const char* path = std::getenv("HABARI_BENCH_TEXT")) {
    std::ifstream in(path);
    std::string line;
    while (paragraphs.size() < 3000 && std::getline(in, line)) paragraphs.push_back(line);
  }
  if (paragraphs.empty()) {
    paragraphs = {
        "The finance minister resigned on Monday after weeks of protests in the capital, a spokesman for the "
        "government "
        "said.",
        "Fishermen on the lake's northern shore haven't been paid since March, and many have sold the boats that fed "
        "their families.",
        "\"We will rebuild the bridge before the rains come,\" the governor promised. Few in the town believed her.",
        "Two aid workers who were kidnapped near the border last year have been freed, according to their employer."};
  }
  return paragraphs;
}

const Analyzer& english(ReaderKind reader) {
  static std::map<ReaderKind, std::unique_ptr<const Analyzer>> opened;
  auto& analyzer = opened[reader];
  if (!analyzer) analyzer = make_analyzer("en", DataDirectory::locate(), reader);
  return *analyzer;
}

/// False where the reader's model is not there.
bool is_there(benchmark::State& state, ReaderKind reader) {
  try {
    english(reader);
  } catch (const Error& error) {
    state.SkipWithError(error.what());
    return false;
  }
  return true;
}

void count(benchmark::State& state, std::size_t sentences, std::size_t words) {
  state.counters["sentences/s"] = benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate);
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}

void load(benchmark::State& state) {
  const DataDirectory data = DataDirectory::locate();
  for (auto _ : state) benchmark::DoNotOptimize(make_analyzer("en", data, ReaderKind::fast));
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

/// From text to trees; the argument is the number of paragraphs of an article.
void analyze(benchmark::State& state, ReaderKind reader) {
  if (!is_there(state, reader)) return;
  const std::vector<std::string> paragraphs = read_paragraphs();
  std::vector<std::string> articles;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (i % static_cast<std::size_t>(state.range(0)) == 0) articles.emplace_back();
    articles.back() += paragraphs[i] + "\n";
  }
  std::size_t sentences = 0;
  std::size_t words = 0;
  for (auto _ : state) {
    for (const std::string& article : articles) {
      for (const Sentence& sentence : english(reader).analyze(article)) {
        ++sentences;
        words += sentence.tokens.size();
      }
    }
  }
  count(state, sentences, words);
}
BENCHMARK_CAPTURE(analyze, fast, ReaderKind::fast)->Arg(1)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, accurate, ReaderKind::accurate)->Arg(1)->Arg(20)->Unit(benchmark::kMillisecond);

/// Tagging, lemmatizing and parsing of given words, sentence by sentence.
void parse(benchmark::State& state, ReaderKind reader) {
  if (!is_there(state, reader)) return;
  std::vector<Sentence> all;
  for (const std::string& paragraph : read_paragraphs()) {
    for (Sentence& sentence : english(reader).analyze(paragraph)) all.push_back(std::move(sentence));
  }
  std::size_t sentences = 0;
  std::size_t words = 0;
  for (auto _ : state) {
    for (Sentence& sentence : all) {
      english(reader).parse(sentence);
      ++sentences;
      words += sentence.tokens.size();
    }
  }
  count(state, sentences, words);
}
BENCHMARK_CAPTURE(parse, fast, ReaderKind::fast)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, accurate, ReaderKind::accurate)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace habari::bench

BENCHMARK_MAIN();
