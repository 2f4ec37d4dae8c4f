#include "json_tree.hpp"

#include <habari/core/error.hpp>

#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <cstdint>
#include <limits>
#include <string>

namespace habari {
namespace {

using Size = rapidjson::SizeType;

/// Hands on to the tree what the reader finds, and makes the numbers: RapidJSON's own are wrong for zeros with an
/// exponent or with many digits, `0e300` and `0.0000000000000000000000`.
class TreeMaker : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeMaker> {
 public:
  explicit TreeMaker(rapidjson::Document& tree) : tree_(tree) {}

  bool Null() { return tree_.Null(); }
  bool Bool(bool value) { return tree_.Bool(value); }
  bool String(const char* text, Size size, bool copy) { return tree_.String(text, size, copy); }
  bool Key(const char* text, Size size, bool copy) { return tree_.Key(text, size, copy); }
  bool StartObject() { return tree_.StartObject(); }
  bool EndObject(Size count) { return tree_.EndObject(count); }
  bool StartArray() { return tree_.StartArray(); }
  bool EndArray(Size count) { return tree_.EndArray(count); }
  bool RawNumber(const char* text, Size size, bool /*copy*/) {
    const char* const end = text + size;
    std::uint64_t whole = 0;
    if (const auto read = std::from_chars(text, end, whole); read.ec == std::errc{} && read.ptr == end) {
      return whole <= std::numeric_limits<unsigned>::max() ? tree_.Uint(static_cast<unsigned>(whole))
                                                           : tree_.Uint64(whole);
    }
    double value = 0;
    return std::from_chars(text, end, value).ec == std::errc{} && tree_.Double(value);
  }

 private:
  rapidjson::Document& tree_;
};

}  // namespace

rapidjson::Document json_tree(std::string_view json) {
  constexpr unsigned flags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::MemoryStream bytes(json.data(), json.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> in(bytes);
  rapidjson::ParseResult result;
  rapidjson::Document tree;
  const auto read = [&](rapidjson::Document& into) {
    TreeMaker maker(into);
    result = rapidjson::Reader().Parse<flags>(in, maker);
    return !result.IsError();
  };
  tree.Populate(read);
  if (!result.IsError()) return tree;
  throw Error("malformed JSON at byte " + std::to_string(result.Offset()) + ": " +
              (result.Code() == rapidjson::kParseErrorTermination ? "a number that no double holds"
                                                                  : rapidjson::GetParseError_En(result.Code())));
}

}  // namespace habari
