#include "analysis/encoder/kernels.hpp"

#include "analysis/encoder/processor.hpp"
#include "analysis/model/kernels.hpp"

#include <cstring>
#include <string_view>
#include <vector>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define HABARI_X86 1
#include <immintrin.h>
#endif

namespace habari::encoder {
namespace {

namespace portable {
#define HABARI_ISA 0
#include "analysis/encoder/kernels_body.inc"
#include "analysis/encoder/product_portable.inc"
#undef HABARI_ISA
}  // namespace portable

#ifdef HABARI_X86
#pragma GCC push_options
#pragma GCC target("avx2")
namespace avx2 {
#define HABARI_ISA 2
#include "analysis/encoder/kernels_body.inc"
#include "analysis/encoder/product_avx2.inc"
#undef HABARI_ISA
}  // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,prefer-vector-width=512")
namespace avx512 {
#define HABARI_ISA 5
#include "analysis/encoder/kernels_body.inc"
#include "analysis/encoder/product_avx512.inc"
#undef HABARI_ISA
}  // namespace avx512
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,amx-tile,amx-int8,prefer-vector-width=512")
namespace amx {
#include "analysis/encoder/product_amx.inc"
}  // namespace amx
#pragma GCC pop_options
#endif

constexpr Kernels portable_kernels = {"portable",     portable::multiply,          portable::quantize,
                                      portable::gelu, portable::add_and_normalize, portable::attend,
                                      portable::dot};
#ifdef HABARI_X86
constexpr Kernels avx2_kernels = {"avx2",       avx2::multiply, avx2::quantize, avx2::gelu, avx2::add_and_normalize,
                                  avx2::attend, avx2::dot};
constexpr Kernels avx512_kernels = {
    "avx512", avx512::multiply, avx512::quantize, avx512::gelu, avx512::add_and_normalize, avx512::attend, avx512::dot};
constexpr Kernels amx_kernels = {
    "amx", amx::multiply, avx512::quantize, avx512::gelu, avx512::add_and_normalize, avx512::attend, avx512::dot};
#endif

/// A product that reaches every path: full and part blocks of rows and outputs, the largest and smallest bytes.
std::vector<float> sample_product(const Kernels& kernels) {
  constexpr std::size_t rows = 53;
  constexpr std::size_t inputs = 128;
  constexpr std::size_t outputs = 208;
  std::vector<std::uint8_t> bytes(rows * inputs);
  std::vector<std::int8_t> values(inputs * outputs);
  std::vector<std::int32_t> offsets(outputs, 0);
  const std::vector<float> ones(outputs, 1.0F);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = i % 5 == 0 ? 255 : static_cast<std::uint8_t>(1 + i * 89 % 255);
  for (std::size_t n = 0; n < outputs; ++n) {
    for (std::size_t k = 0; k < inputs; ++k) {
      const auto weight = static_cast<std::int8_t>(static_cast<int>((n * 41 + k * 67) % 127) - largest_weight);
      values[learned::packed_place(n, k, outputs, inputs)] = weight;
      offsets[n] -= 128 * weight;
    }
  }
  std::vector<std::uint8_t> scratch(product_scratch(inputs));
  std::vector<float> out(rows * outputs);
  kernels.multiply({bytes.data(), ones.data(), rows},
                   {inputs, outputs, ones.data(), ones.data(), offsets.data(), values.data()}, scratch.data(),
                   out.data());
  return out;
}

const Kernels& choose() {
  const std::vector<float> expected = sample_product(portable_kernels);
  for (const char* name : {"amx", "avx512", "avx2"}) {
    const Kernels* found = kernels_named(name);
    if (found != nullptr && sample_product(*found) == expected) return *found;
  }
  return portable_kernels;
}

}  // namespace

const Kernels* kernels_named(const char* name) {
  const std::string_view wanted = name;
#ifdef HABARI_X86
  if (wanted == "avx2" && has_avx2()) return &avx2_kernels;
  if (wanted == "avx512" && has_avx512()) return &avx512_kernels;
  if (wanted == "amx" && has_avx512() && may_use_amx()) return &amx_kernels;
#endif
  return wanted == "portable" ? &portable_kernels : nullptr;
}

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace habari::encoder
