#include "rdf/syntax/literal_writer.hpp"

#include "src/replace_characters.hpp"

#include <habari/core/error.hpp>

#include <raptor2/raptor2.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

namespace habari::rdf {
namespace {

struct Free {
  void operator()(raptor_world* world) const { raptor_free_world(world); }
  void operator()(raptor_iostream* stream) const { raptor_free_iostream(stream); }
};

int append_byte(void* context, const int byte) {
  static_cast<std::string*>(context)->push_back(static_cast<char>(byte));
  return 0;
}
int append_bytes(void* context, const void* bytes, size_t size, size_t count) {
  static_cast<std::string*>(context)->append(static_cast<const char*>(bytes), size * count);
  return static_cast<int>(count);
}

bool needs_escape(unsigned char byte) {
  // 0xEF begins the noncharacters U+FFFE and U+FFFF.
  return byte < 0x20U || byte == '"' || byte == '\\' || byte == 0x7FU || byte == 0xEFU;
}

constexpr unsigned int escapes = RAPTOR_ESCAPED_WRITE_BITFLAG_BS_ESCAPES_TNRU |
                                 RAPTOR_ESCAPED_WRITE_BITFLAG_BS_ESCAPES_BF | RAPTOR_ESCAPED_WRITE_BITFLAG_UTF8;

}  // namespace

struct LiteralWriter::Raptor {
  std::string escaped;
  std::string message;
  raptor_iostream_handler handler{};
  std::unique_ptr<raptor_world, Free> world;
  std::unique_ptr<raptor_iostream, Free> stream;

  Raptor() {
    world.reset(raptor_new_world());
    if (!world) throw Error("Raptor could not be started");
    // Without a handler of ours Raptor writes to standard error.
    raptor_world_set_log_handler(world.get(), &message, [](void* context, raptor_log_message* log) {
      static_cast<std::string*>(context)->assign(log->text);
    });
    if (raptor_world_open(world.get()) != 0) throw Error("Raptor could not be started: " + message);
    handler.version = 2;
    handler.write_byte = append_byte;
    handler.write_bytes = append_bytes;
    stream.reset(raptor_new_iostream_from_handler(world.get(), &escaped, &handler));
    if (!stream) throw Error("Raptor gave no output stream: " + message);
  }
};

LiteralWriter::LiteralWriter() : raptor_(std::make_unique<Raptor>()) {}
LiteralWriter::~LiteralWriter() = default;
LiteralWriter::LiteralWriter(LiteralWriter&&) noexcept = default;
LiteralWriter& LiteralWriter::operator=(LiteralWriter&&) noexcept = default;

void LiteralWriter::append_quoted(std::string& out, std::string_view text) {
  out += '"';
  if (std::none_of(text.begin(), text.end(), [](char c) { return needs_escape(static_cast<unsigned char>(c)); }) &&
      find_invalid_utf8(text) == std::string_view::npos) {
    out += text;
  } else {
    const std::string carried = replace_characters(text, Carrier::rdf);
    raptor_->escaped.clear();
    const int failed = raptor_string_escaped_write(reinterpret_cast<const unsigned char*>(carried.data()),
                                                   carried.size(), '"', escapes, raptor_->stream.get());
    if (failed != 0) throw Error("Raptor could not write a literal: " + raptor_->message);
    out += raptor_->escaped;
  }
  out += '"';
}

std::string to_nfc(std::string_view text) {
  const bool ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (ascii) return std::string(text);
  UErrorCode failure = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(failure);
  std::string normalised;
  icu::StringByteSink<std::string> sink(&normalised);
  if (U_SUCCESS(failure)) {
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, failure);
  }
  if (U_FAILURE(failure)) throw Error(std::string("ICU could not normalise a name: ") + u_errorName(failure));
  return normalised;
}

}  // namespace habari::rdf
