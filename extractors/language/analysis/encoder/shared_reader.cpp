#include "analysis/encoder/shared_reader.hpp"

#include <map>
#include <mutex>

namespace habari::encoder {

std::shared_ptr<const EncoderReader> shared_reader(const std::filesystem::path& model) {
  static std::mutex mutex;
  static std::map<std::filesystem::path, std::weak_ptr<const EncoderReader>> opened;
  const std::scoped_lock lock(mutex);
  std::weak_ptr<const EncoderReader>& known = opened[std::filesystem::weakly_canonical(model)];
  auto reader = known.lock();
  if (!reader) known = reader = open_reader(model);
  return reader;
}

}  // namespace habari::encoder
