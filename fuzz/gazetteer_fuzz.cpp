#include "edits.hpp"
#include "gazetteer/gazetteer_file.hpp"
#include "input_bytes.hpp"
#include "words/word_key.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace habari;

const std::vector<std::string> some_names = {"Nairobi", "Mji wa Nairobi", "Kenya", "Asha Mwansa", "Goma", "Nobody"};

std::uint64_t hash_of(std::string_view name) {
  NameHash hash;
  for (const NameWord& word : cut_name(name)) hash.add(word.hash);
  return hash.value();
}

std::string small_gazetteer() {
  const auto file = std::filesystem::temp_directory_path() / ("habari-fuzz-" + std::to_string(::getpid()));
  GazetteerWriter writer(file);
  writer.add({"place/nairobi",
              EntityKind::place,
              {"wikidata:Q3870", "geonames:184745", "geo:-1.28333,36.81667"},
              "Q114",
              200,
              {{"en", "Nairobi"}, {"sw", "Mji wa Nairobi"}}});
  writer.add({"country/kenya", EntityKind::country, {"wikidata:Q114"}, "", 300, {{"en", "Kenya"}, {"sw", "Kenya"}}});
  writer.add({"person/asha-mwansa", EntityKind::person, {}, "country/kenya", 1, {{"en", "Asha Mwansa"}}});
  writer.finish();
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  std::filesystem::remove(file);
  return bytes;
}

std::string records(const std::string& path) {
  const GazetteerFile file(path);
  std::string all = std::to_string(file.entry_count()) + ' ' + std::to_string(file.name_count());
  for (const std::string& name : some_names) {
    const auto found = file.find(hash_of(name));
    fuzz::check(found.has_value() == file.contains(hash_of(name)), "what is found is contained");
    if (!found) continue;
    for (const auto& candidate : found->candidates) all += file.record(candidate.record).id + '\n';
  }
  for (const char* key : {"place/nairobi", "geonames:184745", "wikidata:Q114", "place/nowhere"}) {
    if (const auto at = file.find_key(key)) all += file.record(*at).id + '\n';
  }
  return all;
}

}  // namespace

/// A gazetteer file: an error that names it, or records.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string base = small_gazetteer();
  const std::string_view edits = fuzz::text_of(data, size);
  // An odd input says first where the file is cut.
  std::string bytes = fuzz::edited(base, edits.substr(size % 2));
  if (size % 2 == 1) bytes.resize(bytes.size() * data[0] / 255);
  const fuzz::InputBytes input(bytes);
  fuzz::same_twice(input.path(), [&] { return records(input.path()); });
  return 0;
}
