#include "analysis/learned/learned_model.hpp"
#include "target.hpp"

/// A model file of the fast reader: an error that names it, or a model.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace habari;
  fuzz::same_twice("file", [&] {
    const auto file = learned::ModelFile::from_bytes(std::string(fuzz::text_of(data, size)), "file", "en");
    std::string names;
    for (const std::string& name : file.section_names()) names += name + std::string(file.section(name)) + '\n';
    return names;
  });
  // Parts of the model out of the same bytes, without the checksum before them.
  learned::ModelWriter writer("en");
  std::string_view rest = fuzz::text_of(data, size);
  for (int sections = 0; sections < 40 && !rest.empty(); ++sections) {
    const std::string_view section = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), section.size() + 1));
    const std::string_view name = section.substr(0, std::min(section.find('='), std::size_t{20}));
    try {
      writer.add(name, std::string(section.substr(std::min(section.size(), name.size() + 1))));
    } catch (const std::invalid_argument&) {
      // The same name twice is the caller's fault, not the file's.
    }
  }
  fuzz::same_twice("file", [&] {
    return learned::LearnedModel(learned::ModelFile::from_bytes(writer.bytes(), "file", "en")).identifier();
  });
  return 0;
}
