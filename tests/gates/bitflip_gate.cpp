// SPDX-License-Identifier: GPL-3.0-or-later
// bitflip_gate [flips=N]
// Flips one bit of a journal after another and reads it with both vaults unlocked: the content is what it was, or an
// error says that it is not. flips=0 takes every bit.
#include "gates/instead/once_derived.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

enum Count : std::size_t { Flips, Reported, Harmless, Wrong, Kinds };

void writeJournal(const std::string& file) {
  auto shelf = forgetfulShelf();
  auto journal = createFor(shelf, file);
  for (int step = 0; step < 24; ++step) {
    if (!save(*journal.value(), step)) complain("a save failed by itself");
  }
  if (!journal.value()->protect(PartnerId::A, secret(kAlex)) || !journal.value()->protect(PartnerId::B, secret(kSam)))
    complain("not protected");
  // Both may now write for themselves alone, and something is left to be found in every table.
  if (!journal.value()->add(VaultId::A, PartnerId::A, Note{"for A alone"})) complain("no private note");
  if (!journal.value()->putDraft(VaultId::A, "p0", "half a line")) complain("no draft");
}

/// Nothing where something was reported.
std::optional<ContentMark> readWhole(const std::string& file) {
  auto shelf = forgetfulShelf();
  auto journal = shelf.openSealed(file);
  if (!journal || !journal.value()->unlock(PartnerId::A, secret(kAlex)) ||
      !journal.value()->unlock(PartnerId::B, secret(kSam)))
    return std::nullopt;
  return markOf(*journal.value());
}

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"flips", 3000}});
  deriveEachKeyOnce();
  const Scratch scratch;
  const std::string original = scratch.file("us.footbridge");
  writeJournal(original);
  const std::string sound = bytesIn(original);
  const auto reference = readWhole(original);
  const std::uint64_t bits = sound.size() * 8;
  const std::uint64_t stride = sizes["flips"] == 0 ? 1 : strideFor(bits, sizes["flips"]);
  const Shared done = shareOut(bits / stride, Kinds, [&](std::uint64_t index, Counts& counts) {
    const std::uint64_t bit = index * stride;
    const Scratch own;
    std::string bytes = sound;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    putBytes(own.file("us.footbridge"), bytes);
    const auto read = readWhole(own.file("us.footbridge"));
    ++counts[Flips];
    ++counts[!read ? Reported : read == reference ? Harmless : Wrong];
    if (read && read != reference) complain(said("bit ", bit, " is read as something else"));
  });
  const Counts& counts = done.counts;
  const std::string seen = said(counts[Flips], " of ", bits, " bits: ", counts[Reported], " reported, ",
                                counts[Harmless], " harmless, ", counts[Wrong], " read wrong");
  const bool met = reference && !done.lost && counts[Wrong] == 0 && counts[Reported] > counts[Flips] / 4;
  return answer({"bit flips", "0 read wrong", seen, met});
}
