#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace habari::serve {

/// Writes JSON: RapidJSON's writer with members in one call.
class Json {
 public:
  Json() : writer_(buffer_) {}

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void begin_array(std::string_view key) {
    text(key);
    writer_.StartArray();
  }
  void end_array() { writer_.EndArray(); }
  void key(std::string_view key) { text(key); }

  void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
  void count(std::uint64_t value) { writer_.Uint64(value); }
  /// With three digits behind the point: more say nothing to a reader.
  void number(double value) { writer_.Double(std::round(value * 1000) / 1000); }

  void member(std::string_view key, std::string_view value) {
    text(key);
    text(value);
  }
  void member(std::string_view key, const std::string& value) { member(key, std::string_view(value)); }
  void member(std::string_view key, const char* value) { member(key, std::string_view(value)); }
  void truth(std::string_view key, bool value) {
    text(key);
    writer_.Bool(value);
  }
  void member(std::string_view key, std::uint64_t value) {
    text(key);
    count(value);
  }
  void member(std::string_view key, double value) {
    text(key);
    number(value);
  }

  std::string take() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace habari::serve
