#include <habari/core/quantity.hpp>

#include <array>
#include <charconv>
#include <stdexcept>

namespace habari {

std::string decimal(double value) {
  if (!is_quantity_value(value)) throw std::invalid_argument("a quantity of " + std::to_string(value));
  std::array<char, 512> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

std::optional<double> parse_decimal(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || !is_quantity_value(value)) return std::nullopt;
  return value;
}

std::string describe_quantity(QuantityBound bound, std::string_view value, std::string_view unit) {
  std::string text;
  if (bound != QuantityBound::exact) text.append(name(bound)).append(" ");
  text.append(value);
  if (!unit.empty()) text.append(" ").append(unit);
  return text;
}

}  // namespace habari
