#pragma once

namespace habari::encoder {

/// What this processor and its system can run.
bool has_avx2();
bool has_avx512();  ///< With VNNI.
/// Whether it has AMX for bytes and the system lends its tiles. The first call asks for them, for the whole process.
bool may_use_amx();

}  // namespace habari::encoder
