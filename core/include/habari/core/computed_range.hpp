#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <ranges>
#include <type_traits>

namespace habari {

/// What `Make` makes of the numbers [begin, end), computed when looked at: a random-access range, and a view.
/// Of our own, for clang 14 does not compile the views of libstdc++.
template <typename Make>
class ComputedRange : public std::ranges::view_base {
 public:
  /// Keeps what it computes with, and so outlives the range.
  class iterator {
   public:
    /// What std::iterator_traits asks for.
    ///@{
    using value_type = std::invoke_result_t<const Make&, std::uint32_t>;
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::random_access_iterator_tag;
    ///@}

    iterator() = default;
    /// At number `at`.
    iterator(const Make& make, std::uint32_t at) : make_(make), at_(at) {}

    /// As those of pointers.
    ///@{
    reference operator*() const { return make_(at_); }
    reference operator[](difference_type by) const { return *(*this + by); }
    iterator& operator+=(difference_type by) {
      at_ = static_cast<std::uint32_t>(at_ + by);
      return *this;
    }
    iterator& operator-=(difference_type by) { return *this += -by; }
    iterator& operator++() { return *this += 1; }
    iterator& operator--() { return *this -= 1; }
    iterator operator++(int) {
      iterator before = *this;
      ++*this;
      return before;
    }
    iterator operator--(int) {
      iterator before = *this;
      --*this;
      return before;
    }
    friend iterator operator+(iterator it, difference_type by) { return it += by; }
    friend iterator operator+(difference_type by, iterator it) { return it += by; }
    friend iterator operator-(iterator it, difference_type by) { return it -= by; }
    friend difference_type operator-(const iterator& a, const iterator& b) {
      return difference_type{a.at_} - difference_type{b.at_};
    }
    friend bool operator==(const iterator& a, const iterator& b) { return a.at_ == b.at_; }
    friend auto operator<=>(const iterator& a, const iterator& b) { return a.at_ <=> b.at_; }
    ///@}

   private:
    Make make_{};
    std::uint32_t at_ = 0;
  };

  ComputedRange() = default;
  /// Requires: begin <= end.
  ComputedRange(const Make& make, std::uint32_t begin, std::uint32_t end) : make_(make), begin_(begin), end_(end) {}

  /// As those of std::vector.
  ///@{
  iterator begin() const { return {make_, begin_}; }
  iterator end() const { return {make_, end_}; }
  std::size_t size() const { return end_ - begin_; }
  bool empty() const { return begin_ == end_; }
  auto operator[](std::size_t index) const { return make_(static_cast<std::uint32_t>(begin_ + index)); }
  auto front() const { return make_(begin_); }
  auto back() const { return make_(end_ - 1); }
  ///@}

 private:
  Make make_{};
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace habari
