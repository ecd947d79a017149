// SPDX-License-Identifier: GPL-3.0-or-later
// The payload of a record: events, answers and agreements with it. What is read can be written, and reads the same. And
// the way to somebody's keys, which rows that wait for their owner bring along.
#include "gates/fuzz/target.h"
#include "storage/keyring.h"
#include "storage/payload.h"

using namespace footbridge;

namespace {

void readPayload(std::string_view payload, VaultId vault) {
  const auto record = storage::parsePayload(payload, vault);
  if (!record) return;
  const auto written = storage::toPayload(record.value());
  if (!written) return;  // longer than may be kept, or no UTF-8
  const auto again = storage::parsePayload(written.value(), vault);
  gates::must(again.ok() && again.value() == record.value());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  for (const VaultId vault : {VaultId::Ours, VaultId::A}) readPayload(gates::textOf(bytes, size), vault);
  static_cast<void>(storage::Keyring::fromWay({{}, 1}, {bytes, size}));
  return 0;
}
