#include "analysis/encoder/processor.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace habari::encoder {
namespace {

#if defined(__linux__)
/// Whether the system saves the tiles' state (bits 17 and 18 of XCR0).
bool saves_tiles() {
  unsigned low = 0;
  unsigned high = 0;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & 0x60000U) == 0x60000U;
}

bool ask_for_amx() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  constexpr unsigned has_xsave = 1U << 27U;                  // Leaf 1, ECX: OSXSAVE.
  constexpr unsigned has_tiles = (1U << 24U) | (1U << 25U);  // Leaf 7, EDX: AMX-TILE, AMX-INT8.
  if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & has_xsave) == 0) return false;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & has_tiles) != has_tiles || !saves_tiles()) return false;
  constexpr long request_permission = 0x1023;  // ARCH_REQ_XCOMP_PERM
  constexpr long tile_data = 18;               // XFEATURE_XTILEDATA
  return syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
}
#else
bool ask_for_amx() { return false; }
#endif

}  // namespace

bool has_avx2() { return __builtin_cpu_supports("avx2"); }

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vnni");
}

bool may_use_amx() {
  static const bool may = ask_for_amx();
  return may;
}

}  // namespace habari::encoder
#else
namespace habari::encoder {
bool has_avx2() { return false; }
bool has_avx512() { return false; }
bool may_use_amx() { return false; }
}  // namespace habari::encoder
#endif
