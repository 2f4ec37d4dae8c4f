#include "analysis/model/kernels.hpp"

#include <cstring>
#include <string_view>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define HABARI_X86 1
#include <immintrin.h>
#endif

namespace habari::learned {
namespace {

/// Sixteen floats that the compiler puts into as many registers as they take.
using Sixteen = float __attribute__((vector_size(64)));

namespace portable {
#define HABARI_ISA 0
#include "analysis/model/kernels_body.inc"
#undef HABARI_ISA
}  // namespace portable

#ifdef HABARI_X86
#pragma GCC push_options
#pragma GCC target("avx2,fma")
namespace avx2 {
#define HABARI_ISA 2
#include "analysis/model/kernels_body.inc"
#undef HABARI_ISA
}  // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,fma,prefer-vector-width=512")
namespace avx512 {
#define HABARI_ISA 5
#include "analysis/model/kernels_body.inc"
#undef HABARI_ISA
}  // namespace avx512
#pragma GCC pop_options
#endif

#define HABARI_KERNELS(isa)                                                                                           \
  Kernels {                                                                                                           \
#isa, isa::multiply_u8_s8, isa::lstm_step, isa::multiply_floats, isa::quantize_sum, isa::add_bytes, isa::rescale, \
        isa::multiply_panel, isa::lstm_forward, isa::lstm_backward, isa::drop, isa::exponentials, isa::adam,          \
        isa::add_scaled                                                                                               \
  }

constexpr Kernels portable_kernels = HABARI_KERNELS(portable);
#ifdef HABARI_X86
constexpr Kernels avx2_kernels = HABARI_KERNELS(avx2);
constexpr Kernels avx512_kernels = HABARI_KERNELS(avx512);

bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vnni");
}
#endif

const Kernels& choose() {
  for (const char* name : {"avx512", "avx2"}) {
    if (const Kernels* found = kernels_named(name)) return *found;
  }
  return portable_kernels;
}

}  // namespace

const Kernels* kernels_named(const char* name) {
  const std::string_view wanted = name;
#ifdef HABARI_X86
  if (wanted == "avx2" && has_avx2()) return &avx2_kernels;
  if (wanted == "avx512" && has_avx512()) return &avx512_kernels;
#endif
  return wanted == "portable" ? &portable_kernels : nullptr;
}

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace habari::learned
