#include "lexicon/lexicon.hpp"
#include "target.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace {

using namespace habari;

const std::map<std::string, std::string, std::less<>> empty_tables = {
    {"verbs.tsv", "lemma\tlabel\ttype\tbehaviour\tcontent\troles\n"},
    {"nouns.tsv", "lemma\tplural\tclass\tkind\tgloss\tlabel\ttype\troles\n"},
    {"markers.tsv", "marker\tuse\tobject\trole\tfactuality\n"},
    {"adverbs.tsv", "lemma\tfactuality\trole\n"},
    {"agreement.tsv", "class\tuse\tother\n"},
    {"object_groups.tsv", "lemma\tgroup\n"},
    {"object_types.tsv", "verbs\tobjects\ttype\tlabel\n"},
    {"quantities.tsv", "words\tuse\tvalue\n"}};

/// A folder of tables without rows, gone with the process.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "habari-fuzz-XXXXXX").string();
    fuzz::check(::mkdtemp(pattern.data()) != nullptr, "a folder can be made");
    path_ = pattern;
    for (const auto& [name, header] : empty_tables) write(name, header);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  void write(const std::string& name, std::string_view bytes) const { std::ofstream(path_ / name) << bytes; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

/// The first line names a table of a lexicon, the others are what it holds: a lexicon, or an error with its place.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const std::string_view text = fuzz::text_of(data, size);
  const auto table = empty_tables.find(text.substr(0, text.find('\n')));
  if (table == empty_tables.end()) return 0;
  folder.write(table->first, text.substr(std::min(text.size(), table->first.size() + 1)));
  fuzz::same_twice(folder.path().string(), [&] {
    const Lexicon lexicon(folder.path());
    return std::array{lexicon.verbs().size(), lexicon.nouns().size(), lexicon.markers().size(),
                      lexicon.adverbs().size()};
  });
  folder.write(table->first, table->second);
  return 0;
}
