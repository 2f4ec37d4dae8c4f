// Looks mentions up in a gazetteer file of a million made-up entities, and compares the answers before timing them.

#include "gazetteer/gazetteer_file.hpp"
#include "words/pieces.hpp"

#include <benchmark/benchmark.h>

#include <unistd.h>

#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace habari;

constexpr std::uint32_t entities = 1'000'000;
constexpr std::uint32_t look_ups = 1U << 16U;

std::string name_of(std::uint32_t number) {
  static const char* const syllables[] = {"ka", "mbo", "li", "ru", "nda", "te", "wa", "si"};
  std::string name = "Mji wa ";
  for (std::uint32_t rest = number + 8; rest != 0; rest /= 8) name += syllables[rest % 8];
  name[7] = static_cast<char>(name[7] - 'a' + 'A');
  return name;
}

std::uint64_t hash_of(std::string_view name) {
  NameHash hash;
  for (const NameWord& word : cut_name(name)) hash.add(word.hash);
  return hash.value();
}

/// Written once, gone at the end.
class MillionTowns {
 public:
  MillionTowns()
      : path_(std::filesystem::temp_directory_path() / ("habari-bench-" + std::to_string(getpid()) + ".bin")) {
    GazetteerWriter writer(path_);
    for (std::uint32_t i = 0; i < entities; ++i) {
      const std::string number = std::to_string(i);
      writer.add({"place/town-q" + number,
                  EntityKind::place,
                  {"wikidata:Q" + number},
                  "Q114",
                  i % 100,
                  {{"sw", name_of(i)}, {"en", "Town " + number}}});
    }
    writer.finish();
  }
  ~MillionTowns() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

const MillionTowns& towns() {
  static const MillionTowns made;
  return made;
}

std::vector<std::uint64_t> hashes(std::uint32_t first) {
  std::mt19937 random(1);
  std::vector<std::uint64_t> result;
  for (std::uint32_t i = 0; i < look_ups; ++i)
    result.push_back(hash_of(name_of(first + static_cast<std::uint32_t>(random() % entities))));
  return result;
}

void check(const GazetteerFile& file) {
  std::mt19937 random(1);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const std::uint32_t number = static_cast<std::uint32_t>(random() % entities);
    const auto found = file.find(hash_of(name_of(number)));
    if (!found || file.record(found->candidates.at(0).record).id != "place/town-q" + std::to_string(number)) {
      throw std::logic_error("a wrong answer for " + name_of(number));
    }
  }
}

void open_file(benchmark::State& state) {
  const std::filesystem::path& path = towns().path();
  for (auto _ : state) {
    const GazetteerFile file(path);
    benchmark::DoNotOptimize(file.name_count());
  }
}
BENCHMARK(open_file);

void find_known(benchmark::State& state) {
  const GazetteerFile file(towns().path());
  check(file);
  const auto keys = hashes(0);
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(file.find(keys[next++ % look_ups]));
}
BENCHMARK(find_known);

void find_unknown(benchmark::State& state) {
  const GazetteerFile file(towns().path());
  const auto keys = hashes(entities);
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(file.contains(keys[next++ % look_ups]));
}
BENCHMARK(find_unknown);

void find_as_written(benchmark::State& state) {
  const GazetteerFile file(towns().path());
  std::mt19937 random(1);
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < look_ups; ++i)
    names.push_back(name_of(static_cast<std::uint32_t>(random() % entities)));
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(file.find(hash_of(names[next++ % look_ups])));
}
BENCHMARK(find_as_written);

}  // namespace

BENCHMARK_MAIN();
