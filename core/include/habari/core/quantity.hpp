#pragma once

#include <habari/core/ontology.hpp>
#include <habari/core/text.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace habari {

/// A number with what it counts or measures: `34 dead`, `at least $20 million`, `asilimia 12.5`.
struct Quantity {
  double value = 0.0;  ///< At most largest_quantity in either direction.
  /// ISO 4217 code of a currency, English name of a measure (`percent`, `kilometre`) or of what is counted (`person`);
  /// empty where the text has a bare number.
  std::string unit;
  QuantityBound bound = QuantityBound::exact;  ///< How exactly the text gives it.
  Span span;                                   ///< The words that say it, bound and unit included.
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Larger numbers, in either direction, are no counts or amounts: a double has no digits for their units.
inline constexpr double largest_quantity = 1e18;
/// Whether it is a number that a quantity may have.
constexpr bool is_quantity_value(double value) { return value >= -largest_quantity && value <= largest_quantity; }

/// The fewest digits that give the number again, without an exponent: `3000000000`, `12.5`. Throws
/// std::invalid_argument for one that no quantity may have.
std::string decimal(double value);
/// What decimal() wrote, or any other decimal number of that range; nothing for other text.
std::optional<double> parse_decimal(std::string_view text);
/// `at least 34 person`, as lists of a program's output have it.
std::string describe_quantity(QuantityBound bound, std::string_view value, std::string_view unit);

}  // namespace habari
